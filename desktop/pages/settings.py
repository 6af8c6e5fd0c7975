"""Settings of this computer: text size, light or dark, language, lock; officers of this desk."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal

from desktop.door import read_door
from desktop.office import examining
from desktop.office.changes import Changed
from desktop.pages.page import Heading, Page, column
from desktop.preferences import LOCKS, Preferences
from desktop.theme import SCALES, Meaning, Type, px
from desktop.widgets.buttons import ActButton
from desktop.widgets.cards import Card, Sign
from desktop.widgets.chips import FilterChip
from desktop.widgets.text import Words
from desktop.work import Work


class SettingsPage(Page):
    """Each choice takes effect at once."""

    chosen = Signal(object)
    """New `Preferences`."""

    def __init__(self, work: Work, preferences: Preferences) -> None:
        super().__init__()
        self._work, self._preferences = work, preferences
        self._column = column(self)
        self._column.addWidget(Heading(self.tr("Pengaturan"), self.tr("Berlaku untuk komputer ini, langsung dipakai.")))
        self._build_look()
        self._build_officers()
        self._build_checks()
        self._column.addStretch(1)

    def _build_look(self) -> None:
        card = Card()
        card.head(self.tr("Tampilan"), "eye")
        self._first = self._choices(card, self.tr("Ukuran huruf"), "scale", [(f"{scale} %", scale) for scale in SCALES])
        self._choices(card, self.tr("Warna"), "dark", [(self.tr("Terang"), False), (self.tr("Gelap"), True)])
        self._choices(card, self.tr("Bahasa"), "language", [("Bahasa Indonesia", "id"), ("English", "en")])
        minutes = [(self.tr("%1 menit").replace("%1", str(each)), each) for each in LOCKS]
        self._choices(card, self.tr("Kunci layar setelah"), "lock_minutes", minutes)
        self._column.addWidget(card)

    def _choices(self, card: Card, label: str, name: str, choices: list[tuple[str, Any]]) -> FilterChip:
        """A row of chips; one is checked. Gives the checked one."""
        chips = []
        for word, value in choices:
            chip = FilterChip(word)
            chip.setAccessibleName(f"{label}: {word}")
            chip.setChecked(getattr(self._preferences, name) == value)
            chip.clicked.connect(partial(self._choose, name, value))
            chips.append(chip)
        words = Words(label, Type.BODY)
        words.setMinimumWidth(px(200))
        card.row(words, *chips, 1, height=52)
        return next((chip for chip in chips if chip.isChecked()), chips[0])

    def _build_officers(self) -> None:
        card = Card()
        card.head(self.tr("Petugas di komputer ini"), "users")
        desk = self._work.desk
        for officer in read_door(desk.profile, desk.vault.officers()).officers:
            card.row(Sign("user"), Words(officer.name, Type.BODY), Words(officer.post, Type.SECOND, "second"), 1)
        add = ActButton(self.tr("Tambah petugas dengan kode"), icon="plus")
        add.clicked.connect(lambda: self.go.emit("join", None))
        lock = ActButton(self.tr("Kunci layar"), icon="lock", key="Ctrl+L")
        lock.clicked.connect(lambda: self.go.emit("lock", None))
        card.row(add, lock, 1, height=60)
        self._column.addWidget(card)

    def _build_checks(self) -> None:
        self._checks = Card()
        head = self._checks.head(self.tr("Periksa komputer ini"), "check-circle")
        begin = ActButton(self.tr("Periksa sekarang"), icon="refresh")
        begin.clicked.connect(self._examine)
        head.add(begin)
        text = self.tr("Ruang, basis data, jam, dan sambungan diperiksa. Tidak ada yang diubah.")
        self._checks.row(Words(text, Type.BODY, "second", wrap=True))
        self._column.addWidget(self._checks)

    def focus_first(self) -> None:
        """The text size."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, name: str, value: Any, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        self.chosen.emit(msgspec.structs.replace(self._preferences, **{name: value}))

    def _examine(self) -> None:
        reach = self._work.reach
        self._work.look("examine", lambda desk: examining.examine(desk, reach), self._show_checks)

    def _show_checks(self, changed: Changed) -> None:
        self._checks.clear(keep=2)
        found = changed.told.get("checks")
        for check in found if isinstance(found, list) else []:
            if isinstance(check, dict):
                good = check["good"]
                meaning = Meaning.QUIET if good is None else Meaning.DONE if good else Meaning.ATTENTION
                icon = "help" if good is None else "check-circle" if good else "warning"
                self._checks.row(Sign(icon, 20, meaning), Words(str(check["sentence"]), Type.BODY, wrap=True))
