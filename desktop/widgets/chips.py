"""State chips (word, icon, colour: never colour alone) and the filters above a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
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
    """One filter of a list with the count behind it; one of a row is checked."""

    def __init__(self, word: str, icon: str = "", meaning: Meaning = Meaning.QUIET) -> None:
        super().__init__(word)
        self.icon_name, self.meaning = icon, meaning
        self.count: int | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)

    def say(self, count: int) -> None:
        """How many there are."""
        self.count = count
        self.setAccessibleName(f"{self.text()} {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, word, count."""
        width = px(28) + advance(self.text(), Type.SECOND) + 2
        width += px(24) if self.icon_name else 0
        width += px(8) + advance(str(self.count), Type.SECOND) if self.count is not None else 0
        return QSize(width, px(32))

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
        x = px(13)
        if self.icon_name:
            paint_icon(painter, QRect(x, 0, px(16), self.height()), self.icon_name, tone(self.meaning).ink, 16)
            x += px(24)
        written = font(Type.SECOND)
        if chosen:
            written.setWeight(written.Weight.DemiBold)
        painter.setFont(written)
        painter.setPen(QColor(now.accent if chosen else now.text))
        painter.drawText(QRect(x, 0, self.width() - x, self.height()), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.count is not None:
            painter.setPen(QColor(now.accent if chosen else now.text2))
            box = self.rect().adjusted(0, 0, -px(13), 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(self.count))
        painter.end()
