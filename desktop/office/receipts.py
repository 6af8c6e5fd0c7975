"""The receipt that a citizen takes home: what was handed in, what happens next, and what becomes of the data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop.errors import BadInput
from desktop.files import write_durably
from desktop.office import lettering
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.recording import Known, known, moment
from desktop.phrases import phrase
from desktop.store import access_log
from desktop.store import actions as log
from desktop.store.access_log import Read
from desktop.store.catalogue import applicant_of
from desktop.store.configuration import Configuration
from desktop.store.projection import latest_answers
from domain.indonesian import date_with_day, local_day, time_words
from domain.letters import Letterhead, PrivacyNotice, Receipt
from domain.offices import Office
from domain.sla import Stretch, due_at
from forms import documents
from forms.evaluation import Form
from letters.errors import LettersError
from letters.render import render_receipt
from sync.encoding import instant_text


def write_receipt(desk: Desk, request: str, path: Path) -> Changed:
    """Write the receipt of a request as a PDF. It is no letter: nobody signs it.

    Raises:
        NotFound: no such request here.
        BadInput: the file cannot be written.
        Rejected: it cannot be set, e.g. for a letter that the font lacks.
    """
    made = set_receipt(desk, request)
    try:
        write_durably(path, made.pdf)
    except OSError as error:
        raise BadInput(
            "tujuan_tanda_terima",
            phrase(
                "Tanda terima tidak dapat ditulis ke {name}. Permohonan tetap tersimpan. Periksa tempatnya.",
                name=path.name,
            ),
        ) from error
    with desk.database.writing() as connection:
        access_log.note(connection, Read(instant_text(moment(desk)), desk.officer, "printed", request))
    return Changed(
        told={"request": request, "file": str(path)}, sentence=phrase("Tanda terima tersimpan di {path}.", path=path)
    )


@dataclass(frozen=True, slots=True)
class SetReceipt:
    """A receipt, set. `accepted` is the number under which the hub took the request in; empty until it has."""

    receipt: Receipt
    pdf: bytes

    @property
    def accepted(self) -> str:
        """The hub's number; empty until it has come."""
        return self.receipt.accepted


def set_receipt(desk: Desk, request: str) -> SetReceipt:
    """The receipt of a request, in memory.

    Raises:
        NotFound: no such request here.
        NotAllowed: the answers were erased.
        Rejected: it cannot be set, e.g. for a letter that the font lacks.
    """
    with desk.database.reading() as connection:
        found, config, office = known(connection, request), desk.configuration(connection), desk.office(connection)
        form = lettering.answered_form(desk, connection, found)
        place = log.place_of(connection, found.log[0].action.id)
    receipt = replace(receipt_of(found, form, office, config), accepted=f"{office.id}-{place}" if place else "")
    try:
        return SetReceipt(receipt, render_receipt(receipt, local_day(moment(desk), office.utc_offset)))
    except LettersError as error:
        raise lettering.letters_trouble(error) from error


def receipt_of(found: Known, form: Form, office: Office, config: Configuration) -> Receipt:
    """The receipt as a value."""
    submitted = found.log[0].action
    pack = found.pack.file
    held = {blob.document for blob in found.request.documents}
    here = local_day(submitted.at, office.utc_offset)
    return Receipt(
        number=found.request.id,
        service=pack.title,
        kop=Letterhead(office.kop, office.address_line, office.emblem or None),
        applicant=str(applicant_of(found.pack, latest_answers(found.log)).get("nama", "")),
        received_at=f"{date_with_day(here)}, pukul {time_words(submitted.at, office.utc_offset)}",
        officer=config.name_of(submitted.author),
        documents=tuple(each.label for each in form.documents if each.kind in held),
        missing=tuple(
            each.label
            for each in form.documents
            if any(problem.path.endswith(f"/{each.kind}") for problem in documents.missing(form.documents, held))
        ),
        next_steps=tuple(step.label for step in found.request.route.steps[1:]),
        expected=_expected(found, office, config),
        fee=pack.fee,
        notice=_notice(found, office),
        paper=office.paper.value,
    )


def _expected(found: Known, office: Office, config: Configuration) -> str:
    """The service promise in office hours, from the moment the request was recorded."""
    minutes = found.pack.file.sla_minutes
    if not minutes:
        return "Sesuai jam pelayanan"
    due = due_at(config.calendar_of(office), minutes, (Stretch(found.log[0].action.at),))
    if due is None:
        return f"{minutes} menit jam pelayanan"
    return f"{date_with_day(local_day(due, office.utc_offset))}, pukul {time_words(due, office.utc_offset)}"


def _notice(found: Known, office: Office) -> PrivacyNotice:
    """What UU PDP 27/2022 ps 21 wants told."""
    pack = found.pack.file
    kept = pack.retention.active_years + pack.retention.inactive_years
    ends = {"musnah": "dimusnahkan", "permanen": "disimpan permanen", "dinilai_kembali": "dinilai kembali"}
    return PrivacyNotice(
        controller=office.full_name,
        legal_basis=pack.privacy.basis,
        purpose=pack.privacy.purpose,
        kinds_of_data="Identitas, jawaban pada formulir, dan dokumen yang dilampirkan.",
        retention=f"{kept} tahun setelah selesai, lalu {ends[pack.retention.then]} ({pack.retention.basis}).",
        contact=office.address_line or office.full_name,
    )
