"""What the office's record says of a letter that somebody brings as a file.

A revoked letter still verifies: its bytes are what they were. Only a desk that knows the request can say more.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.office.desk import Desk
from desktop.office.ended import ending_of
from desktop.office.recording import Known, known
from desktop.phrases import phrase
from desktop.store.letter_bytes import letter_with
from desktop.store.listed import printed_number
from desktop.store.projection import content_of
from domain.actions import ActionKind, Json
from domain.workflow import State

_COUNTS = frozenset({State.SIGNED, State.HANDED_OVER})
_NUMBERED = frozenset({ActionKind.ISSUE, ActionKind.LETTER_FROZEN})


@dataclass(frozen=True, slots=True)
class Recognized:
    """A letter as this office's record has it.

    Attributes:
        number: printed on it; empty where its data was erased.
        counts: whether it is in force, as far as this desk has heard.
        successor: the request whose letter took its place; empty for none.
        sentence: all of that in words, with who ended it, when and why.
    """

    request: str
    number: str
    state: State
    counts: bool
    successor: str
    sentence: str

    def to_json(self) -> dict[str, Json]:
        """For programs."""
        about: dict[str, Json] = {"request": self.request, "number": self.number, "state": self.state.value}
        return {**about, "counts": self.counts, "successor": self.successor, "sentence": self.sentence}


def recognize(desk: Desk, pdf: bytes) -> Recognized | None:
    """What this desk knows of these bytes; None where they are of no letter that it has."""
    with desk.database.reading() as connection:
        place = letter_with(connection, pdf)
        return None if place is None else _recognized(desk, connection, *place)


def _recognized(desk: Desk, connection: Connection, request: str, letter: str) -> Recognized:
    found = known(connection, request)
    standing, number = found.request, number_of(found)
    ending = ending_of(found, desk.configuration(connection), desk.office(connection).utc_offset)
    counts = standing.state in _COUNTS and standing.signatures[-1].letter == letter
    if ending is not None:
        said = phrase("Menurut catatan kantor ini: {title}. {text}", title=ending.title, text=ending.text)
    elif counts:
        said = phrase("Menurut catatan kantor ini surat ini berlaku, sejauh kabar hub sampai di sini.")
    else:
        said = phrase("Menurut catatan kantor ini surat ini tidak berlaku: permohonannya belum selesai atau kembali.")
    parts = [phrase("Nomor surat {number}.", number=number) if number else "", said]
    if standing.successor:
        parts.append(_replaced_by(number_of(known(connection, standing.successor))))
    sentence = " ".join(filter(None, parts))
    return Recognized(request, number, standing.state, counts, standing.successor, sentence)


def _replaced_by(number: str) -> str:
    return phrase("Penggantinya surat nomor {number}.", number=number) if number else ""


def number_of(found: Known) -> str:
    """The number printed on the letter of a request; empty while it has none."""
    numbered = (item for item in reversed(found.log) if item.action.kind in _NUMBERED and not item.refused)
    return next((printed_number(content_of(item) or {}) for item in numbered), "")
