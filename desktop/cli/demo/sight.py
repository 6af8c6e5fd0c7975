"""Was that signed which was seen? A PDF without its signature must be the file that waited for it, byte for byte."""

import hashlib
import re

from sync.encoding import b64u

_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")


def before_signing(pdf: bytes) -> frozenset[str]:
    """The hash of the file before each of its signatures: the signature's space empty, and nothing after it."""
    return frozenset(_emptied(pdf, *map(int, found.groups())) for found in _RANGE.finditer(pdf))


def _emptied(pdf: bytes, _start: int, opens: int, closes: int, rest: int) -> str:
    whole = pdf[: closes + rest]
    empty = whole[:opens] + b"<" + b"0" * (closes - opens - 2) + b">" + whole[closes:]
    return b64u(hashlib.sha256(empty).digest())
