"""One request as its page shows it: where it is, what was decided, its documents and letters, and what may be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop.office import looking
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.ended import Ending, ending_of
from desktop.office.looking import STATES
from desktop.office.promising import Promise, promise_of
from desktop.office.recognizing import number_of
from desktop.office.recording import Known, known
from desktop.phrases import noted, phrase
from desktop.store import browsing
from desktop.store.browsing import Stage
from desktop.store.catalogue import applicant_of
from desktop.store.configuration import Configuration
from desktop.store.projection import content_of, latest_answers
from domain.actions import ENDS_LETTER, Action, ActionKind, Json
from domain.identity import mask_number
from domain.workflow import ENDINGS, State
from forms.schema import Group, Note, Person
from sync.encoding import instant_text


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that was done; `note` in the officer's own words, `refused` the hub's sentence if it said no.

    `ends`: nothing comes of it any more, or what came counts no more.
    """

    title: str
    text: str
    note: str
    at: str
    waiting: bool
    refused: str
    ends: bool = False


_ENDS: Final = ENDS_LETTER | {ActionKind.REJECT, ActionKind.WITHDRAW}


@dataclass(frozen=True, slots=True)
class Ahead:
    """A step that is still to come; `now` for the one where the request stands."""

    label: str
    now: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the request."""

    label: str
    name: str
    size: int
    state: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A request, open."""

    id: str
    title: str
    service: str
    subject: str
    nik: str
    stage: Stage
    state: str
    state_words: str
    trail: tuple[Happened, ...]
    ahead: tuple[Ahead, ...]
    papers: tuple[Paper, ...]
    answers: tuple[tuple[str, str, str], ...]
    may: tuple[ActionKind, ...]
    letter_here: bool
    returned_to: tuple[tuple[str, str], ...]
    medium: str = "electronic"
    promise: Promise | None = None
    ending: Ending | None = None
    other_signer: bool = False
    """Whether its letter is prepared for the signature of somebody else than the acting officer."""
    kinds: tuple[tuple[str, str], ...] = ()
    """Documents that the service knows, as (kind, words)."""
    number: str = ""
    """Printed on its letter; empty before a signature."""


def open_request(desk: Desk, request: str) -> Opened:
    """A request whole; the look goes to the access log (UU PDP 27/2022 ps 31).

    Raises:
        NotFound: this desk does not have it.
    """
    shown: Changed = looking.show_request(desk, request)
    with desk.database.reading() as connection:
        found, config = known(connection, request), desk.configuration(connection)
        stage = browsing.stage_of(connection, desk.enrolled(connection).office, request)
        promise = promise_of(desk, connection, found)
        ending = ending_of(found, config, desk.office(connection).utc_offset)
    standing, pack = found.request, found.pack
    person = applicant_of(pack, latest_answers(found.log))
    steps = standing.route.steps
    return Opened(
        id=request,
        title=pack.file.title,
        service=pack.id,
        subject=str(person.get("nama") or ""),
        nik=mask_number(str(person.get("nik") or "")),
        stage=stage or Stage.SENT,
        state=standing.state.value,
        state_words=phrase(STATES[standing.state]),
        trail=tuple(_happened(found, config)),
        ahead=_ahead(found),
        papers=_papers(shown, found),
        answers=tuple(answer_lines(found)),
        may=tuple(ActionKind(str(kind)) for kind in _list(shown, "may")),
        letter_here=any(isinstance(each, dict) and each.get("here") for each in _list(shown, "letters")),
        returned_to=tuple((step.id, step.label) for step in steps[: standing.step]),
        medium=standing.medium,
        promise=promise,
        ending=ending,
        other_signer=standing.frozen is not None and standing.frozen.signer != desk.officer,
        kinds=tuple((each.document.kind, each.document.label) for each in pack.documents),
        number=number_of(found) if standing.signatures else "",
    )


def _list(shown: Changed, name: str) -> list[Json]:
    value = shown.told.get(name)
    return value if isinstance(value, list) else []


DONE_WORDS: Final = {
    ActionKind.SUBMIT: noted("Diajukan oleh"),
    ActionKind.ADD_DOCUMENT: noted("Dokumen ditambah oleh"),
    ActionKind.VERIFY: noted("Diverifikasi oleh"),
    ActionKind.PARAF: noted("Diparaf oleh"),
    ActionKind.APPROVE: noted("Disetujui oleh"),
    ActionKind.RETURN: noted("Dikembalikan oleh"),
    ActionKind.REJECT: noted("Ditolak oleh"),
    ActionKind.CORRECT: noted("Diperbaiki oleh"),
    ActionKind.WITHDRAW: noted("Ditarik oleh"),
    ActionKind.PREPARE: noted("Surat diminta disiapkan oleh"),
    ActionKind.LETTER_FROZEN: noted("Surat disiapkan oleh hub"),
    ActionKind.LETTER_THAWED: noted("Surat dibuka kembali oleh hub"),
    ActionKind.SIGN: noted("Ditandatangani oleh"),
    ActionKind.ISSUE: noted("Diterbitkan oleh"),
    ActionKind.SIGNED_ON_PAPER: noted("Ditandatangani basah oleh"),
    ActionKind.SENT_BY_COURIER: noted("Dikirim lewat kurir oleh"),
    ActionKind.RECEIVED: noted("Diterima oleh"),
    ActionKind.PRINTED: noted("Dicetak oleh"),
    ActionKind.HAND_OVER: noted("Diserahkan oleh"),
    ActionKind.REVOKE: noted("Dicabut oleh"),
    ActionKind.REPLACE: noted("Diganti oleh"),
    ActionKind.NUMBER_VOIDED: noted("Nomor dibatalkan oleh hub"),
    ActionKind.OUTCOME_RESOLVED: noted("Hasil tanda tangan dipastikan oleh hub"),
    ActionKind.ERASED: noted("Data pribadi dimusnahkan oleh hub"),
}


def done_words(action: Action, config: Configuration) -> str:
    """What was done and by whom."""
    words = DONE_WORDS.get(action.kind, action.kind.value)
    return phrase(words) if words.endswith("hub") else f"{phrase(words)} {config.name_of(action.author)}"


def _happened(found: Known, config: Configuration) -> list[Happened]:
    labels = {step.id: step.label for step in found.request.route.steps}
    told = {str(each["action"]): each for each in looking.refusals(found.log) if isinstance(each, dict)}
    lines = []
    for item in found.log:
        action = item.action
        content = content_of(item) or {}
        note = content.get("note")
        lines.append(
            Happened(
                title=labels.get(action.step or "", ""),
                text=done_words(action, config),
                note=note if isinstance(note, str) else "",
                at=instant_text(action.at),
                waiting=item.unanswered,
                refused=str(told[action.id]["sentence"]) if item.refused and action.id in told else "",
                ends=action.kind in _ENDS,
            )
        )
    return lines


def _ahead(found: Known) -> tuple[Ahead, ...]:
    standing = found.request
    if standing.state in ENDINGS or standing.state in {State.SIGNED, State.DRAFT}:
        return ()
    return tuple(Ahead(step.label, now=place == 0) for place, step in enumerate(standing.route.steps[standing.step :]))


def _papers(shown: Changed, found: Known) -> tuple[Paper, ...]:
    labels = {each.document.kind: each.document.label for each in found.pack.documents}
    return tuple(
        Paper(
            labels.get(str(each["kind"]), str(each["kind"])),
            str(each["name"]),
            int(str(each["size"])),
            str(each["state"]),
        )
        for each in _list(shown, "documents")
        if isinstance(each, dict)
    )


def answer_lines(found: Known) -> list[tuple[str, str, str]]:
    """Part of the form, question and answer, in the order of the form."""
    answers = latest_answers(found.log)
    lines: list[tuple[str, str, str]] = []
    for compiled in found.pack.fields.values():
        field = compiled.field
        if field.repeat is not None or isinstance(field.question, (Group, Note, Person)):
            continue
        value = _at(answers, field.keys)
        if value in (None, "", []):
            continue
        around = found.pack.fields[field.parent].field.question if field.parent else None
        part = around.label if around is not None else found.pack.file.title
        lines.append((part, field.question.label, words_of(value, compiled.choices)))
    return lines


def _at(answers: object, keys: tuple[str, ...]) -> object:
    for key in keys:
        answers = answers.get(key) if isinstance(answers, dict) else None
    return answers


def words_of(value: object, choices: Mapping[str, str]) -> str:
    """An answer in words: names of choices, dates as an office writes them."""
    if isinstance(value, list):
        if any(isinstance(each, dict) for each in value):
            return phrase("{count} baris", count=len(value))
        return ", ".join(str(choices.get(str(each), each)) for each in value)
    text = str(choices.get(str(value), value))
    day = text.split("-")
    return "-".join(reversed(day)) if len(text) == 10 and len(day) == 3 and len(day[0]) == 4 else text
