"""Cards: a ground with a hairline edge, a head and rows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Meaning, Type, px, tokens, tone
from desktop.widgets.painting import paint_icon
from desktop.widgets.text import ToneWords, Words, rule


class Sign(QLabel):
    """An icon that follows the look. Decoration: a word always stands beside it."""

    def __init__(self, name: str, size: int = 20, meaning: Meaning | None = None, ink: str = "text2") -> None:
        super().__init__()
        self.name = name
        self.size_px = size
        self.meaning = meaning
        self.ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(px(self.size_px), px(self.size_px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon in the ink of the look."""
        painter = QPainter(self)
        ink = getattr(tokens(), self.ink) if self.meaning is None else tone(self.meaning).ink
        paint_icon(painter, self.rect(), self.name, ink, self.size_px)
        painter.end()


class Badge(Sign):
    """A large icon on the round ground of its meaning: the one thing a page is about."""

    def __init__(self, name: str, meaning: Meaning) -> None:
        super().__init__(name, 28, meaning)

    def sizeHint(self) -> QSize:
        """56 px."""
        return QSize(px(56), px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The round, then the icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone(self.meaning or Meaning.QUIET).back))
        painter.drawEllipse(self.rect())
        painter.end()
        super().paintEvent(event)


class Card(QFrame):
    """A ground for things that belong together; `body` is where they go."""

    def __init__(self, ground: str = "card") -> None:
        super().__init__()
        self.setProperty("ground", ground)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)

    def head(self, title: str, icon: str = "", meaning: Meaning | None = None) -> CardHead:
        """Put a head on top, with a hairline under it."""
        found = CardHead(title, icon, meaning)
        self.body.insertWidget(0, found)
        self.body.insertWidget(1, rule())
        return found

    def row(self, *parts: QWidget | int, height: int = 40) -> QWidget:
        """Add a row: widgets side by side, a number for a stretch of that weight. A hairline parts it from the last."""
        last = self.body.itemAt(self.body.count() - 1)
        if last is not None and not _is_rule(last.widget()):
            self.body.addWidget(rule())
        found = QWidget()
        found.setMinimumHeight(px(height))
        line = QHBoxLayout(found)
        line.setContentsMargins(px(16), px(4), px(16), px(4))
        line.setSpacing(px(12))
        for part in parts:
            if isinstance(part, int):
                line.addStretch(part)
            else:
                line.addWidget(part)
        self.body.addWidget(found)
        return found

    def clear(self, keep: int = 0) -> None:
        """Take everything out but the first `keep` parts."""
        while self.body.count() > keep:
            item = self.body.takeAt(keep)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class CardHead(QWidget):
    """Icon, title, count, and room for actions at the right."""

    def __init__(self, title: str, icon: str, meaning: Meaning | None) -> None:
        super().__init__()
        self.setMinimumHeight(px(46))
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(px(16), px(4), px(16), px(4))
        self.line.setSpacing(px(12))
        if icon:
            self.line.addWidget(Sign(icon, 20, meaning))
        self.title = Words(title, Type.HEAD)
        self.line.addWidget(self.title)
        self.count: Words = ToneWords("", meaning, Type.HEAD) if meaning else Words("", Type.HEAD, "second")
        self.count.hide()
        self.line.addWidget(self.count)
        self.note = Words("", Type.SECOND, "second")
        self.note.hide()
        self.line.addWidget(self.note)
        self.line.addStretch(1)

    def say(self, count: int | None = None, note: str = "") -> None:
        """A count and a note beside the title."""
        self.count.setText("" if count is None else str(count))
        self.count.setVisible(count is not None)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def add(self, widget: QWidget) -> None:
        """An action at the right; one that is only a word ends where the rows under it end."""
        self.line.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight)
        flush = getattr(widget, "bare", False)
        self.line.setContentsMargins(px(16), px(4), px(10 if flush else 16), px(4))


def _is_rule(widget: QWidget | None) -> bool:
    return isinstance(widget, QFrame) and widget.property("ground") == "rule"


def pair(name: str, value: str, width: int = 184, *, ink: str = "") -> tuple[Words, Words]:
    """A name in the second ink and its value, for rows of answers."""
    left = Words(name, Type.BODY, "second", wrap=True)
    left.setFixedWidth(px(width))
    right = Words(value, Type.BODY, ink, wrap=True)
    right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return left, right
