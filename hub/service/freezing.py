"""A letter prepared for its signer: number reserved under the book's lock, rendered outside every lock, then announced.

Between the two short transactions anything may happen; the second looks again and appends `letter_frozen` only if the
request still stands as it did. The number stays reserved for the request's step, so trying again keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain import books
from domain.actions import ActionKind, Json
from domain.books import BookKey, Number, NumberState
from domain.indonesian import local_day
from domain.letter_json import to_json
from domain.letters import FrozenLetter, LetterNumber
from domain.numbering import book_year
from domain.request import Request
from domain.request import Signature as Signed
from hub.errors import HubError
from hub.service import drafting, letter_rows
from hub.service.catalogue import Catalogue
from hub.service.drafting import Signer
from hub.service.ground import Ground
from hub.service.jobs import Job, awaits_freezing
from hub.service.letter_rows import Revision
from hub.service.numbering import Entry, lock_book, numbers_of_request, put_book, put_number
from hub.service.own_actions import now_of, say
from hub.service.recovering import StillAwaited
from hub.service.sitting import Sitting
from hub.service.village_letter import signed_by_village
from hub.service.writing import write_sitting
from letters.footers import footer_for
from letters.preparing import prepare, prepare_next
from letters.render import render_wet_ink, typesetting_here
from letters.stamp import SignerBlock, Stamp

PROVIDER = "own-ca"
"""Whose certificates sign here: the footer's words belong to it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be prepared, decided under the request's lock.

    Attributes:
        letter: the frozen letter; for a second signature the village's own.
        base: the PDF that was signed before; None for a first signature.
        text: the number as printed.
    """

    request: Request
    catalogue: Catalogue
    signer: Signer
    number: Number
    text: str
    on: date
    letter: FrozenLetter
    field: str
    base: bytes | None


def freeze(ground: Ground, job: Job) -> None:
    """Prepare the letter of a request that stands before its signer.

    Raises:
        HubError, LettersError: it cannot be made now; the job is put off.
    """
    plan = _plan(ground, job)
    if plan is None:
        return
    content = _prepared(plan)
    revision = letter_rows.store_revision(ground.vault, job.shard, plan.letter.draft.letter, "prepared", content)
    if not _announce(ground, job, plan, revision):
        ground.vault.remove(revision.file)


def _plan(ground: Ground, job: Job) -> Plan | None:
    with ground.store.writing() as connection:
        sitting = Sitting(ground, connection, ground.catalogue(connection), now_of(ground))
        request = _open(sitting, job)
        if request is None:
            return None
        signer = drafting.choose_signer(request, sitting.catalogue, sitting.now)
        number = _number(sitting, request)
        return _planned(sitting, request, signer, number)


def _open(sitting: Sitting, job: Job) -> Request | None:
    key = (job.shard, job.request)
    sitting.open([key])
    docket = sitting.dockets[key]
    if docket.request is None or not awaits_freezing(docket.request):
        return None
    if sitting.is_held(docket) or sitting.awaits(docket.request.office):
        raise StillAwaited
    return docket.request


def _number(sitting: Sitting, request: Request) -> Number:
    """The number reserved for this step before, or the next of the book."""
    regency = sitting.ground.identity.regency
    for entry in numbers_of_request(sitting.connection, (request.shard, request.id), regency):
        if entry.step == request.at.id and entry.number.state is NumberState.RESERVED:
            return entry.number
    office = sitting.catalogue.office(request.office)
    book = office.books.book_of(request.service)
    key = BookKey(office.id, book, book_year(sitting.now, office.utc_offset))
    moved, number = books.reserve(lock_book(sitting.connection, key, office), f"{request.id}:{request.at.id}")
    put_book(sitting.connection, moved)
    put_number(sitting.connection, Entry(number, request.id, request.at.id), sitting.now)
    return number


def _planned(sitting: Sitting, request: Request, signer: Signer, number: Number) -> Plan:
    catalogue, connection = sitting.catalogue, sitting.connection
    office = catalogue.office(request.office)
    on = local_day(sitting.now, office.utc_offset)
    pattern = office.books.template_of(number.key.book)
    text = pattern.format(number.n, on, catalogue.pack(request.pack).file.letter.classification, office.number_code)
    earlier = request.signatures[-1] if request.signatures else None
    if earlier is None:
        draft = drafting.draft(connection, request, catalogue, signer, sitting.ground.world.new_id())
        frozen = draft.numbered(_printed(number, text), on, footer_for(PROVIDER, on), typesetting_here())
        return Plan(request, catalogue, signer, number, text, on, frozen, "ttd1", None)
    frozen, base = _earlier(sitting, request, earlier)
    field = f"ttd{len(request.signatures) + 1}"
    return Plan(request, catalogue, signer, number, text, on, frozen, field, base)


def _printed(number: Number, text: str) -> LetterNumber:
    return LetterNumber(number.key.book, number.key.year, number.n, text)


def _earlier(sitting: Sitting, request: Request, earlier: Signed) -> tuple[FrozenLetter, bytes]:
    key = (request.shard, request.id)
    frozen = letter_rows.read_letter(sitting.connection, key, earlier.letter)
    if frozen is None:
        raise HubError("Surat yang ditandatangani lebih dahulu belum ada di hub.")
    return frozen, signed_by_village(sitting.ground, sitting.connection, key, earlier.sha256)


def _prepared(plan: Plan) -> bytes:
    letter, request = plan.letter, plan.request
    template = drafting.template_of(plan.catalogue, request.pack)
    if request.medium == "paper":
        return render_wet_ink(letter, template)
    address = drafting.verification_address(plan.catalogue, request.shard, letter.draft.letter)
    if plan.base is None:
        return prepare(letter, template, Stamp(address, plan.on)).pdf
    return prepare_next(plan.base, plan.field, Stamp(address, plan.on, _block(plan))).pdf


def _block(plan: Plan) -> SignerBlock:
    """Everything about a second signer: what the first could not know is drawn in the second field alone."""
    office = plan.request.office
    block = drafting.block_of(plan.catalogue, office, plan.signer)
    officer = plan.catalogue.officer(plan.signer.officer)
    nip = officer.nip_printed if block.below else None
    return SignerBlock(("Mengetahui,", f"Nomor Register : {plan.text}"), block.above, block.name, nip)


def _announce(ground: Ground, job: Job, plan: Plan, revision: Revision) -> bool:
    """Append `letter_frozen` if the request still stands as it did; whether it was appended."""
    with ground.store.writing() as connection:
        sitting = Sitting(ground, connection, ground.catalogue(connection), now_of(ground))
        request = _open(sitting, job)
        if request is None or (request.head, request.medium) != (plan.request.head, plan.request.medium):
            return False
        key = (request.shard, request.id)
        letter_rows.put_letter(connection, key, request.at.id, plan.letter, sitting.now)
        letter_rows.set_state(connection, key, revision.letter, "frozen")
        letter_rows.put_revision(connection, key, revision, sitting.now)
        say(sitting, request, ActionKind.LETTER_FROZEN, _body(plan, revision), {"letter": to_json(plan.letter)})
        write_sitting(sitting)
        return True


def _body(plan: Plan, revision: Revision) -> dict[str, Json]:
    key = plan.number.key
    ref: dict[str, Json] = {"book": key.book, "year": key.year, "n": plan.number.n}
    return {
        "letter": revision.letter,
        "field": plan.field,
        "prepared": revision.sha256,
        "size": revision.size,
        "signer": plan.signer.officer,
        "assignment": plan.signer.held.assignment.id,
        "medium": plan.request.medium,
        "number": ref,
        "text": plan.text,
        "caused_by": plan.request.trail[-1].action,
    }
