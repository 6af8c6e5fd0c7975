"""Code lists as printed on family cards, and the classification codes of letters."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent
_CLASSIFICATION: Final = "klasifikasi"


def open_code_lists() -> dict[str, bytes]:
    """The bytes of every code list by its id."""
    return {path.stem: path.read_bytes() for path in sorted(_FOLDER.glob("*.json")) if path.stem != _CLASSIFICATION}


def open_classification() -> bytes:
    """Which letter has which classification code since when."""
    return (_FOLDER / f"{_CLASSIFICATION}.json").read_bytes()
