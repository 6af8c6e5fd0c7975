"""A list of things to do together: ticked or not, and what came of each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme import Meaning, Type, px
from desktop.widgets.cards import Sign
from desktop.widgets.text import OneLine, ToneWords
from desktop.widgets.tick import Tick

_ICONS = {
    Meaning.QUIET: "circle",
    Meaning.MOVING: "clock",
    Meaning.DONE: "check-circle",
    Meaning.ATTENTION: "warning",
    Meaning.REFUSED: "x-circle",
}


class BatchRow(QWidget):
    """A tick, a title with a person, a note, and at the right what came of it."""

    def __init__(self, title: str, subject: str, note: str, *, ticked: bool, possible: bool) -> None:
        super().__init__()
        self.setMinimumHeight(px(52))
        self.tick = Tick()
        self.tick.setChecked(ticked and possible)
        self.tick.setEnabled(possible)
        self.tick.setAccessibleName(f"{title}, {subject}. {note}")
        self._sign = Sign("circle", 18, Meaning.QUIET)
        self._sign.hide()
        self._outcome = ToneWords("", Meaning.QUIET, Type.SECOND, wrap=True)
        self._outcome.setMinimumWidth(px(140))
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), px(6), px(16), px(6))
        line.setSpacing(px(12))
        line.addWidget(self.tick)
        line.addWidget(OneLine(title, Type.STRONG), 3)
        line.addWidget(OneLine(subject), 2)
        line.addWidget(OneLine(note, Type.SECOND, "second"), 4)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._outcome, 2)
        self._outcome.hide()

    @property
    def ticked(self) -> bool:
        """Whether it is to be done."""
        return self.tick.isChecked() and self.tick.isEnabled()

    @property
    def outcome(self) -> str:
        """What came of it, in words; empty before."""
        return self._outcome.text()

    def say(self, text: str, meaning: Meaning) -> None:
        """What came of it."""
        self._sign.name, self._sign.meaning = _ICONS[meaning], meaning
        self._sign.setVisible(bool(text))
        self._sign.update()
        self._outcome.meaning = meaning
        self._outcome.setText(text)
        self._outcome.setVisible(bool(text))
        self._outcome.update()
