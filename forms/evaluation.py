"""The one evaluator: the desk runs it while the clerk types, the hub when it judges the same answers again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from forms import documents
from forms.checking import keeps, problems_at
from forms.documents import AskedDocument
from forms.pack import Compiled, Pack
from forms.problems import Answers, Code, Json, Problem
from forms.reading import At, read_answers
from forms.schema import Element, Group, Note, Person, Repeat
from forms.settled import Circumstances, Settled, as_json


@dataclass(frozen=True, slots=True)
class Shown:
    """One field as a screen shows it.

    Attributes:
        path: ``pemohon/nik``, ``keluarga/0/nama``: the place of its answer and of its problems.
        row: from 1 inside a repeat, else 0.
        choices: code to printed name, filtered for these answers.
        answer: as stored; for a repeat and a person None, their fields follow.
    """

    path: str
    reference: str
    row: int
    question: Element
    relevant: bool
    required: bool
    choices: Mapping[str, str]
    answer: Json


@dataclass(frozen=True, slots=True)
class Form:
    """A pack with answers, judged at one time.

    Attributes:
        answers: what is stored and sent: relevant answers, cleaned, and calculated values. Evaluating them again
            at the same time gives them again.
        problems: in the order of the form; those that block and warnings.
        documents: what is asked for with these answers.
    """

    pack: Pack
    shown: tuple[Shown, ...]
    answers: dict[str, Json]
    problems: tuple[Problem, ...]
    documents: tuple[AskedDocument, ...]
    settled: Settled = field(repr=False, compare=False)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What must be mended before the form may go."""
        return tuple(problem for problem in self.problems if problem.blocks)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What a person should look at; forbids nothing."""
        return tuple(problem for problem in self.problems if not problem.blocks)

    @property
    def is_complete(self) -> bool:
        """Whether nothing blocks. Documents are judged apart, by `forms.documents`."""
        return not self.errors


def evaluate(pack: Pack, answers: Answers, circumstances: Circumstances) -> Form:
    """Judge answers as the desk does: everything that can be calculated is.

    Raises:
        FormTooHeavy: the pack costs more than a form may cost.
    """
    return _evaluate(pack, answers, circumstances, as_given=False)


def evaluate_again(pack: Pack, sent: Answers, circumstances: Circumstances) -> Form:
    """Judge answers as the hub does, with the time that the action recorded.

    Calculations over which both sides may honestly differ (a newer calendar) are taken as sent, with a warning where
    the hub comes to another value. Where the rest differs from what was sent, it is an error.

    Raises:
        FormTooHeavy: the pack costs more than a form may cost.
    """
    form = _evaluate(pack, sent, circumstances, as_given=True)
    found = list(form.problems)
    found.extend(_differing(form))
    if form.answers != sent:
        said = "Isian yang diterima tidak sama dengan hasil perhitungan formulir ini. Isi ulang dengan versi yang sama."
        found.append(Problem("", Code.ANSWERS_DIFFER, said))
    return Form(form.pack, form.shown, form.answers, tuple(found), form.documents, form.settled)


def _differing(form: Form) -> Iterator[Problem]:
    for at, value in form.settled.recalculated.items():
        if as_json(value) != as_json(form.settled.value(at)):
            compiled = form.pack.fields[at[0]]
            said = (
                f"“{compiled.field.question.label}” dihitung lain di sini: {as_json(value)}. Nilai dari desa dipakai."
            )
            yield Problem(path_of(form.pack, at), Code.CALCULATION_DIFFERS, said, blocks=False)


def _evaluate(pack: Pack, given_answers: Answers, circumstances: Circumstances, *, as_given: bool) -> Form:
    given = read_answers(pack, given_answers)
    settled = Settled(pack, given, circumstances, as_given=as_given)
    settled.settle()
    shown: list[Shown] = []
    problems: list[Problem] = []
    for at in places(pack, settled):
        one = _shown(pack.fields[at[0]], settled, at)
        shown.append(one)
        if one.relevant:
            problems.extend(problems_at(settled, at, one.path, required=one.required))
    asked = documents.asked_for(settled)
    answers = answers_of(settled, (at for at in places(pack, settled) if settled.is_relevant(at)))
    return Form(pack, tuple(shown), answers, (*problems, *given.strangers), asked, settled)


def places(pack: Pack, settled: Settled) -> Iterator[At]:
    """All fields in the order of a screen: a repeat is followed by its rows, one after the other."""
    for reference, inside in _laid_out(pack):
        yield reference, 0
        for row in range(1, settled.given.rows.get(reference, 0) + 1):
            yield from ((child, row) for child in inside)


@lru_cache(maxsize=64)
def _laid_out(pack: Pack) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each field outside of rows, with those that stand in its rows."""
    inside: dict[str, list[str]] = {}
    for reference, compiled in pack.fields.items():
        inside.setdefault(compiled.field.repeat or reference, []).append(reference)
    return tuple((reference, tuple(children[1:])) for reference, children in inside.items())


def _shown(compiled: Compiled, settled: Settled, at: At) -> Shown:
    relevant = settled.is_relevant(at)
    return Shown(
        path=path_of(settled.pack, at),
        reference=at[0],
        row=at[1],
        question=compiled.field.question,
        relevant=relevant,
        required=relevant and settled.holds(compiled.required, at, otherwise=True),
        choices=filtered_choices(compiled, settled, at) if relevant else {},
        answer=settled.stored(at),
    )


def filtered_choices(compiled: Compiled, settled: Settled, at: At) -> Mapping[str, str]:
    """The choices that the filter leaves; all of them where it has no value."""
    keep = compiled.choice_filter
    if keep is None:
        return compiled.choices
    return {code: label for code, label in compiled.choices.items() if keeps(settled, keep, at, code)}


def path_of(pack: Pack, at: At) -> str:
    """Where the answer of a field is: keys and, from 0, row numbers with slashes between them."""
    flat = pack.fields[at[0]].field
    keys = flat.keys or (flat.question.name,)
    if flat.repeat is not None:
        keys = (*pack.fields[flat.repeat].field.keys, str(at[1] - 1), *keys)
    return "/".join(keys)


def answers_of(settled: Settled, asked: Iterable[At]) -> dict[str, Json]:
    """What is sent: everything relevant and answered; irrelevant answers stay with the clerk."""
    answers: dict[str, Json] = {}
    rows: dict[str, list[dict[str, Json]]] = {}
    for at in asked:
        flat = settled.pack.fields[at[0]].field
        if isinstance(flat.question, Repeat):
            rows[at[0]] = [{} for _ in range(settled.row_count(at[0]))]
            if rows[at[0]]:
                answers[flat.keys[0]] = [*rows[at[0]]]
        elif not isinstance(flat.question, (Group, Note, Person)):
            stored = settled.stored(at)
            if stored is not None:
                _put(rows[flat.repeat][at[1] - 1] if flat.repeat is not None else answers, flat.keys, stored)
    return answers


def _put(target: dict[str, Json], keys: tuple[str, ...], stored: Json) -> None:
    if len(keys) > 1:
        person = target.setdefault(keys[0], {})
        target = cast("dict[str, Json]", person)
    target[keys[-1]] = stored
