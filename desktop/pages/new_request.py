"""A request from the first question to the check page. The draft is safe at every pause."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from desktop.errors import WorldError
from desktop.office import drafting
from desktop.office.changes import Changed
from desktop.office.drafting import Filling
from desktop.office.duplicates import Same, same_open
from desktop.office.preparing import preparation
from desktop.office.sheets import Sheet, asked_count
from desktop.pages.checking import CheckPage
from desktop.pages.documents import DocumentsPage
from desktop.pages.form_body import FormBody
from desktop.pages.form_foot import FormFoot
from desktop.pages.keeping import DraftKeeper
from desktop.pages.page import Page, scrolled
from desktop.pages.persons import Persons
from desktop.pages.pictures import Pictures
from desktop.pages.shelf import SheetShelf
from desktop.theme import Meaning
from desktop.widgets.deciding import Decide
from desktop.widgets.steps import StepList
from desktop.wording import clock, part_words, section_title
from desktop.work import Work
from forms.evaluation import Form

_JUDGE_MS = 250


class NewRequestPage(Page):
    """Fills in one form; `show_thing` gets a `Filling`. Pages are built when they are shown."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._filling: Filling | None = None
        self._form: Form | None = None
        self._place = self._asked_on = 0
        self._mending = False
        self._judged = QTimer(self)
        self._judged.setSingleShot(True)
        self._judged.setInterval(_JUDGE_MS)
        self._judged.timeout.connect(self._judge)
        self._keeper = DraftKeeper(work, self._to_keep, self)
        self._steps = StepList(self.tr("Kembali"))
        self._body, pictures = FormBody(), Pictures(work)
        self._summary, self._bar, self._stack = self._body.summary, self._body.bar, self._body.stack
        self._sheets, self._persons = SheetShelf(self._stack, self), Persons(work, self)
        self._documents, self._check = DocumentsPage(work, pictures), CheckPage(pictures)
        self._foot = FormFoot()
        self._build()
        self._connect()

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._steps)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._stack.put(self._documents)
        self._stack.put(self._check)
        self._area = scrolled(self._body)
        right.addWidget(self._area, 1)
        right.addWidget(self._foot)
        across.addLayout(right, 1)

    def _connect(self) -> None:
        self._steps.left.connect(self._leave)
        self._steps.chosen.connect(self.step_to)
        self._summary.chosen.connect(self._jump)
        self._sheets.edited.connect(self._changed)
        self._sheets.finding.connect(self._persons.serve)
        self._sheets.filled.connect(self._judge)
        self._documents.edited.connect(self._keeper.keep)
        self._check.change.connect(self._mend)
        self._check.view.connect(self._documents.view)
        self._check.open_old.connect(self._open_old)
        self._keeper.kept.connect(self._say_kept)
        self._keeper.failed.connect(self._say_trouble)
        self._foot.next.clicked.connect(self.go_on)
        self._foot.back.clicked.connect(lambda: self.step_to(self._before()))
        self._foot.save.clicked.connect(self._keeper.keep)
        self._foot.cancel.clicked.connect(self._discard)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+S"), self, self._keeper.keep, context=inside)
        QShortcut(QKeySequence("Esc"), self, self._leave, context=inside)
        for keys in ("Return", "Enter", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self._enter, context=inside)

    def show_thing(self, thing: object) -> None:
        """Begin with a form."""
        if not isinstance(thing, Filling):
            return
        self._filling, self._form, self._mending = thing, None, False
        self._documents.begin(dict(thing.scans), thing.attached)
        self._sheets.begin(thing)
        self._check.begin()
        steps = [
            *((sheet.title, self._under(thing, sheet)) for sheet in thing.sheets),
            (self.tr("Lampiran"), ""),
            (self.tr("Periksa jawaban"), ""),
        ]
        self._steps.show_steps(thing.pack.file.title, thing.pack.file.summary, steps)
        self._steps.fit(self.width())
        self._steps.say_saved("", "")
        self._body.show_preparation(preparation(thing.pack), len(thing.sheets) + 1)
        self._bar.say(self.tr("Draf dipulihkan. Semua yang sudah diketik masih ada.") if thing.restored else "")
        self.step_to(0)

    def _under(self, thing: Filling, sheet: Sheet) -> str:
        asked = self.tr("%1 pertanyaan").replace("%1", str(asked_count(thing.pack, sheet)))
        return " · ".join(words for words in (part_words(sheet.part, sheet.parts), asked) if words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The steps give way in a narrow window."""
        self._steps.fit(self.width())
        super().resizeEvent(event)

    def refresh(self) -> None:
        """Judge what is there, unless this very form was judged already."""
        if self._form is None:
            self._judge()

    def hear(self, _changed: object) -> None:
        """What others change changes no answer."""

    def focus_first(self) -> None:
        """The first field."""
        if self._filling is not None and self._place < len(self._sheets):
            self._sheets[self._place].focus_on("")

    def leave(self) -> None:
        """Kept, whatever was being typed."""
        if self._keeper.behind:
            self._keeper.keep()

    @property
    def filling(self) -> Filling:
        """The form with what is in the editors."""
        return self._now()

    @property
    def place(self) -> int:
        """Which step is shown."""
        return self._place

    @property
    def built(self) -> int:
        """How many pages of questions were built so far."""
        return self._sheets.built

    def _last(self) -> int:
        return len(self._sheets) + 1

    def step_to(self, place: int) -> None:
        """Show a step."""
        self._place = max(0, min(place, self._last()))
        last, sheets = self._place == self._last(), len(self._sheets)
        self._mending = self._mending and not last
        self._summary.show_problems([])
        if self._place < sheets:
            self._sheets.refresh(self._place)
            self._sheets.turn_to(self._place)
        else:
            self._stack.turn_to(self._check if last else self._documents)
        self._area.verticalScrollBar().setValue(0)
        self._say_place()
        if last:
            self._judge()
            self._foot.next.setFocus()
        elif self._place == sheets:
            self._documents.focus_on("")
        else:
            self._sheets[self._place].focus_on("")

    def _say_place(self) -> None:
        self._steps.check(self._place)
        sheets = self._filling.sheets if self._filling else ()
        titles = [section_title(sheet.title, sheet.part, sheet.parts) for sheet in sheets]
        title = [*titles, self.tr("Lampiran"), self.tr("Periksa jawaban")][self._place]
        step = self.tr("Langkah %1 dari %2").replace("%1", str(self._place + 1)).replace("%2", str(self._last() + 1))
        self._body.say_place(title, step, self._place, asks=self._place < len(sheets))
        last = self._place == self._last()
        correction = bool(self._filling and self._filling.request)
        self._foot.show_step(
            self._act_word() if last else "", first=self._place == 0, correction=correction, mending=self._mending
        )

    def _act_word(self) -> str:
        if self._filling is not None and self._filling.request:
            return self.tr("Simpan dan kirim &perbaikan")
        steps = self._filling.pack.file.route if self._filling else ()
        away = any(step.place != "filing" for step in steps)
        return self.tr("Simpan dan &kirim ke kecamatan") if away else self.tr("Simpan dan &ajukan")

    def _changed(self) -> None:
        self._steps.say_saved("", "")
        self._judged.start()
        self._keeper.touch()

    def _to_keep(self) -> Filling | None:
        return None if self._filling is None else self._now()

    def _now(self) -> Filling:
        """The form with what is in the editors."""
        assert self._filling is not None  # noqa: S101 - nothing is asked before a form is shown
        self._filling = replace(self._sheets.filling, scans=dict(self._documents.scans))
        return self._filling

    def _judge(self) -> None:
        if self._filling is not None:
            now = self._now()
            self._work.look("judge", lambda desk: drafting.judge(desk, now.pack, now.answers), self._show_form)

    def _show_form(self, form: Form) -> None:
        self._form = form
        self._sheets.show_form(form, self._place)
        self._documents.show_documents(form.documents)
        if self._place == self._last() and self._filling is not None:
            self._check.tell_road(connected=self._work.exchange.connected)
            self._check.show_form(form, self._filling, self._documents.scans)
            now = self._filling
            self._work.look("same", lambda desk: same_open(desk, now, form), self._show_same)

    def _show_same(self, same: tuple[Same, ...]) -> None:
        self._check.show_same(same, self._work.me.utc_offset)

    def _say_kept(self) -> None:
        at = clock(self._work.now, self._work.me.utc_offset)
        self._steps.say_saved(
            self.tr("Draf tersimpan %1").replace("%1", at),
            self.tr("Aman di komputer ini. Boleh ditutup dan dilanjutkan kapan saja."),
        )

    def _enter(self) -> None:
        """Enter presses the button that has the keyboard, else goes on."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        else:
            self.go_on()

    def go_on(self) -> None:
        """Judge this page, and go on when nothing blocks; on the last one say it."""
        if self._filling is None or not self.isVisible():
            return
        now, self._asked_on = self._now(), self._place
        self._work.look("go on", lambda desk: drafting.judge(desk, now.pack, now.answers), self._went_on)

    def _went_on(self, form: Form) -> None:
        if self._place != self._asked_on:
            return
        if self._place == self._last():
            self._submit(form)
            return
        self._show_form(form)
        found = self._sheets.problems_of(self._place, form) if self._place < len(self._sheets) else []
        self._summary.show_problems(found)
        if found:
            self._area.verticalScrollBar().setValue(0)
            return
        self._keeper.keep()
        self.step_to(self._last() if self._mending else self._after(form))

    def _after(self, form: Form) -> int:
        place = self._place + 1
        while place < len(self._sheets) and not self._sheets.asked_in(place, form):
            place += 1
        return place

    def _before(self) -> int:
        place = self._place - 1
        while 0 < place < len(self._sheets) and self._form and not self._sheets.asked_in(place, self._form):
            place -= 1
        return place

    def _mend(self, place: int) -> None:
        """*Ubah* on the check page: there, and back to the check page with one key."""
        self._mending = True
        self.step_to(place)

    def _submit(self, form: Form) -> None:
        problems = self._sheets.all_problems(form)
        if problems:
            self._summary.show_problems(problems)
            self._area.verticalScrollBar().setValue(0)
            return
        if not self._check.settled():
            return
        now, reason = self._now(), self._check.reason
        self._keeper.stop()
        self._judged.stop()
        self._foot.next.setEnabled(False)
        self._work.do(lambda desk: drafting.submit(desk, now, reason), self._submitted, self._not_submitted)

    def _submitted(self, changed: Changed) -> None:
        self._foot.next.setEnabled(True)
        self._filling = None
        self.go.emit("filed", changed.told["request"])

    def _not_submitted(self, error: WorldError) -> None:
        self._foot.next.setEnabled(True)
        self._keeper.touch()
        self._say_trouble(error)

    def _say_trouble(self, error: WorldError) -> None:
        self._bar.say(error.sentence, "\n".join(error.details), Meaning.REFUSED)

    def _jump(self, path: str) -> None:
        """To the field, on whatever page it is."""
        place = self._sheets.place_of(path)
        if place is None or self._form is None:
            return
        if place != self._place:
            self._mend(place)
            self._summary.show_problems(self._sheets.problems_of(place, self._form), take_focus=False)
        self._sheets[place].focus_on(path)

    def _open_old(self, request: str) -> None:
        self.leave()
        self.go.emit("request", request)

    def _leave(self) -> None:
        self.leave()
        self.go.emit("back", None)

    def _discard(self) -> None:
        correction = bool(self._filling and self._filling.request)
        title = self.tr("Buang perbaikan ini?") if correction else self.tr("Batalkan permohonan ini?")
        text = self.tr("Draf dan isian yang sudah diketik dibuang. Tidak ada yang dikirim.")
        dialog = Decide(self, title, text, self.tr("Ya, buang draf"))
        dialog.finish()
        if dialog.exec() == QDialog.DialogCode.Accepted and self._filling is not None:
            gone, self._filling = self._now(), None
            self._keeper.stop()
            self._work.do(lambda desk: drafting.discard(desk, gone), lambda _changed: self.go.emit("home", None))
