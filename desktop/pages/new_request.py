"""A request from the first question to the check page. The draft is safe at every pause."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.errors import WorldError
from desktop.office import drafting, register
from desktop.office.changes import Changed
from desktop.office.drafting import Filling
from desktop.pages.checking import CheckPage
from desktop.pages.documents import DocumentsPage
from desktop.pages.form_foot import FormFoot
from desktop.pages.page import Heading, Page, scrolled
from desktop.pages.sheets import SheetPage
from desktop.theme import Meaning, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.choice import OneOf
from desktop.widgets.deciding import Decide
from desktop.widgets.fields import ErrorSummary
from desktop.widgets.steps import StepList
from desktop.wording import clock
from desktop.work import Work
from forms.evaluation import Form

_JUDGE_MS, _KEEP_MS = 250, 1500


class NewRequestPage(Page):
    """Fills in one form; `show_thing` gets a `Filling`."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._filling: Filling | None = None
        self._form: Form | None = None
        self._sheets: list[SheetPage] = []
        self._place = 0
        self._judged, self._kept = self._timer(_JUDGE_MS, self._judge), self._timer(_KEEP_MS, self._keep)
        self._steps = StepList(self.tr("Kembali"))
        self._heading = Heading(" ")
        self._summary, self._bar = ErrorSummary(), InlineBar(Meaning.DONE)
        self._stack = OneOf()
        self._documents, self._check = DocumentsPage(work), CheckPage()
        self._foot = FormFoot()
        self._build()
        self._connect()

    def _timer(self, after: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(act)
        return timer

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._steps)
        right = QVBoxLayout()
        right.setSpacing(0)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(px(32), px(16), px(32), px(12))
        inner.setSpacing(px(12))
        for part in (self._heading, self._summary, self._bar, self._stack):
            inner.addWidget(part)
        inner.addStretch(1)
        right.addWidget(scrolled(content), 1)
        right.addWidget(self._foot)
        across.addLayout(right, 1)

    def _connect(self) -> None:
        self._steps.left.connect(self._leave)
        self._steps.chosen.connect(self.step_to)
        self._summary.chosen.connect(self._jump)
        self._documents.edited.connect(self._changed)
        self._check.change.connect(self.step_to)
        self._foot.next.clicked.connect(self.go_on)
        self._foot.back.clicked.connect(lambda: self.step_to(self._place - 1))
        self._foot.save.clicked.connect(self._keep)
        self._foot.cancel.clicked.connect(self._discard)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+S"), self, self._keep, context=inside)
        QShortcut(QKeySequence("Esc"), self, self._leave, context=inside)
        for keys in ("Return", "Enter", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self._enter, context=inside)

    def show_thing(self, thing: object) -> None:
        """Begin with a form."""
        if not isinstance(thing, Filling):
            return
        self._filling, self._form, self._place = thing, None, 0
        self._documents.scans = dict(thing.scans)
        for page in (*self._sheets, self._documents, self._check):
            self._stack.removeWidget(page)
        for page in self._sheets:
            page.deleteLater()
        self._sheets = [SheetPage(thing.pack, sheet) for sheet in thing.sheets]
        for page in (*self._sheets, self._documents, self._check):
            self._stack.addWidget(page)
        for page in self._sheets:
            page.show_answers(thing.answers)
            page.edited.connect(self._changed)
            page.looked_for.connect(self.look_for)
            page.confirmed.connect(self._fill_person)
        titles = [
            (page.sheet.title, self.tr("%1 pertanyaan").replace("%1", str(page.asked_count))) for page in self._sheets
        ]
        steps = [*titles, (self.tr("Lampiran"), ""), (self.tr("Periksa jawaban"), "")]
        self._steps.show_steps(thing.pack.file.title, thing.pack.file.summary, steps)
        self._steps.fit(self.width())
        self._steps.say_saved("", "")
        self._bar.say(self.tr("Draf dipulihkan. Semua yang sudah diketik masih ada.") if thing.restored else "")
        self.step_to(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The steps give way in a narrow window."""
        self._steps.fit(self.width())
        super().resizeEvent(event)

    def refresh(self) -> None:
        """Judge what is there."""
        self._judge()

    def focus_first(self) -> None:
        """The first field."""
        if self._sheets:
            self._sheets[min(self._place, len(self._sheets) - 1)].focus_on("")

    def leave(self) -> None:
        """Kept, whatever was being typed."""
        if self._kept.isActive():
            self._keep()

    @property
    def filling(self) -> Filling:
        """The form with what is in the editors."""
        return self._now()

    @property
    def place(self) -> int:
        """Which step is shown."""
        return self._place

    def _last(self) -> int:
        return len(self._sheets) + 1

    def step_to(self, place: int) -> None:
        """Show a step; pages on which nothing is asked are skipped on the way."""
        place = max(0, min(place, self._last()))
        self._place = place
        self._summary.show_problems([])
        self._stack.turn_to(place)
        self._steps.check(place)
        titles = [page.sheet.title for page in self._sheets]
        title = [*titles, self.tr("Lampiran"), self.tr("Periksa jawaban")][place]
        step = self.tr("Langkah %1 dari %2").replace("%1", str(place + 1)).replace("%2", str(self._last() + 1))
        self._heading.say(title, step)
        last = place == self._last()
        correction = bool(self._filling and self._filling.request)
        self._foot.show_step(self._act_word() if last else "", first=place == 0, correction=correction)
        if place == len(self._sheets):
            self._documents.focus_on("")
        elif last:
            self._judge()
            self._foot.next.setFocus()
        else:
            self._sheets[place].focus_on("")

    def _act_word(self) -> str:
        if self._filling is not None and self._filling.request:
            return self.tr("Simpan dan kirim perbaikan")
        steps = self._filling.pack.file.route if self._filling else ()
        away = any(step.place != "filing" for step in steps)
        return self.tr("Simpan dan kirim ke kecamatan") if away else self.tr("Simpan dan ajukan")

    def _changed(self) -> None:
        self._steps.say_saved("", "")
        self._judged.start()
        self._kept.start()

    def _now(self) -> Filling:
        """The form with what is in the editors."""
        assert self._filling is not None  # noqa: S101 - nothing is asked before a form is shown
        answers = dict(self._filling.answers)
        for page in self._sheets:
            answers = page.answers(answers)
        self._filling = replace(self._filling, answers=answers, scans=dict(self._documents.scans))
        return self._filling

    def _judge(self) -> None:
        if self._filling is not None:
            now = self._now()
            self._work.look("judge", lambda desk: drafting.judge(desk, now.pack, now.answers), self._show_form)

    def _show_form(self, form: Form) -> None:
        self._form = form
        for page in self._sheets:
            page.show_form(form)
        self._documents.show_documents(form.documents)
        if self._place == self._last():
            now = self._now()
            self._work.look(
                "same", lambda desk: drafting.same_open(desk, now), lambda same: self._show_check(form, same)
            )

    def _show_check(self, form: Form, same: tuple[str, ...]) -> None:
        self._check.show_form(form, [page.sheet for page in self._sheets], self._documents.scans, same)

    def _keep(self) -> None:
        self._kept.stop()
        if self._filling is not None:
            now = self._now()
            self._work.do(lambda desk: drafting.keep(desk, now), self._say_kept, self._say_trouble)

    def _say_kept(self, _changed: Changed) -> None:
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
        now = self._now()
        self._work.look("judge", lambda desk: drafting.judge(desk, now.pack, now.answers), self._went_on)

    def _went_on(self, form: Form) -> None:
        self._show_form(form)
        problems = {problem.path: problem.sentence for problem in reversed(form.errors)}
        if self._place < len(self._sheets):
            found = self._sheets[self._place].say_problems(problems)
            self._summary.show_problems(found)
            if not found:
                self._keep()
                self.step_to(self._after(form))
        elif self._place == len(self._sheets):
            self._keep()
            self.step_to(self._place + 1)
        else:
            self._submit(form, problems)

    def _after(self, form: Form) -> int:
        place = self._place + 1
        while place < len(self._sheets) and not self._sheets[place].relevant_in(form):
            place += 1
        return place

    def _submit(self, form: Form, problems: dict[str, str]) -> None:
        for place, page in enumerate(self._sheets):
            if page.relevant_in(form) and page.say_problems(problems):
                self.step_to(place)
                self._summary.show_problems(page.say_problems(problems))
                return
        now = self._now()
        self._kept.stop()
        self._judged.stop()
        self._foot.next.setEnabled(False)
        self._work.do(lambda desk: drafting.submit(desk, now), self._submitted, self._not_submitted)

    def _submitted(self, changed: Changed) -> None:
        self._foot.next.setEnabled(True)
        self._filling = None
        self.go.emit("request", changed.told["request"])

    def _not_submitted(self, error: WorldError) -> None:
        self._foot.next.setEnabled(True)
        self._say_trouble(error)

    def _say_trouble(self, error: WorldError) -> None:
        self._bar.say(error.sentence, "\n".join(error.details), Meaning.REFUSED)

    def _jump(self, path: str) -> None:
        if self._place < len(self._sheets):
            self._sheets[self._place].focus_on(path)

    def look_for(self, nik: str) -> None:
        """Ask the register for the person with this NIK, and show who it is."""
        page = self._sheets[min(self._place, len(self._sheets) - 1)]

        def show(changed: Changed) -> None:
            found = changed.told.get("citizens")
            first = found[0] if isinstance(found, list) and found else None
            person = first.get("person") if isinstance(first, dict) else None
            if isinstance(person, dict):
                page.found.setProperty("person", person)
                page.found.show_person({key: str(value) for key, value in person.items()}, "")

        self._work.look("person", lambda desk: register.search_citizens(desk, nik), show)

    def _fill_person(self) -> None:
        page = self._sheets[min(self._place, len(self._sheets) - 1)]
        person = page.found.property("person")
        if isinstance(person, dict) and self._filling is not None:
            filling = drafting.with_person(self._now(), page.sheet.person, person)
            self._filling = filling
            for each in self._sheets:
                each.show_answers(filling.answers)
            page.found.hide()
            self._changed()
            self._foot.next.setFocus()

    def _leave(self) -> None:
        self.leave()
        self.go.emit("back", None)

    def _discard(self) -> None:
        title = self.tr("Batalkan permohonan ini?")
        text = self.tr("Draf dan isian yang sudah diketik dibuang. Tidak ada yang dikirim.")
        dialog = Decide(self, title, text, self.tr("Ya, buang draf"))
        dialog.finish()
        if dialog.exec() == QDialog.DialogCode.Accepted and self._filling is not None:
            draft, self._filling = self._filling.draft, None
            self._kept.stop()
            self._work.do(lambda desk: drafting.discard(desk, draft), lambda _changed: self.go.emit("home", None))
