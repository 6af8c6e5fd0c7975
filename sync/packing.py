"""How a message is packed: said briefly (`sync.brief`) with a dictionary that both sides hold, zstd, or gzip.

A dictionary knows the words and shapes that every message has, so that a single action travels in half of its bytes. It
is trained on sample data alone (`bench.dictionary`), lies in `resources/wire/`, and is named in the media type by the
first eight hexadecimal digits of its SHA-256. Whoever does not know the name says so (415), and something simpler is
spoken.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from itertools import pairwise
from typing import Final

import zstandard

from resources.wire import open_dictionaries
from sync import brief, marks
from sync.brief import Brief, Known
from sync.errors import Unreadable

BRIEF: Final = "application/vnd.ketinting.brief"
ZSTD: Final = "application/vnd.ketinting.sync+zstd"
GZIP: Final = "application/vnd.ketinting.sync+gzip"
SPOKEN: Final = "da1ea265"
"""The dictionary that this program speaks; it reads every one that it ships."""
BEST: Final = f"{BRIEF}; dict={SPOKEN}"
FORMER: Final = f"{ZSTD}; dict=be534be5"
"""What is spoken with a hub of the first years."""
NOTHING: Final = Known()
PLAIN_MAX: Final = 16 * 1024 * 1024
"""The largest body after unpacking: what unpacks to more is refused unread."""
_NAMED: Final = re.compile(f"({re.escape(BRIEF)}|{re.escape(ZSTD)})" + r"\s*;\s*dict=([0-9a-f]{8})")
SPOKEN_HERE: Final = (BEST, FORMER, ZSTD, GZIP)
"""All that is spoken, the best first."""
_WINDOW_MAX: Final = 8 * 1024 * 1024
_LEVEL: Final = 9
_MORSEL: Final = 256
"""Packed bytes unpacked at a time: they can become 8 MB at most."""


def knows(media_type: str) -> bool:
    """Whether a body of this media type can be read here."""
    kind, name = _read(media_type)
    return kind in {ZSTD, GZIP} if name is None else name in open_dictionaries()


def simpler(media_type: str) -> str | None:
    """What to speak with somebody who does not know this one; None when there is nothing simpler."""
    following = dict(pairwise(SPOKEN_HERE))
    return following.get(media_type)


def pack(plain: bytes, media_type: str, known: Known = NOTHING) -> bytes:
    """The body; `known`: what its reader knows before, of which only the brief form makes use."""
    kind, name = _read(media_type)
    if kind == GZIP:
        packer = zlib.compressobj(_LEVEL, wbits=31)
        return packer.compress(plain) + packer.flush()
    if kind == BRIEF:
        told = brief.shorten(plain, known)
        return marks.number(len(told.beside)) + told.beside + _zstd(told.text, name)
    return _zstd(plain, name)


def _zstd(plain: bytes, name: str | None) -> bytes:
    if name is None:
        return zstandard.ZstdCompressor(level=_LEVEL).compress(plain)
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=_dictionary(name), write_dict_id=False).compress(plain)


def unpack(body: bytes, media_type: str, known: Known = NOTHING) -> bytes:
    """What was packed, for a reader who knows this before.

    Raises:
        Unreadable: another media type, an unknown dictionary, damaged, cut, or unpacks to too much.
    """
    if not knows(media_type):
        raise Unreadable("another media type")
    kind, name = _read(media_type)
    beside, packed = _parted(body) if kind == BRIEF else (b"", body)
    try:
        plain = _ungzip(packed) if kind == GZIP else _unzstd(packed, name)
    except (zstandard.ZstdError, zlib.error, MemoryError) as error:
        raise Unreadable("the body is damaged") from error
    if plain is None:
        raise Unreadable("the body is cut, or unpacks to too much")
    return brief.lengthen(Brief(plain, beside), known, PLAIN_MAX) if kind == BRIEF else plain


def _parted(body: bytes) -> tuple[bytes, bytes]:
    """What stands beside the text, and the packed text."""
    size, start = marks.number_in(body, 0)
    return body[start : start + size], body[start + size :]


def _read(media_type: str) -> tuple[str, str | None]:
    """The kind, and the name of the dictionary; what else stands behind a semicolon is passed over."""
    low = media_type.strip().lower()
    named = _NAMED.fullmatch(low)
    return (named[1], named[2]) if named else (low.partition(";")[0].strip(), None)


@cache
def _dictionary(name: str) -> zstandard.ZstdCompressionDict:
    found = zstandard.ZstdCompressionDict(open_dictionaries()[name])
    found.precompute_compress(level=_LEVEL)
    return found


def _unzstd(body: bytes, name: str | None) -> bytes | None:
    """All of exactly one frame; None when it is cut, followed by something, or too large.

    What a frame claims about its size is not read: it is unpacked piece by piece up to the limit.
    """
    known = None if name is None else _dictionary(name)
    unpacker = zstandard.ZstdDecompressor(dict_data=known, max_window_size=_WINDOW_MAX).decompressobj()
    plain = bytearray()
    for start in range(0, len(body), _MORSEL):
        if len(plain) > PLAIN_MAX or unpacker.eof:
            return None
        plain += unpacker.decompress(body[start : start + _MORSEL])
    whole = unpacker.eof and len(plain) <= PLAIN_MAX and not unpacker.unused_data
    return bytes(plain) if whole else None


def _ungzip(body: bytes) -> bytes | None:
    unpacker = zlib.decompressobj(wbits=31)
    plain = unpacker.decompress(body, PLAIN_MAX + 1)
    return plain if unpacker.eof and len(plain) <= PLAIN_MAX and not unpacker.unused_data else None
