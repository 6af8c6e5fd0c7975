"""What the hub refused, beside what the hub has: field by field, with what each choice costs. Nothing is merged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from desktop.errors import WorldError
from desktop.office import unsettled
from desktop.office.changes import Changed
from desktop.office.differing import Difference
from desktop.office.unsettled import Unsettled
from desktop.office.unsettled_listing import export_for_support
from desktop.pages.page import Heading, Page, column
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.columns import Columns
from desktop.widgets.text import Words, rule
from desktop.wording import grouped, moment
from desktop.work import Work


class ComparePage(Page):
    """One refused or parked action; a key for each choice."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._action = ""
        self._found: Unsettled | None = None
        self._column = column(self, top=16)
        self._column.setSpacing(px(12))
        self._back = ActButton(self.tr("Kembali"), Kind.WORD, "arrow-left", "Esc")
        self._back.clicked.connect(self._go_back)
        self._heading = Heading(" ")
        self._why, self._bar = InlineBar(Meaning.ATTENTION), InlineBar(Meaning.REFUSED)
        self._table = Card()
        self._table.head(self.tr("Dua versi"), "duplicate")
        self._column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._heading, self._why, self._bar):
            self._column.addWidget(part)
        self._build_choices()
        self._column.addWidget(self._table)
        self._column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        for key, act in (("Esc", self._go_back), ("A", self._apply), ("L", self._let_go), ("D", self._edit)):
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        work.changed.connect(self.hear)

    def _build_choices(self) -> None:
        across = Columns(820, 16)
        self._again = ActButton(self.tr("Terapkan versi saya lagi"), Kind.FILLED, "send", "A")
        self._drop = ActButton(self.tr("Pakai versi hub"), Kind.OUTLINE, "check", "L")
        self._draft = ActButton(self.tr("Buka sebagai draf"), Kind.OUTLINE, "pencil", "D")
        self._export = ActButton(self.tr("Simpan untuk dukungan…"), Kind.OUTLINE, "folder")
        self._open = ActButton(self.tr("Buka permohonan"), Kind.OUTLINE, "list")
        self._again_card, self._again_words = self._choice(across.column(1), self._again)
        self._drop_card, self._drop_words = self._choice(across.column(1), self._drop)
        self._draft_card, draft_words = self._choice(across.column(1), self._draft)
        draft_words.setText(
            self.tr("Isian dapat diperbaiki lalu dikirim sebagai permohonan baru. Lampiran dipilih lagi.")
        )
        self._export.setToolTip(
            self.tr("Satu berkas tanpa data warga, untuk pengelola hub. Tidak ada yang diputuskan.")
        )
        self._export.clicked.connect(self._save)
        self._why.add(self._export)
        self._again.clicked.connect(self._apply)
        self._drop.clicked.connect(self._let_go)
        self._draft.clicked.connect(self._edit)
        self._open.clicked.connect(self._open_request)
        self._column.addWidget(across)

    def _choice(self, stack: QVBoxLayout, button: ActButton) -> tuple[Card, Words]:
        """A button over what the choice costs."""
        card, words = Card(), Words("", Type.SECOND, "second", wrap=True)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(16), px(14), px(16), px(14))
        inner.setSpacing(px(8))
        inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(words)
        inner.addStretch(1)
        card.body.addLayout(inner)
        stack.addWidget(card, 1)
        return card, words

    def show_thing(self, thing: object) -> None:
        """Open a refused action by its id."""
        self._action, self._found = str(thing), None
        self._bar.say("")

    def refresh(self) -> None:
        """Read it anew."""
        if self._action:
            action = self._action
            self._work.look("unsettled one", lambda desk: unsettled.see_one(desk, action), self._show)

    def focus_first(self) -> None:
        """The first choice that is open, else the way back."""
        for button in (self._again, self._draft, self._drop, self._open):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._back.setFocus()

    def _show(self, found: Unsettled) -> None:
        first = self._found is None
        self._found = found
        at = moment(found.at, self._work.me.utc_offset)
        refused = self.tr("Disisihkan") if found.dead else self.tr("Ditolak hub")
        word = self.tr("Tertahan di hub") if found.parked else refused
        self._heading.say(f"{found.title} — {found.subject}", f"{word} · {at}")
        self._why.say(word, found.sentence, Meaning.MOVING if found.parked else Meaning.ATTENTION)
        self._table.clear(keep=2)
        self._table.body.addWidget(self._grid(found.rows))
        self._again_words.setText(found.again_loses)
        self._drop_words.setText(found.drop_loses)
        self._drop.say(self.tr("Lepaskan") if found.dead else self.tr("Pakai versi hub"))
        self._again_card.setVisible(found.can_again)
        self._draft_card.setVisible(found.can_edit)
        self._drop_card.setVisible(not found.parked)
        self._export.setVisible(found.dead)
        if first:
            self.focus_first()

    def _grid(self, rows: tuple[Difference, ...]) -> QWidget:
        found = QWidget()
        grid = QGridLayout(found)
        grid.setContentsMargins(px(16), px(10), px(16), px(12))
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(8))
        for place, head in enumerate((self.tr("Isian"), self.tr("Versi Anda"), self.tr("Di hub"))):
            grid.addWidget(Words(head, Type.LABEL, "second"), 0, place)
            grid.setColumnStretch(place, (2, 3, 3)[place])
        for number, row in enumerate(rows, start=1):
            grid.addWidget(rule(), 2 * number - 1, 0, 1, 3)
            grid.addWidget(Words(row.label, Type.SECOND, "second", wrap=True), 2 * number, 0)
            for place, value in ((1, row.after), (2, row.before)):
                words = Words(grouped(value) or "—", Type.STRONG if value and place == 1 else Type.BODY, wrap=True)
                words.setAccessibleName(f"{row.label}: {value}")
                grid.addWidget(words, 2 * number, place)
        if not rows:
            grid.addWidget(Words(self.tr("Isinya sama dengan yang ada di hub."), wrap=True), 1, 0, 1, 3)
        return found

    def _apply(self) -> None:
        if self._found is not None and self._found.can_again:
            action = self._found.action
            self._work.do(lambda desk: unsettled.apply_again(desk, action), self._settled, self._refused)

    def _let_go(self) -> None:
        if self._found is not None and not self._found.parked:
            action = self._found.action
            self._work.do(lambda desk: unsettled.let_go(desk, action), self._settled, self._refused)

    def _edit(self) -> None:
        if self._found is not None and self._found.can_edit:
            action = self._found.action
            self._work.do(lambda desk: unsettled.open_as_draft(desk, action), self._opened, self._refused)

    def _save(self) -> None:
        """Ask where to; the name holds nothing but the step's own."""
        action = self._action
        name = self.tr("langkah-%1.json").replace("%1", action)
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Simpan untuk dukungan"), name, "JSON (*.json)")
        if path:
            self._work.do(lambda desk: export_for_support(desk, action, Path(path)), None, self._refused)

    def _open_request(self) -> None:
        if self._found is not None:
            self.go.emit("request", self._found.request)

    def _settled(self, _changed: Changed) -> None:
        self._leave_with("back", None)

    def _opened(self, changed: Changed) -> None:
        self._leave_with("draft", changed.told["draft"])

    def _leave_with(self, key: str, thing: object) -> None:
        self._action, self._found = "", None
        self.go.emit(key, thing)

    def _refused(self, error: WorldError) -> None:
        self._bar.say(error.sentence, " ".join(error.details), Meaning.REFUSED)

    def _go_back(self) -> None:
        self._leave_with("back", None)
