"""One request: its trail, its documents and answers, what happens next, and what this officer may do."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.errors import WorldError
from desktop.office import handing, receipts
from desktop.office.changes import Changed
from desktop.office.opening import Happened, Opened, open_request
from desktop.pages.deeds import Deed, Doer, deeds_for
from desktop.pages.page import Heading, Page, column
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign, pair
from desktop.widgets.chips import StateChip
from desktop.widgets.columns import Columns
from desktop.widgets.text import OneLine, Words
from desktop.widgets.trail import TrailStep
from desktop.wording import mark_of, moment, size_words, when
from desktop.work import Work
from domain.actions import ActionKind


class RequestPage(Page):
    """Opened from a list; Esc goes back to it."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._request = ""
        self._opened: Opened | None = None
        self._doer = Doer(work, self, self._refused)
        self._build_head()
        self._build_columns()
        QShortcut(QKeySequence("Esc"), self, self._go_back, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        work.changed.connect(self.hear)

    def _build_head(self) -> None:
        self._column = column(self, top=16)
        self._column.setSpacing(px(10))
        back = ActButton(self.tr("Permohonan"), Kind.WORD, "arrow-left", "Esc")
        back.clicked.connect(self._go_back)
        self._back = back
        self._column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._heading = Heading(" ")
        self._chip = StateChip()
        self._heading.add(self._chip)
        self._column.addWidget(self._heading)
        self._bar = InlineBar(Meaning.REFUSED)
        self._column.addWidget(self._bar)

    def _build_columns(self) -> None:
        self._trail, self._papers, self._answers, self._acts = Card(), Card(), Card(), QVBoxLayout()
        self._trail.head(self.tr("Jejak"))
        self._papers_head = self._papers.head(self.tr("Berkas"))
        self._answers.head(self.tr("Isian"))
        self._acts.setSpacing(px(8))
        across = Columns(900, 16)
        left, middle, right = (across.column(weight) for weight in (400, 360, 290))
        left.addWidget(self._trail)
        left.addStretch(1)
        middle.addWidget(self._answers)
        middle.addStretch(1)
        right.addLayout(self._acts)
        right.addWidget(self._papers)
        right.addStretch(1)
        self._column.addWidget(across)
        self._column.addStretch(1)

    @property
    def request(self) -> str:
        """The id of what is shown."""
        return self._request

    def show_thing(self, thing: object) -> None:
        """Open a request by its id."""
        self._request, self._opened = str(thing), None
        self._bar.say("")

    def refresh(self) -> None:
        """Read it anew."""
        if self._request:
            self._work.look("request", lambda desk: open_request(desk, self._request), self._show)

    def focus_first(self) -> None:
        """What can be done, else the way back."""
        first = self._acts.itemAt(0)
        widget = first.widget() if first is not None else None
        (widget or self._back).setFocus()

    def hear(self, changed: object) -> None:
        """Only what touches this request."""
        touched = isinstance(changed, Changed) and (changed.everything or self._request in changed.requests)
        if touched and self.isVisible():
            self.refresh()

    def _show(self, opened: Opened) -> None:
        kept = self._opened is not None and self._opened.id == opened.id
        self._opened = opened
        offset = self._work.me.utc_offset
        made = moment(opened.trail[0].at, offset) if opened.trail else ""
        text = self.tr("NIK %1 · diajukan %2").replace("%1", opened.nik or "—").replace("%2", made)
        self._heading.say(f"{opened.title} — {opened.subject}", text)
        mark = mark_of(opened.stage)
        self._chip.say(opened.state_words.capitalize(), mark.icon, mark.meaning)
        self._trail.clear(keep=2)
        self._trail.body.addWidget(self._trail_of(opened))
        self._show_papers(opened)
        self._show_answers(opened)
        self._show_acts(opened)
        if not kept:
            self.focus_first()

    def _trail_of(self, opened: Opened) -> QWidget:
        found = QWidget()
        stack = QVBoxLayout(found)
        stack.setContentsMargins(px(16), px(20), px(16), px(14))
        stack.setSpacing(0)
        offset = self._work.me.utc_offset
        for place, happened in enumerate(opened.trail):
            last = place == len(opened.trail) - 1 and not opened.ahead
            stack.addWidget(_happened(happened, when(happened.at, self._work.now, offset), last=last))
        for place, ahead in enumerate(opened.ahead):
            last = place == len(opened.ahead) - 1
            step = TrailStep(
                "clock" if ahead.now else "circle",
                Meaning.MOVING if ahead.now else Meaning.QUIET,
                last=last,
                ahead=not ahead.now,
            )
            step.say(ahead.label, self.tr("Sekarang di sini") if ahead.now else "")
            stack.addWidget(step)
        return found

    def _show_papers(self, opened: Opened) -> None:
        self._papers.clear(keep=2)
        self._papers_head.say(len(opened.papers))
        for paper in opened.papers:
            size = Words(size_words(paper.size), Type.SECOND, "second")
            row = self._papers.row(
                Sign("image" if "pdf" not in paper.name else "document", 20), OneLine(paper.label), size
            )
            row.setToolTip(paper.name)
        if not opened.papers:
            self._papers.row(Words(self.tr("Tidak ada lampiran."), Type.BODY, "second"), 1)

    def _show_answers(self, opened: Opened) -> None:
        self._answers.clear(keep=2)
        part = ""
        for section, name, value in opened.answers:
            if section != part:
                part = section
                self._answers.row(Words(section, Type.STRONG), 1, height=36)
            self._answers.row(*pair(name, value, 140), height=32)
        if not opened.answers:
            self._answers.row(Words(self.tr("Isian sudah dimusnahkan."), Type.BODY, "second"), 1)

    def _show_acts(self, opened: Opened) -> None:
        while (item := self._acts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, deed in enumerate(deeds_for(opened.may)):
            look = deed.look if place == 0 or deed.look is not Kind.FILLED else Kind.OUTLINE
            self._add_act(ActButton(deed.word, look, deed.icon), partial(self._do, deed))
        if opened.stage.value == "done":
            self._add_act(ActButton(self.tr("Simpan surat…"), Kind.OUTLINE, "document"), self._save_letter)
        if self._work.me.files:
            self._add_act(ActButton(self.tr("Simpan tanda terima…"), Kind.OUTLINE, "printer"), self._save_receipt)

    def _add_act(self, button: ActButton, act: object) -> None:
        button.clicked.connect(act)
        self._acts.addWidget(button)

    def _do(self, deed: Deed, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        if deed.kind is ActionKind.CORRECT:
            self.go.emit("correct", self._request)
            return
        steps = self._opened.returned_to if self._opened else ()
        self._doer.do(deed, self._request, steps, self._done)

    def _done(self, changed: Changed) -> None:
        self._bar.say(changed.sentence.splitlines()[0], meaning=Meaning.DONE)

    def _refused(self, error: WorldError) -> None:
        self._bar.say(error.sentence, " ".join(error.details), Meaning.REFUSED)

    def _save_receipt(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Simpan tanda terima"), f"tanda-terima-{self._request[:8]}.pdf", "PDF (*.pdf)"
        )
        if path:
            request = self._request
            self._work.do(lambda desk: receipts.write_receipt(desk, request, Path(path)), self._done, self._refused)

    def _save_letter(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Simpan surat ke folder"))
        if folder:
            request = self._request
            self._work.do(lambda desk: handing.export_letters(desk, request, Path(folder)), self._done, self._refused)

    def _go_back(self) -> None:
        self.go.emit("back", None)


def _happened(happened: Happened, at: str, *, last: bool) -> TrailStep:
    if happened.refused:
        icon, meaning = "warning", Meaning.ATTENTION
    elif happened.waiting:
        icon, meaning = "outbox", Meaning.QUIET
    else:
        icon, meaning = "check", Meaning.DONE
    step = TrailStep(icon, meaning, last=last)
    step.say(happened.title or happened.text, happened.text if happened.title else "", at)
    if happened.note:
        step.note(f"“{happened.note}”")
    if happened.refused:
        step.note(happened.refused, Meaning.ATTENTION)
    return step
