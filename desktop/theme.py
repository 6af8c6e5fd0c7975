"""The look: the only holder of colours and sizes.

Everything a window paints comes from here, so that light and dark, four text sizes and two languages change in one
place and at once. Contrast (WCAG 2) of every pair that is drawn together is computed in a test. The process has one
look because it has one `QApplication`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

SCALES: Final = (100, 115, 130, 150)
"""Text sizes in percent."""


class Meaning(StrEnum):
    """The five meanings; each is always shown with a word and an icon too."""

    QUIET = "quiet"
    MOVING = "moving"
    DONE = "done"
    ATTENTION = "attention"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Tone:
    """A meaning's colour for words and icons, and the ground behind them."""

    ink: str
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One table of colours. `text` 4.5:1 and `ctl` 3:1 on every ground they are drawn on."""

    bg: str
    surface: str
    side: str
    line: str
    line2: str
    text: str
    text2: str
    ctl: str
    accent: str
    fill: str
    on_fill: str
    soft: str
    tones: dict[Meaning, Tone] = field(default_factory=dict)


LIGHT: Final = Tokens(
    bg="#F6F8F8",
    surface="#FFFFFF",
    side="#EBEFEF",
    line="#DBE1E2",
    line2="#E9EDED",
    text="#1A2326",
    text2="#556266",
    ctl="#7B888C",
    accent="#0B5F63",
    fill="#0B5F63",
    on_fill="#FFFFFF",
    soft="#DFEEEE",
    tones={
        Meaning.QUIET: Tone("#556266", "#EBEFEF"),
        Meaning.MOVING: Tone("#1D5AA3", "#E4EEFA"),
        Meaning.DONE: Tone("#1B6B3A", "#E2F2E7"),
        Meaning.ATTENTION: Tone("#855000", "#FDF1D8"),
        Meaning.REFUSED: Tone("#AF261D", "#FCE9E7"),
    },
)
DARK: Final = Tokens(
    bg="#14191B",
    surface="#1C2325",
    side="#111517",
    line="#333E41",
    line2="#283235",
    text="#E7ECED",
    text2="#A5B1B5",
    ctl="#7F8D92",
    accent="#62C5C4",
    fill="#1A7876",
    on_fill="#FFFFFF",
    soft="#17393A",
    tones={
        Meaning.QUIET: Tone("#A5B1B5", "#283235"),
        Meaning.MOVING: Tone("#8FBBF0", "#182C45"),
        Meaning.DONE: Tone("#85D2A0", "#143321"),
        Meaning.ATTENTION: Tone("#EFBE63", "#382B12"),
        Meaning.REFUSED: Tone("#F4A39B", "#421F1D"),
    },
)


class Type(StrEnum):
    """The type scale; the numbers are in `_TYPES`."""

    HEADING = "heading"
    TITLE = "title"
    HEAD = "head"
    STRONG = "strong"
    BODY = "body"
    SECOND = "second"
    SECOND_STRONG = "second-strong"
    CAPTION = "caption"
    LABEL = "label"


_TYPES: Final = {
    Type.HEADING: (26, 600),
    Type.TITLE: (18, 600),
    Type.HEAD: (16, 600),
    Type.STRONG: (14, 600),
    Type.BODY: (14, 400),
    Type.SECOND: (13, 400),
    Type.SECOND_STRONG: (13, 600),
    Type.CAPTION: (12, 400),
    Type.LABEL: (12, 600),
}
"""Pixels (independent of the screen's density) and weight."""
_FAMILIES: Final = ("Segoe UI", "Noto Sans", "Ubuntu", "Cantarell", "DejaVu Sans")
_WIDER: Final = {"Segoe UI": 15 / 14}
"""Segoe UI draws smaller than Noto Sans at the same size."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a person chose: light or dark, and the text size in percent."""

    dark: bool = False
    scale: int = 100

    @property
    def tokens(self) -> Tokens:
        """The table of colours."""
        return DARK if self.dark else LIGHT


_chosen: list[Look] = [Look()]


def look() -> Look:
    """The look in force."""
    return _chosen[-1]


def choose(chosen: Look) -> None:
    """Make a look the one in force; `desktop.dressing` puts it on the windows."""
    _chosen[:] = [chosen]


def tokens() -> Tokens:
    """The colours in force."""
    return look().tokens


def colour(name: str) -> QColor:
    """A token by name, as Qt wants it."""
    return QColor(getattr(tokens(), name))


def tone(meaning: Meaning) -> Tone:
    """Ink and ground of a meaning."""
    return tokens().tones[meaning]


def px(size: float) -> int:
    """A size of the design at the chosen text size."""
    return round(size * look().scale / 100)


def family() -> str:
    """The first of our families that this computer has, else Qt's own choice."""
    known = set(QFontDatabase.families())
    return next((name for name in _FAMILIES if name in known), QApplication.font().family())


def font(kind: Type = Type.BODY) -> QFont:
    """A font of the scale."""
    size, weight = _TYPES[kind]
    found = QFont(QApplication.font())
    found.setPixelSize(type_px(kind, size))
    found.setWeight(QFont.Weight(weight))
    return found


def type_px(kind: Type, size: int | None = None) -> int:
    """The size of a kind of text in pixels at the chosen text size."""
    wider = _WIDER.get(QApplication.font().family(), 1.0)
    return round((size or _TYPES[kind][0]) * wider * look().scale / 100)


def weight(kind: Type) -> int:
    """The weight of a kind of text."""
    return _TYPES[kind][1]


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(value: str) -> float:
    parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
