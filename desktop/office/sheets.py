"""The pages of a form: at most seven questions each, as the pack groups them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from desktop.phrases import phrase
from forms.evaluation import Form
from forms.pack import Pack
from forms.schema import Asked, Group, Note, Person, Question, Repeat

MOST: Final = 7
"""Questions on one page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a form.

    Attributes:
        references: fields in their order; of a repeat those of one row.
        person: reference of the person whose fields these are, else empty.
        repeat: reference of the repeat whose rows these are, else empty.
        part: from 1, of `parts`, where a section was too long for one page.
    """

    key: str
    title: str
    hint: str
    references: tuple[str, ...]
    person: str = ""
    repeat: str = ""
    part: int = 1
    parts: int = 1

    @property
    def first(self) -> bool:
        """Whether the section begins here."""
        return self.part == 1


def sheets_of(pack: Pack) -> tuple[Sheet, ...]:
    """The pages of a form: a group that wants one, a person, a repeat; what is left shares one; at most seven each."""
    found: list[Sheet] = []
    loose: list[str] = []
    for question in pack.file.questions:
        if isinstance(question, Person):
            fields = [name for name, each in pack.fields.items() if each.field.parent == question.name]
            found += _split(Sheet(question.name, question.label, question.hint, tuple(fields), question.name))
        elif isinstance(question, Repeat):
            fields = [name for name, each in pack.fields.items() if each.field.repeat == question.name]
            asked = tuple(name for name in fields if isinstance(pack.fields[name].field.question, (Asked, Note)))
            found.append(Sheet(question.name, question.label, question.hint, asked, repeat=question.name))
        elif isinstance(question, Group) and question.page:
            found += _split(Sheet(question.name, question.label, question.hint, tuple(_inside(question))))
        else:
            loose += list(_inside(question))
    return (*found, *_split(Sheet("lain", phrase("Isian lain"), "", tuple(loose)))) if loose else tuple(found)


def _inside(question: Question) -> Iterator[str]:
    if isinstance(question, Group):
        for each in question.questions:
            yield from _inside(each)
    elif isinstance(question, (Asked, Note)):
        yield question.name


def _split(sheet: Sheet) -> list[Sheet]:
    """Even parts of at most seven questions."""
    count = len(sheet.references)
    parts = max(1, -(-count // MOST))
    size = -(-count // parts)
    return [
        replace(
            sheet,
            key=f"{sheet.key}-{part + 1}" if part else sheet.key,
            references=sheet.references[part * size : (part + 1) * size],
            part=part + 1,
            parts=parts,
        )
        for part in range(parts)
    ]


def asked_count(pack: Pack, sheet: Sheet) -> int:
    """How many questions there are, notes not counted."""
    return sum(not isinstance(pack.fields[name].field.question, Note) for name in sheet.references)


def asks_something(sheet: Sheet, form: Form) -> bool:
    """Whether anything on this page is asked with these answers."""
    if sheet.repeat:
        return any(shown.relevant for shown in form.shown if shown.reference == sheet.repeat)
    mine = set(sheet.references)
    return any(
        shown.relevant and shown.reference in mine and not isinstance(shown.question, Note) for shown in form.shown
    )


def places_of(sheets: tuple[Sheet, ...], form: Form) -> dict[str, int]:
    """By the path of each problem, which page asks for what is wrong, or asks what it is worked out from."""
    paths = {shown.path: shown.reference for shown in form.shown}
    places = {name: place for place, sheet in enumerate(sheets) for name in (*sheet.references, sheet.repeat) if name}
    found = {}
    for problem in form.problems:
        place = _place(form.pack, places, paths.get(problem.path, problem.path.partition("/")[0]))
        if place is not None:
            found[problem.path] = place
    return found


def _place(pack: Pack, places: dict[str, int], reference: str) -> int | None:
    wanted, seen = [reference], set[str]()
    while wanted:
        name = wanted.pop(0)
        if name in places:
            return places[name]
        compiled = pack.fields.get(name)
        if compiled is not None and compiled.calculation is not None and name not in seen:
            wanted += sorted(compiled.calculation.references)
        seen.add(name)
    return None
