"""Remarks on identity numbers and names: the rules are the domain's, the place in the form is ours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from domain.identity import IdentityError, Notice, Sex, Stated, check_kk, check_nik, parse_kk, parse_nik
from domain.names import check_name
from forms.expressions.values import Value
from forms.reading import At
from forms.schema import Element, Text
from forms.settled import Settled

_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}


def notices(settled: Settled, question: Text, at: At) -> Iterable[Notice]:
    """What is odd about the text at this place; nothing for texts without a format."""
    text = settled.value(at)
    if not isinstance(text, str) or not text or not question.format:
        return ()
    if question.format == "name":
        return check_name(text)
    today = settled.circumstances.wall_clock.date()
    known = settled.circumstances.knows_kecamatan
    try:
        if question.format == "kk":
            return check_kk(parse_kk(text), today, known)
        return check_nik(parse_nik(text), today, known, _stated(settled, at))
    except IdentityError as error:
        return (error.notice,)


def forbids(question: Element, value: Value) -> bool:
    """Whether one of the remarks blocks: only a number that is none does."""
    if not isinstance(question, Text) or not isinstance(value, str) or question.format not in {"nik", "kk"}:
        return False
    try:
        parse_nik(value)  # of a family card the digits are as many
    except IdentityError as error:
        return error.notice.blocks
    return False


def _stated(settled: Settled, at: At) -> Stated:
    """What the form says beside the NIK, if it is the NIK of a person on it."""
    parent = settled.pack.fields[at[0]].field.parent or ""
    born = _beside(settled, f"{parent}_tanggal_lahir", at)
    sex = _beside(settled, f"{parent}_jenis_kelamin", at)
    return Stated(born if isinstance(born, date) else None, _SEXES.get(sex) if isinstance(sex, str) else None)


def _beside(settled: Settled, reference: str, at: At) -> object:
    return settled.value((reference, at[1])) if reference in settled.pack.fields else ""
