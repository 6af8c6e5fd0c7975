"""Handing a finished letter out: verified first, then written, and every time noted.

A letter signed with a pen has no signature that a program could verify: its scan is handed out as it was recorded.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from desktop.errors import BadInput, NotAllowed
from desktop.files import write_durably
from desktop.office import lettering
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.ended import must_count
from desktop.office.recording import Known, known, moment
from desktop.phrases import phrase
from desktop.store import access_log, blobs
from desktop.store.access_log import Read
from desktop.store.blobs import LetterRow
from domain.actions import Json
from domain.request import Signature
from domain.routes import StepAct
from domain.workflow import State
from letters.errors import LettersError
from letters.findings import Verdict
from letters.verdict import confirm
from sync.encoding import b64u, instant_text

_FINISHED = frozenset({State.SIGNED, State.HANDED_OVER})


@dataclass(frozen=True, slots=True)
class Finished:
    """A letter that may be handed out.

    Attributes:
        revision: ``signed``, ``with_revocation``, or ``scan`` for one signed with a pen.
        verdict: what was found of its signatures; None for a scan.
    """

    letter: str
    revision: str
    sha256: str
    pdf: bytes
    verdict: Verdict | None

    @property
    def sentence(self) -> str:
        """What may be said of its signature."""
        return self.verdict.sentence if self.verdict else phrase("Hasil pindai surat yang ditandatangani di kertas.")


def export_letters(desk: Desk, request: str, folder: Path) -> Changed:
    """Write the signed letter of a request into a folder.

    Raises:
        NotFound, NotAllowed: no finished letter, or its bytes have not come yet.
        Rejected: it does not verify; nothing is written.
        BadInput: the folder cannot be written to.
    """
    with desk.database.reading() as connection:
        found = known(connection, request)
    finished = finished_letter(desk, found)
    path = folder / f"{found.pack.id}-{request}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_durably(path, finished.pdf)
    except OSError as error:
        raise BadInput(
            "tujuan_surat", phrase("Surat tidak dapat ditulis ke {folder}. Periksa tempatnya.", folder=folder)
        ) from error
    with desk.database.writing() as connection:
        access_log.note(connection, Read(instant_text(moment(desk)), desk.officer, "exported", request))
    signers: list[Json] = [each.signer for each in finished.verdict.signatures] if finished.verdict else []
    letter: dict[str, Json] = {
        "file": str(path),
        "letter": finished.letter,
        "revision": finished.revision,
        "sha256": finished.sha256,
        "signers": signers,
        "revocation": finished.verdict.pencabutan.answer if finished.verdict else None,
    }
    return Changed(
        requests=(request,), told={"request": request, "letters": [letter]}, sentence=f"{path}\n{finished.sentence}"
    )


def finished_letter(desk: Desk, found: Known) -> Finished:
    """The letter that may be handed out: verified, or the scan of a sheet signed with a pen.

    Raises:
        NotAllowed: it is not finished, not accepted by the hub yet, not here, or counts no more.
        Rejected: it does not verify.
    """
    signature = _final_signature(found)
    with desk.database.reading() as connection:
        row = signed_row(connection, found, signature)
        scan = blobs.holding(connection, signature.sha256) if found.request.medium == "paper" else None
        trust = lettering.trust_of(desk.configuration(connection), moment(desk))
    if scan is not None:
        return Finished(signature.letter, "scan", signature.sha256, desk.files.read_all(scan), None)
    if row is None:
        raise not_here()
    try:
        verified = confirm(desk.files.read_all(row.kept), trust)
    except LettersError as error:
        raise lettering.letters_trouble(error) from error
    with desk.database.writing() as connection:
        blobs.mark_verified(connection, row)
    return Finished(row.letter, row.revision, b64u(row.kept.sha256), verified.pdf, verified.verdict)


def not_here() -> NotAllowed:
    """The one sentence for bytes that are still on their way."""
    return NotAllowed(
        "surat_belum_tiba",
        phrase("Berkas surat yang ditandatangani belum diterima komputer ini. Sinkronkan, lalu coba lagi."),
    )


def _final_signature(found: Known) -> Signature:
    """The last signature, once its office says so: this office's own issue at once, another's when the hub accepted."""
    request, accepted = found.request, found.standing.accepted
    must_count(request.state)
    if request.state not in _FINISHED or not request.signatures:
        raise NotAllowed(
            "belum_ditandatangani",
            phrase("Surat untuk permohonan ini belum selesai ditandatangani. Data aman. Sinkronkan, lalu ulangi."),
        )
    last = request.signatures[-1]
    issued_here = request.route.steps[last.step].act is StepAct.ISSUE
    if not issued_here and (accepted is None or last not in accepted.signatures):
        raise NotAllowed(
            "belum_diterima_hub",
            phrase(
                "Tanda tangan ini belum diterima hub, jadi suratnya belum boleh diserahkan. Sinkronkan lebih dahulu."
            ),
        )
    return last


def signed_row(connection: Connection, found: Known, signature: Signature) -> LetterRow | None:
    """The newest revision that holds this signature."""
    mine = (signature.letter, signature.sha256)
    rows = [row for row in blobs.letters_of(connection, found.request.id) if (row.letter, row.named) == mine]
    return max(rows, key=lambda row: row.revision, default=None)
