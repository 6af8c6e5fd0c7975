"""The decisions that are open for what is before the eyes; they rest while the next one is on its way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.office.weighing import Weighed
from desktop.pages.deeds import QUEUE_KEYS, Deed, deeds_for
from desktop.theme import px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.flow import FlowLayout
from domain.actions import ActionKind


class DeedFoot(QWidget):
    """A row of buttons with keys."""

    pressed = Signal(str)
    """The key of a deed."""

    def __init__(self) -> None:
        super().__init__()
        self._deeds: dict[str, Deed] = {}
        self._buttons: list[tuple[ActButton, str]] = []
        self._row = FlowLayout(px(10))
        self._row.setContentsMargins(px(24), px(12), px(24), px(12))
        self.setProperty("ground", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(px(64))
        self.setLayout(self._row)

    def rest(self) -> None:
        """Nothing may be decided until something is before the eyes: the buttons stay where they are, and say so."""
        self._deeds = {}
        for button in self.findChildren(ActButton):
            button.setEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room for the buttons."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Word and key stand in one row where they can; rather than begin a second one the buttons leave out icons."""
        margins, gap = self._row.contentsMargins(), px(10)
        for button, icon in self._buttons:
            button.icon_name = icon
        wide = sum(button.sizeHint().width() + gap for button, _ in self._buttons) - gap
        if wide > self.width() - margins.left() - margins.right():
            for button, _ in self._buttons:
                button.icon_name = ""
        for button, _ in self._buttons:
            button.updateGeometry()

    def offer(self, weighed: Weighed) -> None:
        """What is open now."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        may = set(weighed.opened.may)
        if weighed.quick is ActionKind.APPROVE:
            may -= {ActionKind.SIGN, ActionKind.PREPARE}
        self._deeds, self._buttons = {}, []
        open_ones = deeds_for(tuple(may), other_signer=weighed.opened.other_signer)
        for place, deed in enumerate(each for each in open_ones if each.key in QUEUE_KEYS):
            look = deed.look if place == 0 or deed.look is not Kind.FILLED else Kind.OUTLINE
            button = ActButton(deed.word, look, deed.icon, deed.key)
            button.clicked.connect(partial(self.pressed.emit, deed.key))
            self._row.addWidget(button)
            self._deeds[deed.key] = deed
            self._buttons.append((button, deed.icon))
        self._fit()

    def deed(self, key: str) -> Deed | None:
        """What this key does; None while it is not open."""
        return self._deeds.get(key)
