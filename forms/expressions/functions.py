"""The functions of the subset that see only their arguments. `docs/forms.md` lists them for those who write packs."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from forms.amounts import in_words, rupiah
from forms.expressions import dates
from forms.expressions.errors import ExpressionFailed
from forms.expressions.scope import Scope
from forms.expressions.values import NAN, Value, bounded, scalars, to_boolean, to_number, to_text

Arguments = tuple[Value, ...]
Run = Callable[[Scope, Arguments], Value]


@dataclass(frozen=True, slots=True)
class Function:
    """A function and what it accepts.

    Attributes:
        least: fewest arguments.
        most: most arguments.
        many: whether an argument may be the answers of all rows of a repeat.
        pure: False when desk and hub may differ over the same answers and time, e.g. by a newer calendar.
    """

    run: Run
    least: int
    most: int
    many: bool = False
    pure: bool = True


_ANY: Final = 30


def _number(_: Scope, given: Arguments) -> Value:
    return to_number(given[0])


def _whole(_: Scope, given: Arguments) -> Value:
    number = to_number(given[0])
    return float(math.trunc(number)) if math.isfinite(number) else NAN


def _round(_: Scope, given: Arguments) -> Value:
    """Half goes up, also below zero; a comma is read as a decimal point, as OpenRosa does."""
    number = to_number(to_text(given[0]).replace(",", "."))
    places = to_number(given[1]) if len(given) > 1 else 0.0
    if not math.isfinite(number) or not abs(places) <= 15:
        return NAN
    unit = Decimal(1).scaleb(-math.trunc(places))
    shifted = (Decimal(repr(number)) / unit + Decimal("0.5")).to_integral_value(ROUND_FLOOR)
    return float(shifted * unit)


def _count(_: Scope, given: Arguments) -> Value:
    return float(len(given[0])) if isinstance(given[0], tuple) else float(given[0] != "")


def _sum(_: Scope, given: Arguments) -> Value:
    return math.fsum(to_number(value) for value in scalars(given) if value != "")


def _least(_: Scope, given: Arguments) -> Value:
    return min((to_number(value) for value in scalars(given) if value != ""), default=NAN)


def _greatest(_: Scope, given: Arguments) -> Value:
    return max((to_number(value) for value in scalars(given) if value != ""), default=NAN)


def _coalesce(_: Scope, given: Arguments) -> Value:
    return next((value for value in given if value not in {"", ()}), "")


def _concat(_: Scope, given: Arguments) -> Value:
    return bounded("".join(to_text(value) for value in scalars(given)))


def _join(_: Scope, given: Arguments) -> Value:
    return bounded(to_text(given[0]).join(to_text(value) for value in scalars(given[1:])))


def _length(_: Scope, given: Arguments) -> Value:
    return float(len(to_text(given[0])))


def _substr(_: Scope, given: Arguments) -> Value:
    """Counts from 0, the end is not included, and below zero counts from the end."""
    text = to_text(given[0])
    return text[_place(given[1]) : _place(given[2]) if len(given) > 2 else None]


def _place(value: Value) -> int:
    number = to_number(value)
    if not math.isfinite(number):
        raise ExpressionFailed("substr() memerlukan angka")
    return math.trunc(number)


def _words(value: Value) -> list[str]:
    return to_text(value).split()


def _selected(_: Scope, given: Arguments) -> Value:
    return to_text(given[1]).strip() in _words(given[0])


def _selected_at(_: Scope, given: Arguments) -> Value:
    words, at = _words(given[0]), to_number(given[1])
    return words[int(at)] if 0 <= at < len(words) else ""


def _rupiah(_: Scope, given: Arguments) -> Value:
    number = to_number(given[0])
    return rupiah(round(number)) if math.isfinite(number) else ""


def _in_words(_: Scope, given: Arguments) -> Value:
    number = to_number(given[0])
    return in_words(int(number)) if abs(number) < 1e15 else ""


TABLE: Final[dict[str, Function]] = {
    "boolean": Function(lambda _, given: to_boolean(given[0]), 1, 1),
    "coalesce": Function(_coalesce, 2, _ANY),
    "concat": Function(_concat, 1, _ANY, many=True),
    "contains": Function(lambda _, given: to_text(given[1]) in to_text(given[0]), 2, 2),
    "count": Function(_count, 1, 1, many=True),
    "count-selected": Function(lambda _, given: float(len(_words(given[0]))), 1, 1),
    "date": Function(dates.as_date, 1, 1),
    "decimal-date-time": Function(dates.decimal_date_time, 1, 1),
    "ends-with": Function(lambda _, given: to_text(given[0]).endswith(to_text(given[1])), 2, 2),
    "false": Function(lambda _scope, _given: False, 0, 0),
    "format-date": Function(dates.format_date, 2, 2),
    "int": Function(_whole, 1, 1),
    "join": Function(_join, 2, _ANY, many=True),
    "max": Function(_greatest, 1, _ANY, many=True),
    "min": Function(_least, 1, _ANY, many=True),
    "not": Function(lambda _, given: not to_boolean(given[0]), 1, 1),
    "now": Function(lambda scope, _: scope.now, 0, 0),
    "number": Function(_number, 1, 1),
    "round": Function(_round, 1, 2),
    "rupiah": Function(_rupiah, 1, 1),
    "selected": Function(_selected, 2, 2),
    "selected-at": Function(_selected_at, 2, 2),
    "starts-with": Function(lambda _, given: to_text(given[0]).startswith(to_text(given[1])), 2, 2),
    "string": Function(lambda _, given: to_text(given[0]), 1, 1),
    "string-length": Function(_length, 1, 1),
    "substr": Function(_substr, 2, 3),
    "sum": Function(_sum, 1, _ANY, many=True),
    "terbilang": Function(_in_words, 1, 1),
    "today": Function(lambda scope, _: scope.now.date(), 0, 0),
    "true": Function(lambda _scope, _given: True, 0, 0),
    "working-days-between": Function(dates.working_days_between, 2, 2, pure=False),
    "years-between": Function(dates.years_between, 2, 2),
    "zone-name": Function(lambda scope, _: scope.zone, 0, 0),
}
