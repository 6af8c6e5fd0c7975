"""Signing letters that the hub prepared: over the very bytes that were shown, one passphrase, an outcome per letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.errors import NotAllowed, WorldError
from desktop.office import lettering
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.recording import Known, known, record, said_on
from desktop.office.timekeeping import clock_note, read_clock, trusted_clock
from desktop.phrases import phrase
from desktop.store import blobs
from desktop.store.blobs import LetterRow
from desktop.store.configuration import Configuration
from domain.actions import ActionKind, Json
from domain.request import FrozenLetter
from domain.timekeeping import Moment
from domain.workflow import State
from letters.errors import LettersError
from letters.officer_keys import OfficerKey
from letters.phases import Verified
from letters.preparing import read_prepared
from letters.signing import fill_in, sign_prepared
from letters.verdict import confirm
from sync.encoding import b64u, unb64u
from sync.record import hash_of


@dataclass(frozen=True, slots=True)
class Ready:
    """A letter that waits for this officer, with the bytes as the hub prepared them, and the time to sign with."""

    found: Known
    frozen: FrozenLetter
    pdf: bytes
    config: Configuration
    clock: Moment


def sign_letters(desk: Desk, requests: Sequence[str], p12: bytes, passphrase: str) -> Changed:
    """Sign one letter or a batch with one certificate.

    Raises:
        Rejected: the certificate; nothing was signed.
        WorldError: what stands in the way of a single letter; in a batch it is told beside the others.
    """
    key = lettering.officer_key(p12, passphrase)
    signed: list[Json] = []
    failed: list[Json] = []
    for request in requests:
        try:
            signed.append(sign_letter(desk, request, key))
        except WorldError as error:
            if len(requests) == 1:
                raise
            failed.append({"request": request, "error": error.code, "message": error.sentence})
    sentence = phrase(
        "{count} surat ditandatangani dan siap dikirim; {failed} belum.", count=len(signed), failed=len(failed)
    ) + _clock_told(desk)
    return Changed(
        requests=tuple(requests), told={"ok": not failed, "signed": signed, "failed": failed}, sentence=sentence
    )


def _clock_told(desk: Desk) -> str:
    with desk.database.reading() as connection:
        return clock_note(read_clock(desk, connection))


def sign_letter(desk: Desk, request: str, key: OfficerKey) -> Json:
    """Sign one letter with an opened key, in a transaction of its own: told as signed means durable.

    Raises:
        WorldError: what stands in the way; nothing was written.
    """
    ready = _ready(desk, request)
    at = ready.clock.instant
    cms, verified = _signature(desk, ready, key, at)
    kept = desk.files.keep([verified.pdf])
    frozen = ready.frozen
    said = said_on(
        ready.found.request,
        ActionKind.SIGN,
        body={
            "letter": frozen.letter,
            "prepared": frozen.prepared,
            "signed": hash_of(verified.pdf),
            "size": len(verified.pdf),
            "provider": "own",
        },
        content={"cms": b64u(cms)},
        at=at,
    )
    with desk.database.writing() as connection:
        record(desk, connection, said, known(connection, request).request)
        row = LetterRow(said.shard, request, frozen.letter, "signed", b64u(kept.sha256), kept, verified=True)
        blobs.keep_letter(connection, row)
    clock = ready.clock.standing.value
    return {"request": request, "letter": frozen.letter, "sha256": hash_of(verified.pdf), "clock": clock}


def _ready(desk: Desk, request: str) -> Ready:
    """The prepared bytes, proved to be those that the hub froze.

    Raises:
        NotAllowed: it does not wait for this officer's signature, or its bytes have not come yet.
    """
    with desk.database.reading() as connection:
        clock = trusted_clock(desk, connection)
        found, config = known(connection, request), desk.configuration(connection)
        rows = blobs.letters_of(connection, request)
    frozen = found.request.frozen
    if found.request.state is not State.TO_SIGN or frozen is None:
        raise NotAllowed(
            "belum_siap_ditandatangani",
            phrase(
                "Surat ini belum disiapkan hub atau sudah tidak menunggu tanda tangan. Sinkronkan, lalu lihat lagi."
            ),
        )
    if frozen.signer != desk.officer:
        name = config.name_of(frozen.signer)
        raise NotAllowed(
            "bukan_penanda_tangan",
            phrase(
                "Surat ini disiapkan untuk ditandatangani oleh {name}, bukan Anda. Belum ada yang berubah.", name=name
            ),
        )
    row = next((row for row in rows if row.named == frozen.prepared and row.revision == "prepared"), None)
    if row is None:
        raise NotAllowed(
            "surat_belum_tiba",
            phrase("Berkas surat yang disiapkan belum diterima komputer ini. Sinkronkan, lalu coba lagi."),
        )
    return Ready(found, frozen, desk.files.read_all(row.kept), config, clock)


def _signature(desk: Desk, ready: Ready, key: OfficerKey, now: datetime) -> tuple[bytes, Verified]:
    expected = lettering.choose_expected(key, lettering.expected_signers(ready.config, desk.officer), now)
    try:
        prepared = read_prepared(ready.pdf, unb64u(ready.frozen.prepared, size=32).hex())
        cms = sign_prepared(prepared, key, expected, now)
        signed = fill_in(prepared, cms, expected)
        return cms, confirm(signed.pdf, lettering.trust_of(ready.config, now))
    except LettersError as error:
        raise lettering.letters_trouble(error) from error


def prepared_bytes(desk: Desk, request: str) -> bytes:
    """The letter exactly as it will be signed: what the officer must see before signing (PP 71/2019 ps 62).

    Raises:
        NotAllowed: as `sign_letters`.
    """
    return _ready(desk, request).pdf
