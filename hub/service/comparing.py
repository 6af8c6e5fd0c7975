"""A village's letter made again: from the answers that the hub holds, with the template that it has, byte by byte.

What the desk froze is compared with what it should have frozen, and what it sent with what that makes. A lying desk is
found in either; another version of Typst, or an address that changed meanwhile, is for a person to look at.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from domain.actions import Action
from domain.letter_json import from_json
from domain.letters import Draft, FrozenLetter
from domain.posts import Held, Interval, authority
from hub.errors import HubError
from hub.service import drafting, revoking
from hub.service.catalogue import Catalogue
from hub.service.docket import read_request
from hub.service.drafting import Signer
from hub.service.ground import Ground
from hub.service.jobs import Job
from hub.service.own_actions import now_of
from hub.service.paper import DIFFERENT, SAME, TEXT_SAME, UNSIGNED
from hub.service.release import release
from hub.service.signing import expected_signers
from hub.service.village_letter import blob_row, signed_by_village
from hub.store.growing import actions, comparisons, payloads
from hub.store.locking import insert_if_absent
from letters.comparing import Comparison, compare_letter
from letters.errors import LettersError, PdfUnreadable, RenderRefused
from letters.stamp import Stamp
from letters.verdict import Trust
from sync.encoding import instant_text
from sync.record import read_action, read_content


def compare(ground: Ground, job: Job) -> None:
    """Compare the letter of a waiting `issue`, keep the outcome, and let its request go on."""
    with ground.store.reading() as connection:
        row = _issue(connection, job)
        key = (job.shard, job.request)
        action = None if row is None else read_action(bytes(row.envelope))
        if row is None or action is None or blob_row(connection, key, action.text("pdf")) is None:
            return
        pdf = signed_by_village(ground, connection, key, action.text("pdf"))
        letter = from_json(read_content(bytes(row.payload)).get("letter"))
        catalogue = ground.catalogue(connection)
        expected = _expected_draft(connection, ground, job, action, letter)
    outcome = _outcome(ground, catalogue, (action, letter, pdf), expected)
    whole = revoking.completed(catalogue, pdf) if outcome == SAME and catalogue.crls else None
    with ground.store.writing() as connection:
        told = {"shard": job.shard, "action": action.id, "outcome": outcome}
        insert_if_absent(connection, comparisons, {**told, "compared_at": instant_text(now_of(ground))})
    release(ground, key)
    if whole is not None:  # at once: the desk that hears the verdict asks once for the letter as it is to be kept
        revoking.keep(ground, key, letter.draft.letter, whole)


def _issue(connection: Connection, job: Job) -> Any:
    joined = actions.join(payloads, (payloads.c.shard == actions.c.shard) & (payloads.c.action == actions.c.action))
    where = (actions.c.shard == job.shard, actions.c.action == job.subject, actions.c.code == "parked")
    columns = (actions.c.envelope, payloads.c.payload)
    return connection.execute(select(*columns).select_from(joined).where(*where)).first()


def _expected_draft(
    connection: Connection, ground: Ground, job: Job, action: Action, letter: FrozenLetter
) -> Draft | None:
    """What an honest desk would have frozen; None when the author's right at that time was of no form we know."""
    catalogue = ground.catalogue(connection)
    request = read_request(connection, (job.shard, job.request), catalogue)
    if request is None:
        return None
    requirement = request.at.requirement()
    assignments = catalogue.assignments_of(request.office)
    named = [each for each in assignments if each.id == action.text("assignment")]
    held = authority([*named], action.author, request.office, requirement, Interval(action.at, action.at))
    if not isinstance(held, Held):
        return None
    return drafting.draft(connection, request, catalogue, Signer(action.author, held), letter.draft.letter)


def _outcome(
    ground: Ground, catalogue: Catalogue, sent: tuple[Action, FrozenLetter, bytes], expected: Draft | None
) -> str:
    action, letter, pdf = sent
    if expected is not None and (letter.draft.content, letter.draft.title) != (expected.content, expected.title):
        return DIFFERENT
    try:
        template = drafting.template_of(catalogue, letter.draft.pack)
        address = drafting.verification_address(catalogue, action.shard, letter.draft.letter)
        trust = Trust(catalogue.roots, now_of(ground), catalogue.crls)
        found = compare_letter(letter, (template, Stamp(address, letter.date)), pdf, trust, ground.world.look)
    except (RenderRefused, HubError):
        return TEXT_SAME
    except (PdfUnreadable, LettersError):
        return DIFFERENT
    return _judged(found, catalogue, action.author, same_data=_same(letter.draft, expected))


def _same(said: Draft, expected: Draft | None) -> bool:
    return expected is not None and replace(said, content={}) == replace(expected, content={})


def _judged(found: Comparison, catalogue: Catalogue, author: str, *, same_data: bool) -> str:
    if found.outcome == "other_text":
        return DIFFERENT
    prints = {each.fingerprint for each in expected_signers(catalogue, author)}
    signatures = found.verdict.signatures
    if not signatures or not all(each.acceptable and each.fingerprint in prints for each in signatures):
        return UNSIGNED
    return SAME if found.outcome == "same" and same_data else TEXT_SAME
