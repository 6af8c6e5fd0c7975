"""How it stands with the hub: what waits, what was not accepted, when it is tried again, and what to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.office import browsing
from desktop.office.browsing import Line
from desktop.office.browsing import Page as Lines
from desktop.pages.page import Heading, Page, column
from desktop.store.browsing import Stage, Wanted
from desktop.theme import Meaning, Type, px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign
from desktop.widgets.rows import ActionRow
from desktop.widgets.text import OneLine, ToneWords, Words, rule
from desktop.wording import ago, clock, mark_of, when
from desktop.work import Work


class ExchangePage(Page):
    """Data first: it is safe here, whatever the line does."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._column = column(self)
        self._column.setSpacing(px(12))
        self._column.addWidget(Heading(self.tr("Status sinkron")))
        self._build_state()
        self._build_facts()
        self._build_lists()
        work.exchange_changed.connect(self._show_state)
        work.changed.connect(self.hear)

    def _build_state(self) -> None:
        card = Card()
        self._sign = Sign("cloud-off", 28, Meaning.QUIET)
        self._title, self._text = Words("", Type.TITLE, wrap=True), Words("", Type.BODY, "second", wrap=True)
        self._now = ActButton(self.tr("Sinkronkan sekarang"), Kind.FILLED, "refresh", "F5")
        self._now.clicked.connect(self._work.synchronize)
        self._pause = ActButton(self.tr("Jeda otomatis"), Kind.OUTLINE, "clock")
        self._pause.clicked.connect(self._toggle_pause)
        line = QHBoxLayout()
        line.setContentsMargins(px(20), px(16), px(20), px(16))
        line.setSpacing(px(16))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._text)
        line.addLayout(words, 1)
        line.addWidget(self._pause)
        line.addWidget(self._now)
        card.body.addLayout(line)
        self._column.addWidget(card)

    def _build_facts(self) -> None:
        card, grid = Card(), QGridLayout()
        grid.setContentsMargins(px(20), px(12), px(20), px(12))
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(2))
        self._facts: list[tuple[Words, Words]] = []
        heads = (
            self.tr("Terakhir tersambung"),
            self.tr("Dicoba lagi"),
            self.tr("Menunggu dikirim"),
            self.tr("Kabar dari hub"),
        )
        for place, head in enumerate(heads):
            big, small = Words("", Type.TITLE, wrap=True), Words("", Type.CAPTION, "second", wrap=True)
            for row, words in enumerate((Words(head, Type.LABEL, "second"), big, small)):
                grid.addWidget(words, row, place)
            grid.setColumnStretch(place, 1)
            self._facts.append((big, small))
        card.body.addLayout(grid)
        self._column.addWidget(card)

    def _build_lists(self) -> None:
        self._refused, self._waiting, self._history = Card(), Card(), Card()
        self._refused_head = self._refused.head(self.tr("Perlu perbaikan"), "warning", Meaning.ATTENTION)
        self._waiting_head = self._waiting.head(self.tr("Menunggu dikirim"), "outbox")
        self._history.head(self.tr("Riwayat sejak program dibuka"), "clock")
        for card in (self._refused, self._waiting, self._history):
            self._column.addWidget(card)
        self._column.addStretch(1)

    def focus_first(self) -> None:
        """The act."""
        self._now.setFocus()

    def refresh(self) -> None:
        """Read anew."""
        self._show_state()
        returned, ready, sending = (Wanted(stage=each) for each in (Stage.RETURNED, Stage.READY, Stage.SENDING))
        self._work.look("refused", lambda desk: browsing.page_of_requests(desk, returned, limit=20), self._show_refused)
        self._work.look(
            "waiting",
            lambda desk: (
                *browsing.page_of_requests(desk, sending, limit=20).lines,
                *browsing.page_of_requests(desk, ready, limit=30).lines,
            ),
            self._show_waiting,
        )

    def _show_state(self) -> None:
        now, exchange = self._work.now, self._work.exchange
        offset, beat = self._work.me.utc_offset, self._work.heartbeat
        title, text, icon, meaning = self._headline()
        self._title.setText(title)
        self._text.setText(text)
        self._sign.name, self._sign.meaning = icon, meaning
        self._sign.update()
        self._now.say(self.tr("Sedang berjalan…") if exchange.running else self.tr("Sinkronkan sekarang"))
        self._pause.say(self.tr("Lanjutkan otomatis") if beat.paused else self.tr("Jeda otomatis"))
        heard = exchange.heard_at
        known = exchange.connected and heard is not None
        values = (
            (when(heard, now, offset) if heard else self.tr("Belum pernah"), ago(heard, now) if heard else ""),
            (self.tr("Dijeda") if beat.paused else clock(beat.next_at, offset), self.tr("berjalan sendiri")),
            (str(exchange.waiting), self.tr("langkah, aman di komputer ini")),
            (
                self.tr("Sudah diambil") if known else self.tr("Belum diketahui"),
                self.tr("sampai %1").replace("%1", when(heard, now, offset)) if heard else "",
            ),
        )
        for (big, small), (value, note) in zip(self._facts, values, strict=True):
            big.setText(value)
            small.setText(note)
        self._show_history()

    def _headline(self) -> tuple[str, str, str, Meaning]:
        exchange = self._work.exchange
        if exchange.running:
            return (
                self.tr("Sedang mengirim dan mengambil."),
                self.tr("Pekerjaan boleh diteruskan."),
                "refresh",
                Meaning.MOVING,
            )
        if exchange.trouble:
            return (self.tr("Luring. Data Anda aman di komputer ini."), exchange.trouble, "cloud-off", Meaning.QUIET)
        if exchange.tried:
            return (self.tr("Tersambung."), self.tr("Yang dicatat dikirim sendiri."), "cloud", Meaning.DONE)
        return (
            self.tr("Belum dicoba sejak program dibuka."),
            self.tr("Data Anda aman di komputer ini. Yang menunggu dikirim sendiri saat tersambung."),
            "cloud-off",
            Meaning.QUIET,
        )

    def _show_refused(self, page: Lines) -> None:
        self._refused.setVisible(bool(page.lines))
        self._refused_head.say(len(page.lines), self.tr("yang lain tetap berjalan"))
        self._refused.clear(keep=2)
        for place, line in enumerate(page.lines):
            if place:
                self._refused.body.addWidget(rule())
            self._refused.body.addWidget(self._row(line))

    def _row(self, line: Line) -> QWidget:
        mark = mark_of(line.stage)
        row = ActionRow(mark.icon, mark.meaning, line.title, line.subject, line.note)
        button = ActButton(self.tr("Buka"))
        button.setAccessibleName(f"{button.text()}: {line.title} {line.subject}")
        button.clicked.connect(partial(self.go.emit, "request", line.id))
        row.add(button)
        return row

    def _show_waiting(self, lines: tuple[Line, ...]) -> None:
        self._waiting_head.say(len(lines))
        self._waiting.clear(keep=2)
        for line in lines:
            mark = mark_of(line.stage)
            word = ToneWords(mark.word, mark.meaning)
            word.setFixedWidth(px(110))
            at = self.tr("disimpan %1").replace("%1", when(line.changed_at, self._work.now, self._work.me.utc_offset))
            parts = (Sign(mark.icon, 20, mark.meaning), word, OneLine(line.title), OneLine(line.subject))
            self._waiting.row(*parts, Words(at, Type.SECOND, "second"))
        if not lines:
            self._waiting.row(Words(self.tr("Tidak ada yang menunggu dikirim."), Type.BODY, "second"), 1)

    def _show_history(self) -> None:
        self._history.setVisible(bool(self._work.history))
        self._history.clear(keep=2)
        for tried in self._work.history[:6]:
            meaning = Meaning.DONE if tried.good else Meaning.QUIET
            at = Words(clock(tried.at, self._work.me.utc_offset), Type.SECOND, "second")
            sentence = Words(tried.sentence, Type.SECOND, wrap=True)
            sentence.setSizePolicy(sentence.sizePolicy().Policy.Expanding, sentence.sizePolicy().verticalPolicy())
            self._history.row(Sign("check-circle" if tried.good else "cloud-off", 18, meaning), at, sentence)

    def _toggle_pause(self) -> None:
        beat = self._work.heartbeat
        beat.paused = not beat.paused
        self._show_state()
