"""Answers put together with what follows from them: relevance and calculated values, in dependency order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.indonesian import ZONES, local_time
from domain.regions import RegionCode
from domain.workdays import WorkCalendar
from forms.expressions.compiling import Expression
from forms.expressions.errors import ExpressionFailed
from forms.expressions.scope import Scope
from forms.expressions.values import Scalar, Value, only, to_boolean, to_text
from forms.pack import Compiled, Condition, Pack
from forms.problems import Json
from forms.reading import At, Given
from forms.schema import Calculate, Repeat


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All that an evaluation needs besides pack and answers.

    Attributes:
        at: recorded time of the action, in any zone.
        calendar: the filing office's: its working days, and its clock, whose day is what ``today()`` means.
        knows_kecamatan: whether the region table has or had this kecamatan.
    """

    at: datetime
    calendar: WorkCalendar
    knows_kecamatan: Callable[[RegionCode], bool]

    @property
    def wall_clock(self) -> datetime:
        """The recorded time on the office's clock, without a zone; a time without a zone is a ValueError."""
        return local_time(self.at, self.calendar.utc_offset).replace(tzinfo=None)

    @property
    def zone(self) -> str:
        """The name of the office's time zone; nothing outside of Indonesia."""
        return ZONES.get(self.calendar.utc_offset, "")


class Settled:
    """The state of all fields. Everything is worked out once, in `settle`; afterwards it is only read."""

    def __init__(self, pack: Pack, given: Given, circumstances: Circumstances, *, as_given: bool) -> None:
        self.pack = pack
        self.given = given
        self.circumstances = circumstances
        self.failures: dict[At, ExpressionFailed] = {}
        self.recalculated: dict[At, Value] = {}
        self._as_given = as_given
        self._values: dict[At, Value] = {}
        self._relevant: dict[At, bool] = {}
        self._repeat: str | None = None
        self._scope = Scope(
            now=circumstances.wall_clock,
            read=self._read,
            choice_name=self._choice_name,
            zone=circumstances.zone,
            workdays=circumstances.calendar.working_days_between,
        )

    def settle(self) -> None:
        """Work everything out.

        Raises:
            TooManySteps: the pack costs too much.
        """
        for reference in self.pack.order:
            compiled = self.pack.fields[reference]
            for row in self.rows_of(compiled):
                self._settle_one(compiled, (reference, row))

    def rows_of(self, compiled: Compiled) -> range:
        """Rows from 1 for a field in a repeat, else the one place 0."""
        repeat = compiled.field.repeat
        return range(1) if repeat is None else range(1, self.given.rows.get(repeat, 0) + 1)

    def row_count(self, repeat: str) -> int:
        """How many rows count: none of a repeat that is not asked."""
        return self.given.rows.get(repeat, 0) if self._relevant[(repeat, 0)] else 0

    def is_relevant(self, at: At) -> bool:
        """Whether the field is asked at all."""
        return self._relevant[at]

    def value(self, at: At) -> Value:
        """What expressions see."""
        return self._values[at]

    def stored(self, at: At) -> Json:
        """What is stored and travels; None when there is no answer."""
        if not self._relevant[at]:
            return None
        if isinstance(self.pack.fields[at[0]].field.question, Calculate):
            return as_json(self._values[at])
        answer = self.given.answers.get(at)
        return None if answer is None else answer.stored

    def run(self, expression: Expression, at: At, itself: Value | None = None) -> Value:
        """Run an expression where that field stands; ``.`` is its value unless another is given.

        Raises:
            ExpressionFailed: no value for these answers.
            TooManySteps: the pack costs too much.
        """
        compiled = self.pack.fields.get(at[0])
        self._repeat = None
        if compiled is not None:
            question = compiled.field.question
            self._repeat = at[0] if isinstance(question, Repeat) and at[1] else compiled.field.repeat
        self._scope.row = at[1]
        self._scope.itself = self._values.get(at, "") if itself is None else itself
        return expression.run(self._scope)

    def holds(self, condition: Condition | None, at: At, *, otherwise: bool) -> bool:
        """Whether a condition is true there; `otherwise` when there is none or it has no value."""
        if condition is None:
            return otherwise
        if isinstance(condition, bool):
            return condition
        try:
            return to_boolean(self.run(condition, at))
        except ExpressionFailed as error:
            self.failures[at] = error
            return otherwise

    def _settle_one(self, compiled: Compiled, at: At) -> None:
        relevant = self._parent_is_relevant(compiled, at) and self.holds(compiled.relevant, at, otherwise=True)
        self._relevant[at] = relevant
        if isinstance(compiled.field.question, Repeat):
            self._values[at] = tuple(float(row) for row in range(1, self.row_count(at[0]) + 1))
        elif not relevant:
            self._values[at] = ""
        elif compiled.calculation is not None:
            self._values[at] = self._calculated(compiled, compiled.calculation, at)
        else:
            answer = self.given.answers.get(at)
            self._values[at] = "" if answer is None else answer.value

    def _calculated(self, compiled: Compiled, calculation: Expression, at: At) -> Value:
        try:
            value = self.run(calculation, at)
        except ExpressionFailed as error:
            self.failures[at] = error
            value = ""
        given = self.given.answers.get(at)
        if not self._as_given or compiled.pure or given is None:
            return value
        self.recalculated[at] = value
        return given.value

    def _parent_is_relevant(self, compiled: Compiled, at: At) -> bool:
        parent = compiled.field.parent
        if parent is None:
            return True
        in_same_row = self.pack.fields[parent].field.repeat is not None
        return self._relevant[(parent, at[1] if in_same_row else 0)]

    def _read(self, reference: str) -> Value:
        compiled = self.pack.fields[reference]
        repeat = compiled.field.repeat
        if repeat is None:
            return self._values[(reference, 0)]
        if repeat == self._repeat:
            return self._values[(reference, self._scope.row)]
        places = [(reference, row) for row in self.rows_of(compiled)]
        return tuple(_one(self._values[at]) for at in places if self._relevant[at])

    def _choice_name(self, reference: str, code: str) -> str:
        choices: Mapping[str, str] = self.pack.fields[reference].choices
        return ", ".join(choices[each] for each in code.split() if each in choices)


def _one(value: Value) -> Scalar:
    return only(value) if isinstance(value, tuple) else value


def as_json(value: Value) -> Json:
    """A calculated value as it is stored: whole numbers without a point, days and times as text; None for nothing."""
    one = _one(value)
    if isinstance(one, bool):
        return one
    if isinstance(one, float):
        return _number(one)
    return to_text(one) or None


def _number(value: float) -> Json:
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - NaN
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value
