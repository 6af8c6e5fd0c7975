"""A letter that was prepared before the hub was restored, prepared once more: it must be the very same file."""

from __future__ import annotations

import structlog

from domain.actions import Action
from domain.letter_json import from_json
from domain.letters import FrozenLetter
from hub.errors import HubError
from hub.service import drafting, letter_rows
from hub.service.catalogue import Catalogue
from hub.service.ground import Ground
from hub.service.letter_rows import Revision
from letters.errors import LettersError
from letters.preparing import prepare
from letters.render import render_wet_ink
from letters.stamp import Stamp
from sync.errors import Unreadable
from sync.record import Envelope, hash_of, read_content

log = structlog.get_logger("hub.preparing_again")


def prepare_again(ground: Ground, catalogue: Catalogue, envelope: Envelope, action: Action) -> Revision | None:
    """The stored file of a given-back `letter_frozen`; None where it cannot be made the same here and now."""
    try:
        letter = _letter(envelope)
        content = None if letter is None else _content(catalogue, action, letter)
    except (HubError, LettersError, Unreadable, KeyError, ValueError) as error:
        log.warning("letter_not_prepared_again", request=action.request, why=type(error).__name__)
        return None
    if letter is None or content is None or hash_of(content) != action.text("prepared"):
        log.warning("letter_not_prepared_again", request=action.request, why="other bytes")
        return None
    return letter_rows.store_revision(ground.vault, action.shard, action.text("letter"), "prepared", content)


def _letter(envelope: Envelope) -> FrozenLetter | None:
    content = {} if envelope.payload is None else read_content(envelope.payload)
    return from_json(content["letter"]) if "letter" in content else None


def _content(catalogue: Catalogue, action: Action, letter: FrozenLetter) -> bytes | None:
    template = drafting.template_of(catalogue, action.pack or "")
    if action.text("medium") == "paper":
        return render_wet_ink(letter, template)
    if action.text("field") != "ttd1":  # the second signer's lies over bytes that only its village has
        return None
    address = drafting.verification_address(catalogue, action.shard, letter.draft.letter)
    return prepare(letter, template, Stamp(address, letter.date)).pdf
