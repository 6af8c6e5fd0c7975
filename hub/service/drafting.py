"""A letter as data, from what the log holds: the answers last accepted, the office, the signer. Desks do the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, select

from domain import letter_draft
from domain.actions import Action, ActionKind
from domain.letters import Draft
from domain.posts import Held, Interval, authority
from domain.request import Request
from domain.signature_block import SignatureBlock, signature_block
from domain.verdicts import Code
from forms.letter_content import letter_content
from hub.errors import HubError
from hub.service.answers import form_of
from hub.service.catalogue import Catalogue
from hub.store.growing import actions, payloads
from letters.templates import TemplateSource, load_template
from sync.record import read_action, read_content

_ANSWERS = (ActionKind.SUBMIT.value, ActionKind.CORRECT.value)


class CannotDraft(HubError):
    """The letter cannot be made now: nobody may sign, the answers were erased, or there is no such template."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs at a step, by which assignment, in which form."""

    officer: str
    held: Held


def answers_of(connection: Connection, request: Request) -> tuple[Action, dict[str, object]]:
    """The last accepted answers of a request.

    Raises:
        CannotDraft: they were erased.
    """
    mine = (actions.c.shard == request.shard, actions.c.request == request.id, actions.c.code == Code.OK.value)
    joined = actions.join(payloads, (payloads.c.shard == actions.c.shard) & (payloads.c.action == actions.c.action))
    wanted = select(actions.c.envelope, payloads.c.payload).select_from(joined)
    ordered = wanted.where(*mine, actions.c.kind.in_(_ANSWERS)).order_by(actions.c.rev.desc()).limit(1)
    row = connection.execute(ordered).first()
    if row is None:
        raise CannotDraft("Isian permohonan sudah dimusnahkan, jadi suratnya tidak dapat dibuat.")
    return read_action(bytes(row.envelope)), read_content(bytes(row.payload))


def choose_signer(request: Request, catalogue: Catalogue, now: datetime) -> Signer:
    """Who signs at the present step: whoever asked to prepare it and may, else the first rule that somebody fits.

    Raises:
        CannotDraft: nobody may sign now.
    """
    here = catalogue.assignments_of(request.office)
    requirement = request.at.requirement()
    wishes = [(officer, requirement) for officer in _asked(request)]
    holders = sorted({each.officer for each in here})
    wishes += [(officer, replace(requirement, signers=(rule,))) for rule in requirement.rules for officer in holders]
    for officer, wanted in wishes:
        found = authority(here, officer, request.office, wanted, Interval(now, now))
        if isinstance(found, Held):
            return Signer(officer, found)
    raise CannotDraft("Belum ada pejabat yang berwenang menandatangani surat ini. Lengkapi penugasannya.")


def _asked(request: Request) -> list[str]:
    """Who asked at this step that the letter be prepared, the last first."""
    prepares = (trace for trace in reversed(request.trail) if trace.kind is ActionKind.PREPARE)
    return [trace.author for trace in prepares if trace.step in {None, request.at.id}]


def block_of(catalogue: Catalogue, office: str, signer: Signer) -> SignatureBlock:
    """The lines around the signature."""
    seat, officer = catalogue.office(office).seat, catalogue.officer(signer.officer)
    return signature_block(seat, officer, signer.held.assignment, signer.held.form)


def draft(connection: Connection, request: Request, catalogue: Catalogue, signer: Signer, letter: str) -> Draft:
    """The letter of a request before its number; fields of later signers are reserved.

    Raises:
        CannotDraft: see there.
        NotKnown: the office, the officer or the pack is not entered.
    """
    action, content = answers_of(connection, request)
    form = form_of(action, content, request.filing_office, catalogue)
    pack = catalogue.pack(request.pack)
    wording = letter_draft.Wording(
        service=pack.id,
        pack=pack.ref,
        title=pack.file.letter.title,
        template=template_of(catalogue, request.pack).ref,
        content=letter_content(form),
    )
    by = letter_draft.SignedBy(catalogue.officer(signer.officer), signer.held)
    return letter_draft.draft_letter(letter, request, wording, catalogue.office(request.office), by)


def template_of(catalogue: Catalogue, pack: str) -> TemplateSource:
    """The template that a service names.

    Raises:
        CannotDraft: this program does not have it.
    """
    name = catalogue.pack(pack).file.letter.template
    try:
        return load_template(name)
    except KeyError as cause:
        raise CannotDraft(f"Naskah surat “{name}” tidak ada di program hub. Perbarui program.") from cause


def verification_address(catalogue: Catalogue, shard: str, letter: str) -> str:
    """Where the QR leads.

    Raises:
        CannotDraft: the administrator has not said where letters are verified.
    """
    if not catalogue.verification_url:
        raise CannotDraft("Alamat pemeriksaan surat (verification_url) belum diisi di hub.")
    return letter_draft.verification_address(catalogue.verification_url, shard, letter)
