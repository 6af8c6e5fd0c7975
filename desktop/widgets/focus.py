"""The focus ring: 2 px of accent, 2 px away from the control, over everything beside it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from desktop.theme import px, tokens

_AWAY = 4
"""How far the ring's outer edge is from the control."""


class FocusRing(QObject):
    """Follows the keyboard's focus through one application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._on: QWidget | None = None
        self._ring: _Ring | None = None
        self._chain: list[QWidget] = []
        app.focusChanged.connect(self._moved)

    @property
    def widget(self) -> QWidget | None:
        """What the ring is drawn around."""
        return self._on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control as it, or what it lies in, moves, grows, hides."""
        if event.type() in _MOVES and any(watched is each for each in self._chain):
            self._place()
        return False

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for each in self._chain:
            if shiboken6.isValid(each):
                each.removeEventFilter(self)
        self._on = new if new is not None and _wants_ring(new) else None
        self._chain = _chain_of(self._on)
        for each in self._chain:
            each.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        on = self._on
        there = on is not None and shiboken6.isValid(on) and len(self._chain) > 1 and shiboken6.isValid(self._chain[-1])
        if not there or on is None or not on.isVisible():
            if self._ring is not None and shiboken6.isValid(self._ring):
                self._ring.hide()
            return
        around = self._chain[-1]
        if self._ring is None or not shiboken6.isValid(self._ring):
            self._ring = _Ring(around)
        if self._ring.parentWidget() is not around:
            self._ring.setParent(around)
        box = on.rect().translated(on.mapTo(around, QPoint()))
        self._ring.radius = box.height() / 2 + _AWAY if getattr(on, "pill", False) else px(8)
        self._ring.setGeometry(box.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY))
        self._ring.raise_()
        self._ring.show()


_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange})


def _chain_of(widget: QWidget | None) -> list[QWidget]:
    """The control and what it lies in, up to what scrolls or the window: there nothing clips the ring."""
    found: list[QWidget] = []
    while widget is not None:
        found.append(widget)
        above = widget.parentWidget()
        if len(found) > 1 and (widget.isWindow() or isinstance(above and above.parentWidget(), QScrollArea)):
            break
        widget = above
    return found


class _Ring(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.radius = float(px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.radius, self.radius)
        painter.end()


def _wants_ring(widget: QWidget) -> bool:
    """Lists draw their own ring inside the row; a scrolling page has none."""
    return not isinstance(widget, (QAbstractItemView, QScrollArea)) and not widget.isWindow()
