"""Words on a page, in the type scale."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from desktop.theme import Meaning, Type


class Words(QLabel):
    """A label of the scale. `ink`: ``""`` for text, ``second`` for captions and hints, ``accent``."""

    def __init__(self, text: str = "", kind: Type = Type.BODY, ink: str = "", *, wrap: bool = False) -> None:
        self._heights: dict[int, int] = {}
        super().__init__(text)
        self.setProperty("type", kind.value)
        self.setProperty("ink", ink)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Other words have other heights."""
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """So have other fonts, and whatever else may change."""
        self._heights.clear()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """As Qt breaks the lines. Layouts in layouts ask ten times for each width; each time Qt would break anew."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]


class ToneWords(Words):
    """Words in the colour of a meaning; the window's sheet has the colour, so that it follows the look."""

    def __init__(self, text: str, meaning: Meaning, kind: Type = Type.BODY, *, wrap: bool = False) -> None:
        super().__init__(text, kind, wrap=wrap)
        self._meaning = meaning
        self.setProperty("tone", meaning.value)

    @property
    def meaning(self) -> Meaning:
        """What the colour says."""
        return self._meaning

    @meaning.setter
    def meaning(self, meaning: Meaning) -> None:
        if meaning is not self._meaning:
            self._meaning = meaning
            self.setProperty("tone", meaning.value)
            self.style().unpolish(self)
            self.style().polish(self)


def tip(text: str) -> str:
    """What a tool tip is given to show this text as it is: a tool tip reads whatever looks like HTML as HTML.

    A name or reason that somebody else typed would then be drawn, or name a picture that the system fetches.
    """
    return RichText.convertFromPlainText(text) if RichText.mightBeRichText(text) else text


class OneLine(Words):
    """One line that ends in an ellipsis where there is no room; the whole text is in its tool tip and its name.

    `whole_sentences`: rather leave out the last sentences than end in the middle of one.
    """

    def __init__(self, text: str = "", kind: Type = Type.BODY, ink: str = "", *, whole_sentences: bool = False) -> None:
        super().__init__(text, kind, ink)
        self._whole_sentences = whole_sentences
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """May shrink to a few letters."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Elide."""
        metrics, fitting = QFontMetrics(self.font()), self.text()
        while self._whole_sentences and ". " in fitting and metrics.horizontalAdvance(fitting) > self.width():
            fitting = f"{fitting.rpartition('. ')[0]}."
        shown = metrics.elidedText(fitting, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()


def rule(*, upright: bool = False) -> QFrame:
    """A hairline."""
    found = QFrame()
    found.setProperty("ground", "upright" if upright else "rule")
    if upright:
        found.setFixedWidth(1)
    else:
        found.setFixedHeight(1)
    return found
