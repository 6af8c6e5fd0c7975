"""The foot of a form: one filled act that names itself, the way back, the draft."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme import Type, px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.text import OneLine


class FormFoot(QWidget):
    """Shows what fits the step; what the buttons do is the page's."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(px(64))
        self.next = ActButton(self.tr("&Lanjut"), Kind.FILLED, after="arrow-right", key="Enter")
        self.back = ActButton(self.tr("&Sebelumnya"), icon="arrow-left")
        self.save = ActButton(self.tr("Simpan &draf"), key="Ctrl+S")
        self.cancel = ActButton(self.tr("&Batalkan permohonan"), Kind.WORD)
        self._later = OneLine(self.tr("Sesudah terkirim, perubahan diajukan sebagai koreksi."), Type.SECOND, "second")
        self._later.setAlignment(Qt.AlignmentFlag.AlignRight)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(32), 0, px(32), 0)
        line.setSpacing(px(12))
        for part in (self.next, self.back, self.save):
            line.addWidget(part)
        line.addWidget(self._later, 1)
        self._gap = QWidget()
        line.addWidget(self._gap, 1)
        line.addWidget(self.cancel)

    def show_step(self, act: str, *, first: bool, correction: bool, mending: bool = False) -> None:
        """`act` names the last step's act; empty on all others.

        Of a correction only what was typed is thrown away; `mending` goes straight back to the check page.
        """
        last = bool(act)
        self.next.icon_after = "" if last else "arrow-right"
        self.next.icon_name = "send" if last else ""
        self.next.say(act or (self.tr("&Kembali ke periksa jawaban") if mending else self.tr("&Lanjut")))
        self.back.setVisible(not first)
        self.save.setVisible(not last)
        self._later.setVisible(last)
        self._gap.setVisible(not last)
        self.cancel.setVisible(not last)
        self.cancel.say(self.tr("&Buang perbaikan") if correction else self.tr("&Batalkan permohonan"))
