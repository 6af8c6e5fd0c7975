"""Ini kantor Anda? Whom the code is for and what would be kept here, before anything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.pages.gate import GatePage
from desktop.theme import Type, px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign, pair
from desktop.widgets.text import Words, rule

if TYPE_CHECKING:
    from desktop.office.introducing import Introduced

_NAME_WIDTH = 76


class IntroducedPage(GatePage):
    """Office, officer and hub as the hub proved them; yes or no. Made anew for each answer of a hub."""

    agreed = Signal()
    declined = Signal()

    def __init__(self, introduced: Introduced, *, joining: bool) -> None:
        super().__init__()
        self._introduced, self._joining = introduced, joining
        yes = self.tr("Ya, daftarkan petugas") if joining else self.tr("Ya, daftarkan komputer ini")
        self._yes = ActButton(yes, Kind.FILLED, "check", "Y")
        self._no = ActButton(self.tr("Bukan, kembali"), Kind.OUTLINE, "", "B")
        self._build()

    def _build(self) -> None:
        body = self.card.body
        title = self.tr("Ini nama Anda?") if self._joining else self.tr("Ini kantor Anda?")
        body.addWidget(Words(title, Type.TITLE, wrap=True))
        text = self.tr("Hub menjawab kode Anda. Belum ada yang disimpan.")
        body.addWidget(Words(text, Type.SECOND, "second", wrap=True))
        body.addWidget(self._who())
        body.addWidget(Words(self.tr("Yang akan disimpan di komputer ini"), Type.STRONG, wrap=True))
        body.addLayout(self._kept())
        body.addWidget(rule())
        for button in (self._yes, self._no):
            body.addWidget(button)
            button.arm()
        self.promise(self.tr("Kalau bukan, tidak ada yang tertinggal di sini dan kodenya masih berlaku."))
        self._yes.clicked.connect(self._agree)
        self._no.clicked.connect(self.declined)

    def _who(self) -> Card:
        offer, card = self._introduced.offer, Card("found")
        card.body.setContentsMargins(1, px(8), 1, px(8))
        card.row(*pair(self.tr("Kantor"), f"{offer.office_name}\n{offer.office}", _NAME_WIDTH))
        card.row(*pair(self.tr("Petugas"), offer.officer_name, _NAME_WIDTH))
        card.row(*pair(self.tr("Hub"), self._introduced.begun.url, _NAME_WIDTH))
        key = self.tr("%1\nSama dengan yang disebut pengelola hub?").replace("%1", self._introduced.hub_key)
        card.row(*pair(self.tr("Kunci hub"), key, _NAME_WIDTH))
        return card

    def _kept(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(px(8))
        for icon, text in self._things():
            line = QHBoxLayout()
            line.setSpacing(px(12))
            line.addWidget(Sign(icon, 18), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Words(text, Type.BODY, wrap=True), 1)
            lines.addLayout(line)
        return lines

    def _things(self) -> tuple[tuple[str, str], ...]:
        key = ("lock", self.tr("Kunci tanda tangan Anda, terkunci dengan kata sandi Anda"))
        if self._joining:
            return (key,)
        papers = ("document", self.tr("Permohonan, lampiran, dan surat kantor ini"))
        return papers, ("user", self.tr("Data warga yang dilayani kantor ini")), key

    def focus_first(self) -> None:
        """The yes: whoever has read the lines above presses Space or Y."""
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        for button in (self._yes, self._no):
            button.setEnabled(False)
        self.agreed.emit()
