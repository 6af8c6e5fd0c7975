"""What a person should have at hand before a service is begun, as the pack says it: papers, numbers, cost, time."""

from __future__ import annotations

from dataclasses import dataclass

from forms.pack import Pack
from forms.schema import Document, Person, Repeat


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to bring.

    Attributes:
        hint: when or how, in the pack's words.
        sure: asked for whatever the answers are; else it depends on them.
        needed: the decision waits for it; else it may be left out.
    """

    label: str
    hint: str
    sure: bool
    needed: bool


@dataclass(frozen=True, slots=True)
class Whose:
    """Somebody whose facts are asked for.

    Attributes:
        nik, kk: whether the number must be known.
        hint: of the rows of a repeat; a person's own hint tells how to fill in, not what to bring.
    """

    label: str
    nik: bool = False
    kk: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Preparation:
    """All of it. `minutes`: the promise of the service, in office minutes (0 for none)."""

    papers: tuple[Paper, ...]
    people: tuple[Whose, ...]
    fee: str
    minutes: int


def preparation(pack: Pack) -> Preparation:
    """What the pack asks for, the papers that are always asked for first."""
    papers = sorted(map(_paper, pack.file.documents), key=lambda each: (not each.sure, not each.needed))
    people = [whose for question in pack.file.questions if (whose := _whose(question)) is not None]
    return Preparation(tuple(papers), tuple(people), pack.file.fee, pack.file.sla_minutes)


def _paper(document: Document) -> Paper:
    return Paper(document.label, document.hint, not document.relevant, document.required is not False)


def _whose(question: object) -> Whose | None:
    if isinstance(question, Person):
        fields = set(question.fields)
        return Whose(question.label, "nik" in fields, "kk" in fields)
    if isinstance(question, Repeat):
        return Whose(question.label, hint=question.hint)
    return None
