"""The functions that deal with days."""

from __future__ import annotations

from datetime import date, datetime, time

from domain.indonesian import DAYS, MONTHS
from forms.expressions.errors import ExpressionFailed
from forms.expressions.scope import Scope
from forms.expressions.values import NAN, Value, to_date, to_number, to_text


def as_date(_: Scope, given: tuple[Value, ...]) -> Value:
    """``date(value)``: a day from an ISO text or a count of days; empty stays empty."""
    found = to_date(given[0])
    return "" if found is None else found


def decimal_date_time(_: Scope, given: tuple[Value, ...]) -> Value:
    """``decimal-date-time(value)``: days since 1970-01-01 with the wall-clock time as a fraction."""
    moment = _moment(given[0])
    return NAN if moment is None else to_number(moment)


def format_date(_: Scope, given: tuple[Value, ...]) -> Value:
    """``format-date(value, pattern)`` in Indonesian: OpenRosa's signs, and ``%A`` and ``%B`` for whole names.

    Raises:
        ExpressionFailed: an unknown sign, or not a date.
    """
    moment = _moment(given[0])
    return "" if moment is None else _formatted(moment, to_text(given[1]))


def years_between(_: Scope, given: tuple[Value, ...]) -> Value:
    """``years-between(birth, day)``: whole years, the age on that day. One born on 29 February turns on 1 March."""
    first, second = to_date(given[0]), to_date(given[1])
    if first is None or second is None:
        return ""
    return float(second.year - first.year - ((second.month, second.day) < (first.month, first.day)))


def working_days_between(scope: Scope, given: tuple[Value, ...]) -> Value:
    """``working-days-between(first, second)``: working days after the first up to and with the second; 0 if earlier."""
    first, second = to_date(given[0]), to_date(given[1])
    if first is None or second is None:
        return ""
    return float(scope.workdays(first, second)) if second > first else 0.0


def _moment(value: Value) -> datetime | None:
    """A date-time from a value; a day means its beginning, an offset in a text is not reckoned with."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, time):
        return datetime.combine(date(1970, 1, 1), value)
    if isinstance(value, str) and len(value) > 10:
        return _read_moment(value)
    day = to_date(value)
    return None if day is None else datetime(day.year, day.month, day.day)  # noqa: DTZ001 - wall clock


def _read_moment(text: str) -> datetime:
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise ExpressionFailed(f"bukan tanggal: {text[:40]}") from error
    return read.replace(tzinfo=None)


def _formatted(moment: datetime, pattern: str) -> str:
    parts = _parts(moment)
    out: list[str] = []
    signs = iter(pattern)
    for sign in signs:
        if sign != "%":
            out.append(sign)
            continue
        name = next(signs, "")
        if name not in parts:
            raise ExpressionFailed(f"format-date() tidak mengenal %{name}")
        out.append(parts[name])
    return "".join(out)


def _parts(moment: datetime) -> dict[str, str]:
    day: date = moment.date()
    return {
        "Y": f"{day.year:04}",
        "y": f"{day.year % 100:02}",
        "m": f"{day.month:02}",
        "n": str(day.month),
        "B": MONTHS[day.month - 1],
        "b": MONTHS[day.month - 1][:3],
        "d": f"{day.day:02}",
        "e": str(day.day),
        "A": DAYS[day.weekday()],
        "a": DAYS[day.weekday()][:3],
        "H": f"{moment.hour:02}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
        "3": f"{moment.microsecond // 1000:03}",
        "%": "%",
    }
