"""The English of the windows. The source texts are Indonesian; ``python3 run.py translate`` writes these files."""

from pathlib import Path

_FOLDER = Path(__file__).parent


def translation_path(language: str) -> Path:
    """The compiled translation into a language; it need not exist."""
    return _FOLDER / f"ketinting_{language}.qm"
