"""Values of expressions and their conversions, as OpenRosa's XPath 1.0 has them with dates added.

A date is the number of days since 1970-01-01 and a time a fraction of a day; date-times are wall-clock time at the
office, so that ``${tanggal} <= now()`` means what a clerk means by it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from forms.expressions.errors import ExpressionFailed

Scalar = str | float | bool | date | time
"""One value; a `datetime` is a `date` too and is naive here. An unanswered question is the empty text."""
Value = Scalar | tuple[Scalar, ...]
"""A tuple holds one value for each row of a repeat and may only enter a function that takes many."""

MAX_TEXT: Final = 20_000
"""The longest text an expression may make, in characters."""

NAN: Final = float("nan")
_NUMBER: Final = re.compile(r"\s*-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*", re.ASCII)
_EPOCH: Final = date(1970, 1, 1).toordinal()


def to_number(value: Value) -> float:
    """The value as a number; what is none becomes NaN. Exponents and ``Infinity`` are texts, as in XPath 1.0."""
    if isinstance(value, tuple):
        return to_number(only(value))
    if isinstance(value, (bool, float)):
        return float(value)
    if isinstance(value, str):
        return float(value) if len(value) <= 400 and _NUMBER.fullmatch(value) else NAN
    return _days(value)


def _days(value: date | time) -> float:
    """Days since the epoch, with the wall-clock time as a fraction."""
    if isinstance(value, time):
        return _fraction(value)
    whole = float(value.toordinal() - _EPOCH)
    return whole + _fraction(value.time()) if isinstance(value, datetime) else whole


def _fraction(value: time) -> float:
    seconds = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1_000_000
    return seconds / 86_400


def to_text(value: Value) -> str:
    """The value as text: whole numbers without a point, dates as ``2025-08-17``, times as ``08:30``."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, tuple):
        return to_text(only(value))
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    return value.strftime("%H:%M") if isinstance(value, time) else value.isoformat()


def number_text(value: float) -> str:
    """A number without an exponent."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value):
        return str(int(value))
    return format(Decimal(repr(value)), "f")


def to_boolean(value: Value) -> bool:
    """False are the empty text, 0 and NaN; every date is true."""
    if isinstance(value, tuple):
        return to_boolean(only(value))
    if isinstance(value, (bool, str)):
        return bool(value)
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return True


def to_date(value: Value) -> date | None:
    """The day of a date, an ISO text or a count of days; None for an empty text.

    Raises:
        ExpressionFailed: it is none of these.
    """
    scalar = only(value) if isinstance(value, tuple) else value
    if isinstance(scalar, datetime):
        return scalar.date()
    if isinstance(scalar, date):
        return scalar
    if scalar == "":
        return None
    try:
        return _read_date(scalar)
    except (ValueError, OverflowError) as error:
        raise ExpressionFailed(f"bukan tanggal: {to_text(scalar)[:40]}") from error


def _read_date(value: Scalar) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value).date()
    if isinstance(value, float):
        return date.fromordinal(_EPOCH + math.floor(value))
    raise ValueError(value)


def only(values: tuple[Scalar, ...]) -> Scalar:
    """The first of many, as XPath 1.0 takes it; the empty text when there is none."""
    return values[0] if values else ""


def scalars(values: Iterable[Value]) -> list[Scalar]:
    """Arguments laid flat: each tuple gives its members."""
    flat: list[Scalar] = []
    for value in values:
        if isinstance(value, tuple):
            flat.extend(value)
        else:
            flat.append(value)
    return flat


def bounded(text: str) -> str:
    """The text itself.

    Raises:
        ExpressionFailed: it is longer than `MAX_TEXT`.
    """
    if len(text) > MAX_TEXT:
        raise ExpressionFailed("teks hasil terlalu panjang")
    return text


def equal(left: Value, right: Value) -> bool:
    """XPath 1.0's ``=``: as booleans if one is a boolean, else as numbers if one is a number, else as texts."""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    if isinstance(left, float) or isinstance(right, float):
        return to_number(left) == to_number(right)
    return to_text(left) == to_text(right)
