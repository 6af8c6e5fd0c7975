"""Navigation by role at the left: whose office, the pages, who is signed in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Type, font, px, tokens
from desktop.widgets.painting import advance, paint_ground, paint_icon, paint_line
from desktop.widgets.text import Words, tip


@dataclass(frozen=True, slots=True)
class Place:
    """One page in the navigation."""

    key: str
    word: str
    icon: str


_ELIDE = Qt.TextElideMode.ElideRight


class NavButton(QPushButton):
    """One page; checked when it is shown."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.word)
        self.place = place
        self.count = 0
        self.compact = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(place.word)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, count: int) -> None:
        """How many things wait there; nothing for none."""
        self.count = count
        self.setAccessibleName(f"{self.place.word} {count}" if count else self.place.word)
        self.update()

    def sizeHint(self) -> QSize:
        """40 px high, with the word under the icon 48."""
        return QSize(px(64 if self.compact else 120), px(48 if self.compact else 40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, word, count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, chosen = tokens(), self.isChecked()
        if chosen or self.underMouse():
            paint_ground(painter, self.rect(), now.soft if chosen else now.line2)
        ink = now.accent if chosen else now.text
        if self.compact:
            self._paint_compact(painter, ink)
            painter.end()
            return
        paint_icon(painter, QRect(px(12), 0, px(20), self.height()), self.place.icon, ink if chosen else now.text2, 20)
        room = px(36) if self.count else px(8)
        box = QRect(px(44), 0, self.width() - px(44) - room, self.height())
        paint_line(painter, box, self.place.word, Type.STRONG if chosen else Type.BODY, ink)
        if self.count:
            painter.setFont(font(Type.LABEL))
            painter.setPen(QColor(ink if chosen else now.text2))
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(self.rect().adjusted(0, 0, -px(12), 0), right, str(self.count))
        painter.end()

    def _paint_compact(self, painter: QPainter, ink: str) -> None:
        """The icon over the word; the count in the corner."""
        middle = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        paint_icon(painter, QRect(0, px(3), self.width(), px(24)), self.place.icon, ink, 20)
        painter.setFont(font(Type.CAPTION))
        painter.setPen(QColor(ink))
        box = QRect(px(2), px(26), self.width() - px(4), px(20))
        painter.drawText(box, middle, painter.fontMetrics().elidedText(self.place.word, _ELIDE, box.width()))
        if self.count:
            painter.setFont(font(Type.LABEL))
            corner = self.rect().adjusted(0, px(2), -px(6), 0)
            painter.drawText(corner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), str(self.count))


class Who(QPushButton):
    """The officer who is signed in; pressing it changes or locks."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.post = "", ""
        self.compact = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Petugas"))

    def say(self, name: str, post: str) -> None:
        """Another officer."""
        self.name, self.post = name, post
        self.setAccessibleName(self.tr("Ganti petugas atau kunci: %1, %2").replace("%1", name).replace("%2", post))
        self.setToolTip(tip(f"{name}\n{post}"))
        self.update()

    def sizeHint(self) -> QSize:
        """48 px high."""
        return QSize(px(64 if self.compact else 120), px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A round with initials, name and post."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tokens()
        if self.underMouse():
            paint_ground(painter, self.rect(), now.line2)
        left = (self.width() - px(32)) // 2 if self.compact else px(4)
        paint_initials(painter, QRect(left, (self.height() - px(32)) // 2, px(32), px(32)), self.name)
        if self.compact:
            painter.end()
            return
        half = self.height() // 2
        width = self.width() - px(56)
        name = self.name if advance(self.name, Type.BODY) <= width else self.name.partition(",")[0]
        paint_line(painter, QRect(px(48), px(4), width, half - px(4)), name, Type.BODY, now.text)
        paint_line(painter, QRect(px(48), half, width, half - px(6)), self.post, Type.CAPTION, now.text2)
        painter.end()


def paint_initials(painter: QPainter, box: QRect, name: str, ground: str = "") -> None:
    """A round with the first letters of two names."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground or tokens().soft))
    painter.drawEllipse(box)
    painter.setPen(QColor(tokens().accent))
    painter.setFont(font(Type.LABEL))
    words = [word for word in name.replace(".", " ").split() if word[0].isupper() and len(word) > 2] or name.split()
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "".join(word[0] for word in words[:2]).upper())


class Navigation(QWidget):
    """The left side of the window."""

    chosen = Signal(str)
    who_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(px(240))
        self._layout = QVBoxLayout(self)
        self._buttons: dict[str, NavButton] = {}
        self._office, self._above = Words("", Type.STRONG, wrap=True), Words("", Type.CAPTION, "second", wrap=True)
        self._list, self._head = QVBoxLayout(), QHBoxLayout()
        self._list.setSpacing(px(4))
        self.who = Who()
        self.who.clicked.connect(self.who_pressed)
        self._build()

    def _build(self) -> None:
        layout = self._layout
        layout.setContentsMargins(px(12), px(20), px(12), px(10))
        layout.setSpacing(0)
        head = self._head
        head.setContentsMargins(px(4), 0, 0, 0)
        head.setSpacing(px(10))
        head.addWidget(Logo(32), 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._office)
        names.addWidget(self._above)
        head.addLayout(names, 1)
        layout.addLayout(head)
        layout.addSpacing(px(16))
        layout.addLayout(self._list)
        layout.addStretch(1)
        layout.addWidget(self.who)

    def say_office(self, office: str, above: str) -> None:
        """Whose window this is."""
        self._office.setText(office)
        self._above.setText(above)

    def set_places(self, places: tuple[Place, ...]) -> None:
        """The pages of this officer's roles, in order."""
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for place in places:
            button = NavButton(place)
            button.clicked.connect(lambda _checked=False, key=place.key: self.chosen.emit(key))
            self._list.addWidget(button)
            self._buttons[place.key] = button

    def check(self, key: str) -> None:
        """Which page is shown."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def count(self, key: str, count: int) -> None:
        """How many things wait on a page."""
        if key in self._buttons:
            self._buttons[key].say(count)

    def fit(self, window: int) -> None:
        """Follow the text size and the window's width: in a narrow one the words go under the icons."""
        compact = window < px(1180)
        words = max((advance(button.place.word, Type.STRONG) for button in self._buttons.values()), default=0)
        small = max((advance(button.place.word, Type.CAPTION) for button in self._buttons.values()), default=0)
        self.setFixedWidth(max(px(84), small + px(20)) if compact else max(px(240), words + px(104)))
        parts: list[NavButton | Who] = [*self._buttons.values(), self.who]
        for part in parts:
            part.compact = compact
            part.updateGeometry()
        self._office.setVisible(not compact)
        self._above.setVisible(not compact)
        side = px(6 if compact else 12)
        self._head.setContentsMargins((self.width() - px(32)) // 2 - side if compact else px(4), 0, 0, 0)
        self._layout.setContentsMargins(side, px(20), side, px(10))


class Logo(QWidget):
    """The boat."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The boat on its ground."""
        painter = QPainter(self)
        paint_icon(painter, self.rect(), "ketinting", tokens().fill, self._size)
        painter.end()
