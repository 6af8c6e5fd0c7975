"""Stored files in an S3-compatible store, named by one URL: ``s3+https://ID:SECRET@host[:port]/bucket[/folder]``.

S3 cannot add to an object, so a file is a chain of objects named by where in the file they begin: what is put behind
the first `at` bytes is the object `name/at`, and putting it again replaces it. A reader begins at 0 and goes on where
the object before ended, until there is none. What is sealed is sealed before it comes here; every answer is checked for
its length, and what it says by the seal of each frame.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any, BinaryIO, Final
from urllib.parse import parse_qs, unquote, urlsplit

from hub.errors import HubError, StorageAway
from hub.shelf import LostFile

if TYPE_CHECKING:
    from obstore.store import S3Store

SCHEMES: Final = {"s3+https": "https", "s3+http": "http"}
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_ANSWER: Final = timedelta(seconds=20)
"""In which a store must have answered a call, tries after its own faults included: a transaction waits for it."""
_TRIES: Final = 3
_PROBE: Final = "siap"


class Bucket:
    """A folder in a bucket."""

    def __init__(self, store: S3Store) -> None:
        self._store = store

    def put(self, name: str, at: int, sealed: bytes) -> None:
        """Acknowledged by the store, which has checked the hash of what it got."""
        with _answering():
            self._store.put(f"{name}/{at:012}", sealed, use_multipart=False)

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        """All of the file, in memory: no file of a hub is larger than an upload may be."""
        whole = io.BytesIO()
        while (part := self._part(name, whole.tell())) is not None:
            whole.write(part)
        if not whole.tell():
            raise LostFile
        whole.seek(0)
        yield whole

    def _part(self, name: str, at: int) -> bytes | None:
        from obstore.exceptions import NotFoundError  # noqa: PLC0415 - only hubs with such a store need the package

        with _answering():
            try:
                found = self._store.get(f"{name}/{at:012}")
            except (NotFoundError, FileNotFoundError):
                return None
            part = bytes(found.bytes())
            if not part or len(part) != found.meta["size"]:
                raise StorageAway
            return part

    def remove(self, name: str) -> None:
        """All objects of the chain, and what was put behind it and never committed."""
        self._remove_under(f"{name}/")

    def _remove_under(self, prefix: str | None) -> None:
        with _answering():
            for batch in self._store.list(prefix):
                self._store.delete([each["path"] for each in batch])

    def takes_bytes(self) -> bool:
        """Whether a small object can be written."""
        with suppress(StorageAway):
            self.put(_PROBE, 0, b"1")
            return True
        return False

    def is_empty(self) -> bool:
        """Whether no file lies in the folder of the bucket."""
        with _answering():
            found = next(iter(self._store.list(chunk_size=2)), [])
        return not [each for each in found if not each["path"].startswith(f"{_PROBE}/")]

    def clear(self) -> None:
        """Take away all that lies in the folder of the bucket."""
        self._remove_under(None)


@contextmanager
def _answering() -> Iterator[None]:
    """Whatever the client raises means the same to us: the store did not do it, or nobody knows."""
    from obstore.exceptions import BaseError  # noqa: PLC0415 - as above

    try:
        yield
    except (BaseError, OSError) as cause:
        raise StorageAway from cause


def open_bucket(url: str) -> Bucket:
    """The store that a URL names; it is not asked yet. The URL holds its secret: it is never printed.

    Raises:
        HubError: no such URL, one that would send in the open, or the package for it is not installed.
    """
    try:
        from obstore.store import S3Store  # noqa: PLC0415 - as above
    except ImportError as cause:
        raise HubError("Paket obstore untuk penyimpanan S3 belum terpasang. Tidak ada yang diubah.") from cause
    config, prefix, line = _config(url)
    retry: Any = {"max_retries": _TRIES, "retry_timeout": _ANSWER, "backoff": {"init_backoff": timedelta(seconds=0.1)}}
    return Bucket(S3Store(prefix=prefix, config=config, client_options=line, retry_config=retry))


def _config(url: str) -> tuple[Any, str | None, Any]:
    found = urlsplit(url)
    bucket, _, prefix = found.path.strip("/").partition("/")
    if found.scheme not in SCHEMES or not found.hostname or not bucket or not found.username or not found.password:
        raise HubError(
            "Alamat penyimpanan S3 tidak terbaca. Tidak ada yang diubah. "
            "Bentuknya: s3+https://ID:RAHASIA@alamat[:port]/wadah[/folder]"
        )
    open_line = found.scheme == "s3+http"
    if open_line and found.hostname not in _LOOPBACK:
        raise HubError("Penyimpanan S3 di luar komputer ini hanya boleh lewat s3+https. Tidak ada yang diubah.")
    host = found.netloc.rpartition("@")[2]
    config = {
        "endpoint": f"{SCHEMES[found.scheme]}://{host}",
        "bucket": bucket,
        "region": parse_qs(found.query).get("region", ["us-east-1"])[0],
        "access_key_id": unquote(found.username),
        "secret_access_key": unquote(found.password),
        "virtual_hosted_style_request": False,
        "checksum_algorithm": "SHA256",
    }
    return (
        config,
        prefix or None,
        {"allow_http": open_line, "timeout": _ANSWER, "connect_timeout": timedelta(seconds=5)},
    )
