"""The pen instead of a certificate: the numbered letter printed, signed and stamped by hand, its scan recorded.

The officer for whom the hub prepared the letter records it under the own password; the hub accepts it once it has the
scanned page, which from then on is the letter (docs/adr/0071).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from desktop.errors import BadInput, NotAllowed
from desktop.files import write_durably
from desktop.office.attachments import Allowed, read_attachment
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.recording import Known, Said, known, moment, record, said_on
from desktop.office.scanned_pages import sheet_of_picture
from desktop.phrases import noted, phrase
from desktop.store import access_log, blobs
from desktop.store.access_log import Read
from domain.actions import ActionKind, Blob
from domain.indonesian import date_long, local_day
from domain.request import FrozenLetter
from domain.workflow import State
from sync.encoding import b64u, instant_text

SCAN: Final = Allowed(noted("halaman yang ditandatangani"), ("application/pdf", "image/jpeg", "image/png"), 8_000_000)
"""What may be attached as the signed page; the size in bytes is after it was made smaller."""


@dataclass(frozen=True, slots=True)
class SignedPage:
    """The scanned page and the day on which it was signed, on the office's clock; today when not said."""

    path: Path
    signed_on: date | None = None


def write_for_pen(desk: Desk, request: str, path: Path) -> Changed:
    """Write the numbered, unsigned letter for printing; noted, because it holds a citizen's data.

    Raises:
        NotFound, NotAllowed: the letter does not wait for a pen here, or its bytes have not come.
        BadInput: the file cannot be written.
    """
    pdf = for_pen(desk, request)
    try:
        write_durably(path, pdf)
    except OSError as error:
        sentence = phrase("Surat tidak dapat ditulis ke {name}. Periksa tempatnya.", name=path.name)
        raise BadInput("tujuan_surat", sentence) from error
    with desk.database.writing() as connection:
        access_log.note(connection, Read(instant_text(moment(desk)), desk.officer, "exported", request))
    sentence = phrase("Surat untuk ditandatangani di kertas tersimpan di {path}.", path=path)
    return Changed(told={"request": request, "file": str(path)}, sentence=sentence)


def for_pen(desk: Desk, request: str) -> bytes:
    """The numbered, unsigned letter that waits for a pen.

    Raises:
        NotFound, NotAllowed: as `write_for_pen`.
    """
    with desk.database.reading() as connection:
        frozen = _waiting(known(connection, request))
        row = next((each for each in blobs.letters_of(connection, request) if each.named == frozen.prepared), None)
    if row is None:
        raise NotAllowed(
            "surat_belum_tiba",
            phrase("Berkas surat yang disiapkan belum diterima komputer ini. Sinkronkan, lalu coba lagi."),
        )
    return desk.files.read_all(row.kept)


def attach_signed_page(desk: Desk, request: str, signed: SignedPage) -> Changed:
    """Record that the letter was signed with a pen, with the scanned page.

    Raises:
        NotFound, NotAllowed: it does not wait for this officer's pen.
        BadInput: a day that cannot be, or a file that cannot be taken; nothing was recorded.
    """
    at = moment(desk)
    with desk.database.reading() as connection:
        found = known(connection, request)
        frozen = _waiting(found)
        _check_signer(desk, connection, frozen)
        office = desk.office(connection)
    day = signed.signed_on or local_day(at, office.utc_offset)
    if day > local_day(at, office.utc_offset):
        raise BadInput(
            "tanggal_depan", phrase("Tanggal tanda tangan tidak boleh sesudah hari ini. Belum ada yang disimpan.")
        )
    page = read_attachment(signed.path, replace(SCAN, label=phrase(SCAN.label)))
    pdf = page.content if page.media_type == "application/pdf" else sheet_of_picture(page.content, office.paper.value)
    kept = desk.files.keep([pdf])
    blob = Blob(b64u(kept.sha256), kept.size, "application/pdf", "letter")
    with desk.database.writing() as connection:
        said = _said(known(connection, request), frozen, blob, day, at)
        record(desk, connection, said, known(connection, request).request)
        blobs.add_own(connection, (said.shard, request), blob, f"{found.pack.id}.pdf", kept)
    return Changed(
        requests=(request,),
        told={"request": request, "letter": frozen.letter, "scan": blob.sha256, "signed_on": day.isoformat()},
        sentence=phrase(
            "Tersimpan: surat ditandatangani di kertas pada {day}. Hasil pindai dikirim saat sinkronisasi.",
            day=date_long(day),
        ),
    )


def _waiting(found: Known) -> FrozenLetter:
    frozen = found.request.frozen
    if found.request.state is not State.TO_SIGN_ON_PAPER or frozen is None:
        raise NotAllowed(
            "bukan_tanda_tangan_basah",
            phrase(
                "Surat ini tidak menunggu tanda tangan di kertas. Minta surat disiapkan untuk kertas, "
                "sinkronkan, lalu coba lagi."
            ),
        )
    return frozen


def _check_signer(desk: Desk, connection: Connection, frozen: FrozenLetter) -> None:
    if frozen.signer != desk.officer:
        name = desk.configuration(connection).name_of(frozen.signer)
        raise NotAllowed(
            "bukan_penanda_tangan",
            phrase(
                "Surat ini disiapkan untuk {name}. Hasil pindainya dicatat oleh {name} dengan kata sandinya sendiri.",
                name=name,
            ),
        )


def _said(found: Known, frozen: FrozenLetter, blob: Blob, day: date, at: datetime) -> Said:
    return said_on(
        found.request,
        ActionKind.SIGNED_ON_PAPER,
        blobs=(blob,),
        body={"letter": frozen.letter, "signed_on": day.isoformat(), "scan": blob.sha256},
        content={"files": {blob.sha256: f"{found.pack.id}.pdf"}},
        at=at,
    )
