"""Dictionaries for packing what travels between desk and hub, by name; made by ``python -m bench.dictionary``.

One that was ever spoken stays: a hub must understand desks that are older than itself.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def open_dictionaries() -> Mapping[str, bytes]:
    """Each by its name, the first eight hexadecimal digits of its SHA-256."""
    return {path.stem: path.read_bytes() for path in sorted(_FOLDER.glob("*.zdict"))}
