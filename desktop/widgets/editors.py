"""Editors of answers: each keeps what was typed, and gives it as the form wants it or as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from desktop.theme import px
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.choice import Choice
from desktop.widgets.icon_line import IconLine
from desktop.widgets.tick import Tick
from domain.actions import Json
from forms.schema import Date, Decimal, Element, Integer, SelectMultiple, SelectOne, Text, Time

_DATE = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})")
_TIME = re.compile(r"(\d{1,2})[.:](\d{2})")


class Editor(QWidget):
    """One answer. `input` is what takes the keyboard."""

    changed = Signal()

    def __init__(self, taking: QWidget) -> None:
        super().__init__()
        self.input = taking
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(taking)
        self.setFocusProxy(taking)

    def value(self) -> Json:
        """The answer; None when there is none."""
        raise NotImplementedError

    def set_value(self, value: Json) -> None:
        """Show an answer that was kept."""
        raise NotImplementedError

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """The choices that the other answers leave; nothing for editors without."""

    def name(self, label: str, hint: str) -> None:
        """What a screen reader says."""
        self.input.setAccessibleName(label)
        self.input.setAccessibleDescription(hint)


class LineEditor(Editor):
    """Text in one line; numbers of identity cards in groups of four."""

    def __init__(self, *, grouped: bool = False, line: QLineEdit | None = None) -> None:
        self._line = line or QLineEdit()
        self._grouped = grouped
        super().__init__(self._line)
        self._line.textEdited.connect(self._edited)
        self._line.editingFinished.connect(self._group)

    @property
    def line(self) -> QLineEdit:
        """The line, for actions in it."""
        return self._line

    def value(self) -> Json:
        """What was typed; of a number without the spaces, dots and dashes between its groups."""
        text = self._line.text().strip()
        return (self._digits() or text or None) if self._grouped else text or None

    def set_value(self, value: Json) -> None:
        """Show it."""
        self._line.setText("" if value is None else str(value))
        self._group()

    def _edited(self, _text: str) -> None:
        """Groups come as one types or pastes at the end; in the middle the caret would jump."""
        if self._grouped and self._line.cursorPosition() == len(self._line.text()):
            self._group()
        self.changed.emit()

    def _group(self) -> None:
        digits = self._digits()
        grouped = " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
        if self._grouped and digits and grouped != self._line.text():
            self._line.setText(grouped)

    def _digits(self) -> str:
        """Empty when something else than digits is in it."""
        digits = re.sub(r"[\s.\-]", "", self._line.text())
        return digits if digits.isdigit() else ""


class NumberEditor(LineEditor):
    """A number with dots between thousands and a comma before decimals, as an office writes them."""

    def value(self) -> Json:
        """A number, or what was typed where it is none."""
        text = self._line.text().strip()
        plain = text.replace(".", "").replace(" ", "").removeprefix("Rp").replace(",", ".")
        if not text:
            return None
        try:
            number = float(plain)
        except ValueError:
            return text
        return int(number) if number == int(number) else number

    def set_value(self, value: Json) -> None:
        """Show it."""
        shown = "" if value is None else str(value).replace(".", ",") if isinstance(value, float) else str(value)
        self._line.setText(shown)


class DateEditor(LineEditor):
    """A day as ``hh-bb-tttt``; the calendar only helps."""

    def __init__(self) -> None:
        calendar = ActButton(QCoreApplication.translate("DateEditor", "Buka kalender"), Kind.WORD, "calendar")
        calendar.icon_only = True
        calendar.setToolTip(calendar.text())
        calendar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        super().__init__(line=IconLine(calendar, at_end=True))
        calendar.clicked.connect(self._open)
        QShortcut(QKeySequence("Alt+Down"), self._line, self._open, context=Qt.ShortcutContext.WidgetShortcut)

    def value(self) -> Json:
        """The day as the form stores it, or what was typed where it is none."""
        text = self._line.text().strip()
        found = _DATE.fullmatch(text)
        if found is None:
            return text or None
        day, month, year = found.groups()
        return f"{year}-{int(month):02}-{int(day):02}"

    def set_value(self, value: Json) -> None:
        """Show it."""
        text = "" if value is None else str(value)
        parts = text.split("-")
        self._line.setText("-".join(reversed(parts)) if len(parts) == 3 and len(parts[0]) == 4 else text)

    def _open(self) -> None:
        menu, calendar = QMenu(self), QCalendarWidget()
        calendar.setAccessibleName(self.tr("Kalender"))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        day = QDate.fromString(str(self.value() or ""), Qt.DateFormat.ISODate)
        if day.isValid():
            calendar.setSelectedDate(day)
        for chosen in (calendar.activated, calendar.clicked):
            chosen.connect(self.take)
            chosen.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self._line.mapToGlobal(self._line.rect().bottomLeft()))

    def take(self, chosen: QDate) -> None:
        """A day from the calendar."""
        self._line.setText(chosen.toString("dd-MM-yyyy"))
        self.changed.emit()


class TimeEditor(LineEditor):
    """A time as ``09.00``."""

    def value(self) -> Json:
        """The time as the form stores it, or what was typed."""
        text = self._line.text().strip()
        found = _TIME.fullmatch(text)
        return f"{int(found.group(1)):02}:{found.group(2)}" if found else text or None

    def set_value(self, value: Json) -> None:
        """Show it."""
        self._line.setText("" if value is None else str(value).replace(":", "."))


class AreaEditor(Editor):
    """Text in several lines."""

    def __init__(self) -> None:
        self._area = QPlainTextEdit()
        self._area.setTabChangesFocus(True)
        self._area.setFixedHeight(px(88))
        super().__init__(self._area)
        self._area.textChanged.connect(self.changed)

    def value(self) -> Json:
        """What was typed."""
        return self._area.toPlainText().strip() or None

    def set_value(self, value: Json) -> None:
        """Show it."""
        with QSignalBlocker(self._area):
            self._area.setPlainText("" if value is None else str(value))


class ChoiceEditor(Editor):
    """One of a list; typing finds."""

    def __init__(self) -> None:
        self._box = Choice()
        self._choices: dict[str, str] = {}
        self._elsewhere: Json = None
        super().__init__(self._box)
        self._box.activated.connect(self._chosen)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(8)

    def value(self) -> Json:
        """The code; one that other answers took off the list stays until another is chosen."""
        code = self._box.currentData()
        return code if isinstance(code, str) and code else self._elsewhere

    def set_value(self, value: Json) -> None:
        """Choose it."""
        place = self._box.findData(value) if value is not None else 0
        self._elsewhere = value if place < 0 else None
        self._box.setCurrentIndex(max(place, 0))

    def _chosen(self, _row: int) -> None:
        self._elsewhere = None
        self.changed.emit()

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """Other choices; the chosen one stays if it is still there."""
        if dict(choices) == self._choices and self._box.count():
            return
        chosen, self._choices = self.value(), dict(choices)
        self._box.clear()
        self._box.addItem(self.tr("Pilih"), "")
        for code, label in choices.items():
            self._box.addItem(label, code)
        self.set_value(chosen)


class SeveralEditor(Editor):
    """Several of a list."""

    def __init__(self) -> None:
        self._group = QWidget()
        self._stack = QVBoxLayout(self._group)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._boxes: dict[str, Tick] = {}
        super().__init__(self._group)

    def value(self) -> Json:
        """The codes."""
        return [code for code, box in self._boxes.items() if box.isChecked()] or None

    def set_value(self, value: Json) -> None:
        """Tick them."""
        chosen = value if isinstance(value, list) else []
        for code, box in self._boxes.items():
            box.setChecked(code in chosen)

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """Other choices."""
        if list(choices) == list(self._boxes):
            return
        chosen = self.value()
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._boxes = {code: Tick(label) for code, label in choices.items()}
        for box in self._boxes.values():
            box.toggled.connect(lambda _on: self.changed.emit())
            self._stack.addWidget(box)
        self.set_value(chosen)


def editor_for(question: Element) -> Editor:
    """The editor of a question."""
    if isinstance(question, Text):
        return AreaEditor() if question.multiline else LineEditor(grouped=question.format in {"nik", "kk"})
    makers: dict[type[Element], Callable[[], Editor]] = {
        Integer: NumberEditor,
        Decimal: NumberEditor,
        Date: DateEditor,
        Time: TimeEditor,
        SelectOne: ChoiceEditor,
        SelectMultiple: SeveralEditor,
    }
    return makers.get(type(question), LineEditor)()


def hint_for(question: Element) -> str:
    """The pack's hint, or how such an answer is written."""
    if question.hint:
        return question.hint
    if isinstance(question, Date):
        return QCoreApplication.translate("Editors", "hh-bb-tttt, misalnya 27-11-2026")
    return QCoreApplication.translate("Editors", "misalnya 09.00") if isinstance(question, Time) else ""
