"""A document as it will be sent: its first page small, its name, and whether it is there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.theme import Meaning, Type, px, tokens, tone
from desktop.widgets.painting import advance, lines_of, paint_centred, paint_icon, paint_line
from desktop.widgets.text import tip

WIDE, _HIGH, _INSIDE, _LINES = 110, 124, 8, 3


class DocumentTile(QPushButton):
    """Pressing it opens the document, or the page where it can be taken."""

    def __init__(self, label: str, icon: str, meaning: Meaning, word: str, *, there: bool) -> None:
        super().__init__(label)
        self._icon, self._meaning, self._word, self._there = icon, meaning, word, there
        self._picture = QPixmap()
        self.setAccessibleName(f"{label}: {word}")
        self.setToolTip(tip(label))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def pictured(self) -> bool:
        """Whether its picture came."""
        return not self._picture.isNull()

    def show_picture(self, image: QImage) -> None:
        """The picture came."""
        self._picture = QPixmap.fromImage(image)
        self.update()

    def sizeHint(self) -> QSize:
        """Picture, name, state."""
        return QSize(px(WIDE), px(_HIGH) + px(4) + len(self._lines()) * px(17) + px(20))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet, the name under it, the state under that."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_sheet(painter, QRect(0, 0, self.width(), px(_HIGH)))
        lines, top = self._lines(), px(_HIGH) + px(4)
        names = QRect(0, top, self.width(), len(lines) * px(17))
        paint_centred(painter, names, lines, Type.LABEL, tokens().text)
        self._paint_state(painter, QRect(0, names.bottom() + 1, self.width(), px(20)))
        painter.end()

    def _lines(self) -> list[str]:
        return lines_of(self.text(), Type.LABEL, px(WIDE), _LINES)

    def _paint_sheet(self, painter: QPainter, box: QRect) -> None:
        now = tokens()
        strong = self.underMouse() or self.isDown()
        pen = QPen(QColor(now.accent if strong else now.line if self._there else now.ctl), 1)
        if not self._there:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(now.bg) if self._there else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        if self._picture.isNull():
            paint_icon(painter, box, "document" if self._there else "plus", now.text2, 24)
            return
        room = box.size() - QSize(2 * px(_INSIDE), 2 * px(_INSIDE))
        size = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (box.width() - size.width()) // 2, (box.height() - size.height()) // 2
        painter.fillRect(left, top, size.width(), size.height(), QColor(now.surface))
        painter.drawPixmap(left, top, size.width(), size.height(), self._picture)

    def _paint_state(self, painter: QPainter, box: QRect) -> None:
        ink = tone(self._meaning).ink
        wide = min(advance(self._word, Type.CAPTION), box.width() - px(20))
        left = (box.width() - wide - px(20)) // 2
        paint_icon(painter, QRect(left, box.y(), px(16), box.height()), self._icon, ink, 14)
        words = QRect(left + px(20), box.y(), wide + px(2), box.height())
        paint_line(painter, words, self._word, Type.CAPTION, ink)
