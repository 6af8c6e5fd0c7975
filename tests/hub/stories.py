"""What officers do in tests: file with sample answers, decide, issue, sign with real certificates."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.actions import Action, ActionKind, Blob, Json
from domain.indonesian import local_day
from domain.letter_json import to_json
from domain.letters import Draft, FrozenLetter, LetterNumber
from domain.posts import Held
from domain.request import Request, fold
from domain.scopes import shard_of_office
from forms.evaluation import evaluate
from forms.settled import Circumstances
from hub.service import drafting
from hub.service.catalogue import Catalogue
from hub.service.drafting import Signer
from hub.service.freezing import PROVIDER
from hub.service.reading import find_letter, read_part
from hub.service.shipped import knows_kecamatan
from hub.service.signing import expected_signers
from letters.footers import footer_for
from letters.preparing import prepare, read_prepared
from letters.render import typesetting_here
from letters.signing import sign_here, sign_prepared
from letters.stamp import Stamp
from resources.packs import open_examples
from sync.encoding import b64u, unb64u
from sync.hub_port import LetterKey
from sync.record import hash_of
from tests.hub.desks import Desk, an_attachment


def sample_answers(desk: Desk, service: str, at: datetime) -> dict[str, Any]:
    """The sample answers of a pack, as a desk would store them at that time."""
    found = json.loads(open_examples(service, 1))
    with desk.town.ground.store.reading() as connection:
        catalogue = desk.town.ground.catalogue(connection)
    around = Circumstances(at, catalogue.calendar_of(desk.office), knows_kecamatan)
    form = evaluate(catalogue.pack(f"{service}@1"), found["answers"], around)
    assert form.is_complete, form.errors
    return dict(form.answers)


def submit(desk: Desk, officer: str, service: str, blobs: tuple[Blob, ...] = ()) -> Action:
    """File a request with sample answers."""
    content = {"answers": sample_answers(desk, service, desk.town.clock.now), "files": {}}
    body = {"service": service, "office": desk.office}
    request, pack = desk.town.ground.world.new_id(), f"{service}@1"
    return desk.act(officer, ActionKind.SUBMIT, request, content=content, body=body, pack=pack, blobs=blobs)


def submit_with_scans(desk: Desk, officer: str, service: str) -> Action:
    """File a request with every document that it asks for, and send the bytes."""
    wanted = json.loads(open_examples(service, 1))["documents"]
    scans = [an_attachment(kind) for kind in wanted]
    action = submit(desk, officer, service, tuple(blob for _, blob in scans))
    desk.sync()
    for content, blob in scans:
        desk.send_blob(action.request or "", content, blob.sha256)
    desk.town.work()
    return action


def decide(desk: Desk, officer: str, kind: ActionKind, request: str, **body: Any) -> Action:
    """Decide at the step where the request stands for this desk."""
    pack = desk.entries[desk.scope][0].pack
    found = state_of(desk, request)
    return desk.act(officer, kind, request, body=body, step=found.at.id, pack=found.pack or pack)


def state_of(desk: Desk, request: str) -> Request:
    """The fold of what this desk reads."""
    mine = [each for each in desk.entries[desk.scope] if each.request == request]
    with desk.town.ground.store.reading() as connection:
        route = desk.town.ground.catalogue(connection).route(mine[0].pack)
    return fold(mine, route)


def sign(desk: Desk, officer: str, request: str) -> Action:
    """Fetch the prepared letter and sign exactly those bytes."""
    town, frozen = desk.town, desk.latest(request, ActionKind.LETTER_FROZEN)
    found = find_letter(town.ground, desk.sender, LetterKey(request, frozen.text("letter")))
    content = read_part(town.ground, found, 0, found.size).content
    assert hash_of(content) == frozen.text("prepared")
    prepared = read_prepared(content, unb64u(frozen.text("prepared")).hex())
    with town.ground.store.reading() as connection:
        expected = expected_signers(town.ground.catalogue(connection), officer)[0]
    cms = sign_prepared(prepared, town.signing_keys[officer], expected, town.clock.now)
    signed = prepared.filled(cms)
    body = {"letter": frozen.text("letter"), "prepared": frozen.text("prepared"), "signed": hash_of(signed)}
    state = state_of(desk, request)
    return desk.act(
        officer,
        ActionKind.SIGN,
        request,
        content={"cms": b64u(cms)},
        body={**body, "size": len(signed), "provider": "own"},
        step=state.at.id,
        pack=state.pack,
    )


def lease_of(desk: Desk, service: str) -> Action:
    """The lease that this life of the desk numbers from."""
    leased = [each for each in desk.entries[desk.scope] if each.kind is ActionKind.NUMBER_LEASED]
    mine = [each for each in leased if each.text("book") == service and each.text("incarnation") == desk.incarnation]
    return mine[-1]


def issue(desk: Desk, officer: str, request: Request, n: int, **lies: Any) -> tuple[Action, bytes]:
    """Issue a village letter as an honest desk does, offline; `lies` replace parts of what it freezes or says."""
    town = desk.town
    with town.ground.store.reading() as connection:
        catalogue = town.ground.catalogue(connection)
        right = next(each for each in catalogue.assignments_of(desk.office) if each.officer == officer)
        signer = Signer(officer, Held(right, request.at.signers[0].form))
        draft = drafting.draft(connection, request, catalogue, signer, town.ground.world.new_id())
    draft = replace(draft, content={**draft.content, **lies.get("content", {})})
    lease = lease_of(desk, catalogue.office(desk.office).books.book_of(request.service))
    frozen = _frozen(desk, catalogue, draft, (lease, n))
    pdf = _signed(desk, catalogue, frozen, lies.get("certificate_of", officer))
    number: dict[str, Json] = {"book": lease.text("book"), "year": lease.whole("year"), "n": n}
    action = desk.act(
        officer,
        ActionKind.ISSUE,
        request.id,
        content={"letter": to_json(frozen)},
        blobs=(Blob(hash_of(pdf), len(pdf), "application/pdf", "letter"),),
        body={
            "letter": draft.letter,
            "pdf": hash_of(pdf),
            "number": number,
            "lease": lies.get("lease", lease.id),
            "assignment": lies.get("assignment", right.id),
        },
        step=request.at.id,
        pack=request.pack,
    )
    return action, pdf


def _frozen(desk: Desk, catalogue: Catalogue, draft: Draft, numbered: tuple[Action, int]) -> FrozenLetter:
    lease, n = numbered
    office, pack = catalogue.office(desk.office), catalogue.pack(draft.pack)
    on = local_day(desk.town.clock.now, office.utc_offset)
    book, code = lease.text("book"), pack.file.letter.classification
    text = office.books.template_of(book).format(n, on, code, office.number_code)
    number = LetterNumber(book, lease.whole("year"), n, text)
    return draft.numbered(number, on, footer_for(PROVIDER, on), typesetting_here())


def _signed(desk: Desk, catalogue: Catalogue, frozen: FrozenLetter, officer: str) -> bytes:
    template = drafting.template_of(catalogue, frozen.draft.pack)
    address = drafting.verification_address(catalogue, shard_of_office(desk.office), frozen.draft.letter)
    prepared = prepare(frozen, template, Stamp(address, frozen.date))
    expected = expected_signers(catalogue, officer)[0]
    return sign_here(prepared, desk.town.signing_keys[officer], expected, desk.town.clock.now).pdf
