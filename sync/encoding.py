"""How bytes and instants are written inside JSON (`docs/record.md`): one spelling each, anything else is unreadable.

One spelling matters because these texts are signed, hashed and compared: two spellings of one hash would be two hashes.
"""

from __future__ import annotations

import binascii
import re
from datetime import UTC, datetime
from typing import Final

from sync.errors import Unreadable

_FOR_URLS: Final = bytes.maketrans(b"+/", b"-_")
_PLAIN: Final = bytes.maketrans(b"-_", b"+/")
_INSTANT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z", re.ASCII)


def b64u(raw: bytes) -> str:
    """Unpadded base64url."""
    return binascii.b2a_base64(raw, newline=False).rstrip(b"=").translate(_FOR_URLS).decode("ascii")


def unb64u(text: str, *, size: int | None = None) -> bytes:
    """The bytes of an unpadded base64url text; only the one spelling that `b64u` writes is read.

    Args:
        text: what was received.
        size: how many bytes it must hold; None for any number.

    Raises:
        Unreadable: padding, a letter outside the alphabet, stray bits at the end, another size.
    """
    try:
        raw = binascii.a2b_base64(text.encode("ascii").translate(_PLAIN) + b"=" * (-len(text) % 4))
    except (UnicodeEncodeError, binascii.Error) as error:
        raise Unreadable("not base64url") from error
    if b64u(raw) != text or (size is not None and len(raw) != size):
        raise Unreadable("not base64url of the right size")
    return raw


def instant_text(instant: datetime) -> str:
    """``YYYY-MM-DDTHH:MM:SS.mmmZ``; what is finer than a millisecond is cut off.

    Raises:
        ValueError: an instant without a time zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def read_instant(text: str) -> datetime:
    """The instant that `instant_text` wrote, in UTC.

    Raises:
        Unreadable: any other spelling, or no such moment.
    """
    if not _INSTANT.fullmatch(text):
        raise Unreadable("not an instant")
    try:
        return datetime.fromisoformat(text[:-1]).replace(tzinfo=UTC)
    except ValueError as error:
        raise Unreadable("no such moment") from error
