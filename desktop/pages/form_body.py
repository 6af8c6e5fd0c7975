"""What a form is laid out in: its heading, what has to be mended, one page at a time, and what to prepare beside it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.office.preparing import Preparation
from desktop.pages.page import Content, Heading
from desktop.pages.preparing import PrepareCard
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.columns import Columns
from desktop.widgets.fields import ErrorSummary
from desktop.widgets.onepage import OnePage
from desktop.widgets.text import Words

_SOON_MS = 10
_BESIDE = 940
"""Pixels of the design from which two columns stand beside each other."""


class FormBody(Content):
    """Questions at the left with the room of two fields; documents and the check page take the whole width."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading(" ")
        self._step = Words("", Type.SECOND, "second")
        self.heading.add(self._step)
        self.summary, self.bar, self.stack = ErrorSummary(), InlineBar(Meaning.DONE), OnePage()
        self.prepare = PrepareCard()
        self._place, self._asks = 0, True
        self._asked: tuple[Preparation, int] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._show_prepared)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(px(32), px(16), px(32), px(12))
        inner.setSpacing(px(12))
        inner.addWidget(self.heading)
        across = Columns(_BESIDE, 32)
        left, right = across.column(680, 12), across.column(318)
        for part in (self.summary, self.bar, self.stack):
            left.addWidget(part)
        left.addStretch(1)
        right.addWidget(self.prepare)
        right.addStretch(1)
        self._beside = across.holder(1)
        self._beside.setMinimumWidth(px(318))
        inner.addWidget(across)
        inner.addStretch(1)

    def show_preparation(self, asked: Preparation, step: int) -> None:
        """Of another service; `step` is where its documents are taken. The questions are painted first."""
        if (asked, step) != self._asked:
            self._asked = (asked, step)
            self.prepare.clear()
            self._soon.start()

    def _show_prepared(self) -> None:
        if self._asked is not None:
            self.prepare.show_preparation(*self._asked)

    def say_place(self, title: str, step: str, place: int, *, asks: bool) -> None:
        """Which step is shown, and whether it asks questions."""
        self.heading.say(title)
        self._step.setText(step)
        self._place, self._asks = place, asks
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what to prepare stands under the first questions, and is not repeated."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        wide = self.width() >= px(_BESIDE + 64)
        shown = self._asks and (wide or self._place == 0)
        if self._beside.isHidden() is shown:
            self._beside.setVisible(shown)
