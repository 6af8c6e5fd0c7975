"""A letter as the hub prepares it, on a desk without a hub."""

from __future__ import annotations

from desktop.office import lettering
from desktop.office.desk import Desk
from desktop.office.recording import known
from desktop.store import blobs
from domain.actions import ActionKind, Json
from domain.indonesian import local_day
from domain.letters import LetterNumber
from letters.footers import footer_for
from letters.preparing import prepare
from letters.render import render_wet_ink, typesetting_here
from letters.stamp import Stamp
from sync.record import hash_of
from tooling.sample_desk import hear


def freeze(desk: Desk, request: str, n: int, medium: str) -> None:
    """As if the hub had drawn number `n`, prepared the letter and brought it here; `medium` as in the record."""
    at = desk.outside.now()
    with desk.database.reading() as connection:
        found, config = known(connection, request), desk.configuration(connection)
        signer = lettering.signer_at_step(desk, connection, found, at)
        form = lettering.answered_form(desk, connection, found)
        draft = lettering.draft_letter(found, form, signer, config, desk.outside.new_id())
    on = local_day(at, signer.office.utc_offset)
    number = LetterNumber("umum", on.year, n, f"400.12.3.2/{n:03}/KEC-ANG/XI/{on.year}")
    letter, template = draft.numbered(number, on, footer_for("own-ca", on), typesetting_here()), lettering.template_of
    if medium == "paper":
        pdf = render_wet_ink(letter, template(found))
    else:
        stamp = Stamp(f"https://surat.contoh.example/p/{draft.letter}", on)
        pdf = prepare(letter, template(found), stamp).pdf
    kept = desk.files.keep([pdf])
    with desk.database.writing() as connection:
        row = blobs.LetterRow(found.request.shard, request, draft.letter, "prepared", hash_of(pdf), kept)
        blobs.keep_letter(connection, row)
    body: dict[str, Json] = {
        "letter": draft.letter,
        "field": "ttd1",
        "prepared": hash_of(pdf),
        "size": len(pdf),
        "signer": desk.officer,
        "assignment": signer.held.assignment.id,
        "medium": medium,
        "number": {"book": number.book, "year": number.year, "n": number.n},
        "text": number.text,
    }
    hear(desk, request, "hub", ActionKind.LETTER_FROZEN, body)
