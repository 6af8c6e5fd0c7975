from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.dressing import dress, stylesheet
from desktop.icons import pixmap
from desktop.theme import (
    DARK,
    LIGHT,
    SCALES,
    Look,
    Meaning,
    Tokens,
    Type,
    choose,
    colour,
    contrast,
    font,
    look,
    px,
    tokens,
)
from resources.icons import icon_names, open_icon

BOTH = pytest.mark.parametrize("table", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
def test_words_have_contrast_on_every_ground_they_are_drawn_on(table: Tokens) -> None:
    for ground in (table.bg, table.surface, table.side, table.soft):
        assert contrast(table.text, ground) >= 7
        assert contrast(table.text2, ground) >= 4.5
        assert contrast(table.accent, ground) >= 4.5
    assert contrast(table.on_fill, table.fill) >= 4.5


@BOTH
@pytest.mark.parametrize("meaning", list(Meaning))
def test_meanings_have_contrast_on_their_own_ground_and_on_pages(table: Tokens, meaning: Meaning) -> None:
    now = table.tones[meaning]
    for ground in (now.back, table.surface, table.bg, table.soft):
        assert contrast(now.ink, ground) >= 4.5


@BOTH
def test_edges_of_controls_and_the_ring_can_be_seen(table: Tokens) -> None:
    for ground in (table.bg, table.surface):
        assert contrast(table.ctl, ground) >= 3
        assert contrast(table.accent, ground) >= 3
    assert contrast(table.fill, table.bg) >= 3 or table is DARK


def test_the_text_size_changes_every_size_at_once(app: QApplication) -> None:
    for scale in SCALES:
        dress(app, Look(scale=scale))
        assert px(40) == round(40 * scale / 100)
        assert font(Type.HEADING).pixelSize() == pytest.approx(26 * scale / 100, abs=1)
        assert f"font-size: {px(12)}px" in stylesheet()


def test_dark_and_light_are_two_palettes(app: QApplication) -> None:
    dress(app, Look(dark=True))
    assert look().dark
    assert app.palette().window().color() == colour("bg")
    assert colour("bg").lightness() < 60
    dress(app, Look())
    assert tokens() is LIGHT


def test_only_the_theme_holds_a_colour() -> None:
    room = Path(__file__).parents[3] / "desktop"
    guilty = [path.name for path in room.rglob("*.py") if path.name != "theme.py" and _colours(path.read_text())]
    assert guilty == []


def _colours(text: str) -> bool:
    return bool(re.search(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b(?=[\"';])", text))


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_of_the_family_is_drawn_in_the_ink_that_is_asked_for(app: QApplication, name: str) -> None:
    picture = pixmap(name, "#FF0000", 24).toImage()
    inked = {
        picture.pixelColor(x, y).name() for x in range(24) for y in range(24) if picture.pixelColor(x, y).alpha() > 200
    }
    assert inked
    if name != "ketinting":
        assert inked == {"#ff0000"}
        assert 'stroke-width="1.75"' in open_icon(name)


def test_a_call_into_qt_keeps_its_reference_to_none(app: QApplication) -> None:
    """PySide6 6.12.0 loses one per call on Python 3.11 and aborts after some thousands."""
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert sys.getrefcount(None) >= before - 50


def test_the_program_has_a_font_of_its_own_choice(app: QApplication) -> None:
    choose(Look())
    dress(app, Look())
    assert app.font().family() in QFontDatabase.families()


def test_what_wears_the_look_already_is_not_dressed_again(app: QApplication, qtbot: QtBot) -> None:
    seen = Watched()
    qtbot.addWidget(seen)
    dress(app, Look())
    seen.ensurePolished()
    seen.changes.clear()

    dress(app, Look())
    assert not seen.changes

    dress(app, Look(scale=150))
    assert QEvent.Type.StyleChange in seen.changes
    dress(app, Look())


def test_a_page_that_is_put_together_from_the_inside_is_told_of_its_style_once(app: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dress(app, Look())
    inner: QWidget = (words := Watched())
    for _ in range(4):
        outer = QWidget()
        QVBoxLayout(outer).addWidget(inner)
        inner = outer
    assert QEvent.Type.StyleChange not in words.changes
    QVBoxLayout(window).addWidget(inner)
    assert words.changes.count(QEvent.Type.StyleChange) == 1


class Watched(QLabel):
    """Keeps what it was told of."""

    def __init__(self) -> None:
        super().__init__("Contoh")
        self.changes: list[QEvent.Type] = []

    def changeEvent(self, event: QEvent) -> None:
        self.changes.append(event.type())
        super().changeEvent(event)
