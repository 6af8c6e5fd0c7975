"""How it stands with the hub: what waits, what was not accepted, when it is tried again, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.office.outgoing import Outgoing, see_outgoing
from desktop.pages.exchange_lists import ExchangeLists, Way
from desktop.pages.exchange_stick import StickCard
from desktop.pages.page import Heading, Page, column
from desktop.theme import Meaning, Type, px
from desktop.troubles import trouble_of
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Badge, Card
from desktop.widgets.columns import Columns
from desktop.widgets.text import Words, rule
from desktop.wording import ago, clock, size_words, when
from desktop.work import Work


class ExchangePage(Page):
    """Data first: it is safe here, whatever the line does."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._seen: Outgoing | None = None
        self._column = column(self)
        self._column.setSpacing(px(12))
        self._column.addWidget(Heading(self.tr("Status sinkron")))
        self._build_state()
        self._build_metered()
        self._build_facts()
        self._lists = ExchangeLists(work)
        self._lists.opened.connect(self.go)
        self._column.addWidget(self._lists)
        self._stick = StickCard(work)
        self._stick.taken.connect(self.refresh)
        self._column.addWidget(self._stick)
        self._column.addStretch(1)
        work.exchange_changed.connect(self._show_state)
        work.changed.connect(self.hear)

    def _build_state(self) -> None:
        card = Card()
        self._sign = Badge("cloud-off", Meaning.QUIET)
        self._title, self._text = Words("", Type.TITLE, wrap=True), Words("", Type.BODY, "second", wrap=True)
        self._now = ActButton(self.tr("Sinkronkan sekarang"), Kind.FILLED, "refresh", "F5")
        self._now.clicked.connect(self._work.synchronize)
        self._cancel = ActButton(self.tr("Batalkan"), Kind.OUTLINE, "x")
        self._cancel.clicked.connect(self._work.cancel)
        self._pause = ActButton(self.tr("Jeda di sambungan berbayar"), Kind.OUTLINE, "clock")
        self._pause.clicked.connect(self._toggle_pause)
        across = Columns(880, 16)
        across.setContentsMargins(px(20), px(16), px(20), px(16))
        said, acts = QHBoxLayout(), QHBoxLayout()
        said.setSpacing(px(16))
        said.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        for part in (self._title, self._text):
            words.addWidget(part)
        said.addLayout(words, 1)
        acts.setSpacing(px(12))
        for button in (self._pause, self._cancel, self._now):
            acts.addWidget(button)
        acts.addStretch(1)
        across.column(1).addLayout(said)
        across.column(0).addLayout(acts)
        card.body.addWidget(across)
        self._column.addWidget(card)

    def _build_metered(self) -> None:
        """A word where the system knows that the line is paid for by volume. It only suggests."""
        self._metered = InlineBar(Meaning.QUIET, "cloud")
        act = ActButton(self.tr("Jeda sekarang"))
        act.clicked.connect(self._toggle_pause)
        self._metered.add(act)
        self._column.addWidget(self._metered)
        self._room = InlineBar(Meaning.ATTENTION, "warning")
        self._column.addWidget(self._room)

    def _build_facts(self) -> None:
        card, line = Card(), QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._facts: list[tuple[Words, Words]] = []
        heads = (
            self.tr("Terakhir tersambung"),
            self.tr("Dicoba lagi"),
            self.tr("Menunggu dikirim"),
            self.tr("Kabar dari hub"),
        )
        for place, head in enumerate(heads):
            big, small = Words("", Type.TITLE, wrap=True), Words("", Type.CAPTION, "second", wrap=True)
            if place:
                line.addWidget(rule(upright=True))
            cell = QWidget()
            column = QVBoxLayout(cell)
            column.setContentsMargins(px(20), px(12), px(12), px(12))
            column.setSpacing(px(2))
            for words in (Words(head, Type.LABEL, "second"), big, small):
                column.addWidget(words)
            column.addStretch(1)
            line.addWidget(cell, 1)
            self._facts.append((big, small))
        card.body.addLayout(line)
        self._column.addWidget(card)

    def focus_first(self) -> None:
        """The act, or the way to end the one that runs."""
        (self._cancel if self._work.exchange.running else self._now).setFocus()

    def refresh(self) -> None:
        """Read anew."""
        self._show_state()
        self._work.look("outgoing", see_outgoing, self._show_lists)

    def _show_lists(self, seen: Outgoing) -> None:
        self._seen = seen
        self._lists.show_all(seen)
        self._show_state()

    def _show_state(self) -> None:
        exchange = self._work.exchange
        title, text, icon, meaning = self._headline()
        self._title.setText(title)
        self._text.setText(text)
        self._sign.name, self._sign.meaning = icon, meaning
        self._sign.update()
        held = self._now.hasFocus() or self._cancel.hasFocus()
        self._cancel.setEnabled(not exchange.stopping)
        come, gone = (self._cancel, self._now) if exchange.running else (self._now, self._cancel)
        come.show()
        if held:  # before the other one goes: Qt would hand the keyboard on down the page, and scroll there
            come.setFocus(Qt.FocusReason.OtherFocusReason)
        gone.hide()
        self._pause.setVisible(not exchange.running)
        paused = self.tr("Lanjutkan otomatis") if exchange.paused else self.tr("Jeda di sambungan berbayar")
        self._pause.say(paused)
        suggest = self._work.heartbeat.metered and not exchange.paused
        said = self.tr("Sambungan ini tampaknya berbayar menurut pemakaian.") if suggest else ""
        self._metered.say(said, self.tr("Sinkronisasi otomatis tetap berjalan sampai Anda menjedanya."))
        self._room.say(self.tr("Penyimpanan komputer ini hampir penuh.") if exchange.room else "", exchange.room)
        self._lists.say_way(self._way())
        for (big, small), (value, note) in zip(self._facts, self._values(), strict=True):
            big.setText(value)
            small.setText(note)
            small.setVisible(bool(note))

    def _values(self) -> tuple[tuple[str, str], ...]:
        """The four facts. What the hub has is only known for the moment of the last exchange."""
        now, exchange, offset = self._work.now, self._work.exchange, self._work.me.utc_offset
        heard = exchange.heard_at
        until = self.tr("sesudah pukul %1").replace("%1", when(heard, now, offset)) if heard else ""
        known = exchange.connected and heard is not None
        return (
            (when(heard, now, offset) if heard else self.tr("Belum pernah"), ago(heard, now) if heard else ""),
            self._next_try(),
            (self.tr("%1 permohonan").replace("%1", str(exchange.waiting)), self._files_words()),
            (self.tr("Sudah diambil"), "") if known else (self.tr("Belum diketahui"), until),
        )

    def _way(self) -> Way:
        """Why what waits has not gone, and what makes it go."""
        exchange = self._work.exchange
        if exchange.running:
            return Way(self.tr("sedang dikirim"), "")
        if exchange.paused:
            return Way(self.tr("dijeda"), self.tr("F5 mengirim isian; lampiran menunggu sampai dilanjutkan"))
        trouble, at = trouble_of(exchange), clock(self._work.next_exchange, self._work.me.utc_offset)
        later = self.tr("dicoba lagi sendiri pukul %1").replace("%1", at)
        if trouble is None:
            return Way(self.tr("giliran berikutnya"), self.tr("dikirim sendiri pukul %1").replace("%1", at))
        if trouble.name == "offline":
            return Way(
                self.tr("menunggu sambungan"), self.tr("%1, atau lewat flash disk di bawah").replace("%1", later)
            )
        return Way(trouble.short.lower(), self.tr("petunjuknya di atas; %1").replace("%1", later))

    def _next_try(self) -> tuple[str, str]:
        exchange, offset = self._work.exchange, self._work.me.utc_offset
        if exchange.paused:
            return self.tr("Dijeda"), self.tr("hanya bila Anda menekan F5")
        return clock(self._work.next_exchange, offset), self.tr("berjalan sendiri")

    def _files_words(self) -> str:
        going = self._seen.going if self._seen is not None else ()
        count, size = sum(each.waiting for each in going), sum(each.size for each in going)
        if not count:
            return self.tr("aman di komputer ini")
        return self.tr("beserta %1 lampiran, %2").replace("%1", str(count)).replace("%2", size_words(size))

    def _headline(self) -> tuple[str, str, str, Meaning]:
        exchange = self._work.exchange
        if exchange.running:
            text = self.tr("Pekerjaan boleh diteruskan. Bila dibatalkan, yang sudah terkirim tetap terkirim.")
            word = self.tr("Menghentikan…") if exchange.stopping else self.tr("Sedang mengirim dan mengambil.")
            return word, text, "refresh", Meaning.MOVING
        trouble = trouble_of(exchange)
        if trouble is not None:
            return trouble.title, trouble.text, trouble.icon, trouble.meaning
        if exchange.paused:
            text = self.tr("F5 mengirim catatan saja; lampiran dan surat menunggu sampai dilanjutkan.")
            return self.tr("Sinkronisasi otomatis dijeda."), text, "clock", Meaning.QUIET
        if exchange.tried:
            return self.tr("Tersambung."), self.tr("Yang dicatat dikirim sendiri."), "cloud", Meaning.DONE
        return (
            self.tr("Belum dicoba sejak program dibuka."),
            self.tr("Data Anda aman di komputer ini. Yang menunggu dikirim sendiri saat tersambung."),
            "cloud-off",
            Meaning.QUIET,
        )

    def _toggle_pause(self) -> None:
        self._work.pause(paused=not self._work.exchange.paused)
