"""From answers as they travel to answers that can be trusted in type, size and place. Meaning comes later."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Final, NamedTuple, TypeVar, cast

from domain.identity import clean_digits
from forms.cleaning import clean_line, clean_paragraphs
from forms.expressions.values import Value
from forms.pack import Compiled, Pack
from forms.problems import Answers, Code, Json, Problem
from forms.schema import Calculate, Decimal, Element, Integer, Note, Person, Repeat, SelectMultiple, SelectOne, Text
from forms.schema import Date as DateQuestion
from forms.schema import Time as TimeQuestion

T = TypeVar("T")
_MAX_WHOLE: Final = 10**15
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(r"[0-9]{2}:[0-9]{2}")
At = tuple[str, int]
"""A field and its row: the reference name, and the row from 1, or 0 outside of a repeat."""


class Answer(NamedTuple):
    """One answer: cleaned as it is stored, and as expressions see it."""

    stored: Json
    value: Value


@dataclass(slots=True)
class Given:
    """All answers that could be read, the rows of each repeat, and what could not be read."""

    answers: dict[At, Answer] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    problems: dict[At, Problem] = field(default_factory=dict)
    strangers: list[Problem] = field(default_factory=list)


class _Unreadable(ValueError):
    """An answer that cannot be taken; its code and sentence."""

    def __init__(self, code: Code, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


def read_answers(pack: Pack, answers: Answers) -> Given:
    """Read everything that the pack knows; what it does not know is named, never kept."""
    given = Given()
    _Reader(pack, given).read_object(answers, _Place("", "", 0))
    return given


class _Place(NamedTuple):
    """Where in the answers the reader stands: the path, the prefix of reference names, the row."""

    path: str
    prefix: str
    row: int

    def to(self, key: str) -> str:
        return f"{self.path}/{key}" if self.path else key


class _Reader:
    """Walks the answers beside the pack."""

    def __init__(self, pack: Pack, given: Given) -> None:
        self._pack = pack
        self._given = given

    def read_object(self, answers: Mapping[str, Json], place: _Place) -> None:
        for key, found in answers.items():
            compiled = self._pack.fields.get(place.prefix + key)
            if compiled is None or compiled.field.keys[-1:] != (key,) or isinstance(compiled.field.question, Note):
                self._stranger(place, key)
            elif found not in (None, "", [], {}):
                self._read(compiled, found, place)

    def _stranger(self, place: _Place, key: str) -> None:
        shown = clean_line(key[:60])
        said = f"Isian “{shown}” tidak dikenal oleh formulir ini dan tidak disimpan."
        self._given.strangers.append(Problem(place.to(shown), Code.UNKNOWN_ANSWER, said))

    def _read(self, compiled: Compiled, found: Json, place: _Place) -> None:
        flat, at = compiled.field, (compiled.field.reference, place.row)
        question = flat.question
        try:
            if isinstance(question, Repeat):
                self._read_rows(question, flat.reference, _typed(found, list, question), place.to(question.name))
            elif isinstance(question, Person):
                person = _typed(found, dict, question)
                self.read_object(person, _Place(place.to(question.name), flat.reference + "_", place.row))
            else:
                answer = _READERS.get(type(question), _read_given)(compiled, found)
                if answer.stored not in ("", []):
                    self._given.answers[at] = answer
        except _Unreadable as error:
            self._given.problems[at] = Problem(place.to(question.name), error.code, error.sentence)

    def _read_rows(self, question: Repeat, reference: str, rows: list[Json], path: str) -> None:
        kept = rows[: question.max_rows]
        self._given.rows[reference] = len(kept)
        for index, row in enumerate(kept, 1):
            if isinstance(row, dict):
                self.read_object(row, _Place(f"{path}/{index - 1}", reference + "_", index))
            else:
                self._given.strangers.append(Problem(f"{path}/{index - 1}", Code.WRONG_TYPE, _wrong(question).sentence))
        if len(rows) > len(kept):
            raise _Unreadable(
                Code.TOO_MANY_ROWS,
                f"“{question.label}” paling banyak {question.max_rows} baris; {len(rows) - len(kept)} baris terakhir "
                "tidak dipakai. Kurangi barisnya.",
            )


def _read_text(compiled: Compiled, found: Json) -> Answer:
    question = cast("Text", compiled.field.question)
    typed = _typed(found, str, question)
    if len(typed) > 4 * question.max_length + 100:
        raise _too_long(question)
    text = clean_paragraphs(typed) if question.multiline else clean_line(typed)
    if question.format in ("nik", "kk"):
        text = clean_digits(text)
    if len(text) > question.max_length:
        raise _too_long(question)
    return Answer(text, text)


def _read_number(compiled: Compiled, found: Json) -> Answer:
    question = compiled.field.question
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        raise _wrong(question)
    if not abs(found) < _MAX_WHOLE:  # neither is what is no number at all
        raise _wrong(question)
    if found == int(found):
        return Answer(int(found), float(found))
    if isinstance(question, Integer):
        raise _wrong(question)
    return Answer(found, float(found))


def _read_moment(compiled: Compiled, found: Json) -> Answer:
    question = compiled.field.question
    text = _typed(found, str, question).strip()[:20]
    try:
        if isinstance(question, DateQuestion) and _DATE.fullmatch(text):
            return Answer(text, date.fromisoformat(text))
        if isinstance(question, TimeQuestion) and _TIME.fullmatch(text):
            return Answer(text, time.fromisoformat(text))
    except ValueError as error:
        raise _wrong(question) from error
    raise _wrong(question)


def _read_choice(compiled: Compiled, found: Json) -> Answer:
    code = _typed(found, str, compiled.field.question)
    if code not in compiled.choices:
        raise _not_a_choice(compiled.field.question)
    return Answer(code, code)


def _read_choices(compiled: Compiled, found: Json) -> Answer:
    given = _typed(found, list, compiled.field.question)
    if len(given) > len(compiled.choices) or not all(
        isinstance(code, str) and code in compiled.choices for code in given
    ):
        raise _not_a_choice(compiled.field.question)
    codes = [code for code in compiled.choices if code in given]
    return Answer(list(codes), " ".join(codes))


def _read_given(compiled: Compiled, found: Json) -> Answer:
    """The value of a calculation as the other side worked it out; used only where that is to be taken as given."""
    question = compiled.field.question
    if not isinstance(question, Calculate) or not isinstance(found, (str, int, float)):
        raise _wrong(question)
    if isinstance(found, str):
        return Answer(found[:20_000], found[:20_000])
    if isinstance(found, int) and abs(found) >= _MAX_WHOLE:
        raise _wrong(question)
    return Answer(found, found if isinstance(found, bool) else float(found))


_READERS: Final[dict[type[Element], Callable[[Compiled, Json], Answer]]] = {
    Text: _read_text,
    Integer: _read_number,
    Decimal: _read_number,
    DateQuestion: _read_moment,
    TimeQuestion: _read_moment,
    SelectOne: _read_choice,
    SelectMultiple: _read_choices,
}


def _typed(found: Json, wanted: type[T], question: Element) -> T:
    if not isinstance(found, wanted):
        raise _wrong(question)
    return found


_WANTED: Final[dict[type[Element], str]] = {
    Integer: "angka bulat tanpa titik dan koma",
    Decimal: "angka",
    DateQuestion: "tanggal yang ada di kalender",
    TimeQuestion: "jam, misalnya 08:30",
    Repeat: "daftar baris",
    Person: "data satu orang",
    SelectMultiple: "daftar pilihan",
}


def _wrong(question: Element) -> _Unreadable:
    wanted = _WANTED.get(type(question), "teks")
    return _Unreadable(Code.WRONG_TYPE, f"Isian “{question.label}” harus berupa {wanted}. Periksa kembali.")


def _too_long(question: Text) -> _Unreadable:
    said = f"Isian “{question.label}” paling banyak {question.max_length} huruf. Ringkas isiannya."
    return _Unreadable(Code.TOO_LONG, said)


def _not_a_choice(question: Element) -> _Unreadable:
    return _Unreadable(Code.NOT_A_CHOICE, f"Isian “{question.label}” tidak ada dalam daftar pilihan. Pilih lagi.")
