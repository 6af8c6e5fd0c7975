"""What Qt tells a screen reader, in this process: every role's pages, the settings' sections, and the dialogs.

`test_reach_of_all.py` asks the widgets for their names on every page of a clerk; here Qt is asked for its accessible
tree, which also holds what is no widget, for the other roles. `tests/atspi/` asks a clerk's pages over D-Bus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.cli.demo.citizens import poverty
from desktop.pages.decisions import QueuePage
from desktop.pages.requests import RequestsPage
from desktop.pages.review import ReviewPage
from desktop.widgets.deciding import DocumentDialog, ReasonDialog, Reasoned, SignDialog
from desktop.widgets.printing import CameOutDialog, PrintDialog
from desktop.widgets.viewer import Viewer
from desktop.widgets.wet_ink import SignedPageDialog
from domain.actions import ActionKind, Json
from tests.desktop import fakes
from tests.desktop.windows.driver import Person, focusable
from tooling.sample_desk import (
    KECAMATAN,
    PASSWORD,
    VILLAGE,
    begin_desk,
    carry,
    file_request,
    hear,
    outside_at,
)
from tooling.screenshots.story import NOW, Ticking

OFFICERS = (
    ("desa", "sepatin-kades"),
    ("kecamatan", "anggana-kasi-kesra"),
    ("kecamatan", "anggana-sekcam"),
    ("kecamatan", "anggana-camat"),
)
ISSUED: dict[str, Json] = {
    "letter": "surat-contoh",
    "pdf": "P" * 43,
    "number": {"book": "sktm", "year": 2026, "n": 1},
    "lease": "jatah-contoh",
    "assignment": "tugas-contoh",
}
SECTIONS = ("look", "computer", "office", "officers", "examining", "backups", "report")
NAMED_BY_WHAT_THEY_HOLD = {
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.Cell,
    QAccessible.Role.TreeItem,
    QAccessible.Role.Window,
    QAccessible.Role.Dialog,
    QAccessible.Role.Client,
}
DIALOGS: dict[str, Callable[[QWidget], QDialog]] = {
    "reason": lambda parent: ReasonDialog(
        parent,
        Reasoned(
            title="Kembalikan", missing="Alasannya apa?", choice="Kembalikan ke", choices=(("petugas", "Petugas"),)
        ),
    ),
    "document": lambda parent: DocumentDialog(parent, (("ktp", "KTP-el"),)),
    "sign": lambda parent: SignDialog(parent, "Tanda tangani?", "Satu surat."),
    "print": lambda parent: PrintDialog(parent, "Cetak?", ["Printer contoh"], ("Printer contoh", "A4")),
    "came out": lambda parent: CameOutDialog(parent, "Dua surat dicetak."),
    "signed page": lambda parent: SignedPageDialog(parent, date(2026, 11, 18)),
    "viewer": lambda parent: Viewer(parent, "KTP-el", "", turnable=True),
}


def nameless(root: QWidget) -> list[str]:
    """What the keyboard reaches, is on the screen and is told without a name."""
    told = QAccessible.queryAccessibleInterface(root)
    return [_words(each) for each in _walk(told) if _wants_name(each) and not _name(each)]


def _walk(told: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """It and what is in it; what is hidden is left out with everything in it."""
    state: Any = told.state()
    if state.invisible:
        return
    yield told
    for place in range(told.childCount()):
        child: Any = told.child(place)  # None for what has gone meanwhile
        if child is not None and child.isValid():
            yield from _walk(child)


def _wants_name(told: QAccessibleInterface) -> bool:
    state: Any = told.state()
    return bool(state.focusable) and told.role() not in NAMED_BY_WHAT_THEY_HOLD


def _name(told: QAccessibleInterface) -> str:
    return str(told.text(QAccessible.Text.Name)).strip()


def _words(told: QAccessibleInterface) -> str:
    return f"{told.role().name} {type(told.object()).__name__}"


@pytest.mark.parametrize(("desk", "officer"), OFFICERS)
def test_every_page_of_a_role_opens_and_says_what_its_parts_are(
    desk: str, officer: str, sample_window: Callable[[str, str], Person]
) -> None:
    person = sample_window(desk, officer)
    for place in person.workplace.places():
        person.open(place.key)
        person.settle()
        assert person.workplace.key == place.key
        assert nameless(person.program.shell) == [], place.key
        assert not [each for each in focusable(person.program.shell) if not each.accessibleName().strip()], place.key
    listed = person.open("requests")
    assert isinstance(listed, RequestsPage)
    line = listed.listed.line(0)
    assert line is not None
    for key in ("request", "letter"):
        person.open(key, line.id)
        person.settle()
        assert nameless(person.program.shell) == [], key


def test_sections_and_dialogs_say_what_their_parts_are(sample_window: Callable[[str, str], Person]) -> None:
    person = sample_window("desa", "sepatin-kades")
    for section in SECTIONS:
        person.open("settings", section)
        person.settle()
        assert nameless(person.program.shell) == [], section
    for which, made in DIALOGS.items():
        dialog = made(person.program.shell)
        dialog.show()
        person.settle()
        assert nameless(dialog) == [], which
        dialog.close()


def review_of(person: Person) -> ReviewPage:
    """The list before a batch, with everything in it that waits for this officer."""
    queue = person.open("queue")
    assert isinstance(queue, QueuePage)
    queue._choose_all(on=True)
    queue.review()
    person.settle()
    found = person.page
    assert isinstance(found, ReviewPage), person.workplace.key
    assert found.rows
    return found


def test_the_list_of_the_head_of_social_welfare_says_what_its_parts_are(
    tmp_path: Path, open_window: Callable[..., Person]
) -> None:
    clock, kesos = Ticking(NOW), "anggana-kasi-kesos"
    village = begin_desk(tmp_path / "desa", VILLAGE, ("sepatin-petugas",), outside_at(clock.now))
    desk = begin_desk(tmp_path / "kecamatan", KECAMATAN, (kesos,), outside_at(clock.now))
    request = file_request(village, "sktm", poverty())
    hear(village, request, "sepatin-kades", ActionKind.ISSUE, ISSUED)
    carry(village, desk, request)
    for each in (village, desk):
        each.close()
    person = open_window(tmp_path / "kecamatan", clock=fakes.Clock(clock.at))
    person.enter(kesos, PASSWORD)
    page = review_of(person)
    assert not page._panel.keys.isVisible()
    assert nameless(person.program.shell) == []


def test_a_field_without_a_name_is_found(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    QLineEdit(dialog)
    dialog.show()
    assert nameless(dialog) == ["EditableText QLineEdit"]
