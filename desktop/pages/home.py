"""The first page: what is new, what waits for me, has my work been sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.heard import day_words
from desktop.office.arriving import see_arrivals
from desktop.office.browsing import Line
from desktop.office.deciding import Waiting, see_queue
from desktop.office.overview import Home, see_home
from desktop.office.printable import see_printable
from desktop.office.team import keys_to_confirm
from desktop.pages.home_cards import ArrivalsCard, LettersCard, QueueCard, SummaryCard, moment_words
from desktop.pages.page import Heading, Page, column
from desktop.pages.print_desk import PrintDesk
from desktop.store.browsing import Stage
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, CardHead, Sign
from desktop.widgets.columns import Columns
from desktop.widgets.counts import CountCell
from desktop.widgets.listbuttons import ServiceButton
from desktop.widgets.rows import ActionRow
from desktop.widgets.text import OneLine, Words, rule
from desktop.wording import mark_of, when
from desktop.work import Work
from domain.indonesian import local_day, time_words
from sync.encoding import read_instant

_ACT = 112
"""Buttons under each other are equally wide."""
_LETTERS = 3
"""Finished letters on the first page; all of them have a page of their own."""


class HomePage(Page):
    """By role: a clerk begins requests here, an officer who decides sees what waits."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._build_head()
        self._build_top()
        self._build_counts()
        self._build_lists()
        work.changed.connect(self.hear)

    def _build_head(self) -> None:
        self._column = column(self)
        self._heading = Heading(self.tr("Beranda"), " ")
        search = ActButton(self.tr("Cari warga atau nomor"), Kind.OUTLINE, "search", "Ctrl+K")
        search.clicked.connect(lambda: self.go.emit("search", None))
        self._heading.add(search)
        self._column.addWidget(self._heading)

    def _build_top(self) -> None:
        """Left what begins the work, right what waits: for whoever decides the queue, for a clerk what came back."""
        me = self._work.me
        self._keys = InlineBar(Meaning.ATTENTION, "users")
        look = ActButton(self.tr("Periksa"))
        look.clicked.connect(lambda: self.go.emit("settings", "officers"))
        self._keys.add(look)
        self._column.addWidget(self._keys)
        top = Columns(860, 24)
        self._build_beginning(top.column(336))
        self._attention = Card()
        self._attention_head = self._attention.head(self.tr("Perlu tindakan"), "warning", Meaning.ATTENTION)
        self._attention.body.addStretch(1)
        self._queue, self._arrivals = QueueCard(self._work), ArrivalsCard(self._work)
        for card in (self._queue, self._arrivals):
            card.go.connect(self.go)
        top.column(702).addWidget(self._queue if me.decides or not me.files else self._attention)
        self._column.addWidget(top)

    def _build_beginning(self, left: QVBoxLayout) -> None:
        me = self._work.me
        self._mine: tuple[Waiting, ...] = ()
        self._here: tuple[Line, ...] = ()
        decides = me.decides or not me.files
        self._decide = ActButton(self.tr("Buka antrean"), Kind.BIG, "inbox", "Ctrl+J")
        self._begin = ActButton(self.tr("Permohonan baru"), Kind.OUTLINE if decides else Kind.BIG, "plus", "Ctrl+N")
        self._decide.clicked.connect(lambda: self.go.emit("queue", None))
        self._begin.clicked.connect(lambda: self.go.emit("new", None))
        self._often, self._summary, self._others = Card(), SummaryCard(), Card()
        self._others_head = self._others.head(self.tr("Di meja petugas lain"), "users")
        shown = (decides, me.files, me.files, not me.files)
        parts = (self._decide, self._begin, self._often, self._summary)
        for part, there in zip(parts, shown, strict=True):
            left.addWidget(part)
            part.setVisible(there)
        left.addStretch(1)

    def _build_counts(self) -> None:
        card = Card()
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setContentsMargins(0, 0, 0, 0)
        self._cells: dict[Stage | None, CountCell] = {}
        for place, stage in enumerate(self._stages()):
            cell = CountCell(mark_of(stage), last=place == 4)
            cell.clicked.connect(partial(self._open_list, stage))
            grid.addWidget(cell, 0, place)
            self._cells[stage] = cell
        card.body.addLayout(grid)
        self._column.addWidget(card)

    def _stages(self) -> tuple[Stage | None, ...]:
        if self._work.me.files:
            return (None, Stage.READY, Stage.SENT, Stage.RETURNED, Stage.DONE)
        return (Stage.HERE, Stage.READY, Stage.SENT, Stage.DONE, Stage.REJECTED)

    def _build_lists(self) -> None:
        me = self._work.me
        self._printable, self._print_bar = LettersCard(self._work), InlineBar(Meaning.DONE)
        self.printing = PrintDesk(self._work, self, self._print_bar)
        self._printable.go.connect(self.go)
        self._printable.printed.connect(self.printing.print)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(self._printable.print_all.key), self, self._go_print, context=inside)
        if me.files:
            if me.decides:
                self._column.addWidget(self._attention)
            self._column.addWidget(self._print_bar)
            self._column.addWidget(self._printable)
        self._column.addWidget(self._arrivals)
        if not me.files:
            self._column.addWidget(self._others)
        self._column.addStretch(1)

    def focus_first(self) -> None:
        """The largest control."""
        (self._begin if self._decide.isHidden() else self._decide).setFocus()

    def refresh(self) -> None:
        """Read the page anew."""
        now, offset = self._work.now, self._work.me.utc_offset
        day = day_words(local_day(now, offset))
        self._heading.say(self.tr("Beranda"), f"{day} · {time_words(now, offset)}")
        self._work.look("home", see_home, self._show)
        since = self._work.since
        self._work.look("arrivals", lambda desk: see_arrivals(desk, since), self._arrivals.show_arrivals)
        self._work.look("home keys", keys_to_confirm, self._show_keys)
        if self._work.me.files:
            self._work.look("home letters", lambda desk: see_printable(desk, _LETTERS), self._printable.show_letters)
        if self._work.me.decides:
            self._work.look("home queue", see_queue, self._show_queue)

    def _show(self, home: Home) -> None:
        self._show_often(home)
        self._show_attention(home)
        self._here = home.waiting_here
        if not self._work.me.files:
            self._show_others()
        notes = self._notes(home)
        for stage, cell in self._cells.items():
            cell.say(home.drafts if stage is None else home.counts[stage], notes.get(stage, ""))
        self._printable.show_count(home.ready_to_print)

    def _notes(self, home: Home) -> dict[Stage | None, str]:
        """What is behind a count, where that is more than its word says."""
        today, offset = local_day(self._work.now, self._work.me.utc_offset), self._work.me.utc_offset
        fresh = sum(local_day(read_instant(line.changed_at), offset) == today for line in home.left_open)
        counted = (
            (None, self.tr("%1 hari ini"), fresh),
            (Stage.READY, self.tr("dan %1 mengirim"), home.counts[Stage.SENDING]),
            (Stage.DONE, self.tr("%1 siap dicetak"), home.ready_to_print),
        )
        found = {stage: word.replace("%1", str(count)) for stage, word, count in counted if count}
        if home.counts[Stage.SENT]:
            found[Stage.SENT] = self.tr("di kantor lain")
        if home.attention:
            found[Stage.RETURNED] = self.tr("lihat di atas")
        return found

    def _go_print(self) -> None:
        if self._printable.print_all.isVisible():
            self.go.emit("printable", None)

    def _show_queue(self, queue: tuple[Waiting, ...]) -> None:
        self._mine = queue
        self._queue.show_queue(queue)
        self._show_others()

    def _show_others(self) -> None:
        """What waits at this office for somebody else."""
        mine = {each.id for each in self._mine}
        others = tuple(line for line in self._here if line.id not in mine)
        self._summary.show_queue(self._mine, len(others))
        self._fill(self._others, self._others_head, others[:6], self.tr("Tidak ada yang menunggu petugas lain."))

    def _show_keys(self, count: int) -> None:
        title = self.tr("%1 kunci petugas baru menunggu pengesahan Anda").replace("%1", str(count))
        self._keys.say(title if count else "")

    def _show_often(self, home: Home) -> None:
        self._often.clear()
        self._often.row(Words(self.tr("Sering dipakai di kantor ini"), Type.LABEL, "second"), 1)
        if not home.often:
            self._often.row(
                Words(self.tr("Layanan datang bersama sinkronisasi pertama."), Type.SECOND, "second", wrap=True)
            )
        for place, service in enumerate(home.often, start=1):
            button = ServiceButton(service.title, f"Ctrl+{place}")
            button.arm()
            button.clicked.connect(partial(self.go.emit, "new", service.id))
            self._often.body.addWidget(button)

    def _show_attention(self, home: Home) -> None:
        card = self._attention
        card.clear(keep=2)
        lines = (*home.attention, *home.left_open)[:4]
        total = home.counts[Stage.RETURNED] + home.drafts
        self._attention_head.say(total or None)
        for place, line in enumerate(lines):
            if place:
                card.body.addWidget(rule())
            card.body.addWidget(self._action_row(line))
        if not lines:
            card.body.addWidget(_padded(Words(self.tr("Tidak ada yang perlu diperbaiki."), Type.BODY, "second")))
        card.body.addStretch(1)

    def _action_row(self, line: Line) -> QWidget:
        draft, note = line.stage is None, self._note(line)
        mark = mark_of(line.stage)
        row = ActionRow(mark.icon, mark.meaning, line.title, line.subject, note)
        button = ActButton(self.tr("Lanjutkan") if draft else self.tr("Perbaiki"))
        button.setAccessibleName(f"{button.text()}: {line.title} {line.subject}")
        act: Callable[..., None] = partial(self.go.emit, "draft" if draft else "request", line.id)
        button.clicked.connect(act)
        button.setMinimumWidth(px(_ACT))
        row.add(button)
        return row

    def _note(self, line: Line) -> str:
        """A draft's hour; of a request the words with which it came back, then whose they are and when."""
        at = when(line.changed_at, self._work.now, self._work.me.utc_offset)
        if line.stage is None:
            return self.tr("Draf tersimpan %1, belum diajukan.").replace("%1", at)
        said = self.tr("“%3” — %2, %1") if line.by else self.tr("Tidak diterima hub %1: %3")
        return said.replace("%1", at).replace("%2", line.by).replace("%3", line.note)

    def _fill(self, card: Card, head: CardHead, lines: tuple[Line, ...], empty: str) -> None:
        card.clear(keep=2)
        head.say(len(lines) or None)
        for line in lines:
            mark, subject, service = mark_of(line.stage), OneLine(line.subject), OneLine(line.title)
            at = moment_words(when(line.changed_at, self._work.now, self._work.me.utc_offset))
            button = ActButton(self.tr("Buka"), Kind.WORD, after="chevron-right")
            button.setAccessibleName(f"{button.text()}: {line.title} {line.subject}")
            button.clicked.connect(partial(self.go.emit, "request", line.id))
            said = OneLine(line.note, Type.SECOND, "second")
            card.row(Sign(mark.icon, 20, mark.meaning), service, subject, said, at, button)
        if not lines:
            card.body.addWidget(_padded(Words(empty, Type.BODY, "second")))

    def _open_list(self, stage: Stage | None, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        self.go.emit("requests", "draft" if stage is None else stage)


def _padded(words: Words) -> QWidget:
    found = QWidget()
    line = QHBoxLayout(found)
    line.setContentsMargins(px(16), px(14), px(16), px(14))
    line.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
    return found
