"""The status bar: connection, what waits, the last success; always there, never loud."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme import Meaning, Type, px
from desktop.widgets.cards import Sign
from desktop.widgets.text import OneLine, ToneWords, Words


@dataclass(frozen=True, slots=True)
class Status:
    """What the bar says. Offline is grey: it is an ordinary day."""

    icon: str
    meaning: Meaning
    word: str
    rest: tuple[str, ...] = ()


class StatusLine(QWidget):
    """The line under every page."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(px(36))
        self._sign = Sign("cloud-off", 18, Meaning.QUIET)
        self._word = ToneWords("", Meaning.QUIET, Type.SECOND_STRONG)
        self._rest = OneLine("", Type.SECOND, "second")
        self._told = Words("", Type.SECOND, "second")
        self._shield = Sign("shield", 18)
        self._safe = Words(self.tr("Data aman di komputer ini"), Type.SECOND, "second")
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), 0, px(16), 0)
        line.setSpacing(px(8))
        line.addWidget(self._sign)
        line.addWidget(self._word)
        line.addWidget(self._rest, 1)
        line.addWidget(self._told)
        line.addWidget(self._shield)
        line.addWidget(self._safe)

    def say(self, status: Status) -> None:
        """Another status."""
        self._sign.name, self._sign.meaning = status.icon, status.meaning
        self._word.meaning = status.meaning
        self._word.setText(status.word)
        self._rest.setText("".join(f"·  {part}  " for part in status.rest).strip())
        self.setAccessibleName(" · ".join((status.word, *status.rest)))
        self.setFixedHeight(px(36))
        self._sign.update()

    def tell(self, sentence: str) -> None:
        """A sentence about what was just done, at the right."""
        self._told.setText(sentence)
        self._safe.setVisible(not sentence)
        self._shield.setVisible(not sentence)

    @property
    def words(self) -> str:
        """Everything it says, for tests and screen readers."""
        return self.accessibleName()
