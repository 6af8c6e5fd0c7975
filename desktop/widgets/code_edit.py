"""A code in boxes of four letters: to the keyboard, the clipboard and a screen reader it is one field."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from desktop.theme import Meaning, Type, font, px, tokens, tone
from desktop.widgets.painting import paint_ground

LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""As `sync.enrolment` makes codes of, which the first paint does not wait for; a test holds the two together."""
GROUPS: Final = 3
FOUR: Final = 4
_GAP = 24
_HIGH = 56
_CODE: Final = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-Za-z]{4}[-\s]+){2}[0-9A-Za-z]{4}(?![0-9A-Za-z])")


class CodeEdit(QLineEdit):
    """``K7QM-4RTP-9XWB``. Small letters, blanks and a sentence around a pasted code do not matter.

    What cannot be in a code is kept and shown in the colour of mistakes: nothing typed disappears.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.setProperty("ground", "code")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._order)

    @property
    def whole(self) -> bool:
        """Whether there are twelve letters that a code may hold."""
        letters = _letters(self.text())
        return len(letters) == GROUPS * FOUR and all(letter in LETTERS for letter in letters)

    def sizeHint(self) -> QSize:
        """As high as a large letter in its box."""
        return QSize(px(320), px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """The same height; twelve letters fit into it."""
        return QSize(px(240), px(_HIGH))

    def _order(self, text: str) -> None:
        """Large letters in groups of four; the cursor stays behind the letter it stood behind."""
        ordered = grouped(text)
        if ordered == text:
            return
        before = len(_letters(text[: self.cursorPosition()]))
        self.setText(ordered)
        self.setCursorPosition(min(len(ordered), before + max(0, before - 1) // FOUR) if before else 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Into the cell that was pressed."""
        super().mousePressEvent(event)
        self.setCursorPosition(self._place_at(event.position()))

    def _place_at(self, point: QPointF) -> int:
        cells = [self._cell(place) for place in range(GROUPS * FOUR)]
        nth = next((at for at, cell in enumerate(cells) if point.x() < cell.center().x()), len(cells))
        return min(nth + max(0, nth - 1) // FOUR, len(self.text()))

    def _box(self, group: int) -> QRect:
        wide = (self.width() - (GROUPS - 1) * px(_GAP)) // GROUPS
        return QRect(group * (wide + px(_GAP)), 0, wide, self.height())

    def _cell(self, place: int) -> QRect:
        box = self._box(place // FOUR).adjusted(px(8), 0, -px(8), 0)
        wide = box.width() // FOUR
        return QRect(box.x() + place % FOUR * wide, 0, wide, box.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Boxes, the line between them, letters, what is selected, and the cursor."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, wrong = tokens(), self.property("wrong") == "true"
        edge = tone(Meaning.REFUSED).ink if wrong else now.ctl
        for group in range(GROUPS):
            box = self._box(group)
            paint_ground(painter, box, now.surface, edge, 2 if wrong else 1)
            if group:
                dash = QRect(box.x() - px(_GAP) // 2 - px(5), box.center().y(), px(10), max(2, px(2)))
                painter.fillRect(dash, QColor(now.text2))
        painter.setFont(font(Type.HEADING))
        for place, letter in enumerate(_letters(self.text())[: GROUPS * FOUR]):
            self._paint_letter(painter, place, letter)
        if self.hasFocus() and not self.hasSelectedText():
            self._paint_cursor(painter)
        painter.end()

    def _paint_letter(self, painter: QPainter, place: int, letter: str) -> None:
        now, cell = tokens(), self._cell(place)
        at = place + place // FOUR
        start = self.selectionStart()
        if 0 <= start <= at < self.selectionEnd():
            painter.fillRect(cell.adjusted(0, px(10), 0, -px(10)), QColor(now.soft))
        ink = now.text if letter in LETTERS else tone(Meaning.REFUSED).ink
        painter.setPen(QColor(ink if self.isEnabled() else now.text2))
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), letter)

    def _paint_cursor(self, painter: QPainter) -> None:
        """Where the next letter goes. It does not blink: the field is short, and the ring shows that it listens."""
        nth = len(_letters(self.text()[: self.cursorPosition()]))
        if nth < GROUPS * FOUR:
            cell = self._cell(nth)
            x = cell.x() if nth % FOUR else cell.x() + px(1)
            painter.fillRect(
                QRect(x, cell.y() + px(14), max(2, px(2)), cell.height() - px(28)), QColor(tokens().accent)
            )


def grouped(text: str) -> str:
    """Its letters in groups of four, twelve at most; of a sentence the code in it."""
    found = _CODE.search(text)
    letters = _letters(found[0] if found is not None else text)[: GROUPS * FOUR]
    return "-".join(letters[at : at + FOUR] for at in range(0, len(letters), FOUR))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalnum())
