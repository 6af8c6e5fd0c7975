"""Revocation data added to a finished letter as a later revision: the chain and the latest known lists, in its DSS."""

from __future__ import annotations

from domain.request import Request
from domain.workflow import State
from hub.service import letter_rows
from hub.service.catalogue import Catalogue
from hub.service.docket import Key, read_request
from hub.service.ground import Ground
from hub.service.jobs import Job
from hub.service.own_actions import now_of
from letters.revocation import add_revocation

WITH_REVOCATION = "with_revocation"
_FINISHED = frozenset({State.SIGNED, State.HANDED_OVER})


def complete(ground: Ground, job: Job) -> None:
    """Append the revision once nobody is to sign any more, unless it is there."""
    key = (job.shard, job.request)
    with ground.store.reading() as connection:
        catalogue = ground.catalogue(connection)
        letter = _finished_letter(read_request(connection, key, catalogue))
        found = None if letter is None else letter_rows.revision(connection, key, letter, "signed")
        there = None if letter is None else letter_rows.revision(connection, key, letter, WITH_REVOCATION)
    if found is not None and there is None and catalogue.crls:
        content = completed(catalogue, letter_rows.read_file(ground.vault, found))
        keep(ground, key, found.letter, content)


def completed(catalogue: Catalogue, signed: bytes) -> bytes:
    """A signed letter with the chain and the latest known lists.

    Raises:
        PdfUnreadable: it is no letter.
    """
    return add_revocation(signed, (*catalogue.intermediates, *catalogue.roots), catalogue.crls)


def keep(ground: Ground, key: Key, letter: str, content: bytes) -> None:
    """Keep the revision of a letter that was accepted as signed; of no other."""
    with ground.store.writing() as connection:
        if letter_rows.revision(connection, key, letter, "signed") is not None:
            revision = letter_rows.store_revision(ground.vault, key[0], letter, WITH_REVOCATION, content)
            letter_rows.put_revision(connection, key, revision, now_of(ground))


def _finished_letter(request: Request | None) -> str | None:
    if request is None or request.state not in _FINISHED or not request.signatures:
        return None
    return request.signatures[-1].letter
