"""The list of steps that takes the navigation's place during a task."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Meaning, Type, font, px, tokens
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Sign
from desktop.widgets.painting import paint_ground, paint_icon, paint_line
from desktop.widgets.text import Words


class StepButton(QPushButton):
    """One step: a number or a tick, its title, what is in it."""

    def __init__(self, number: int, title: str, text: str) -> None:
        super().__init__()
        self.number, self.title, self.text_under, self.done = number, title, text, False
        self.compact = False
        self.setToolTip(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{number}. {title}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """52 px high."""
        return QSize(px(44 if self.compact else 200), px(52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, chosen = tokens(), self.isChecked()
        if chosen or self.underMouse():
            paint_ground(painter, self.rect(), now.soft if chosen else now.line2)
        side = px(24)
        circle = QRect(px(10), (self.height() - side) // 2, side, side)
        strong = chosen or self.done
        painter.setPen(QPen(QColor(now.accent if strong else now.ctl), 1.5))
        painter.setBrush(QColor(now.fill) if chosen else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if self.done and not chosen:
            paint_icon(painter, circle, "check", now.accent, 14)
        else:
            painter.setPen(QColor(now.on_fill if chosen else now.text2))
            painter.setFont(font(Type.LABEL))
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(self.number))
        if not self.compact:
            self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        now, chosen = tokens(), self.isChecked()
        width, half = self.width() - px(52), self.height() // 2
        ink = now.accent if chosen else now.text
        kind = Type.STRONG if chosen else Type.BODY
        if self.text_under:
            paint_line(painter, QRect(px(44), px(6), width, half - px(6)), self.title, kind, ink)
            paint_line(painter, QRect(px(44), half, width, half - px(8)), self.text_under, Type.CAPTION, now.text2)
        else:
            paint_line(painter, QRect(px(44), 0, width, self.height()), self.title, kind, ink)


class StepList(QWidget):
    """Where one is in the task, and that the draft is safe."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, back: str) -> None:
        super().__init__()
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(px(272))
        self._layout = QVBoxLayout(self)
        self._buttons: list[StepButton] = []
        self._title, self._text = Words("", Type.TITLE, wrap=True), Words("", Type.CAPTION, "second", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(px(4))
        self._sign = Sign("check-circle", 18, Meaning.DONE)
        self._saved, self._safe = Words("", Type.LABEL), Words("", Type.CAPTION, "second", wrap=True)
        self._back = ActButton(back, Kind.WORD, "arrow-left", "Esc")
        self._back.clicked.connect(self.left)
        self._build()

    def _build(self) -> None:
        layout = self._layout
        layout.setContentsMargins(px(12), px(14), px(12), px(16))
        layout.setSpacing(px(10))
        self._way_back = QHBoxLayout()
        self._way_back.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._way_back)
        names = QVBoxLayout()
        names.setContentsMargins(px(4), 0, px(4), 0)
        names.setSpacing(px(2))
        names.addWidget(self._title)
        names.addWidget(self._text)
        layout.addLayout(names)
        layout.addLayout(self._list)
        layout.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._saved)
        words.addWidget(self._safe)
        line.addLayout(words, 1)
        layout.addLayout(line)

    def show_steps(self, title: str, text: str, steps: list[tuple[str, str]]) -> None:
        """Title of the task and its steps."""
        self._title.setText(title)
        self._text.setText(text)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [StepButton(number, *step) for number, step in enumerate(steps, start=1)]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
            self._list.addWidget(button)

    def fit(self, window: int) -> None:
        """Numbers only in a narrow window."""
        compact = window < px(1000)
        self.setFixedWidth(px(64 if compact else 272))
        for words in (self._title, self._text, self._saved, self._safe):
            words.setVisible(not compact)
        for button in self._buttons:
            button.compact = compact
            button.updateGeometry()
        self._back.icon_only = compact
        self._back.updateGeometry()
        self._way_back.setContentsMargins(px(7 if compact else 4), 0, 0, 0)
        side = px(10 if compact else 12)
        self._layout.setContentsMargins(side, px(14), side, px(16))

    def check(self, place: int) -> None:
        """Which step is shown; those before it are done."""
        for number, button in enumerate(self._buttons):
            button.done = button.done or number < place
            button.setChecked(number == place)
            button.update()

    def say_saved(self, saved: str, safe: str) -> None:
        """When the draft was saved, and that it is safe."""
        self._saved.setText(saved)
        self._safe.setText(safe)
        self._sign.setVisible(bool(saved))
