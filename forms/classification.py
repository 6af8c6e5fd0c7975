"""Which classification code a letter gets: a mapping with dates, for the law renumbers and old letters keep theirs."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from forms.errors import Fault, PackError
from forms.schema import PackId, Sentence, Strict


class Period(Strict, frozen=True, kw_only=True):
    """Codes by letter, from a day on until the next period begins."""

    valid_from: date
    basis: Sentence
    codes: dict[PackId, str]


class Classification(Strict, frozen=True, kw_only=True):
    """All periods, the earliest first."""

    title: Sentence
    mark: Sentence
    periods: tuple[Period, ...]

    def code_for(self, letter: str, day: date) -> str | None:
        """The code of a letter on that day; None when the mapping does not know it, then the pack's own counts."""
        codes = [period.codes.get(letter) for period in self.periods if period.valid_from <= day]
        return codes[-1] if codes else None


_READ: Final = msgspec.json.Decoder(Classification)


def load_classification(content: bytes) -> Classification:
    """Read the mapping.

    Raises:
        PackError: another form, or periods not in order.
    """
    try:
        found = _READ.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PackError([Fault("klasifikasi", str(error))]) from error
    starts = [period.valid_from for period in found.periods]
    if starts != sorted(set(starts)):
        raise PackError([Fault("klasifikasi", "masa berlaku tidak berurutan")])
    return found
