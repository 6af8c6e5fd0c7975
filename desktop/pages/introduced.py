"""Ini kantor Anda? Whom the code is for and what would be kept here, before anything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.gate import GatePage
from desktop.theme import Type, px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign
from desktop.widgets.text import Words

if TYPE_CHECKING:
    from desktop.office.introducing import Introduced


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
        self._card = self._who()
        self._build()

    def _build(self) -> None:
        body = self.card.body
        title = self.tr("Ini nama Anda?") if self._joining else self.tr("Ini kantor Anda?")
        body.addWidget(Words(title, Type.TITLE, wrap=True))
        text = self.tr("Hub menjawab kode Anda. Belum ada yang disimpan.")
        body.addWidget(Words(text, Type.SECOND, "second", wrap=True))
        body.addWidget(self._card)
        body.addWidget(Words(self.tr("Yang akan disimpan di komputer ini"), Type.STRONG, wrap=True))
        body.addLayout(self._kept())
        body.addWidget(Words(self.tr("Semuanya terkunci dengan kata sandi Anda."), Type.SECOND, "second", wrap=True))
        for button in (self._yes, self._no):
            body.addWidget(button)
            button.arm()
        self.promise(self.tr("Kalau bukan, tidak ada yang tertinggal di sini."))
        self._yes.clicked.connect(self._agree)
        self._no.clicked.connect(self.declined)

    def _who(self) -> Card:
        offer, card = self._introduced.offer, Card("found")
        card.body.setContentsMargins(1, px(6), 1, px(6))
        key = self.tr("Kunci %1. Sama dengan kata pengelola hub?").replace("%1", self._introduced.hub_key)
        card.body.addWidget(_line("office", offer.office_name, self.tr("Kantor %1").replace("%1", offer.office)))
        card.body.addWidget(_line("user", offer.officer_name, self.tr("Petugas")))
        card.body.addWidget(_line("cloud", self._introduced.begun.url, key))
        card.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        card.setAccessibleName(f"{offer.office_name}, {offer.officer_name}, {self._introduced.begun.url}, {key}")
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
        key = ("lock", self.tr("Kunci tanda tangan Anda"))
        if self._joining:
            return (key,)
        papers = ("document", self.tr("Permohonan, lampiran, dan surat kantor ini"))
        return papers, ("list", self.tr("Data warga yang dilayani kantor ini")), key

    def focus_first(self) -> None:
        """Who it is, not the yes: it is read first, with large letters the buttons stand further down."""
        self._card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        for button in (self._yes, self._no):
            button.setEnabled(False)
        self.agreed.emit()


def _line(icon: str, name: str, about: str) -> QWidget:
    """A name and, small under it, what it is the name of."""
    found = QWidget()
    line = QHBoxLayout(found)
    line.setContentsMargins(px(16), px(6), px(16), px(6))
    line.setSpacing(px(12))
    line.addWidget(Sign(icon, 20, ink="accent"), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    for text, kind, ink in ((name, Type.STRONG, ""), (about, Type.CAPTION, "second")):
        each = Words(text, kind, ink, wrap=True)
        each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(each)
    line.addLayout(words, 1)
    return found
