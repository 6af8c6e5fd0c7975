"""Check the answers before they are said: everything once more, with a way back to each page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.office.drafting import Sheet
from desktop.office.opening import words_of
from desktop.theme import Meaning, Type, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign, pair
from desktop.widgets.columns import Columns
from desktop.widgets.text import OneLine, Words
from forms import documents
from forms.evaluation import Form
from forms.schema import Calculate, Note


class CheckPage(QWidget):
    """Answers at the left, documents and remarks at the right."""

    change = Signal(int)
    """The place of a page to go back to."""

    def __init__(self) -> None:
        super().__init__()
        across = Columns(820, 24)
        self._left, self._right = across.column(612, 12), across.column(394, 12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, px(4), 0, px(4))
        outer.addWidget(across)

    def show_form(self, form: Form, sheets: Sequence[Sheet], scans: Mapping[str, str], same: tuple[str, ...]) -> None:
        """Everything anew."""
        for stack in (self._left, self._right):
            while (item := stack.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        for place, sheet in enumerate(sheets):
            card = self._card(form, sheet, place)
            if card is not None:
                self._left.addWidget(card)
        self._left.addStretch(1)
        self._show_documents(form, scans, len(sheets))
        self._show_remarks(form, same)
        self._right.addStretch(1)

    def _card(self, form: Form, sheet: Sheet, place: int) -> Card | None:
        rows = _rows(form, sheet)
        if not rows:
            return None
        card = Card()
        head = card.head(sheet.title)
        change = ActButton(self.tr("Ubah"), Kind.WORD, "pencil")
        change.setAccessibleName(self.tr("Ubah: %1").replace("%1", sheet.title))
        change.clicked.connect(lambda: self.change.emit(place))
        head.add(change)
        for name, value in rows:
            card.row(*pair(name, value or self.tr("Tidak diisi")), height=32)
        return card

    def _show_documents(self, form: Form, scans: Mapping[str, str], place: int) -> None:
        card = Card()
        head = card.head(self.tr("Lampiran"))
        head.say(len(scans))
        change = ActButton(self.tr("Ubah"), Kind.WORD, "pencil")
        change.setAccessibleName(self.tr("Ubah lampiran"))
        change.clicked.connect(lambda: self.change.emit(place))
        head.add(change)
        missing = {problem.path for problem in documents.missing(form.documents, set(scans))}
        for each in form.documents:
            there = each.kind in scans
            icon = "check-circle" if there else "warning" if f"documents/{each.kind}" in missing else "circle"
            meaning = Meaning.DONE if there else Meaning.ATTENTION if icon == "warning" else Meaning.QUIET
            word = self.tr("ada") if there else self.tr("menyusul") if icon == "warning" else self.tr("tidak wajib")
            card.row(Sign(icon, 18, meaning), OneLine(each.label), Words(word, Type.SECOND, "second"), height=36)
        self._right.addWidget(card)

    def _show_remarks(self, form: Form, same: tuple[str, ...]) -> None:
        if same:
            bar = InlineBar(Meaning.ATTENTION, "duplicate")
            bar.say(self.tr("Sudah ada permohonan yang sama dan belum selesai"), "\n".join(same))
            self._right.addWidget(bar)
        for problem in form.warnings:
            bar = InlineBar(Meaning.ATTENTION)
            bar.say(self.tr("Periksa sekali lagi"), problem.sentence)
            self._right.addWidget(bar)
        mark = form.pack.file.mark
        if mark:
            bar = InlineBar(Meaning.QUIET, "help")
            bar.say(self.tr("Layanan ini: %1").replace("%1", mark))
            self._right.addWidget(bar)


def _rows(form: Form, sheet: Sheet) -> list[tuple[str, str]]:
    """Question and answer of everything relevant on a page; rows of a repeat one line each."""
    found: list[tuple[str, str]] = []
    lines: dict[int, list[str]] = {}
    for shown in form.shown:
        mine = shown.reference in sheet.references
        if not mine or not shown.relevant or isinstance(shown.question, (Note, Calculate)):
            continue
        value = "" if shown.answer is None else words_of(shown.answer, form.pack.fields[shown.reference].choices)
        if sheet.repeat:
            lines.setdefault(shown.row, []).append(value)
        else:
            found.append((shown.question.label, value))
    found += [(str(row), ", ".join(filter(None, values))) for row, values in lines.items()]
    return found
