"""A village-level letter, issued where it is asked for: frozen, numbered from the lease, set, signed, verified, kept.

Each phase takes what the one before made; only a verified letter is written down, in one transaction with its number.
The number stays used whatever the hub says of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from desktop.errors import NotAllowed
from desktop.office import lettering
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.recording import Known, Said, known, record, said_on
from desktop.office.timekeeping import clock_note, trusted_clock
from desktop.phrases import phrase
from desktop.store import access_log, blobs
from desktop.store import letter_numbers as numbers
from desktop.store.access_log import Read
from desktop.store.blobs import LetterRow
from desktop.store.configuration import Configuration
from desktop.store.letter_numbers import Lease, Used
from domain.actions import ActionKind, Blob, Json
from domain.indonesian import local_day
from domain.letter_json import to_json
from domain.letters import FrozenLetter, LetterNumber
from domain.numbering import book_year
from domain.offices import Office
from domain.timekeeping import Moment
from letters.errors import LettersError
from letters.footers import footer_for
from letters.officer_keys import OfficerKey
from letters.phases import Verified
from letters.preparing import prepare
from letters.render import typesetting_here
from letters.signing import sign_here
from letters.stamp import Stamp
from letters.verdict import confirm
from sync.encoding import b64u, instant_text

_TRIES: Final = 5


@dataclass(frozen=True, slots=True)
class Numbered:
    """A frozen letter and the lease that its number came from."""

    letter: FrozenLetter
    lease: Lease
    assignment: str


def issue_letter(desk: Desk, request: str, p12: bytes, passphrase: str) -> Changed:
    """Issue the letter of a request whose step is this office's own signature. Needs no network.

    Raises:
        NotFound, NotAllowed: not here, not at that step, no right, no number left, or a clock known to be wrong.
        Rejected: the certificate, or a letter that did not verify.
    """
    return issue_with(desk, request, lettering.officer_key(p12, passphrase))


def issue_with(desk: Desk, request: str, key: OfficerKey) -> Changed:
    """The same with a key that is open already, as when one passphrase serves a batch.

    Raises:
        NotFound, NotAllowed, Rejected: as `issue_letter`.
    """
    for _ in range(_TRIES):
        changed = _try_to_issue(desk, request, key)
        if changed is not None:
            return changed
    raise NotAllowed(
        "nomor_berebut", phrase("Nomor surat sedang dipakai proses lain. Belum ada yang disimpan. Coba lagi.")
    )


def _try_to_issue(desk: Desk, request: str, key: OfficerKey) -> Changed | None:
    """None when another process took the number meanwhile: the letter is made again with the next one."""
    with desk.database.reading() as connection:
        clock = trusted_clock(desk, connection)
        at = clock.instant
        found = known(connection, request)
        config = desk.configuration(connection)
        numbered = _number(desk, connection, found, at)
    verified = _signed(desk, found, config, numbered, (key, at))
    kept = desk.files.keep([verified.pdf])
    blob = Blob(b64u(kept.sha256), kept.size, "application/pdf", "letter")
    said = _said(found, numbered, blob, at)
    with desk.database.writing() as connection:
        if not _still_free(desk, connection, numbered, at):
            desk.files.forget(kept.file)
            return None
        action = record(desk, connection, said, known(connection, request).request)
        numbers.use(connection, _used(numbered, request, action.id))
        blobs.add_own(connection, (said.shard, request), blob, f"{found.pack.id}.pdf", kept)
        letter = numbered.letter.draft.letter
        row = LetterRow(said.shard, request, letter, "signed", blob.sha256, kept, verified=True)
        blobs.keep_letter(connection, row)
        access_log.note(connection, Read(instant_text(at), desk.officer, "issued", request))
    return _told(request, numbered, blob, clock)


def _said(found: Known, numbered: Numbered, blob: Blob, at: datetime) -> Said:
    letter = numbered.letter
    ref: dict[str, Json] = {"book": letter.number.book, "year": letter.number.year, "n": letter.number.n}
    return said_on(
        found.request,
        ActionKind.ISSUE,
        pack=found.pack.ref,
        blobs=(blob,),
        body={
            "letter": letter.draft.letter,
            "pdf": blob.sha256,
            "number": ref,
            "lease": numbered.lease.id,
            "assignment": numbered.assignment,
        },
        content={"letter": to_json(letter)},
        at=at,
    )


def _number(desk: Desk, connection: Connection, found: Known, at: datetime) -> Numbered:
    """Freeze the letter with the next number of this desk's lease."""
    if found.request.row(ActionKind.ISSUE) is None:
        raise NotAllowed(
            "bukan_langkah_terbit",
            phrase("Surat ini tidak diterbitkan pada langkah sekarang. Lihat jejaknya dengan 'desk show'."),
        )
    signer = lettering.signer_at_step(desk, connection, found, at)
    form = lettering.answered_form(desk, connection, found)
    config = desk.configuration(connection)
    draft = lettering.draft_letter(found, form, signer, config, desk.outside.new_id())
    lease, n = _next(desk, connection, signer.office, found.pack.id, at)
    on = local_day(at, signer.office.utc_offset)
    template = signer.office.books.template_of(lease.book)
    text = template.format(n, on, found.pack.file.letter.classification, signer.office.number_code)
    number = LetterNumber(lease.book, lease.year, n, text)
    frozen = draft.numbered(number, on, footer_for("own-ca", on), typesetting_here())
    return Numbered(frozen, lease, signer.held.assignment.id)


def _next(desk: Desk, connection: Connection, office: Office, service: str, at: datetime) -> tuple[Lease, int]:
    place = (office.id, office.books.book_of(service), book_year(at, office.utc_offset))
    incarnation = desk.contact(connection).incarnation
    found = numbers.next_number(connection, place, incarnation, instant_text(at))
    if found is None:
        raise NotAllowed(
            "nomor_habis",
            phrase(
                "Jatah nomor surat buku “{book}” tahun {year} di komputer ini habis atau lewat masanya. "
                "Permohonan tetap tersimpan. Periksa tanggal komputer, sinkronkan untuk meminta jatah baru, lalu "
                "terbitkan lagi.",
                book=place[1],
                year=place[2],
            ),
        )
    return found


def _still_free(desk: Desk, connection: Connection, numbered: Numbered, at: datetime) -> bool:
    number = numbered.letter.number
    place = (numbered.lease.office, number.book, number.year)
    incarnation = desk.contact(connection).incarnation
    again = numbers.next_number(connection, place, incarnation, instant_text(at))
    return again is not None and (again[0].id, again[1]) == (numbered.lease.id, number.n)


def _used(numbered: Numbered, request: str, action: str) -> Used:
    number, lease = numbered.letter.number, numbered.lease
    return Used(lease.office, number.book, number.year, number.n, lease.id, request, action)


def _signed(
    desk: Desk, found: Known, config: Configuration, numbered: Numbered, by: tuple[OfficerKey, datetime]
) -> Verified:
    """Set, prepare, sign `by` this key at this time, and verify; nothing is written down before the last."""
    key, now = by
    expected = lettering.choose_expected(key, lettering.expected_signers(config, desk.officer), now)
    letter = numbered.letter
    address = lettering.verification_address(config, found.request.shard, letter.draft.letter)
    try:
        prepared = prepare(letter, lettering.template_of(found), Stamp(address, letter.date))
        signed = sign_here(prepared, key, expected, now)
        return confirm(signed.pdf, lettering.trust_of(config, now))
    except LettersError as error:
        raise lettering.letters_trouble(error) from error


def _told(request: str, numbered: Numbered, blob: Blob, clock: Moment) -> Changed:
    text = numbered.letter.number.text
    return Changed(
        requests=(request,),
        told={
            "request": request,
            "letter": numbered.letter.draft.letter,
            "number": text,
            "n": numbered.letter.number.n,
            "sha256": blob.sha256,
            "size": blob.size,
            "clock": clock.standing.value,
        },
        sentence=phrase(
            "Surat nomor {text} ditandatangani dan tersimpan. Akan dikirim ke hub saat sinkronisasi.", text=text
        )
        + clock_note(clock),
    )
