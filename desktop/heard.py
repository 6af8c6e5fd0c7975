"""Sentences of the rooms below, said in the language of the window.

Those rooms know neither Qt nor languages: reasons of verdicts, troubles of an exchange, problems of a form and
findings about a letter come from there as finished Indonesian sentences. `heard_words` lists them; here a sentence is
found again by what it says, with the parts that were put into it, and told in the window's language. One that is not
listed (a newer hub's, a service pack's own) stays as it came. What is stored stays Indonesian and is told anew
whenever it is shown.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from desktop.heard_words import DAYS, HEARD, WANTED
from desktop.phrases import phrase
from domain.indonesian import day_name, month_name
from domain.reasons import sentence

_BETWEEN = re.compile(r"(?<=[.!?]) (?=[A-Z“])")


def retold(said: str) -> str:
    """One or several finished sentences, each in the window's language where it is known."""
    whole = _retold(said)
    return " ".join(map(_retold, _BETWEEN.split(said))) if whole == said else whole


def why(reason: str) -> str:
    """The sentence for the reason of a verdict, with what it means for the data."""
    return retold(sentence(reason))


def day_words(on: date) -> str:
    """``Sabtu, 21 November 2026``."""
    return f"{phrase(day_name(on))}, {on.day} {phrase(month_name(on.month))} {on.year}"


def _retold(said: str) -> str:
    simple, shapes = _known()
    if said in simple:
        return phrase(said)
    for template, shape in shapes:
        found = shape.fullmatch(said)
        if found:
            return phrase(template, **{name: _part(name, part) for name, part in found.groupdict().items()})
    return said


def _part(name: str, said: str) -> str:
    """A part is data and stays, but for the few that are words of ours."""
    ours = DAYS if name in {"weekday", "month"} else WANTED
    return phrase(said) if said in ours else said


@cache
def _known() -> tuple[frozenset[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """Sentences without parts, and the shapes of those with parts, the longest first."""
    parted = sorted((each for each in HEARD if "{" in each), key=len, reverse=True)
    return frozenset(HEARD), tuple((each, _shape(each)) for each in parted)


def _shape(template: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", template)
    return re.compile("".join(f"(?P<{each}>.+)" if at % 2 else re.escape(each) for at, each in enumerate(pieces)))
