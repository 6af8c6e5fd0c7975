"""Every page, in both languages and at two text sizes: named for screen readers, whole to the eye."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QToolButton, QWidget

from desktop.cli.demo.citizens import COUPLES, marriage
from desktop.office import drafting
from desktop.pages.new_request import NewRequestPage
from desktop.pages.requests import RequestsPage
from desktop.preferences import Preferences
from desktop.widgets.chips import StateChip
from desktop.widgets.keys import KeyHint
from desktop.widgets.text import OneLine
from tests.desktop.windows.driver import Person, focusable, visible
from tests.desktop.windows.leftovers import left_over, readable, recorded
from tooling.screenshots.story import NOW
from tooling.translate import SOURCE

LOOKS = {
    "id-100": Preferences(),
    "id-150": Preferences(scale=150),
    "en-100": Preferences(language="en"),
    "en-150": Preferences(language="en", scale=150),
}
PART = re.compile(r"\{\w+\}")
PUT_TOGETHER = re.compile(r'\b(tr|phrase|noted)\(\s*f"')


def every_page(person: Person) -> Iterator[str]:
    """Go to each page in turn."""
    for key in ("home", "requests", "exchange", "settings", "new"):
        person.open(key)
        yield key
    listed = person.open("requests")
    assert isinstance(listed, RequestsPage)
    line = listed.listed.line(0)
    for key in ("request", "letter", "filed"):
        person.open(key, line.id if line else "")
        yield key
    person.open("printable")
    yield "printable"
    person.open("new", "dispensasi-nikah")
    form = person.page
    assert isinstance(form, NewRequestPage)
    started = form.filling
    answers = marriage(COUPLES[0], NOW.date())
    form.show_thing(drafting.Filling(started.draft, started.pack, started.sheets, answers, {}))
    for place in (0, 1, len(started.sheets), len(started.sheets) + 1):
        form.step_to(place)
        form.refresh()
        person.settle()
        yield f"form {place}"


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_is_named_and_whole(language: str, sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("desa", "sepatin-petugas")
    shell, told = person.program.shell, recorded(person.work.desk) if language == "en" else ()
    for scale in (100, 150):
        person.program.prefer(LOOKS[f"{language}-{scale}"])
        person.settle()
        for key in every_page(person):
            left = left_over(readable(shell), told) if told else []
            assert not left, (scale, key, left)
            nameless = [type(each).__name__ for each in focusable(shell) if not each.accessibleName().strip()]
            assert not nameless, (scale, key, nameless)
            cut = [f"{type(each).__name__}: {_text(each)}" for each in visible(shell, QWidget) if _is_cut(each)]
            assert not cut, (scale, key, cut)
            wide = [area for area in visible(shell, QScrollArea) if _is_too_wide(area)]
            assert not wide, (scale, key, wide)
    person.program.prefer(Preferences())
    person.settle()


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""


def _is_cut(widget: QWidget) -> bool:
    """A button or label narrower or lower than what it says; what ends in an ellipsis on purpose is not.

    The button of a field has an icon only; its text is for screen readers.
    """
    if isinstance(widget, (OneLine, StateChip, KeyHint, QToolButton)) or not _text(widget).strip():
        return False
    if isinstance(widget, QAbstractButton):
        return widget.width() < widget.minimumSizeHint().width()
    if not isinstance(widget, QLabel):
        return False
    if widget.wordWrap():
        return widget.height() + 1 < widget.heightForWidth(widget.width())
    return QRect(0, 0, widget.width() + 1, widget.height() + 1).width() < widget.sizeHint().width()


def _is_too_wide(area: QScrollArea) -> bool:
    content = area.widget()
    return content is not None and content.width() > area.viewport().width() + 1


def test_an_english_window_speaks_english(sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("kecamatan", "anggana-camat")
    person.program.prefer(LOOKS["en-100"])
    person.work.synchronize()
    person.settle()
    told = recorded(person.work.desk)
    for key in ("home", "queue", "exchange"):
        person.open(key)
        assert left_over(readable(person.program.shell), told) == []
    for section in ("computer", "officers", "backups", "report"):
        person.open("settings", section)
        assert left_over(readable(person.program.shell), told) == []
    person.open("settings", "examining")
    person.press("Check now")
    assert left_over(readable(person.program.shell), told) == []
    person.program.prefer(Preferences())
    person.settle()
    assert left_over(readable(person.program.shell), told)


def test_the_english_is_whole() -> None:
    messages = list(ET.parse(SOURCE).getroot().iter("message"))  # noqa: S314 - our own file
    assert len(messages) > 200
    unfinished = [each.findtext("source") for each in messages if not (each.findtext("translation") or "").strip()]
    assert unfinished == []
    places = [(each.findtext("source") or "", each.findtext("translation") or "") for each in messages]
    assert [source for source, english in places if source.count("%1") != english.count("%1")] == []
    assert [source for source, english in places if set(PART.findall(source)) != set(PART.findall(english))] == []


def test_no_text_is_put_together_inside_a_translation() -> None:
    room = Path(__file__).parents[3] / "desktop"
    texts = {path.name: path.read_text(encoding="utf-8") for path in room.rglob("*.py")}
    assert [name for name, text in texts.items() if PUT_TOGETHER.search(text)] == []
