"""State chips (word, icon, colour: never colour alone) and the filters above a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from desktop.theme import Meaning, Type, font, px, tokens, tone
from desktop.widgets.painting import advance, paint_icon


class StateChip(QLabel):
    """A pill that says in which state something is."""

    def __init__(self, word: str = "", icon: str = "circle", meaning: Meaning = Meaning.QUIET) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(word, icon, meaning)

    def say(self, word: str, icon: str, meaning: Meaning) -> None:
        """Another state."""
        self.icon_name, self.meaning = icon, meaning
        self.setText(word)
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, word and room around them."""
        return QSize(advance(self.text(), Type.LABEL) + px(16 + 8 + 24) + 2, px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tone(self.meaning)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.back))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        paint_icon(painter, QRect(px(10), 0, px(16), self.height()), self.icon_name, now.ink, 16)
        painter.setFont(font(Type.LABEL))
        painter.setPen(QColor(now.ink))
        painter.drawText(self.rect().adjusted(px(32), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()


class FilterChip(QPushButton):
    """One filter of a list with the count behind it; one of a row is checked.

    `tight` is for a row of many, where the word may be shorter than the name that a screen reader says: nine states fit
    beside each other at 1366 px and 100 % text.
    """

    def __init__(self, word: str, icon: str = "", meaning: Meaning = Meaning.QUIET, *, tight: bool = False) -> None:
        super().__init__(word)
        self.name = word
        self.pill = True
        """Its ends are half rounds, and so are those of the ring around it."""
        self.icon_name, self.meaning = icon, meaning
        self.count: int | None = None
        self._kind = Type.CAPTION if tight else Type.SECOND
        self._pad, self._gap, self._icon, self._high = (8, 5, 14, 30) if tight else (13, 8, 16, 32)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)

    def say(self, count: int) -> None:
        """How many there are."""
        self.count = count
        self.setAccessibleName(f"{self.name} {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, word, count; wide enough for the heavier letters of the one that is chosen."""
        width = px(2 * self._pad) + self._wide(self.text()) + 2
        width += px(self._icon + self._gap) if self.icon_name else 0
        width += px(self._gap) + self._wide(str(self.count)) if self.count is not None else 0
        return QSize(width, px(self._high))

    def minimumSizeHint(self) -> QSize:
        """The same: never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs another room."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pill, filled softly when it is the one chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tokens()
        chosen = self.isChecked()
        painter.setPen(QPen(QColor(now.accent if chosen else now.line), 1))
        painter.setBrush(QColor(now.soft if chosen else now.surface))
        half = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), half, half)
        x = px(self._pad)
        if self.icon_name:
            box = QRect(x, 0, px(self._icon), self.height())
            paint_icon(painter, box, self.icon_name, tone(self.meaning).ink, self._icon)
            x += px(self._icon + self._gap)
        painter.setFont(self._written(chosen=chosen))
        painter.setPen(QColor(now.accent if chosen else now.text))
        painter.drawText(QRect(x, 0, self.width() - x, self.height()), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.count is not None:
            painter.setPen(QColor(now.accent if chosen else now.text2))
            box = self.rect().adjusted(0, 0, -px(self._pad), 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(self.count))
        painter.end()

    def _written(self, *, chosen: bool) -> QFont:
        found = font(self._kind)
        if chosen:
            found.setWeight(QFont.Weight.DemiBold)
        return found

    def _wide(self, text: str) -> int:
        return QFontMetrics(self._written(chosen=True)).horizontalAdvance(text)
