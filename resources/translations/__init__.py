"""The English of the windows, and the Indonesian of what Qt itself says: our own source texts are Indonesian.

``python3 run.py translate`` writes the English texts and compiles both.
"""

from pathlib import Path

_FOLDER = Path(__file__).parent


def translation_path(language: str) -> Path:
    """The compiled translation into a language; it need not exist."""
    return _FOLDER / f"ketinting_{language}.qm"
