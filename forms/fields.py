"""The questions of a pack laid flat: one field for each thing with an own answer, relevance or rows.

A child of a person or of a repeat is referred to as ``parent_child`` (``${pemohon_nik}``) and stands in the answers
inside its parent (``{"pemohon": {"nik": …}}``); groups leave both untouched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from forms.errors import Fault, PackError
from forms.persons import PERSON_FIELDS
from forms.schema import Asked, Element, Group, Person, Question, Repeat

MAX_FIELDS = 400


@dataclass(frozen=True, slots=True)
class Field:
    """One question, group, person or repeat in its place.

    Attributes:
        reference: its name in expressions.
        keys: keys of the answers that lead to it; inside a repeat those from the row on.
        repeat: reference name of the repeat it is in; the repeat itself has None.
        parent: reference name of the group, person or repeat around it.
        question: what the pack says, for a person's field with the checks of the service.
        checks: constraints with their messages, in order.
    """

    reference: str
    keys: tuple[str, ...]
    repeat: str | None
    parent: str | None
    question: Element
    checks: tuple[tuple[str, str], ...] = ()

    @property
    def is_container(self) -> bool:
        """Whether it only holds other fields."""
        return isinstance(self.question, (Group, Person, Repeat))


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds a question while the tree is walked."""

    prefix: str = ""
    keys: tuple[str, ...] = ()
    repeat: str | None = None
    parent: str | None = None


def lay_flat(questions: tuple[Question, ...]) -> tuple[Field, ...]:
    """All fields in the order of the form, each container before what it holds.

    Raises:
        PackError: two fields with the same reference name, an unknown field of a person, a repeat within a repeat.
    """
    faults: list[Fault] = []
    found: dict[str, Field] = {}
    for field in _walk(questions, _Around(), faults):
        if field.reference in found:
            faults.append(Fault(field.reference, "nama ini dipakai dua kali"))
        found[field.reference] = field
    if len(found) > MAX_FIELDS:
        faults.append(Fault("questions", f"lebih dari {MAX_FIELDS} isian"))
    if faults:
        raise PackError(faults)
    return tuple(found.values())


def _walk(questions: tuple[Question, ...], around: _Around, faults: list[Fault]) -> Iterator[Field]:
    for question in questions:
        field = _field(question, around, _own_checks(question))
        yield field
        if isinstance(question, Group):
            inside = _Around(around.prefix, around.keys, around.repeat, field.reference)
            yield from _walk(question.questions, inside, faults)
        elif isinstance(question, Person):
            yield from _person(question, field, faults)
        elif isinstance(question, Repeat):
            yield from _repeat(question, field, faults)


def _repeat(question: Repeat, field: Field, faults: list[Fault]) -> Iterator[Field]:
    if field.repeat is not None:
        faults.append(Fault(field.reference, "baris berulang tidak boleh di dalam baris berulang"))
        return
    if question.min_rows > question.max_rows:
        faults.append(Fault(field.reference, "min_rows lebih besar daripada max_rows"))
    inside = _Around(field.reference + "_", (), field.reference, field.reference)
    yield from _walk(question.questions, inside, faults)


def _person(question: Person, field: Field, faults: list[Fault]) -> Iterator[Field]:
    asked = (*question.fields, *question.optional)
    unknown = sorted(set(asked) - set(PERSON_FIELDS)) + sorted({check.field for check in question.checks} - set(asked))
    faults.extend(Fault(field.reference, f"orang tidak punya isian {name}") for name in unknown)
    if len(set(asked)) != len(asked):
        faults.append(Fault(field.reference, "isian orang disebut dua kali"))
    inside = _Around(field.reference + "_", field.keys, field.repeat, field.reference)
    for name, standard in PERSON_FIELDS.items():
        if name in asked:
            own = tuple((check.constraint, check.message) for check in question.checks if check.field == name)
            asked_of = msgspec.structs.replace(
                standard, required=name in question.fields, specific=question.specific or standard.specific
            )
            yield _field(asked_of, inside, (*_own_checks(standard), *own))


def _own_checks(question: Element) -> tuple[tuple[str, str], ...]:
    constraint = getattr(question, "constraint", "")
    if not constraint:
        return ()
    message = getattr(question, "constraint_message", "")
    return ((constraint, message or f"Isian “{question.label}” tidak sesuai ketentuan. Periksa kembali."),)


def _field(question: Element, around: _Around, checks: tuple[tuple[str, str], ...]) -> Field:
    keys = around.keys if isinstance(question, Group) else (*around.keys, question.name)
    return Field(around.prefix + question.name, keys, around.repeat, around.parent, question, checks)


def is_required(question: Element) -> bool | str:
    """The pack's word on whether an answer is needed: yes, no, or an expression."""
    return question.required if isinstance(question, Asked) else False
