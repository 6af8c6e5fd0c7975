"""What an accepted decision still needs when it puts a signature on a letter: verified bytes, before it is accepted.

A camat's `sign` brings only the CMS; the hub fills it into the prepared file, verifies and stores the result in the
judging transaction. A village's `issue` brings a PDF as a blob; it waits until the bytes are here and were compared
with what the hub renders from the frozen letter (a job, outside the locks). A letter signed with a pen brings its
scanned page as a blob, which nobody can compare with anything: it waits for the bytes, and becomes the letter's signed
revision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from domain.actions import Action, ActionKind
from domain.routes import StepAct
from domain.verdicts import ACCEPTED, BY_SUPERVISOR, Verdict, WaitsFor, forbidden, invalid, parked
from hub.files import StoredFile
from hub.service import letter_rows, numbering, signing
from hub.service.issued import frozen_by_village
from hub.service.letter_rows import Revision
from hub.service.village_letter import blob_row
from hub.store.growing import comparisons

if TYPE_CHECKING:
    from hub.service.bench import Bench, Sender
    from hub.service.docket import Docket
    from hub.service.vetting import Vetted

SAME, TEXT_SAME, DIFFERENT, UNSIGNED = "same", "text_same", "different", "unsigned"
"""Outcomes of a comparison; `unsigned`: the letter is right and its signature is not the officer's."""


def judge_letter(sitting: Bench, found: Vetted, docket: Docket, sender: Sender, decision: str | None) -> Verdict:
    """The verdict on the letter of a decision that the rules of the office already allow."""
    action = found.action
    assert action is not None  # noqa: S101 - checked by the sitting
    if action.kind is ActionKind.SIGN:
        return signing.complete(sitting, found, docket)
    if action.kind is ActionKind.SIGNED_ON_PAPER:
        return _judge_scan(sitting, action, docket)
    if action.kind is not ActionKind.ISSUE:
        return ACCEPTED
    return _judge_numbered(sitting, found, sender) or _judge_issued(sitting, found, docket, decision)


def _judge_scan(sitting: Bench, action: Action, docket: Docket) -> Verdict:
    scan = action.text("scan")
    if not any((blob.sha256, blob.media_type) == (scan, "application/pdf") for blob in action.blobs):
        return invalid("letter_is_false")
    if scan not in docket.stored:
        return parked(WaitsFor.BYTES)
    key = (action.shard, action.request or "")
    letter_rows.put_revision(sitting.connection, key, _as_revision(sitting, action, scan), sitting.now)
    return ACCEPTED


def _judge_numbered(sitting: Bench, found: Vetted, sender: Sender) -> Verdict | None:
    letter = frozen_by_village(found)
    if letter is None:
        return invalid("letter_is_false")
    problem = numbering.number_problem(sitting, found, sender, letter.date)
    return invalid(problem) if problem else None


def _judge_issued(sitting: Bench, found: Vetted, docket: Docket, decision: str | None) -> Verdict:
    action, letter = found.action, frozen_by_village(found)
    assert action is not None  # noqa: S101 - checked by the sitting
    assert letter is not None  # noqa: S101 - checked by _judge_numbered
    if not _holds(sitting, action, found.office):
        return forbidden("not_assigned")
    if action.text("pdf") not in docket.stored:
        return parked(WaitsFor.BYTES)
    verdict = _compared(_outcome(sitting, action), decision)
    if verdict == ACCEPTED:
        key = (action.shard, action.request or "")
        letter_rows.put_letter(sitting.connection, key, action.step or "", letter, sitting.now)
        letter_rows.set_state(sitting.connection, key, letter.draft.letter, "issued")
        if not _signed_again(docket):
            revision = _as_revision(sitting, action, action.text("pdf"))
            letter_rows.put_revision(sitting.connection, key, revision, sitting.now)
    return verdict


def _signed_again(docket: Docket) -> bool:
    """Whether a second signer follows: then the village's PDF is no finished letter."""
    request = docket.request
    return request is not None and any(step.act is StepAct.SIGN for step in request.route.steps[request.step + 1 :])


def _as_revision(sitting: Bench, action: Action, sha256: str) -> Revision:
    """A PDF that came as an attachment as the signed revision of its letter: the same stored file, another name."""
    row = blob_row(sitting.connection, (action.shard, action.request or ""), sha256)
    assert row is not None  # noqa: S101 - it is among the stored ones
    file = StoredFile.of(row)
    return Revision(action.text("letter"), signing.SIGNED, row.sha256, int(row.size), file)


def _holds(sitting: Bench, action: Action, office: str) -> bool:
    """Whether the assignment that the letter names is this officer's, in this office."""
    mine = (each for each in sitting.catalogue.assignments_of(office) if each.id == action.text("assignment"))
    return any(each.officer == action.author for each in mine)


def _compared(outcome: str | None, decision: str | None) -> Verdict:
    """The verdict on the bytes. None: not compared yet, which the arrival of the bytes has already asked for."""
    if outcome is None:
        return parked(WaitsFor.BYTES)
    if outcome == UNSIGNED:
        return invalid("bad_letter_signature")
    if outcome == DIFFERENT:
        return invalid("letter_is_false")
    if outcome == TEXT_SAME and decision == "refuse":
        return invalid(BY_SUPERVISOR)
    return parked(WaitsFor.LETTER) if outcome == TEXT_SAME and decision is None else ACCEPTED


def _outcome(sitting: Bench, action: Action) -> str | None:
    where = (comparisons.c.shard == action.shard, comparisons.c.action == action.id)
    return sitting.connection.execute(select(comparisons.c.outcome).where(*where)).scalar()
