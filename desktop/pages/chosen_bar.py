"""Under the queue: how many are chosen, and the one button that opens the list over them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.office.deciding import Waiting
from desktop.theme import Type, px
from desktop.widgets.buttons import ActButton, Kind, LinkButton
from desktop.widgets.text import Words
from domain.actions import ActionKind

_KEY = "Ctrl+↵"
_SIGNING = {ActionKind.SIGN.value, ActionKind.ISSUE.value}


class ChosenBar(QFrame):
    """Hidden while nothing is chosen."""

    wanted = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "found")
        self._count = Words("", Type.STRONG, "accent")
        self._drop = LinkButton(self.tr("Batal pilih"))
        self._act, self._icon = ActButton("", Kind.OUTLINE, "sign", _KEY), "sign"
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(12))
        column.setSpacing(px(8))
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.addWidget(self._drop)
        column.addLayout(line)
        column.addWidget(self._act)
        self._drop.clicked.connect(self.dropped)
        self._act.clicked.connect(self.wanted)
        self.hide()

    def say(self, chosen: tuple[Waiting, ...]) -> None:
        """What is chosen now."""
        signs = any(item.quick in _SIGNING for item in chosen)
        count = str(len(chosen))
        self._count.setText(self.tr("%1 dipilih").replace("%1", count))
        word = self.tr("Tanda tangani %1 surat…") if signs else self.tr("Putuskan %1 permohonan…")
        self._icon = "sign" if signs else "check"
        self._act.say(word.replace("%1", count))
        self.setVisible(bool(chosen))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other things."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """The word is whole at every text size; its key and its icon only where there is room."""
        room = self.width() - 2 * px(12)
        for icon, key in ((self._icon, _KEY), (self._icon, ""), ("", "")):
            self._act.icon_name, self._act.key = icon, key
            if self._act.sizeHint().width() <= room:
                break
        self._act.updateGeometry()
        self._act.update()
