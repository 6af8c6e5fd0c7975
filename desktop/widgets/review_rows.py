"""A line of the list before a batch: a box to tick, what it is, what speaks against it, and later how it went."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Meaning, Type, px
from desktop.widgets.cards import Sign
from desktop.widgets.delegates import paint_check
from desktop.widgets.text import OneLine, ToneWords, Words


class TickBox(QCheckBox):
    """A box to tick as large as the ones of the queue."""

    def sizeHint(self) -> QSize:
        """24 px to hit."""
        return QSize(px(24), px(24))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, faint where it cannot be ticked."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        side = px(18)
        paint_check(painter, QRect(px(3), (self.height() - side) // 2, side, side), on=self.isChecked())
        painter.end()


class ReviewRow(QWidget):
    """One request. `outcome`: empty, ``waits``, ``going``, ``done``, ``failed`` or ``left``."""

    def __init__(self, title: str, subject: str, left: str, *, late: bool) -> None:
        super().__init__()
        self.outcome = ""
        self._title = f"{title}: {subject}"
        self.setMinimumHeight(px(56))
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), px(8), px(16), px(8))
        line.setSpacing(px(12))
        self.box = TickBox()
        line.addWidget(self.box)
        names, holder = QVBoxLayout(), QWidget()
        holder.setLayout(names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(px(1))
        names.addStretch(1)
        names.addWidget(OneLine(title, Type.STRONG))
        names.addWidget(Words(subject, Type.SECOND, "second", wrap=True))
        names.addStretch(1)
        line.addWidget(holder, 5)
        self._left = ToneWords(left, Meaning.ATTENTION if late else Meaning.QUIET, Type.LABEL)
        self._left.setFixedWidth(px(92))
        line.addWidget(self._left)
        self._sign = Sign("eye", 16)
        self._words = ToneWords("", Meaning.QUIET, Type.SECOND, wrap=True)
        said, told = QHBoxLayout(), QWidget()
        told.setLayout(said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(px(8))
        said.addWidget(self._sign)
        said.addWidget(self._words, 1)
        line.addWidget(told, 6)
        for part in (holder, told):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def words(self) -> str:
        """What stands at its right."""
        return self._words.text()

    def say(self, words: str, *, doubtful: bool) -> None:
        """What the check found."""
        self._tell("warning" if doubtful else "eye", words, Meaning.ATTENTION if doubtful else Meaning.QUIET)

    def wait(self) -> None:
        """Its turn will come."""
        self.outcome = "waits"
        self._tell("clock", self.tr("Menunggu giliran"), Meaning.QUIET)

    def go(self) -> None:
        """It is its turn."""
        self.outcome = "going"
        self._tell("refresh", self.tr("Sedang dikerjakan…"), Meaning.MOVING)

    def done(self, words: str) -> None:
        """It is on the disk."""
        self.outcome = "done"
        self._tell("outbox", words, Meaning.MOVING)

    def fail(self, why: str) -> None:
        """It is not, and why."""
        self.outcome = "failed"
        self._tell("warning", why, Meaning.REFUSED)

    def leave_out(self, why: str) -> None:
        """A stop came before it."""
        self.outcome = "left"
        self._tell("clock", why, Meaning.QUIET)

    def _tell(self, icon: str, words: str, meaning: Meaning) -> None:
        self._sign.name, self._sign.meaning, self._words.meaning = icon, meaning, meaning
        self._words.setText(words)
        self._sign.setVisible(bool(words))
        self._sign.update()
        self._words.update()
        self.box.setAccessibleName(self._title)
        self.box.setAccessibleDescription(words)
