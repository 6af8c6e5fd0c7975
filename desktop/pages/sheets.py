"""One page of a form: fields in two columns, conditional ones coming and going, a person found in the register."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.office.sheets import Sheet
from desktop.pages.asking import Asked, answer_at, ask, level, put_answer
from desktop.theme import Type, px
from desktop.widgets.editors import AreaEditor, Editor
from desktop.widgets.finder import NIK_DIGITS, PersonFinder, digits_of
from desktop.widgets.text import Words
from domain.actions import Json
from forms.evaluation import Form
from forms.pack import Pack
from forms.schema import Note, Person


class SheetPage(QWidget):
    """Keeps what is typed in its editors; `answers` gives it back beside the answers of other pages."""

    edited = Signal()
    finding = Signal(object)
    """A `PersonFinder` that wants to be served."""
    filled = Signal(str, object)
    """Reference of a person, and what the register knows: somebody said that it fits."""

    def __init__(self, pack: Pack, sheet: Sheet) -> None:
        super().__init__()
        self.sheet, self._pack = sheet, pack
        self._asked: dict[str, Asked] = {}
        self._notes: dict[str, Words] = {}
        self.finder: PersonFinder | None = None
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, px(4), 0, px(4))
        self._stack.setSpacing(px(14))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(32))
        self._grid.setVerticalSpacing(px(14))
        self._build()

    def _build(self) -> None:
        if self.sheet.hint and not self._finds():
            self._stack.addWidget(Words(self.sheet.hint, Type.SECOND, "second", wrap=True))
        if self._finds():
            self.finder = PersonFinder()
            self.finder.confirmed.connect(lambda person: self.filled.emit(self.sheet.person, person))
            self._stack.addWidget(self.finder)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self._stack.addLayout(self._grid)
        for reference in self.sheet.references:
            self._make(reference)
        self._arrange()
        self._stack.addStretch(1)

    def _finds(self) -> bool:
        """Whether a person of the register may be taken here; on the first part of what was split only."""
        question = self._pack.fields[self.sheet.person].field.question if self.sheet.person else None
        return self.sheet.first and isinstance(question, Person) and "register" in question.sources

    def _make(self, reference: str) -> None:
        question = self._pack.fields[reference].field.question
        if isinstance(question, Note):
            self._notes[reference] = Words(question.label, Type.SECOND, "second", wrap=True)
            return
        asked = ask(self._pack, reference)
        asked.editor.changed.connect(self.edited)
        self._asked[reference] = asked
        if asked.keys[-1] == "nik" and self.finder is not None:
            asked.editor.changed.connect(lambda: self._look_for(asked.editor))

    def _arrange(self) -> None:
        """Two columns in reading order; what is wide has a line of its own."""
        place, left = 0, None
        for reference in self.sheet.references:
            if reference in self._notes:
                place += place % 2
                self._grid.addWidget(self._notes[reference], place // 2, 0, 1, 2)
                place += 2
                continue
            asked = self._asked[reference]
            wide = isinstance(asked.editor, AreaEditor)
            place += place % 2 if wide else 0
            self._grid.addWidget(asked.field, place // 2, place % 2, 1, 2 if wide else 1)
            if not wide and place % 2 and left is not None:
                level(left, asked.field)
            left = None if wide or place % 2 else asked.field
            place += 2 if wide else 1

    @property
    def asked(self) -> dict[str, Asked]:
        """Every question by its path."""
        return {"/".join(each.keys): each for each in self._asked.values()}

    def ready(self) -> None:
        """On its page now: ask for what finds persons."""
        if self.finder is not None:
            self.finding.emit(self.finder)

    def show_answers(self, answers: Mapping[str, Json]) -> None:
        """Fill the editors."""
        for asked in self._asked.values():
            asked.editor.set_value(answer_at(answers, asked.keys))

    def answers(self, beside: Mapping[str, Json]) -> dict[str, Json]:
        """The answers of the whole form with this page's in them, as they were typed."""
        found: dict[str, Json] = dict(beside)
        for asked in self._asked.values():
            put_answer(found, asked.keys, asked.editor.value())
        return found

    def show_form(self, form: Form) -> None:
        """Show and hide conditional fields; give lists the choices that are left."""
        for shown in form.shown:
            if shown.reference in self._asked:
                self._asked[shown.reference].show(shown)
            elif shown.reference in self._notes:
                self._notes[shown.reference].setVisible(shown.relevant)

    def say_problems(self, problems: Mapping[str, str]) -> list[tuple[str, str]]:
        """Put sentences (by path) under their fields; gives those of this page in its order."""
        found: list[tuple[str, str]] = []
        for asked in self._asked.values():
            path = "/".join(asked.keys)
            sentence = problems.get(path, "")
            asked.field.set_error(sentence)
            if sentence:
                found.append((path, sentence))
        return found

    def focus_on(self, path: str) -> None:
        """The field whose line was pressed; where the work begins for an unknown path."""
        asked = next((each for each in self._asked.values() if "/".join(each.keys) == path), None)
        if asked is None and self.finder is not None and not path:
            self.finder.line.setFocus()
            return
        asked = asked or next(iter(self._asked.values()), None)
        if asked is not None:
            asked.editor.setFocus()

    def _look_for(self, editor: Editor) -> None:
        """A whole NIK was typed into its field: the register is asked without being told to."""
        if self.finder is not None:
            digits = digits_of(str(editor.value() or ""))
            self.finder.look_for(digits if len(digits) == NIK_DIGITS else "")
