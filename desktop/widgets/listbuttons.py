"""Rows that are buttons: services on the first page, officers on the sign-in page."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QRadioButton, QSizePolicy

from desktop.theme import Type, px, tokens
from desktop.widgets.navigation import paint_initials
from desktop.widgets.painting import cap_width, paint_cap, paint_ground, paint_icon, paint_line
from desktop.widgets.text import tip


class ServiceButton(QPushButton):
    """A service with the key that begins it, or with a sentence about it."""

    def __init__(self, title: str, key: str = "", *, line: bool = True, text: str = "") -> None:
        super().__init__()
        self.title, self.key, self._line, self._text = title, key, line, text
        self.setToolTip(tip(text))
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def arm(self) -> None:
        """Let the key press it."""
        self.setShortcut(QKeySequence(self.key))

    def sizeHint(self) -> QSize:
        """A row of one line or of two."""
        return QSize(px(200), px(64 if self._text else 40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Title and key, with a hairline above."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tokens()
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect().adjusted(1, 1, -1, -1), QColor(now.soft))
        if self._line:
            painter.fillRect(QRect(0, 0, self.width(), 1), QColor(now.line2))
        width = cap_width(self.key) if self.key else 0
        box = self.rect().adjusted(px(16), 0, -px(24) - width, 0)
        if self._text:
            half = box.height() // 2
            paint_line(painter, box.adjusted(0, px(8), 0, -half), self.title, Type.STRONG, now.text)
            paint_line(painter, box.adjusted(0, half, 0, -px(10)), self._text, Type.SECOND, now.text2)
            paint_icon(painter, QRect(self.width() - px(40), 0, px(24), self.height()), "chevron-right", now.text2, 18)
        else:
            paint_line(painter, box, self.title, Type.BODY, now.text)
        if self.key:
            cap = QRect(self.width() - px(12) - width, 0, width, self.height())
            paint_cap(painter, cap, self.key, (now.text2, now.line, now.bg))
        painter.end()


class OfficerButton(QRadioButton):
    """An officer to sign in as."""

    def __init__(self, officer: str, name: str, post: str) -> None:
        super().__init__()
        self.officer, self.name, self.post = officer, name, post
        self.setAccessibleName(f"{name}, {post}" if post else name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """56 px high."""
        return QSize(px(200), px(56))

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802 - Qt's name; all of the row is the button
        """The whole row."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Initials, name over post, the mark at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, chosen = tokens(), self.isChecked()
        paint_ground(painter, self.rect(), now.soft if chosen else now.surface, now.accent if chosen else now.line)
        side = px(32)
        top = (self.height() - side) // 2
        paint_initials(painter, QRect(px(13), top, side, side), self.name, now.surface if chosen else "")
        width = self.width() - px(57) - px(48)
        half = self.height() // 2
        kind = Type.STRONG if chosen else Type.BODY
        if self.post:
            paint_line(painter, QRect(px(57), px(8), width, half - px(8)), self.name, kind, now.text)
            paint_line(painter, QRect(px(57), half, width, half - px(8)), self.post, Type.CAPTION, now.text2)
        else:
            paint_line(painter, QRect(px(57), 0, width, self.height()), self.name, kind, now.text)
        self._paint_mark(painter)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        now, chosen = tokens(), self.isChecked()
        middle = QRect(self.width() - px(34), (self.height() - px(18)) // 2, px(18), px(18))
        painter.setPen(QPen(QColor(now.accent if chosen else now.ctl), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent))
            inset = px(5)
            painter.drawEllipse(middle.adjusted(inset, inset, -inset, -inset))
