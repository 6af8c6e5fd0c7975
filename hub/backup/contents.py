"""What is inside of a backup: a tar stream of three kinds of members, in this order.

``begin.json`` says whose backup it is and holds the hub's data key. ``rows/<table>/<n>`` are rows of one table in
msgpack and zstd, parents before children. ``files/<name>`` are the stored files as they lie on the disk, sealed there
already. ``end.json`` counts all of it; a backup without it is none.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, Final

import msgspec
import zstandard

from hub.errors import DamagedBackup
from sync.prepared import prepared

BEGIN: Final = "begin.json"
END: Final = "end.json"
ROWS: Final = "rows/"
FILES: Final = "files/"
_LEVEL: Final = 6
_ROWS_MOST: Final = 64 * 1024 * 1024
"""Bytes of one member of rows, unpacked: what claims to be more is refused unread."""


@prepared
class Begin(msgspec.Struct, frozen=True, kw_only=True):
    """Whose backup it is.

    Attributes:
        key: the hub's data key, which opens its identity, its secrets and its stored files.
    """

    hub_id: str
    regency: str
    name: str
    epoch: int
    schema: str
    made_at: str
    key: bytes


@prepared
class End(msgspec.Struct, frozen=True, kw_only=True):
    """What must have come.

    Attributes:
        rows: by table.
        files: how many stored files.
        missing: names of files that a row names and the disk did not have when the backup was made.
        scopes: how far each scope had come.
    """

    rows: dict[str, int]
    files: int
    missing: list[str]
    scopes: dict[str, int]


@prepared
class Batch(msgspec.Struct, frozen=True, array_like=True):
    """Some rows of one table."""

    columns: list[str]
    rows: list[list[Any]]


def pack_rows(batch: Batch) -> bytes:
    """Rows as a member's bytes."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(msgspec.msgpack.encode(batch))


def unpack_rows(packed: bytes) -> Batch:
    """The rows of a member.

    Raises:
        DamagedBackup: they are none.
    """
    try:
        plain = zstandard.ZstdDecompressor().decompress(packed, max_output_size=_ROWS_MOST)
        return msgspec.msgpack.decode(plain, type=Batch)
    except (zstandard.ZstdError, msgspec.DecodeError, MemoryError) as cause:
        raise DamagedBackup("rows") from cause


class TarWriter:
    """Members one after another, none of them held in memory."""

    def __init__(self, into: Any) -> None:
        self._tar = tarfile.open(fileobj=into, mode="w|", format=tarfile.GNU_FORMAT)  # noqa: SIM115 - `finish` ends it

    def add(self, name: str, content: bytes) -> None:
        """A member of bytes."""
        import io  # noqa: PLC0415 - only tarfile's shape needs it

        self.add_file(name, io.BytesIO(content), len(content))

    def add_file(self, name: str, file: IO[bytes], size: int) -> None:
        """A member of the first `size` bytes of a file."""
        member = tarfile.TarInfo(name)
        member.size = size
        self._tar.addfile(member, file)

    def finish(self) -> None:
        """Write what ends a tar stream."""
        self._tar.close()


def members(source: Any) -> Iterator[tuple[str, BinaryIO]]:
    """Name and bytes of each member; its bytes must be read before the next is asked for.

    Raises:
        DamagedBackup: the stream is none of ours.
    """
    try:
        with tarfile.open(fileobj=source, mode="r|") as tar:
            for member in tar:
                file = tar.extractfile(member) if member.isreg() else None
                if file is None:
                    raise DamagedBackup(member.name)
                yield member.name, file  # type: ignore[misc]
    except tarfile.TarError as cause:
        raise DamagedBackup from cause
    while source.read(1 << 16):  # what follows the end of the stream is zeros; the last piece must be there
        continue
