"""Revocation data added to a finished letter as a later revision: the chain and the latest known lists, in its DSS."""

from __future__ import annotations

from domain.request import Request
from domain.workflow import State
from hub.service import letter_rows
from hub.service.docket import open_docket
from hub.service.ground import Ground
from hub.service.jobs import Job
from hub.service.own_actions import now_of
from letters.revocation import add_revocation

WITH_REVOCATION = "with_revocation"
_FINISHED = frozenset({State.SIGNED, State.HANDED_OVER})


def complete(ground: Ground, job: Job) -> None:
    """Append the revision once nobody is to sign any more."""
    key = (job.shard, job.request)
    with ground.store.writing() as connection:
        catalogue = ground.catalogue(connection)
        request = open_docket(connection, key, catalogue).request
        letter = _finished_letter(request)
        found = None if letter is None else letter_rows.revision(connection, key, letter, "signed")
        chain, crls = (*catalogue.intermediates, *catalogue.roots), catalogue.crls
    if found is None or not crls:
        return
    content = add_revocation(letter_rows.read_file(ground.vault, found), chain, crls)
    revision = letter_rows.store_revision(ground.vault, job.shard, found.letter, WITH_REVOCATION, content)
    with ground.store.writing() as connection:
        letter_rows.put_revision(connection, key, revision, now_of(ground))


def _finished_letter(request: Request | None) -> str | None:
    if request is None or request.state not in _FINISHED or not request.signatures:
        return None
    return request.signatures[-1].letter
