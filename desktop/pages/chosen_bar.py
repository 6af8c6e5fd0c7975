"""Under the queue: how many are chosen, and the one button that opens the list over them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.office.deciding import Waiting
from desktop.theme import Type, px
from desktop.widgets.buttons import ActButton, Kind, LinkButton
from desktop.widgets.text import Words
from domain.actions import ActionKind

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
        self._act = ActButton("", Kind.OUTLINE, "sign", "Ctrl+↵")
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
        self._act.icon_name = "sign" if signs else "check"
        self._act.say(word.replace("%1", count))
        self.setVisible(bool(chosen))
