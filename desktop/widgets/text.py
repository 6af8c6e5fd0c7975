"""Words on a page, in the type scale."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desktop.theme import Meaning, Type, tone


class Words(QLabel):
    """A label of the scale. `ink`: ``""`` for text, ``second`` for captions and hints, ``accent``."""

    def __init__(self, text: str = "", kind: Type = Type.BODY, ink: str = "", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setProperty("type", kind.value)
        self.setProperty("ink", ink)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)


class ToneWords(Words):
    """Words in the colour of a meaning; the colour follows the look."""

    def __init__(self, text: str, meaning: Meaning, kind: Type = Type.BODY, *, wrap: bool = False) -> None:
        super().__init__(text, kind, wrap=wrap)
        self.meaning = meaning

    def paintEvent(self, event: QPaintEvent) -> None:
        """Take the colour of the look in force."""
        ink = tone(self.meaning).ink
        if self.property("inked") != ink:
            self.setProperty("inked", ink)
            self.setStyleSheet(f"color: {ink};")
        super().paintEvent(event)


class OneLine(Words):
    """One line that ends in an ellipsis where there is no room; the whole text is in its tool tip and its name."""

    def __init__(self, text: str = "", kind: Type = Type.BODY, ink: str = "") -> None:
        super().__init__(text, kind, ink)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """May shrink to a few letters."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Elide."""
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline."""
    found = QFrame(parent)
    found.setProperty("ground", "rule")
    found.setFixedHeight(1)
    return found
