"""What is wrong with one field: unreadable, missing, not among the choices, against a constraint."""

from __future__ import annotations

from collections.abc import Iterator

from forms.expressions.compiling import Expression
from forms.expressions.errors import ExpressionFailed
from forms.expressions.values import to_boolean
from forms.notices import forbids, notices
from forms.pack import Compiled
from forms.problems import Code, Problem
from forms.reading import At
from forms.schema import Asked, Element, Repeat, Text
from forms.settled import Settled


def problems_at(settled: Settled, at: At, path: str, *, required: bool) -> Iterator[Problem]:
    """Problems of one relevant field, the first of its constraints only."""
    compiled = settled.pack.fields[at[0]]
    question = compiled.field.question
    unreadable = settled.given.problems.get(at)
    if unreadable is not None:
        yield unreadable
    elif isinstance(question, Repeat):
        yield from _too_few(settled, question, at, path)
    elif settled.value(at) != "":
        yield from _constraints(settled, compiled, at, path)
        if isinstance(question, Text):
            yield from (Problem(path, n.code, n.sentence, n.blocks) for n in notices(settled, question, at))
    elif required:
        yield Problem(path, Code.REQUIRED, _required(question))
    if at in settled.failures:
        said = f"“{question.label}” tidak dapat dihitung dari isian ini. Periksa isian yang terkait."
        yield Problem(path, Code.CALCULATION_FAILED, said)


def is_blocked(settled: Settled, at: At, *, required: bool) -> bool:
    """Whether `problems_at` finds anything that blocks, without a word about it: the hub asks no more."""
    compiled = settled.pack.fields[at[0]]
    question, value = compiled.field.question, settled.value(at)
    if at in settled.given.problems:
        return True
    if isinstance(question, Repeat):
        found = settled.given.rows.get(at[0], 0) < question.min_rows
    elif value == "":
        found = required
    else:
        checked = compiled.checks or compiled.choice_filter is not None
        found = (checked and any(True for _ in _constraints(settled, compiled, at, ""))) or forbids(question, value)
    return found or at in settled.failures


def _required(question: Element) -> str:
    said = question.required_message if isinstance(question, Asked) else ""
    return said or f"“{question.label}” wajib diisi."


def _too_few(settled: Settled, question: Repeat, at: At, path: str) -> Iterator[Problem]:
    if settled.given.rows.get(at[0], 0) < question.min_rows:
        said = f"“{question.label}” paling sedikit {question.min_rows} baris. Tambah baris."
        yield Problem(path, Code.TOO_FEW_ROWS, said)


def _constraints(settled: Settled, compiled: Compiled, at: At, path: str) -> Iterator[Problem]:
    question = compiled.field.question
    keep = compiled.choice_filter
    if keep is not None and not all(keeps(settled, keep, at, code) for code in str(settled.value(at)).split()):
        said = f"“{question.label}” berisi pilihan yang tidak berlaku untuk isian ini. Pilih lagi."
        yield Problem(path, Code.NOT_A_CHOICE, said)
    for check in compiled.checks:
        if not settled.holds(check.test, at, otherwise=True):
            yield Problem(path, Code.CONSTRAINT, check.message)
            return


def keeps(settled: Settled, choice_filter: Expression, at: At, code: str) -> bool:
    """Whether the filter leaves this code; every code where it has no value."""
    try:
        return to_boolean(settled.run(choice_filter, at, itself=code))
    except ExpressionFailed as error:
        settled.failures[at] = error
        return True
