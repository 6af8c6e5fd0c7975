"""The icons of the windows: one family, 24 box, 1.75 stroke, round ends, no fills; drawn for Ketinting, MPL-2.0."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def open_icon(name: str) -> str:
    """The SVG of an icon; its strokes are ``currentColor``. Raises FileNotFoundError for an unknown name."""
    return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def icon_names() -> tuple[str, ...]:
    """All of them, in order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.svg")))
