"""What stands before the desk: the boat, a card in the middle, and a line under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.page import Page, scrolled
from desktop.theme import Type, px
from desktop.widgets.cards import Card, Sign
from desktop.widgets.navigation import Logo
from desktop.widgets.text import Words


class GatePage(Page):
    """One column of 448 px in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.card = Card()
        self.card.body.setContentsMargins(px(24), px(20), px(24), px(24))
        self.card.body.setSpacing(px(12))
        self.foot = QHBoxLayout()
        inner = QWidget()
        inner.setFixedWidth(px(456))
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(px(4), px(12), px(4), px(12))
        stack.setSpacing(px(16))
        stack.addStretch(1)
        stack.addLayout(self._name())
        stack.addWidget(self.card)
        stack.addLayout(self.foot)
        stack.addStretch(2)
        wide = QWidget()
        across = QHBoxLayout(wide)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(inner)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(wide)
        outer.addWidget(self._area)

    def promise(self, text: str) -> None:
        """What is kept safe, under the card."""
        self.foot.addWidget(Sign("shield", 18), 0, Qt.AlignmentFlag.AlignTop)
        self.foot.addWidget(Words(text, Type.SECOND, "second", wrap=True), 1)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to a part of the card."""
        self._area.ensureWidgetVisible(widget)

    def _name(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(16))
        line.addWidget(Logo(48), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words("Ketinting", Type.HEADING))
        words.addWidget(Words(self.tr("Layanan desa dan kecamatan, tersambung atau tidak"), Type.SECOND, "second"))
        line.addLayout(words, 1)
        return line
