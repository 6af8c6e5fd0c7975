"""The service packs shipped: ``<service>/<version>/pack.json``, and beside it ``contoh.json`` with sample answers.

Versions stay side by side for ever: an action names the version it was made with.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent


def open_packs() -> dict[str, bytes]:
    """The bytes of every pack file by ``service@version``, in that order."""
    return {f"{path.parts[-3]}@{path.parts[-2]}": path.read_bytes() for path in sorted(_FOLDER.glob("*/*/pack.json"))}


def open_examples(service: str, version: int) -> bytes:
    """Sample answers of a pack: one request that is right, and wrong inputs with what must be said about them.

    Raises:
        FileNotFoundError: no such pack is shipped.
    """
    return (_FOLDER / service / str(version) / "contoh.json").read_bytes()
