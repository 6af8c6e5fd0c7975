"""The person whom the register knows: shown, asked about, then filled in; nothing is retyped."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from desktop.theme import Type, px
from desktop.widgets.buttons import ActButton
from desktop.widgets.cards import Card, Sign
from desktop.widgets.text import OneLine, Words


class FoundPerson(Card):
    """Asks ``Sesuai dengan orangnya?`` before anything is filled in."""

    confirmed = Signal()
    denied = Signal()

    def __init__(self) -> None:
        super().__init__("found")
        self._name, self._since = OneLine("", Type.HEAD), Words("", Type.CAPTION, "second")
        self._values = [OneLine() for _ in range(4)]
        self.body.setContentsMargins(px(16), px(12), px(16), px(12))
        self.body.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Sign("user", 20, ink="accent"))
        head.addWidget(self._name, 1)
        head.addWidget(self._since)
        self.body.addLayout(head)
        self.body.addLayout(self._facts())
        self.body.addLayout(self._question())
        self.hide()

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(2))
        heads = (self.tr("Lahir"), self.tr("Alamat"), self.tr("No. KK"), self.tr("NIK"))
        for place, (head, value) in enumerate(zip(heads, self._values, strict=True)):
            row, column = place % 2, place // 2 * 2
            grid.addWidget(Words(head, Type.SECOND, "second"), row, column)
            grid.addWidget(value, row, column + 1)
            grid.setColumnStretch(column + 1, 1)
        return grid

    def _question(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(8))
        self.yes, self.no = ActButton(self.tr("Ya, sesuai"), icon="check"), ActButton(self.tr("Bukan"), icon="x-circle")
        self.yes.clicked.connect(self.confirmed)
        self.no.clicked.connect(self.denied)
        line.addWidget(Words(self.tr("Sesuai dengan orangnya?"), Type.STRONG))
        line.addWidget(self.yes)
        line.addWidget(self.no)
        line.addStretch(1)
        return line

    def show_person(self, person: Mapping[str, str], since: str) -> None:
        """Ask about this person."""
        born = "-".join(reversed(person.get("tanggal_lahir", "").split("-")))
        place = person.get("tempat_lahir", "")
        self._name.setText(person.get("nama", ""))
        shown = (
            f"{place}, {born}".strip(", "),
            person.get("alamat", ""),
            _grouped(person.get("kk", "")),
            _grouped(person.get("nik", "")),
        )
        for words, value in zip(self._values, shown, strict=True):
            words.setText(value or "—")
        self._since.setText(since)
        self.setAccessibleName(person.get("nama", ""))
        self.show()


def _grouped(digits: str) -> str:
    """A number of an identity card in groups of four."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
