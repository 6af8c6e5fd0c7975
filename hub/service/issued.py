"""The letter that a village froze by itself, read from the payload of its `issue`, hostile until proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.actions import NumberRef
from domain.letter_json import from_json
from domain.letters import FrozenLetter, LetterInvalid

if TYPE_CHECKING:
    from hub.service.vetting import Vetted


def frozen_by_village(found: Vetted) -> FrozenLetter | None:
    """The frozen letter, when it is one and is about this very request, office, letter and number."""
    action = found.action
    if action is None or found.content is None:
        return None
    try:
        letter = from_json(found.content.get("letter"))
    except LetterInvalid:
        return None
    draft, number = letter.draft, letter.number
    said = (draft.letter, draft.request, draft.office, draft.pack)
    fits = said == (action.text("letter"), action.request, found.office, action.pack)
    return letter if fits and NumberRef(number.book, number.year, number.n) == action.number() else None
