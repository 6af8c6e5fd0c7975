"""Buttons with an icon, a word and the key that does the same."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.theme import Meaning, Tokens, Type, font, px, tokens, tone
from desktop.widgets.painting import advance, cap_width, paint_cap, paint_ground, paint_icon


class Kind(StrEnum):
    """How loud. One filled button per page, and it names its act."""

    FILLED = "filled"
    OUTLINE = "outline"
    DANGER = "danger"
    WORD = "word"
    BIG = "big"


class ActButton(QPushButton):
    """A button that shows its key. `key` is a `QKeySequence` text such as ``Ctrl+N``; empty for none."""

    def __init__(self, text: str, kind: Kind = Kind.OUTLINE, icon: str = "", key: str = "", after: str = "") -> None:
        super().__init__(text)
        self.kind = kind
        self.icon_name = icon
        self.icon_after = after
        self.icon_only = False
        self.key = key
        self.setAccessibleName(self._plain())
        if key:
            self.setAccessibleDescription(self.tr("Tombol papan ketik: %1").replace("%1", key))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    @property
    def bare(self) -> bool:
        """Whether it is a word without a ground or an edge."""
        return self.kind is Kind.WORD

    def arm(self) -> None:
        """Let the key press the button wherever the window's focus is."""
        if self.key:
            self.setShortcut(QKeySequence(self.key))

    def say(self, text: str) -> None:
        """Another word on it."""
        shortcut = self.shortcut()
        self.setText(text)
        self.setAccessibleName(self._plain())
        letter = QKeySequence.mnemonic(text)
        self.setShortcut(shortcut if letter.isEmpty() else letter)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Everything on it, whole: a button's word is never cut."""
        return QSize(self._content_width() + (1 if self._back or self._onward else 2) * self._pad(), px(self._height()))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs another room."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, word, key cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_ground(painter)
        x = self._start()
        if self.icon_name:
            size = self._icon_size()
            paint_icon(painter, QRect(x, 0, px(size), self.height()), self.icon_name, ink, size)
            x += px(size) + self._gap()
        if not self.icon_only:
            self._paint_words(painter, x, ink)
        painter.end()

    def _paint_words(self, painter: QPainter, x: int, ink: str) -> None:
        painter.setFont(font(self._type()))
        painter.setPen(QColor(ink))
        width = advance(self._plain(), self._type())
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextShowMnemonic)
        painter.drawText(QRect(x, 0, width + 2, self.height()), flags, self.text())
        x += width + px(12)
        if self.icon_after:
            paint_icon(painter, QRect(x - px(2), 0, px(18), self.height()), self.icon_after, ink, 18)
            x += px(18) + px(12)
        self._paint_cap(painter, x)

    def _paint_cap(self, painter: QPainter, x: int) -> None:
        if not self.key:
            return
        width = cap_width(self.key)
        if self.kind is Kind.BIG:
            x = self.width() - px(16) - width
        now = tokens()
        filled = self._is_filled() and self.isEnabled()
        inks = (now.on_fill, now.on_fill, "") if filled else (now.text2, now.line, now.bg)
        paint_cap(painter, QRect(x, 0, width, self.height()), self.key, inks)

    def _paint_ground(self, painter: QPainter) -> str:
        """Paint the ground and give the ink that is drawn on it."""
        now = tokens()
        if not self.isEnabled():
            paint_ground(painter, self.rect(), now.side, now.line if self.kind is not Kind.WORD else "")
            return now.text2
        if self._is_filled():
            ground = QColor(now.fill).darker(112).name() if self.isDown() or self.underMouse() else now.fill
            paint_ground(painter, self.rect(), ground)
            return now.on_fill
        return self._paint_open(painter, now)

    def _paint_open(self, painter: QPainter, now: Tokens) -> str:
        hover = self.isDown() or self.underMouse() or self.isChecked()
        if self.kind is Kind.WORD:
            if hover:
                paint_ground(painter, self.rect(), now.soft)
            return now.accent
        paint_ground(painter, self.rect(), now.soft if hover else now.surface, now.ctl)
        return tone(Meaning.REFUSED).ink if self.kind is Kind.DANGER else now.text

    @property
    def _back(self) -> bool:
        """The way back stands on the page's left edge, as everything under it does."""
        return self.kind is Kind.WORD and self.icon_name == "arrow-left" and not self.icon_only

    @property
    def _onward(self) -> bool:
        """The way on ends where the page does."""
        return self.kind is Kind.WORD and self.icon_after == "arrow-right"

    def _is_filled(self) -> bool:
        return self.kind in {Kind.FILLED, Kind.BIG}

    def _plain(self) -> str:
        return self.text().replace("&", "")

    def _type(self) -> Type:
        return {Kind.BIG: Type.TITLE, Kind.OUTLINE: Type.BODY, Kind.DANGER: Type.BODY}.get(self.kind, Type.STRONG)

    def _height(self) -> int:
        return {Kind.BIG: 72, Kind.WORD: 32}.get(self.kind, 40)

    def _icon_size(self) -> int:
        return 24 if self.kind is Kind.BIG else 18

    def _gap(self) -> int:
        return px(14) if self.kind is Kind.BIG else px(8)

    def _pad(self) -> int:
        return {Kind.BIG: px(22), Kind.WORD: px(6)}.get(self.kind, px(16))

    def _start(self) -> int:
        if self.kind is Kind.BIG:
            return self._pad()
        if self._back:
            return 0
        return max(self._pad(), (self.width() - self._content_width()) // 2)

    def _content_width(self) -> int:
        if self.icon_only:
            return px(self._icon_size())
        width = advance(self._plain(), self._type()) + 2
        width += px(self._icon_size()) + self._gap() if self.icon_name else 0
        width += px(12) + px(18) if self.icon_after else 0
        return width + (px(12) + cap_width(self.key) if self.key else 0)


class LinkButton(QPushButton):
    """An underlined word that does something small; with `wrap` a whole sentence, in as many lines as it needs."""

    def __init__(self, text: str, meaning: Meaning | None = None, *, icon: str = "", wrap: bool = False) -> None:
        super().__init__(text)
        self.meaning = meaning
        self.icon_name = icon
        self.wraps = wrap
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFlat(True)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """The words, and 24 px of height to hit."""
        extra = px(16) + px(6) if self.icon_name else 0
        return QSize(advance(self.text().replace("&", ""), Type.BODY) + extra + 2, px(24))

    def minimumSizeHint(self) -> QSize:
        """The same; a sentence may be broken."""
        return QSize(px(120), px(24)) if self.wraps else self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        box = QRect(0, 0, max(width, 1), 10_000)
        lines = QFontMetrics(font(Type.BODY)).boundingRect(box, int(Qt.TextFlag.TextWordWrap), self.text())
        return max(px(24), lines.height() + px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words with a line under them."""
        painter = QPainter(self)
        ink = tokens().accent if self.meaning is None else tone(self.meaning).ink
        x = 0
        if self.icon_name:
            paint_icon(painter, QRect(0, 0, px(16), self.height()), self.icon_name, ink, 16)
            x = px(16) + px(6)
        chosen = font(Type.BODY)
        chosen.setUnderline(True)
        painter.setFont(chosen)
        painter.setPen(QPen(QColor(ink)))
        box = self.rect().adjusted(x, 0, 0, 0)
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap if self.wraps else 0)
        painter.drawText(box, flags, self.text().replace("&", ""))
        painter.end()
