"""Taking the metadata out of a picture without touching its pixels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_START_OF_SCAN: Final = 0xDA
_COLOUR: Final = frozenset({0xE0, 0xE2, 0xEE})
"""JFIF, ICC profile and Adobe's colour mark: without them colours change. Every other APPn and comment goes."""
_PNG_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs"})
_PNG_SIGNATURE: Final = 8


def without_metadata(content: bytes, media_type: str) -> bytes | None:
    """The same picture without EXIF, comments and thumbnails; None when its structure is not understood."""
    try:
        parts = _jpeg_parts(content) if media_type == "image/jpeg" else _png_parts(content)
        return b"".join(parts)
    except IndexError:
        return None


def _jpeg_parts(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    place = 2
    while content[place] == 0xFF:
        mark = content[place + 1]
        if mark == _START_OF_SCAN:
            yield content[place:]
            return
        length = content[place + 2] << 8 | content[place + 3]
        if not (0xE0 <= mark <= 0xEF or mark == 0xFE) or mark in _COLOUR:
            yield content[place : place + 2 + length]
        place += 2 + length
    raise IndexError(place)


def _png_parts(content: bytes) -> Iterator[bytes]:
    yield content[:_PNG_SIGNATURE]
    place = _PNG_SIGNATURE
    while True:
        kind = content[place + 4 : place + 8]
        if len(kind) < 4:
            raise IndexError(place)
        whole = content[place : place + 12 + int.from_bytes(content[place : place + 4], "big")]
        if kind in _PNG_KEPT:
            yield whole
        if kind == b"IEND":
            return
        place += len(whole)
