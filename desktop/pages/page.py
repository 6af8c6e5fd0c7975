"""What every page shares: it is shown, it reads anew, it says where it wants to go."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.theme import Type, px
from desktop.widgets.text import OneLine, Words


class Page(QWidget):
    """A page of the window. `refresh` reads anew; `focus_first` puts the keyboard where the work begins."""

    go = Signal(str, object)
    """The key of another page, and what it should show."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    @property
    def thing(self) -> object:
        """What it shows now, for coming back to it after another look or language; None for nothing particular."""
        return None

    def show_thing(self, thing: object) -> None:
        """Open what the page was sent to show."""

    def refresh(self) -> None:
        """Read anew."""

    def hear(self, _changed: object) -> None:
        """Something changed on the desk. A method, not a lambda: Qt lets go of it together with the page."""
        if self.isVisible():
            self.refresh()

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""
        self.setFocus()

    def leave(self) -> None:
        """The page is left; what was typed is kept."""


class Heading(QWidget):
    """The page's name, a line under it, and actions at the right."""

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__()
        self.title = Words(title, Type.HEADING, wrap=True)
        self.text = OneLine(text, Type.SECOND, "second")
        self.text.setVisible(bool(text))
        names = QVBoxLayout()
        names.setSpacing(px(2))
        names.addWidget(self.title)
        names.addWidget(self.text)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(px(12))
        self.line.addLayout(names, 1)

    def add(self, widget: QWidget) -> None:
        """An action at the right."""
        self.line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, title: str, text: str = "") -> None:
        """Other words."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))


class Content(QWidget):
    """What scrolls, as high as its lines are at the width that there is.

    Qt asks for the height at the smallest width instead, where every sentence is many lines: the page would scroll on
    over nothing.
    """

    def minimumSizeHint(self) -> QSize:
        """No height of its own where the layout knows one for the width."""
        least, layout = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 1) if layout is not None and layout.hasHeightForWidth() else least


class ScrolledColumn(QScrollArea):
    """Scrolls up and down only. The scroll bar stands in the margin: a page does not grow narrower when it comes."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        layout = content.layout()
        self._margin = 0 if layout is None else layout.contentsMargins().right()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room beside the bar is what the margin has left."""
        super().resizeEvent(event)
        content, taken = self.widget(), self.width() - self.viewport().width()
        layout = content.layout() if content is not None else None
        if layout is None or self._margin < 2 * taken:
            return
        margins = layout.contentsMargins()
        if margins.right() != self._margin - taken:
            margins.setRight(self._margin - taken)
            layout.setContentsMargins(margins)


def scrolled(content: QWidget) -> QScrollArea:
    """A column that scrolls up and down only."""
    area = ScrolledColumn(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("ground", "page")
    area.setViewport(_clear_viewport())
    area.setWidget(content)
    return area


def _clear_viewport() -> QWidget:
    """One of our own shows what is under it, and Python knows it: the first of Qt's costs 45 ms to be recognized."""
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    return viewport


def column(page: QWidget, *, margin: int = 32, top: int = 20) -> QVBoxLayout:
    """The page's column, scrolling when the screen is small."""
    content = Content()
    inner = QVBoxLayout(content)
    inner.setContentsMargins(px(margin), px(top), px(margin), px(16))
    inner.setSpacing(px(16))
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scrolled(content))
    return inner
