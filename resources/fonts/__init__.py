"""The letters' typeface: Liberation Sans 2.1.5 (SIL OFL 1.1, text beside the files), with the metrics of Arial."""

from pathlib import Path

_FOLDER = Path(__file__).parent


def font_folder() -> Path:
    """The folder that holds nothing but these fonts and their licence."""
    return _FOLDER


def font_files() -> tuple[Path, ...]:
    """Regular, bold, italic and bold italic, sorted by name."""
    return tuple(sorted(_FOLDER.glob("*.ttf")))
