"""This computer: when it locks, whether closing the window ends the program, what is remembered about printing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from desktop.pages.section import Section, wrapped
from desktop.pages.settings_look import Choices, choices
from desktop.preferences import LOCKS, Preferences
from desktop.tray import tray_is_there
from desktop.widgets.buttons import ActButton
from desktop.widgets.cards import Card
from desktop.work import Work


class ComputerSection(Section):
    """What belongs to the computer and to none of its officers."""

    chosen = Signal(object)
    """New `Preferences`."""

    def __init__(self, work: Work, preferences: Preferences) -> None:
        super().__init__()
        self._work = work
        self._build_lock(preferences)
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

    def focus_first(self) -> None:
        """When it locks."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
