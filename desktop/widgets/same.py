"""The question about a second request: the old one and the new one side by side, then one of two ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.office.duplicates import Same
from desktop.theme import Meaning, Type, px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.fields import Field
from desktop.widgets.flow import FlowLayout
from desktop.widgets.text import Words
from desktop.wording import moment

_LINES = 6


class SameCard(Card):
    """Opening the old one leaves the draft as it is; going on needs a reason, which travels with the request."""

    open_old = Signal(str)

    def __init__(self, same: tuple[Same, ...], utc_offset: int) -> None:
        super().__init__()
        self._utc_offset = utc_offset
        head = self.head(self.tr("Sudah ada permohonan yang sama dan belum selesai"), "duplicate", Meaning.ATTENTION)
        if len(same) > 1:
            head.say(len(same))
        inner = QWidget()
        self._stack = QVBoxLayout(inner)
        self._stack.setContentsMargins(px(16), px(12), px(16), px(16))
        self._stack.setSpacing(px(12))
        self.body.addWidget(inner)
        self.buttons: list[ActButton] = []
        for each in same:
            self._stack.addLayout(self._beside(each, utc_offset))
        self._choose = ActButton(self.tr("Tetap buat baru"), Kind.OUTLINE, "plus")
        self._why = QLineEdit()
        self._field = Field(
            self.tr("Alasan tetap membuat baru"), self._why, self.tr("Dibaca pemeriksa dan ikut dikirim.")
        )
        self._finish(same)

    def _beside(self, same: Same, utc_offset: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        heads = ("", self.tr("Yang lama"), self.tr("Yang sedang dibuat"))
        for column, text in enumerate(heads):
            grid.addWidget(Words(text, Type.STRONG), 0, column)
        rows = [
            (self.tr("Diajukan"), moment(same.submitted_at, utc_offset), self.tr("belum diajukan")),
            (self.tr("Keadaan"), same.state_words, self.tr("draf")),
            *((each.label, each.old, each.new) for each in same.lines[:_LINES]),
        ]
        for place, (label, old, new) in enumerate(rows, start=1):
            grid.addWidget(Words(label, Type.SECOND, "second", wrap=True), place, 0)
            for column, text in ((1, old), (2, new)):
                grid.addWidget(Words(text or self.tr("Tidak diisi"), wrap=True), place, column)
        more = len(same.lines) - _LINES
        if more > 0 or not same.lines:
            text = self.tr("dan %1 perbedaan lain").replace("%1", str(more)) if more > 0 else self.tr("Isinya sama.")
            grid.addWidget(Words(text, Type.SECOND, "second"), len(rows) + 1, 1, 1, 2)
        return grid

    def _finish(self, same: tuple[Same, ...]) -> None:
        line = FlowLayout(px(12))
        for each in same:
            word = self.tr("Buka yang lama")
            told = f"{word}, {moment(each.submitted_at, self._utc_offset)}" if len(same) > 1 else word
            old = ActButton(told, Kind.OUTLINE, "list")
            old.clicked.connect(lambda _checked=False, request=each.request: self.open_old.emit(request))
            self.buttons.append(old)
            line.addWidget(old)
        line.addWidget(self._choose)
        self._stack.addLayout(line)
        self._stack.addWidget(self._field)
        self._field.hide()
        self._choose.clicked.connect(self._ask_why)

    @property
    def reason(self) -> str:
        """Why a second request is right."""
        return self._why.text().strip()

    def settled(self) -> bool:
        """A reason was given; if not, what is missing takes the keyboard and says so."""
        if self.reason:
            return True
        self._ask_why()
        self._field.set_error(self.tr("Tulis alasannya, atau buka permohonan yang lama."))
        return False

    def _ask_why(self) -> None:
        self._field.show()
        self._why.setFocus()
