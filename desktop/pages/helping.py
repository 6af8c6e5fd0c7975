"""Help: the words of the program, found by typing, and all the keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.help import look_up
from desktop.pages.page import Heading, Page, column
from desktop.pages.section import wrapped
from desktop.theme import Type, px
from desktop.widgets.cards import Card
from desktop.widgets.chips import FilterChip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.keys import KeyHint
from desktop.widgets.text import Words
from desktop.widgets.turning import Turning

_WORDS, _KEYS = 0, 1


class HelpPage(Page):
    """`show_thing` may say ``keys``."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._search = QLineEdit()
        self._terms = Card()
        self._stack = Turning()
        stack = column(self)
        stack.addWidget(Heading(self.tr("Bantuan"), self.tr("F1 membuka petunjuk singkat di halaman mana pun.")))
        flow = FlowLayout(px(8))
        self._chips = [FilterChip(self.tr("Istilah"), "document"), FilterChip(self.tr("Papan ketik"), "list")]
        for place, chip in enumerate(self._chips):
            chip.clicked.connect(partial(self._turn_to, place))
            flow.addWidget(chip)
        stack.addLayout(flow)
        self._parts = (self._glossary(), self._keyboard())
        for part in self._parts:
            self._stack.add(part)
        stack.addWidget(self._stack)
        stack.addStretch(1)
        self._turn_to(_WORDS)
        self._show_terms("")

    def _glossary(self) -> QWidget:
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(px(16))
        self._search.setPlaceholderText(self.tr("Cari istilah"))
        self._search.setAccessibleName(self.tr("Cari istilah"))
        self._search.setMaximumWidth(px(420))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._show_terms)
        inner.addWidget(self._search)
        if self._language != "id":
            text = self.tr(
                "Nama layanan, pertanyaan, jabatan, dan isi surat tetap berbahasa Indonesia: semuanya data paket "
                "layanan dan ikut tercetak di surat. Artinya ada di daftar ini."
            )
            inner.addWidget(Words(text, Type.SECOND, "second", wrap=True))
        inner.addWidget(self._terms)
        return holder

    def _show_terms(self, words: str) -> None:
        self._terms.clear()
        found = look_up(words, self._language)
        for word, meaning in found:
            name = Words(word, Type.STRONG, wrap=True)
            name.setFixedWidth(px(236))
            self._terms.row(name, wrapped(meaning, ""))
        if not found:
            self._terms.row(wrapped(self.tr("Istilah ini belum ada. Coba kata lain.")))

    def _keyboard(self) -> QWidget:
        card = Card()
        everywhere = (
            (("Ctrl+N",), self.tr("permohonan baru")),
            (("Ctrl+K",), self.tr("cari layanan, warga, permohonan, halaman")),
            (("Ctrl+J",), self.tr("buka antrean")),
            (("F5",), self.tr("sinkronkan sekarang")),
            (("F1",), self.tr("petunjuk halaman ini")),
            (("Ctrl+L",), self.tr("kunci layar atau ganti petugas")),
            (("Esc",), self.tr("kembali; draf tetap tersimpan")),
            (("Tab", "Shift+Tab"), self.tr("bagian berikutnya, sebelumnya")),
        )
        lists = (
            (("↑", "↓"), self.tr("pindah di daftar")),
            (("Enter",), self.tr("buka; pada isian: lanjut")),
            (("Ctrl+F",), self.tr("saring daftar")),
            (("Alt+←", "Alt+→"), self.tr("dari satu permohonan ke sebelumnya, berikutnya")),
        )
        queue = (
            (("J", "K"), self.tr("berikutnya, sebelumnya")),
            (("A",), self.tr("setujui, verifikasi, paraf, atau tanda tangani")),
            (("R", "T"), self.tr("kembalikan, tolak; alasan ditanya")),
            (("Ctrl+Z",), self.tr("urungkan dalam sepuluh detik")),
        )
        parts = ((self.tr("Di mana pun"), everywhere), (self.tr("Di daftar"), lists), (self.tr("Di antrean"), queue))
        for title, keys in parts:
            card.row(Words(title, Type.LABEL, "second"), 1)
            for caps, word in keys:
                pressed = KeyHint(caps, "")
                pressed.setFixedWidth(px(150))
                card.row(pressed, Words(word, Type.SECOND), 1)
        return card

    def show_thing(self, thing: object) -> None:
        """The words or the keys."""
        self._turn_to(_KEYS if thing == "keys" else _WORDS)

    def focus_first(self) -> None:
        """The search."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, place: int, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        self._chips[place].setChecked(True)
        self._stack.turn_to(self._parts[place])
