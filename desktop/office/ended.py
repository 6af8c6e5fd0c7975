"""Letters that counted once and do no more: revoked, or replaced by another; who said so, when and why.

The number stays used and the signature stays true: only the record knows. So the record is asked before a letter is
printed or handed out, and its pages bear the word across wherever they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop.errors import NotAllowed
from desktop.office.recording import Known
from desktop.phrases import noted, phrase
from desktop.store.configuration import Configuration
from desktop.store.projection import content_of
from domain.actions import ENDS_LETTER, ActionKind
from domain.indonesian import date_short, local_time
from domain.workflow import State

_OUT: Final = frozenset({ActionKind.PRINTED, ActionKind.HAND_OVER})
"""What says that paper left the office, also where the hub refused it because the letter had ended meanwhile."""
_ACROSS: Final[Mapping[State, str]] = {State.REVOKED: "DICABUT", State.REPLACED: "DIGANTI"}
"""What stands across the pages; in the language of the letter, not of the window."""
_TITLES: Final[Mapping[State, str]] = {
    State.REVOKED: noted("Surat ini sudah dicabut dan tidak berlaku lagi"),
    State.REPLACED: noted("Surat ini sudah diganti surat lain dan tidak berlaku lagi"),
}


@dataclass(frozen=True, slots=True)
class Ending:
    """How a letter ended.

    Attributes:
        across: written across its pages.
        title: that it counts no more.
        text: by whom, when, why, and what to do about paper that is out.
        successor: the request whose letter took its place; empty for none.
    """

    state: State
    across: str
    title: str
    text: str
    successor: str = ""


def ending_of(found: Known, config: Configuration, utc_offset: int) -> Ending | None:
    """How the letter of a request ended; None while it counts, or where there never was one."""
    request = found.request
    said = next((item for item in reversed(found.log) if item.action.kind in ENDS_LETTER and not item.refused), None)
    if request.state not in _ACROSS or said is None:
        return None
    at = local_time(said.action.at, utc_offset)
    note = (content_of(said) or {}).get("note")
    parts = [f"{config.name_of(said.action.author)}, {date_short(at.date())} {at:%H.%M}"]
    parts[0] += f": {note.rstrip('.')}." if isinstance(note, str) and note else "."
    given = any(item.action.kind in _OUT for item in found.log)
    parts.append(phrase("Minta kembali surat yang sudah dicetak atau diserahkan.") if given else "")
    parts.append(phrase("Nomornya tetap terpakai."))
    text = " ".join(part for part in parts if part)
    return Ending(request.state, _ACROSS[request.state], phrase(_TITLES[request.state]), text, request.successor)


def must_count(state: State) -> None:
    """Stop whoever would print or hand out a letter that counts no more.

    Raises:
        NotAllowed: it was revoked or replaced.
    """
    if state is State.REVOKED:
        raise NotAllowed(
            "surat_dicabut",
            phrase("Surat ini sudah dicabut, jadi tidak dicetak dan tidak diserahkan. Alasannya ada di jejak."),
        )
    if state is State.REPLACED:
        raise NotAllowed(
            "surat_diganti",
            phrase("Surat ini sudah diganti, jadi tidak dicetak dan tidak diserahkan. Pakai surat penggantinya."),
        )
