"""The rows of a repeat: added, filled from the register, removed, and brought back while the form is open."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.office.drafting import fields_for
from desktop.office.sheets import Sheet
from desktop.pages.asking import Asked, answer_at, ask, level, put_answer
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.widgets.finder import NIK_DIGITS, PersonFinder, digits_of
from desktop.widgets.text import Words
from domain.actions import Json
from forms.evaluation import Form
from forms.pack import Pack
from forms.schema import Note, Repeat


class Row(Card):
    """One row. Its place is its page's business."""

    def __init__(self, pack: Pack, sheet: Sheet) -> None:
        super().__init__()
        self.asked: dict[str, Asked] = {}
        self.notes: dict[str, Words] = {}
        self.finder: PersonFinder | None = None
        self.head_line = self.head(sheet.title)
        self.find_person = ActButton(self.tr("Ambil dari daftar penduduk"), Kind.WORD, "search")
        self.remove = ActButton(self.tr("Hapus baris"), Kind.WORD, "trash")
        self.head_line.add(self.find_person)
        self.head_line.add(self.remove)
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(px(16), px(12), px(16), px(14))
        self._inner.setSpacing(px(12))
        self.body.addLayout(self._inner)
        self._fill(pack, sheet)
        self.find_person.setVisible(bool({"nik", "nama"} & {each.keys[-1] for each in self.asked.values()}))

    def _fill(self, pack: Pack, sheet: Sheet) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(12))
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self._inner.addLayout(grid)
        for number, reference in enumerate(sheet.references):
            question = pack.fields[reference].field.question
            if isinstance(question, Note):
                self.notes[reference] = Words(question.label, Type.SECOND, "second", wrap=True)
                grid.addWidget(self.notes[reference], number // 2, number % 2)
                continue
            self.asked[reference] = ask(pack, reference)
            grid.addWidget(self.asked[reference].field, number // 2, number % 2)
        fields = [each.field for each in self.asked.values()]
        for one, other in zip(fields[::2], fields[1::2], strict=False):
            level(one, other)

    def open_finder(self) -> PersonFinder:
        """The search of this row; made when it is wanted for the first time."""
        if self.finder is None:
            self.finder = PersonFinder()
            self._inner.insertWidget(0, self.finder)
        self.finder.show()
        return self.finder

    def say_number(self, title: str) -> None:
        """Which row it is, for eyes and for screen readers."""
        self.head_line.title.setText(title)
        self.find_person.setAccessibleName(f"{self.find_person.text()}: {title}")
        self.remove.setAccessibleName(f"{self.remove.text()}: {title}")

    def values(self) -> dict[str, Json]:
        """What is typed in it."""
        found: dict[str, Json] = {}
        for asked in self.asked.values():
            put_answer(found, asked.keys, asked.editor.value())
        return found

    def show_values(self, values: Mapping[str, Json]) -> None:
        """Fill its editors."""
        for asked in self.asked.values():
            asked.editor.set_value(answer_at(values, asked.keys))


class RowsPage(QWidget):
    """As `SheetPage`, for the rows of one repeat."""

    edited = Signal()
    finding = Signal(object)
    filled = Signal(str, object)
    """Never sent: a row is filled in here."""

    def __init__(self, pack: Pack, sheet: Sheet) -> None:
        super().__init__()
        self.sheet, self._pack = sheet, pack
        self._rows: list[Row] = []
        self._removed: list[tuple[int, dict[str, Json]]] = []
        self.add = ActButton(self.tr("Tambah baris"), icon="plus")
        self.add.clicked.connect(self.add_row)
        self._full = Words("", Type.SECOND, "second", wrap=True)
        self._bar = InlineBar(Meaning.QUIET, "trash")
        self.undo = ActButton(self.tr("Kembalikan baris"), Kind.OUTLINE, "undo")
        self.undo.clicked.connect(self.bring_back)
        self._bar.add(self.undo)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(12))
        self._build()

    def _build(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, px(4), 0, px(4))
        stack.setSpacing(px(14))
        if self.sheet.hint:
            stack.addWidget(Words(self.sheet.hint, Type.SECOND, "second", wrap=True))
        stack.addWidget(self._bar)
        stack.addLayout(self._column)
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self.add)
        line.addWidget(self._full, 1)
        stack.addLayout(line)
        stack.addStretch(1)

    @property
    def asked(self) -> dict[str, Asked]:
        """Every question by its path."""
        return {
            f"{self.sheet.repeat}/{place}/{each.keys[-1]}": each
            for place, row in enumerate(self._rows)
            for each in row.asked.values()
        }

    def ready(self) -> None:
        """On its page now; rows ask for a search when somebody wants one."""

    def show_answers(self, answers: Mapping[str, Json]) -> None:
        """Rows as they are in the answers; rows that are there already are used again."""
        kept = answers.get(self.sheet.repeat)
        rows = [each if isinstance(each, dict) else {} for each in kept] if isinstance(kept, list) else []
        while len(self._rows) > len(rows):
            self._take_out(self._rows[-1])
        while len(self._rows) < len(rows):
            self._put_in(len(self._rows))
        for row, values in zip(self._rows, rows, strict=True):
            row.show_values(values)
        self._number()

    def answers(self, beside: Mapping[str, Json]) -> dict[str, Json]:
        """The answers of the whole form with these rows in them."""
        return {**beside, self.sheet.repeat: [row.values() for row in self._rows]}

    def show_form(self, form: Form) -> None:
        """Show and hide conditional fields of each row."""
        mine = set(self.sheet.references)
        for shown in form.shown:
            if shown.reference in mine and 0 < shown.row <= len(self._rows):
                row = self._rows[shown.row - 1]
                if shown.reference in row.asked:
                    row.asked[shown.reference].show(shown)
                else:
                    row.notes[shown.reference].setVisible(shown.relevant)

    def say_problems(self, problems: Mapping[str, str]) -> list[tuple[str, str]]:
        """Put sentences (by path) under their fields; gives those of these rows in their order."""
        found = []
        for path, asked in self.asked.items():
            sentence = problems.get(path, "")
            asked.field.set_error(sentence)
            if sentence:
                found.append((path, sentence))
        whole = problems.get(self.sheet.repeat, "")
        return [*found, (self.sheet.repeat, whole)] if whole else found

    def focus_on(self, path: str) -> None:
        """The field whose line was pressed; the first one, or the button that adds a row."""
        asked = self.asked.get(path) or (None if path else next(iter(self.asked.values()), None))
        if asked is not None:
            asked.editor.setFocus()
        else:
            self.add.setFocus()

    def add_row(self) -> None:
        """One more row, with the keyboard in it."""
        if len(self._rows) < self._most():
            row = self._put_in(len(self._rows))
            self._number()
            first = next(iter(row.asked.values()))
            QTimer.singleShot(0, first.editor, first.editor.setFocus)
            self.edited.emit()

    def remove_row(self, row: Row) -> None:
        """Take a row away; what was typed in it can be brought back while the form is open."""
        place = self._rows.index(row)
        title = row.head_line.title.text()
        self._removed.append((place, row.values()))
        self._take_out(row)
        self._number()
        self._bar.say(self.tr("%1 dihapus.").replace("%1", title), self.tr("Isinya masih dapat dikembalikan."))
        self.undo.setFocus()
        self.edited.emit()

    def bring_back(self) -> None:
        """The row removed last, where it was."""
        if not self._removed:
            return
        place, values = self._removed.pop()
        row = self._put_in(min(place, len(self._rows)))
        row.show_values(values)
        self._number()
        if not self._removed:
            self._bar.say("")
        next(iter(row.asked.values())).editor.setFocus()
        self.edited.emit()

    def _most(self) -> int:
        question = self._pack.fields[self.sheet.repeat].field.question
        return question.max_rows if isinstance(question, Repeat) else 0

    def _put_in(self, place: int) -> Row:
        row = Row(self._pack, self.sheet)
        row.remove.clicked.connect(partial(self.remove_row, row))
        row.find_person.clicked.connect(partial(self._find, row))
        for asked in row.asked.values():
            asked.editor.changed.connect(self.edited)
            if asked.keys[-1] == "nik":
                asked.editor.changed.connect(partial(self._look_for, row, asked))
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        return row

    def _take_out(self, row: Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for place, row in enumerate(self._rows, start=1):
            row.say_number(f"{self.sheet.title} {place}")
        full = len(self._rows) >= self._most()
        self.add.setEnabled(not full)
        self._full.setText(self.tr("Paling banyak %1 baris.").replace("%1", str(self._most())) if full else "")

    def _find(self, row: Row, _checked: object = False) -> PersonFinder:  # noqa: FBT002 - Qt's clicked
        fresh = row.finder is None
        finder = row.open_finder()
        if fresh:
            finder.confirmed.connect(partial(self._fill, row))
            self.finding.emit(finder)
        finder.line.setFocus()
        return finder

    def _look_for(self, row: Row, asked: Asked) -> None:
        digits = digits_of(str(asked.editor.value() or ""))
        if len(digits) == NIK_DIGITS:
            where = self.focusWidget()
            self._find(row).look_for(digits)
            if where is not None:
                where.setFocus()

    def _fill(self, row: Row, person: Mapping[str, str]) -> None:
        row.show_values({**row.values(), **fields_for(self._pack, self.sheet.repeat, person)})
        if row.finder is not None:
            row.finder.hide()
        self.edited.emit()
        empty = [each for each in row.asked.values() if each.editor.value() is None]
        (empty or list(row.asked.values()))[0].editor.setFocus()
