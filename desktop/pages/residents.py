"""The register: found by typing, masked in the list, opened whole with a note of who looked."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from desktop.background import Lane
from desktop.errors import WorldError
from desktop.office import residents
from desktop.office.residents import Resident, ResidentCard, Residents
from desktop.pages.importing import ImportCard
from desktop.pages.page import Heading, Page, column
from desktop.pages.section import wrapped
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign, pair
from desktop.widgets.columns import Columns
from desktop.widgets.empty import EmptyState
from desktop.widgets.resident_row import ResidentButton
from desktop.widgets.text import OneLine, Words
from desktop.wording import mark_of, moment, when
from desktop.work import Work

_DEBOUNCE_MS = 150


class ResidentsPage(Page):
    """List left, the person who was opened right."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._shown: tuple[Resident, ...] = ()
        self._total = 0
        self._after: tuple[str, int] | None = None
        self._words = QLineEdit()
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_DEBOUNCE_MS)
        self._typed.timeout.connect(self._search)
        self._bar = InlineBar(Meaning.REFUSED)
        self._list, self._card, self._import = Card(), Card(), ImportCard(work)
        self._empty = EmptyState("user")
        self._build()
        work.changed.connect(self.hear)

    def _build(self) -> None:
        stack = column(self)
        self._heading = Heading(self.tr("Warga"), " ")
        take = ActButton(self.tr("Ambil dari berkas…"), icon="folder")
        take.clicked.connect(self._choose_file)
        self._heading.add(take)
        stack.addWidget(self._heading)
        stack.addWidget(self._bar)
        stack.addWidget(self._import)
        self._words.setPlaceholderText(self.tr("Cari nama, alamat, atau angka awal NIK"))
        self._words.setAccessibleName(self.tr("Cari nama, alamat, atau angka awal NIK"))
        self._words.setClearButtonEnabled(True)
        self._words.setMaximumWidth(px(520))
        self._words.textChanged.connect(lambda _text: self._typed.start())
        self._words.returnPressed.connect(self._enter)
        QShortcut(
            QKeySequence("Ctrl+F"), self, self._words.setFocus, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        stack.addWidget(self._words)
        columns = Columns(880, 24, last_on_top=True)
        left, right = columns.column(560), columns.column(440)
        left.addWidget(self._list)
        left.addWidget(self._empty)
        left.addStretch(1)
        right.addWidget(self._card)
        right.addStretch(1)
        stack.addWidget(columns)
        stack.addStretch(1)
        self._say_nobody()

    def refresh(self) -> None:
        """Read the list anew; who is open stays open."""
        self._search()

    def focus_first(self) -> None:
        """The search."""
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nobody stays open behind one's back."""
        self._say_nobody()

    def _search(self) -> None:
        self._typed.stop()
        words = self._words.text()
        self._work.look("residents", lambda desk: residents.see_residents(desk, words), self._show, Lane.SEARCH)

    def _enter(self) -> None:
        """Enter opens the only one who fits; else it goes to the first of them."""
        if self._typed.isActive():
            self._search()
        elif len(self._shown) == 1:
            self.open_resident(self._shown[0].id)
        else:
            self._words.focusNextChild()

    def _more(self) -> None:
        words, after = self._words.text(), self._after
        self._work.look("residents", lambda desk: residents.see_residents(desk, words, after), self._add, Lane.SEARCH)

    def _add(self, found: Residents) -> None:
        self._show(replace(found, lines=(*self._shown, *found.lines)))

    def _show(self, found: Residents) -> None:
        self._shown = found.lines
        self._after = found.after
        self._say_total(found)
        self._list.clear()
        for line in self._shown:
            button = ResidentButton(line.name, line.nik, " · ".join(filter(None, (line.born, line.place))))
            button.clicked.connect(partial(self.open_resident, line.id))
            self._list.body.addWidget(button)
        if found.after is not None:
            more_of = ActButton(self.tr("Lebih banyak…"), Kind.WORD, after="chevron-down")
            more_of.clicked.connect(self._more)
            self._list.row(more_of, 1, height=48)
        self._list.setVisible(bool(self._shown))
        self._empty.setVisible(not self._shown)
        if self._total:
            self._empty.say(self.tr("Tidak ditemukan"), self.tr("Periksa ejaan, atau coba NIK."))
        else:
            text = self.tr("Ambil dari berkas CSV atau Excel. Permohonan juga bisa dicatat tanpa daftar warga.")
            self._empty.say(self.tr("Belum ada warga di komputer ini"), text)

    def _say_total(self, found: Residents) -> None:
        self._total = self._total if found.total is None else found.total
        total = f"{self._total:,}".replace(",", ".")
        said = self.tr("%1 warga di komputer ini").replace("%1", total)
        at = moment(found.refreshed_at, self._work.me.utc_offset) if found.refreshed_at else ""
        fresh = self.tr("diperbarui dari berkas %1").replace("%1", at) if at else self.tr("belum pernah dari berkas")
        self._heading.say(self.tr("Warga"), f"{said} · {fresh}")

    def open_resident(self, number: int, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        """Show one person whole; the look is written down."""
        self._work.do_quietly(lambda desk: residents.open_resident(desk, number), self._show_card, self._refuse)

    def _show_card(self, card: ResidentCard) -> None:
        self._bar.say("")
        self._card.clear()
        self._card.head(card.name, "user")
        if self._work.me.files:
            begin = ActButton(self.tr("Permohonan baru untuk warga ini"), Kind.FILLED, "plus")
            begin.clicked.connect(partial(self.go.emit, "new", f"warga:{card.id}"))
            self._card.row(begin, 1, height=64)
        for label, value in card.rows:
            self._card.row(*pair(label, value, 150))
        source = self.tr("Dari %1, %2").replace("%1", card.source)
        at = moment(card.changed_at, self._work.me.utc_offset)
        self._card.row(wrapped(source.replace("%2", at), kind=Type.SECOND))
        for line in card.requests:
            self._card.body.addWidget(self._request(line.id, line.title, line.stage, line.changed_at))
        self._card.row(Sign("eye", 16), wrapped(self.tr("Anda membuka data lengkap; ini dicatat."), kind=Type.SECOND))

    def _request(self, request: str, title: str, stage: object, changed_at: str) -> QWidget:
        mark = mark_of(stage)  # type: ignore[arg-type] # a stage of the list
        at = Words(when(changed_at, self._work.now, self._work.me.utc_offset), Type.SECOND, "second")
        button = ActButton(self.tr("Buka"), Kind.WORD, after="chevron-right")
        button.setAccessibleName(f"{button.text()}: {title}")
        button.clicked.connect(partial(self.go.emit, "request", request))
        return self._card.row(Sign(mark.icon, 18, mark.meaning), OneLine(title), at, button)

    def _say_nobody(self) -> None:
        self._card.clear()
        self._card.head(self.tr("Data warga"), "user")
        self._card.row(
            wrapped(self.tr("Pilih seorang warga. Data lengkapnya tampil di sini, dan siapa yang membuka dicatat.")),
            height=72,
        )

    def _refuse(self, error: WorldError) -> None:
        self._bar.say(error.sentence, meaning=Meaning.REFUSED)

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Daftar warga"), "", self.tr("CSV atau Excel (*.csv *.xlsx);;Semua berkas (*)")
        )
        if path:
            self.take_file(Path(path))

    def take_file(self, path: Path) -> None:
        """Read a file and say what is in it."""
        self._import.preview(path)
