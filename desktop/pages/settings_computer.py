"""This computer: when it locks, whether closing the window ends the program, what is remembered about printing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal

from desktop.office import printing
from desktop.office.desk import Desk
from desktop.office.overview import see_services
from desktop.office.printing import RECEIPT, Choice
from desktop.pages.section import Section, wrapped
from desktop.pages.settings_look import Choices, choices
from desktop.preferences import LOCKS, Preferences
from desktop.theme import Type
from desktop.tray import tray_is_there
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.text import OneLine, Words
from desktop.work import Work


@dataclass(frozen=True, slots=True)
class Kept:
    """A choice for one type of letter; the title is empty for receipts."""

    what: str
    title: str
    choice: Choice


class ComputerSection(Section):
    """What belongs to the computer and to none of its officers."""

    chosen = Signal(object)
    """New `Preferences`."""

    def __init__(self, work: Work, preferences: Preferences) -> None:
        super().__init__()
        self._work = work
        self._build_lock(preferences)
        self._printing = Card()
        self._printing.head(self.tr("Printer dan kertas yang diingat"), "printer")
        self.column.addWidget(self._printing)
        if tray_is_there():
            self._build_closing(preferences)

    def _build_lock(self, preferences: Preferences) -> None:
        card = Card()
        card.head(self.tr("Kunci layar"), "lock")
        minutes: Choices = [(self.tr("%1 menit").replace("%1", str(each)), {"lock_minutes": each}) for each in LOCKS]
        self._first = choices(self, card, self.tr("Kunci layar setelah"), preferences, minutes)
        now = ActButton(self.tr("Kunci sekarang"), icon="lock", key="Ctrl+L")
        now.clicked.connect(lambda: self.go.emit("lock", None))
        card.row(wrapped(self.tr("Saat terkunci, yang menunggu tetap dikirim di latar.")), now, height=56)
        self.column.addWidget(card)

    def _build_closing(self, preferences: Preferences) -> None:
        card = Card()
        card.head(self.tr("Saat jendela ditutup"), "x")
        offered: Choices = [
            (self.tr("Akhiri program"), {"keep_running": False}),
            (self.tr("Tetap jalan di dekat jam"), {"keep_running": True}),
        ]
        choices(self, card, self.tr("Menutup jendela"), preferences, offered)
        self.column.addWidget(card)

    def refresh(self) -> None:
        """What is remembered about printing."""
        self._work.look("printing", _printing, self._show_printing)

    def _show_printing(self, kept: tuple[Kept, ...]) -> None:
        self._printing.clear(keep=2)
        for each in kept:
            title = each.title or self.tr("Tanda terima")
            forget = ActButton(self.tr("Lupakan"), Kind.WORD)
            forget.setAccessibleName(f"{forget.text()}: {title}")
            forget.clicked.connect(partial(self._forget, each.what))
            paper = Words(each.choice.paper, Type.SECOND, "second")
            self._printing.row(OneLine(title), OneLine(each.choice.printer, Type.SECOND, "second"), paper, forget)
        text = (
            self.tr("Dipilih saat mencetak pertama kali, untuk setiap jenis surat. Lupakan untuk ditanya lagi.")
            if kept
            else self.tr("Belum ada. Printer dan kertas ditanya saat mencetak pertama kali, lalu diingat.")
        )
        self._printing.row(wrapped(text, kind=Type.SECOND if kept else Type.BODY))

    def _forget(self, what: str, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        self._work.do(lambda desk: printing.forget(desk, what), lambda _changed: self.refresh())

    def focus_first(self) -> None:
        """When it locks."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)


def _printing(desk: Desk) -> tuple[Kept, ...]:
    titles = {each.id: each.title for each in see_services(desk)}
    found = []
    for what, choice in printing.all_remembered(desk).items():
        service = what.partition(":")[0]
        found.append(Kept(what, "" if service == RECEIPT else titles.get(service, service), choice))
    return tuple(sorted(found, key=lambda each: each.title))
