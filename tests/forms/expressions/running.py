"""Compiles and runs one expression against plain values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from forms.expressions.compiling import compile_expression
from forms.expressions.scope import Scope
from forms.expressions.values import Value
from tests.forms.building import CALENDAR

NOW = datetime(2026, 11, 16, 9, 30)  # noqa: DTZ001 - wall clock at the office
CHOICES = {"agama": {"1": "ISLAM", "2": "KRISTEN"}}


class Names:
    """Names of questions; those whose value is a tuple are in a repeat."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values

    def is_many(self, name: str) -> bool | None:
        return isinstance(self._values[name], tuple) if name in self._values else None

    def has_choices(self, name: str) -> bool:
        return name in CHOICES


def run(text: str, values: Mapping[str, Value] | None = None, itself: Value = "", row: int = 0) -> Value:
    known = values or {}
    scope = Scope(
        now=NOW,
        read=known.__getitem__,
        choice_name=lambda name, code: CHOICES[name].get(code, ""),
        workdays=CALENDAR.working_days_between,
        zone="WITA",
        itself=itself,
        row=row,
    )
    return compile_expression(text, Names(known)).run(scope)
