"""One page of a form: fields in two columns, conditional ones coming and going, rows that are added and removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.office.drafting import Sheet
from desktop.theme import Type, px
from desktop.widgets.buttons import ActButton
from desktop.widgets.cards import Card
from desktop.widgets.editors import AreaEditor, Editor, editor_for, hint_for
from desktop.widgets.fields import Field
from desktop.widgets.person import FoundPerson
from desktop.widgets.text import Words
from domain.actions import Json
from forms.evaluation import Form, Shown
from forms.pack import Pack
from forms.schema import Note, Repeat

_NIK_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Asked:
    """A field on the page: its place in the answers, its widget, its editor."""

    keys: tuple[str, ...]
    field: Field
    editor: Editor


class SheetPage(QWidget):
    """Keeps what is typed in its editors; `answers` gives it back beside the answers of other pages."""

    edited = Signal()
    looked_for = Signal(str)
    """Sixteen digits of a NIK, just typed."""
    confirmed = Signal()

    def __init__(self, pack: Pack, sheet: Sheet) -> None:
        super().__init__()
        self.sheet, self._pack = sheet, pack
        self._asked: dict[str, Asked] = {}
        self._notes: dict[str, Words] = {}
        self._rows: list[Card] = []
        self._looked = ""
        self.found = FoundPerson()
        self.found.confirmed.connect(self.confirmed)
        self.found.denied.connect(self.found.hide)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, px(4), 0, px(4))
        self._stack.setSpacing(px(14))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(32))
        self._grid.setVerticalSpacing(px(14))
        self._build()

    def _build(self) -> None:
        if self.sheet.hint:
            self._stack.addWidget(Words(self.sheet.hint, Type.SECOND, "second", wrap=True))
        if self.sheet.repeat:
            self._add = ActButton(self.tr("Tambah baris"), icon="plus")
            self._add.clicked.connect(self.add_row)
            self._column = QVBoxLayout()
            self._column.setSpacing(px(12))
            self._stack.addLayout(self._column)
            line = QHBoxLayout()
            line.addWidget(self._add)
            line.addStretch(1)
            self._stack.addLayout(line)
        else:
            for column in (0, 1):
                self._grid.setColumnStretch(column, 1)
            self._stack.addLayout(self._grid)
            for reference in self.sheet.references:
                self._make(reference, reference, self._pack.fields[reference].field.keys)
            self._arrange()
        self._stack.addStretch(1)

    def _make(self, path: str, reference: str, keys: tuple[str, ...]) -> Asked | None:
        question = self._pack.fields[reference].field.question
        if isinstance(question, Note):
            self._notes[path] = Words(question.label, Type.SECOND, "second", wrap=True)
            return None
        editor = editor_for(question)
        editor.set_choices(self._pack.fields[reference].choices)
        hint = hint_for(question)
        field = Field(question.label, editor, hint)
        editor.name(question.label, hint)
        editor.changed.connect(self._edited)
        asked = Asked(keys, field, editor)
        self._asked[path] = asked
        if keys[-1] == "nik" and self.sheet.person:
            editor.changed.connect(lambda: self._look_for(editor))
        return asked

    def _arrange(self) -> None:
        """Two columns in reading order; what is wide has a line of its own, and a person found comes after the NIK."""
        place, left = 0, next(iter(self._asked.values())).field
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
            if not wide and place % 2 == 0:
                left = asked.field
            elif not wide:
                _level(left, asked.field)
            place += 2 if wide else 1
            if asked.keys[-1] == "nik" and self.sheet.person:
                place += place % 2
                self._grid.addWidget(self.found, place // 2, 0, 1, 2)
                place += 2

    def show_answers(self, answers: Mapping[str, Json]) -> None:
        """Fill the editors."""
        if self.sheet.repeat:
            for card in list(self._rows):
                self._drop(card)
            rows = answers.get(self.sheet.repeat)
            for row in rows if isinstance(rows, list) else []:
                self._row(row if isinstance(row, dict) else {})
            return
        for asked in self._asked.values():
            asked.editor.set_value(_at(answers, asked.keys))

    def answers(self, beside: Mapping[str, Json]) -> dict[str, Json]:
        """The answers of the whole form with this page's in them, as they were typed."""
        found: dict[str, Json] = dict(beside)
        if self.sheet.repeat:
            found[self.sheet.repeat] = [self._row_answers(place) for place in range(len(self._rows))]
            return found
        for asked in self._asked.values():
            _put(found, asked.keys, asked.editor.value())
        return found

    def show_form(self, form: Form) -> None:
        """Show and hide conditional fields; give lists the choices that are left."""
        for shown in form.shown:
            path = shown.path if self.sheet.repeat else shown.reference
            if path in self._notes:
                self._notes[path].setVisible(shown.relevant)
            if path in self._asked:
                self._show_one(self._asked[path], shown)

    def _show_one(self, asked: Asked, shown: Shown) -> None:
        asked.field.setVisible(shown.relevant)
        asked.field.set_optional(optional=not shown.required)
        if shown.choices:
            asked.editor.set_choices(shown.choices)

    def say_problems(self, problems: Mapping[str, str]) -> list[tuple[str, str]]:
        """Put sentences (by path) under their fields; gives those of this page in its order."""
        found: list[tuple[str, str]] = []
        for path, asked in self._asked.items():
            at = path if self.sheet.repeat else "/".join(asked.keys)
            sentence = problems.get(at, "")
            asked.field.set_error(sentence)
            if sentence:
                found.append((path, sentence))
        whole = problems.get(self.sheet.repeat, "") if self.sheet.repeat else ""
        return [*found, ("", whole)] if whole else found

    def focus_on(self, path: str) -> None:
        """The field whose line was pressed; the first one for an unknown path."""
        asked = self._asked.get(path) or next(iter(self._asked.values()), None)
        if asked is not None:
            asked.editor.setFocus()
        elif self.sheet.repeat:
            self._add.setFocus()

    @property
    def asked_count(self) -> int:
        """How many questions there are, notes not counted."""
        return len(self.sheet.references) - len(self._notes)

    def relevant_in(self, form: Form) -> bool:
        """Whether anything on this page is asked with these answers."""
        asked = {each for each in self.sheet.references if each not in self._notes}
        return bool(self.sheet.repeat) or any(shown.relevant and shown.reference in asked for shown in form.shown)

    def add_row(self) -> None:
        """One more row, with the keyboard in it."""
        question = self._pack.fields[self.sheet.repeat].field.question
        if isinstance(question, Repeat) and len(self._rows) < question.max_rows:
            self._row({})
            place = len(self._rows) - 1
            QTimer.singleShot(0, self, lambda: self.focus_on(self._path(place, self.sheet.references[0])))
            self._edited()

    def _row(self, values: Mapping[str, Json]) -> None:
        place = len(self._rows)
        card = Card()
        self._rows.append(card)
        head = card.head("")
        remove = ActButton(self.tr("Hapus baris"), icon="trash")
        remove.clicked.connect(lambda: self._remove(card))
        head.add(remove)
        inner, grid = QWidget(), QGridLayout()
        grid.setContentsMargins(px(16), px(12), px(16), px(14))
        grid.setHorizontalSpacing(px(24))
        inner.setLayout(grid)
        fields: list[Field] = []
        for number, reference in enumerate(self.sheet.references):
            path = self._path(place, reference)
            asked = self._make(path, reference, self._pack.fields[reference].field.keys)
            if asked is not None:
                asked.editor.set_value(_at(values, asked.keys))
                grid.addWidget(asked.field, number // 2, number % 2)
                fields.append(asked.field)
        for one, other in zip(fields[::2], fields[1::2], strict=False):
            _level(one, other)
        card.body.addWidget(inner)
        self._column.addWidget(card)
        self._number()

    def _path(self, place: int, reference: str) -> str:
        return f"{self.sheet.repeat}/{place}/{self._pack.fields[reference].field.keys[-1]}"

    def _row_answers(self, place: int) -> Json:
        row: dict[str, Json] = {}
        for reference in self.sheet.references:
            asked = self._asked.get(self._path(place, reference))
            if asked is not None:
                _put(row, asked.keys, asked.editor.value())
        return row

    def _remove(self, card: Card) -> None:
        kept = [self._row_answers(place) for place, each in enumerate(self._rows) if each is not card]
        self.show_answers({self.sheet.repeat: kept})
        self._edited()
        self._add.setFocus()

    def _drop(self, card: Card) -> None:
        self._rows.remove(card)
        card.hide()
        card.deleteLater()
        if not self._rows:
            self._asked.clear()

    def _number(self) -> None:
        for place, card in enumerate(self._rows, start=1):
            head = card.body.itemAt(0)
            widget = head.widget() if head is not None else None
            title = getattr(widget, "title", None)
            if isinstance(title, Words):
                title.setText(f"{self.sheet.title} {place}")

    def _edited(self) -> None:
        self.edited.emit()

    def _look_for(self, editor: Editor) -> None:
        digits = "".join(each for each in str(editor.value() or "") if each.isdigit())
        if len(digits) == _NIK_DIGITS and digits != self._looked:
            self._looked = digits
            self.looked_for.emit(digits)
        elif len(digits) != _NIK_DIGITS:
            self._looked = ""
            self.found.hide()


def _level(one: Field, other: Field) -> None:
    """Editors side by side on one line."""
    if one.hinted or other.hinted:
        one.reserve_hint()
        other.reserve_hint()


def _at(answers: object, keys: tuple[str, ...]) -> Json:
    for key in keys:
        answers = answers.get(key) if isinstance(answers, dict) else None
    found: Json = answers  # type: ignore[assignment] # JSON, walked down
    return found


def _put(answers: dict[str, Json], keys: tuple[str, ...], value: Json) -> None:
    """Put a value where the keys lead, without touching what others hold; nothing is put for no answer."""
    first, *rest = keys
    if rest:
        inner = answers.get(first)
        held: dict[str, Json] = dict(inner) if isinstance(inner, dict) else {}
        _put(held, tuple(rest), value)
        answers[first] = held
    elif value is None:
        answers.pop(first, None)
    else:
        answers[first] = value
