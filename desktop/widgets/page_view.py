"""Pages of a letter to look at: one at a time, turned by keys, as wide as the room or whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Type, px, tokens
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.flow import FlowLayout
from desktop.widgets.text import Words

_STEPS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
"""Of the width of the room. PDFium draws each anew, so that letters stay sharp."""


class Sheet(QLabel):
    """One page on its paper, with a hairline around it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "paper")

    def show_image(self, image: QImage, name: str) -> None:
        """A page, and what a screen reader says of it."""
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.setPixmap(QPixmap.fromImage(image))
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page and its edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.drawRect(self.contentsRect().adjusted(0, 0, -1, -1))
        painter.end()


class SheetButton(QPushButton):
    """A small page that opens the large one. `ratio` is height by width of the paper."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width, self._ratio = width, 330 / 215
        self._image = QPixmap()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def wanted(self) -> int:
        """Pixels across that a page should be drawn with."""
        return round(px(self._width) * self.devicePixelRatioF())

    def show_image(self, image: QImage, name: str) -> None:
        """A page, and what a screen reader says of the button."""
        self._ratio = image.height() / image.width()
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._image = QPixmap.fromImage(image)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As the paper is."""
        return QSize(px(self._width), round(px(self._width) * self._ratio))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page; its edge shows where the mouse and the keyboard are."""
        now = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(now.side))
        painter.drawPixmap(0, 0, self._image)
        strong = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(QColor(now.accent if strong else now.line), 2 if strong else 1))
        edge = 1 if strong else 0
        painter.drawRect(self.rect().adjusted(edge, edge, -1 - edge, -1 - edge))
        painter.end()


class PageView(QWidget):
    """Shows what it is given and asks for the rest: it knows no PDF."""

    asked = Signal(int, int)
    """A page by its number from 0, and how many pixels wide."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._count, self._zoom, self._whole = 0, 0, 2, False
        self._ratio = 330 / 215
        self._sheet, self._area = Sheet(), QScrollArea()
        self._say = Words("", Type.SECOND, "second")
        self.back = ActButton(self.tr("Halaman sebelumnya"), Kind.WORD, "arrow-left", "PgUp")
        self.on = ActButton(self.tr("Halaman berikutnya"), Kind.WORD, "arrow-right", "PgDown")
        self.fit = ActButton(self.tr("Seluruh halaman"), Kind.WORD, key="Ctrl+0")
        self.larger = ActButton(self.tr("Perbesar"), Kind.WORD, "plus", "Ctrl++")
        self.smaller = ActButton(self.tr("Perkecil"), Kind.WORD, "minus", "Ctrl+-")
        for button in (self.smaller, self.larger):
            button.icon_only = True
            button.setToolTip(f"{button.text()} ({button.key})")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._ask)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setAccessibleName(self.tr("Halaman surat"))
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sheet.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(px(12), px(12), px(12), px(12))
        inner.addWidget(self._sheet, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        inner.addStretch(1)
        self._area.setWidget(holder)
        self._area.viewport().installEventFilter(self)
        tools = FlowLayout(px(4))
        for part in (self._say, self.back, self.on, self.fit, self.smaller, self.larger):
            tools.addWidget(part)
        self._say.setMinimumHeight(px(36))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(6))
        stack.addLayout(tools)
        stack.addWidget(self._area, 1)

    def _connect(self) -> None:
        for button, act in self._acts():
            button.clicked.connect(act)

    def _acts(self) -> tuple[tuple[ActButton, Callable[[], None]], ...]:
        return (
            (self.back, partial(self.turn, -1)),
            (self.on, partial(self.turn, 1)),
            (self.fit, self._toggle),
            (self.larger, partial(self._scale, 1)),
            (self.smaller, partial(self._scale, -1)),
        )

    def bind(self, page: QWidget) -> None:
        """Let the keys work wherever on this page the keyboard is."""
        for button, act in self._acts():
            QShortcut(QKeySequence(button.key), page, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def begin(self, count: int) -> None:
        """Another letter, from its first page."""
        self._number, self._count = 0, count
        self._ask()

    def show_page(self, image: QImage, number: int, count: int) -> None:
        """A page that was asked for."""
        self._number, self._count = number, count
        self._ratio = image.height() / max(1, image.width())
        name = self.tr("Halaman %1 dari %2").replace("%1", str(number + 1)).replace("%2", str(count))
        self._sheet.show_image(image, name)
        self._say.setText(name)
        self.back.setEnabled(number > 0)
        self.on.setEnabled(number + 1 < count)
        for button in (self.back, self.on):
            button.setVisible(count > 1)

    def turn(self, by: int, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        """Another page; nothing beyond the ends."""
        number = self._number + by
        if 0 <= number < self._count:
            self._number = number
            self._area.verticalScrollBar().setValue(0)
            self._ask()

    def _scale(self, by: int, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        self._whole = False
        self._zoom = max(0, min(self._zoom + by, len(_STEPS) - 1))
        self._ask()

    def _toggle(self, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        """As wide as the room, or the whole page in it."""
        self._whole, self._zoom = not self._whole, 2
        self.fit.say(self.tr("Selebar ruang") if self._whole else self.tr("Seluruh halaman"))
        self._ask()

    def _width(self) -> int:
        room: QRect = self._area.viewport().rect().adjusted(px(12), px(12), -px(12), -px(12))
        if self._whole:
            return max(px(120), min(room.width(), round(room.height() / self._ratio)))
        return max(px(120), round(room.width() * _STEPS[self._zoom]))

    def _ask(self) -> None:
        if self._count:
            self.asked.emit(self._number, round(self._width() * self.devicePixelRatioF()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room changed: the page is drawn anew, once it stands still."""
        if isinstance(event, QResizeEvent) and self._count:
            self._later.start()
        return super().eventFilter(watched, event)
