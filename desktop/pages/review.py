"""One list before many decisions: what is doubtful is unticked and says why; one passphrase; an outcome per line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.errors import WorldError
from desktop.office import batching, reviewing
from desktop.office.batching import Certificates
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.reviewing import SIGNING, Reviewed
from desktop.pages.page import Heading, Page, column
from desktop.pages.review_panel import ReviewPanel
from desktop.theme import Meaning, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.columns import Columns
from desktop.widgets.review_rows import ReviewRow
from desktop.widgets.text import rule
from desktop.wording import when
from desktop.work import Work
from domain.actions import ActionKind
from letters.officer_keys import OfficerKey

_FIRST, _AT_ONCE = 3, 8


class ReviewPage(Page):
    """Drives a batch item by item; each is on the disk before the next begins, so it may be stopped or killed."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._asked: tuple[str, ...] = ()
        self._lines: dict[str, Reviewed] = {}
        self._rows: dict[str, ReviewRow] = {}
        self._left: list[str] = []
        self._key: OfficerKey | None = None
        self._running = self._stopping = self._filling = False
        self._build()
        QShortcut(QKeySequence("Esc"), self, self._go_back, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        column_ = column(self, top=16)
        column_.setSpacing(px(10))
        self._back = ActButton(self.tr("Antrean"), Kind.WORD, "arrow-left", "Esc")
        self._back.clicked.connect(self._go_back)
        column_.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._heading = Heading(" ")
        column_.addWidget(self._heading)
        self._bar = InlineBar(Meaning.REFUSED)
        column_.addWidget(self._bar)
        across = Columns(860, 16)
        left, right = across.column(700), across.column(340)
        self._taken, self._apart = Card(), Card()
        self._taken_head = self._taken.head(" ")
        self._apart_head = self._apart.head(self.tr("Dikecualikan"), "warning", Meaning.ATTENTION)
        left.addWidget(self._taken)
        left.addWidget(self._apart)
        left.addStretch(1)
        self._panel = ReviewPanel()
        self._panel.begun.connect(self._begin)
        self._panel.stopped.connect(self._stop)
        self._panel.again.connect(self._try_again)
        self._panel.closed.connect(self._go_back)
        right.addWidget(self._panel)
        right.addStretch(1)
        column_.addWidget(across)
        column_.addStretch(1)

    def show_thing(self, thing: object) -> None:
        """The requests to decide about; not while a batch runs."""
        if isinstance(thing, tuple) and not self._running:
            self._asked = thing
            self._lines, self._rows = {}, {}

    def refresh(self) -> None:
        """Check everything anew; while a batch runs or its outcome is shown, nothing changes under the eyes."""
        if self._running or self._rows:
            return
        asked = self._asked
        self._heading.say(self.tr("Memeriksa %1 permohonan…").replace("%1", str(len(asked))))
        self._work.look("certificates", batching.certificates_of, self._show_certificates)
        self._filling = True
        self._lines = {}
        for card in (self._taken, self._apart):
            card.clear(keep=2)
        self._check(0)

    def _check(self, place: int) -> None:
        """Some at a time: the first lines show at once, and other pages' looks go between."""
        after = place + (_AT_ONCE if place else min(_FIRST, _AT_ONCE))
        some = self._asked[place:after]

        def come(lines: tuple[Reviewed, ...]) -> None:
            self._add(lines)
            if after < len(self._asked):
                self._check(after)
            else:
                self._checked()

        self._work.look("review", lambda desk: reviewing.review(desk, some), come)

    def focus_first(self) -> None:
        """Where the work begins: the passphrase, or the button."""
        self._panel.focus_first()

    def leave(self) -> None:
        """The batch goes on; a key that was opened goes with its end."""
        self._panel.keys.forget()

    def _show_certificates(self, found: Certificates) -> None:
        self._panel.say_certificate(self._work.me.name, found, self._work.me.utc_offset)

    def _add(self, lines: tuple[Reviewed, ...]) -> None:
        for line in lines:
            self._lines[line.id] = line
            self._rows[line.id] = row = self._row(line)
            card = self._taken if line.clear else self._apart
            if card.body.count() > 2:
                card.body.addWidget(rule())
            card.body.addWidget(row)
        self._apart.setVisible(any(not line.clear for line in self._lines.values()))
        self._taken.setVisible(any(line.clear for line in self._lines.values()))

    def _checked(self) -> None:
        """Only a whole list may be decided about."""
        self._filling = False
        self._panel.prepare(signs=any(line.kind in SIGNING for line in self._lines.values()))
        self._bar.say("")
        self._count()
        self.focus_first()

    def _row(self, line: Reviewed) -> ReviewRow:
        now, offset = self._work.now, self._work.me.utc_offset
        seen = self.tr("Dibuka %1").replace("%1", when(line.seen_at, now, offset)) if line.seen_at else ""
        row = ReviewRow(line.title, f"{line.subject} · {line.place}", line.left, late=line.late)
        row.say(line.stop or " ".join(line.doubts) or seen, doubtful=not line.clear)
        row.box.setChecked(line.clear)
        row.box.setEnabled(not line.stop)
        row.box.toggled.connect(lambda _on: self._count())
        return row

    def _ticked(self) -> list[str]:
        return [name for name, row in self._rows.items() if row.box.isChecked()]

    def _count(self) -> None:
        if self._running or self._filling:
            return
        ticked = self._ticked()
        count = str(len(ticked))
        kinds = {self._lines[name].kind for name in ticked or self._lines}
        signs = bool(kinds & SIGNING)
        title = self._title(kinds)
        self._taken_head.title.setText(self.tr("Akan ditandatangani") if signs else self.tr("Akan diputuskan"))
        whole = self.tr("Tinjau %1 permohonan").replace("%1", str(len(self._lines)))
        self._heading.say(title.replace("%1", count) if ticked else whole)
        self._taken.setVisible(any(line.clear for line in self._lines.values()))
        self._taken_head.say(None, self.tr("%1 dipilih").replace("%1", count))
        apart = sum(not line.clear for line in self._lines.values())
        self._apart_head.say(apart, self.tr("baca alasannya; centang bila tetap diikutkan"))
        word = title.replace("%1", count) if ticked else self.tr("Belum ada yang dicentang")
        self._panel.offer(word, allowed=bool(ticked), signs=signs)

    def _title(self, kinds: set[ActionKind | None]) -> str:
        """What the button does; one word where all do the same."""
        if kinds & SIGNING:
            return self.tr("Tanda tangani %1 surat")
        words = {
            ActionKind.VERIFY: self.tr("Verifikasi %1 permohonan"),
            ActionKind.PARAF: self.tr("Paraf %1 permohonan"),
            ActionKind.APPROVE: self.tr("Setujui %1 permohonan"),
        }
        only = kinds.pop() if len(kinds) == 1 else None
        return words.get(only, self.tr("Putuskan %1 permohonan")) if only else self.tr("Putuskan %1 permohonan")

    def _begin(self) -> None:
        """Open the certificate once where something is signed, then take one item after the other."""
        ticked = self._ticked()
        if self._filling or not ticked:
            return
        self._bar.say("")
        if not any(self._lines[name].kind in SIGNING for name in ticked):
            self._run(ticked, None)
            return
        path, passphrase = self._panel.keys.path, self._panel.keys.passphrase
        self._panel.keys.forget()
        self._panel.busy()
        self._work.do_quietly(
            lambda desk: batching.open_key(desk, path, passphrase), partial(self._opened, ticked), self._refused
        )

    def _opened(self, ticked: list[str], key: OfficerKey) -> None:
        self._run(ticked, key)

    def _refused(self, error: WorldError) -> None:
        self._panel.ready()
        self._count()
        self._bar.say(error.sentence, " ".join(error.details), Meaning.REFUSED)
        self.focus_first()

    def _run(self, ticked: list[str], key: OfficerKey | None) -> None:
        self._left, self._key = list(ticked), key
        self._running, self._stopping = True, False
        for name, row in self._rows.items():
            row.box.setEnabled(False)
            if name in ticked:
                row.wait()
        self._panel.run(len(ticked))
        self._next()

    def _next(self) -> None:
        """One item on the work lane; looks of other pages go between."""
        if not self._left or self._stopping:
            self._end()
            return
        name, key = self._left.pop(0), self._key
        kind = self._lines[name].kind
        assert kind is not None  # noqa: S101 - what cannot be done cannot be ticked
        self._rows[name].go()

        def act(desk: Desk) -> Changed:
            return batching.take_on(desk, name, kind, key)

        self._work.do_quietly(act, partial(self._done, name), partial(self._failed, name))

    def _done(self, name: str, _changed: Changed) -> None:
        signed = self._lines[name].kind in SIGNING
        word = self.tr("Ditandatangani, belum diterima pusat") if signed else self.tr("Tersimpan, menunggu dikirim")
        self._rows[name].done(word)
        self._went()

    def _failed(self, name: str, error: WorldError) -> None:
        self._rows[name].fail(error.sentence)
        self._went()

    def _went(self) -> None:
        outcomes = [row.outcome for row in self._rows.values()]
        self._panel.progress(outcomes.count("done"), outcomes.count("failed"))
        self._next()

    def _stop(self) -> None:
        """After the item that is on its way; what is done stays done."""
        self._stopping = True
        self._panel.stopping()

    def _end(self) -> None:
        self._running, self._key = False, None
        left, self._left = self._left, []
        for name in left:
            self._rows[name].leave_out(self.tr("Belum. Dihentikan sebelum giliran ini."))
        outcomes = [row.outcome for row in self._rows.values()]
        done, failed = outcomes.count("done"), outcomes.count("failed")
        self._panel.ended(done, failed, len(left))
        told = self.tr("%1 dari %2 selesai").replace("%2", str(done + failed + len(left)))
        self._heading.say(
            told.replace("%1", str(done)), self.tr("Yang selesai tersimpan dan menunggu dikirim ke pusat.")
        )
        self._work.announce(Changed(requests=tuple(self._rows), everything=bool(done)))

    def _try_again(self) -> None:
        """Failed ones and those that a stop left out, checked anew; what is done is not asked for again."""
        self._asked = tuple(name for name, row in self._rows.items() if row.outcome in {"failed", "left"})
        self._lines, self._rows = {}, {}
        self._panel.ready()
        self.refresh()

    def _go_back(self) -> None:
        """A batch that runs is stopped first: nobody leaves without having seen how it ended."""
        if self._running:
            self._stop()
            return
        self._panel.keys.forget()
        self.go.emit("queue", None)

    @property
    def filling(self) -> bool:
        """Whether lines are still to come."""
        return self._filling

    @property
    def rows(self) -> dict[str, ReviewRow]:
        """The lines by request, for whoever watches."""
        return self._rows

    @property
    def panel(self) -> QWidget:
        """Where the passphrase is typed and the outcome told."""
        return self._panel
