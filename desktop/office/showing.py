"""The letter of a request as it stands: a draft with DRAF across, one that waits for a signature, the signed one.

Nothing looks signed before it is: a draft is set here from the answers, and everything else is the very file that the
hub prepared, an officer signed, or a scanner read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection

from desktop.errors import WorldError
from desktop.office import certificates, handing, lettering
from desktop.office.desk import Desk
from desktop.office.ended import Ending, ending_of
from desktop.office.lettering import Signer
from desktop.office.recognizing import number_of
from desktop.office.recording import Known, known, moment
from desktop.phrases import noted, phrase
from desktop.store import blobs, letting_go
from desktop.store.catalogue import applicant_of
from desktop.store.configuration import Configuration
from desktop.store.projection import latest_answers
from domain.letters import Paper
from domain.posts import Held, Interval, authority
from domain.request import Request, Signature
from domain.routes import StepAct
from domain.workflow import OPEN, State
from letters.errors import LettersError
from letters.findings import Verdict
from letters.render import render_preview
from letters.verdict import verify_with

_SIGNING: Final = frozenset({StepAct.ISSUE, StepAct.SIGN})


class LetterKind(StrEnum):
    """What the shown pages are."""

    DRAFT = "draft"
    """Set on this desk from the answers; nothing of it is binding."""
    PREPARED = "prepared"
    """The very bytes that will be signed."""
    FOR_PEN = "for_pen"
    """Numbered, without a signature, to be signed on paper."""
    SIGNED = "signed"
    SCANNED = "scanned"
    """The scan of a sheet that was signed with a pen."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """The pages, and what they are.

    Attributes:
        why: why there is nothing to show; empty when there is.
        copies: how often it was printed for a citizen, as the record says.
        accepted: whether the hub knows the signature; until then it is this office's word alone.
        files_here: whether this office filed the request, so that its prints count.
        ending: how it was revoked or replaced; None while it counts.
        number: printed on it; empty before a signature.
        let_go: whether its bytes were here and are only at the hub now.
    """

    request: str
    service: str
    title: str
    subject: str
    kind: LetterKind
    pdf: bytes = b""
    paper: Paper = "F4"
    copies: int = 0
    accepted: bool = True
    files_here: bool = False
    why: str = ""
    ending: Ending | None = None
    number: str = ""
    let_go: bool = False

    @property
    def across(self) -> str:
        """What stands across its pages wherever they are shown; a draft has its word set into it already."""
        return self.ending.across if self.ending is not None else ""

    @property
    def final(self) -> bool:
        """Whether it is the letter that the citizen gets."""
        return self.kind in {LetterKind.SIGNED, LetterKind.SCANNED}


@dataclass(frozen=True, slots=True)
class SignedBy:
    """One signature: who, when as the signer's computer said, by which certificate; None when it is not registered."""

    name: str
    at: datetime | None
    certificate: certificates.About | None
    fingerprint: str


def see_letter(desk: Desk, request: str) -> ShownLetter:
    """The letter of a request as this desk can show it; where it cannot, why not.

    Raises:
        NotFound: this desk does not have the request.
    """
    with desk.database.reading() as connection:
        found = known(connection, request)
        about = _about(desk, connection, found)
        standing = found.request
        if standing.frozen is not None and standing.state in {State.TO_SIGN, State.TO_SIGN_ON_PAPER}:
            shown = _waiting(desk, connection, found, about)
            if shown is not None:
                return shown
        if standing.signatures:
            return _signed(desk, connection, found, about)
        if standing.state in OPEN:
            return _draft(desk, connection, found, about)
    return replace(about, why=phrase(_ENDED.get(standing.state, _NO_LETTER)))


_NO_LETTER: Final = noted("Permohonan ini tidak mempunyai surat.")
_ENDED: Final = {
    State.REJECTED: noted("Permohonan ditolak, jadi tidak ada suratnya."),
    State.WITHDRAWN: noted("Permohonan ditarik, jadi tidak ada suratnya."),
    State.ERASED: noted("Data permohonan sudah dimusnahkan."),
    State.DRAFT: noted("Permohonan belum diajukan."),
}


def _about(desk: Desk, connection: Connection, found: Known) -> ShownLetter:
    standing = found.request
    config, own = desk.configuration(connection), desk.enrolled(connection).office
    step = _signing_step(standing)
    office = config.office_by_id.get(step.office) if step is not None else None
    return ShownLetter(
        request=standing.id,
        service=found.pack.id,
        title=found.pack.file.title,
        subject=str(applicant_of(found.pack, latest_answers(found.log)).get("nama") or ""),
        kind=LetterKind.NONE,
        paper=(office or desk.office(connection)).paper.value,
        copies=standing.copies,
        files_here=standing.filing_office == own,
        ending=ending_of(found, config, desk.office(connection).utc_offset),
        number=number_of(found) if standing.signatures else "",
    )


def _signing_step(standing: Request) -> Request | None:
    """The request as it will stand before its next signer; after the last one, as it stood before that."""
    steps = standing.route.steps
    ahead = [place for place, step in enumerate(steps) if step.act in _SIGNING]
    place = next((place for place in ahead if place >= standing.step), ahead[-1] if ahead else None)
    return None if place is None else replace(standing, step=place)


def _waiting(desk: Desk, connection: Connection, found: Known, about: ShownLetter) -> ShownLetter | None:
    """The bytes that the hub prepared, where they are on this desk: only the signing office has them."""
    frozen = found.request.frozen
    rows = blobs.letters_of(connection, about.request)
    row = next((each for each in rows if frozen is not None and each.named == frozen.prepared), None)
    if row is None:
        return None
    on_paper = found.request.state is State.TO_SIGN_ON_PAPER
    kind = LetterKind.FOR_PEN if on_paper else LetterKind.PREPARED
    return replace(about, kind=kind, pdf=desk.files.read_all(row.kept))


def _signed(desk: Desk, connection: Connection, found: Known, about: ShownLetter) -> ShownLetter:
    last = found.request.signatures[-1]
    row = handing.signed_row(connection, found, last)
    scan = blobs.holding(connection, last.sha256) if row is None else None
    kept = row.kept if row is not None else scan
    if kept is None:
        return _not_here(connection, found, about)
    kind = LetterKind.SIGNED if row is not None or found.request.medium == "electronic" else LetterKind.SCANNED
    return replace(about, kind=kind, pdf=desk.files.read_all(kept), accepted=_is_accepted(found, last))


def _not_here(connection: Connection, found: Known, about: ShownLetter) -> ShownLetter:
    """Ended, let go of after a long time, or still on its way: three different things to do."""
    if about.ending is not None:
        return replace(about, why=f"{about.ending.title}.")
    if found.request.state in {State.SIGNED, State.HANDED_OVER} and letting_go.letter_let_go(connection, about.request):
        why = phrase("Salinan surat ini sudah lama dan kini hanya ada di hub. Ambil lagi bila diperlukan.")
        return replace(about, why=why, let_go=True)
    return replace(about, why=handing.not_here().sentence)


def _is_accepted(found: Known, signature: Signature) -> bool:
    accepted = found.standing.accepted
    return accepted is not None and signature in accepted.signatures


def _draft(desk: Desk, connection: Connection, found: Known, about: ShownLetter) -> ShownLetter:
    standing, config = _signing_step(found.request), desk.configuration(connection)
    at = moment(desk)
    signer = None if standing is None else _signer(config, standing, at)
    if standing is None or signer is None:
        return replace(about, why=phrase("Belum ada pejabat yang berwenang menandatangani surat ini."))
    before = Known(found.log, replace(found.standing, expected=standing), found.pack)
    try:
        form = lettering.answered_form(desk, connection, found)
        draft = lettering.draft_letter(before, form, signer, config, "draf")
        pdf = render_preview(draft, lettering.template_of(found))
    except (LettersError, WorldError) as error:
        return replace(about, why=str(error))
    return replace(about, kind=LetterKind.DRAFT, pdf=pdf)


def _signer(config: Configuration, standing: Request, at: datetime) -> Signer | None:
    """Who would sign now: the first rule that somebody fits, as the hub chooses."""
    office = config.office_by_id.get(standing.office)
    requirement = standing.at.requirement()
    here = [each for each in config.all_assignments if each.office == standing.office]
    for rule in requirement.rules:
        wanted = replace(requirement, signers=(rule,))
        for officer in sorted({each.officer for each in here}):
            held = authority(here, officer, standing.office, wanted, Interval(at, at))
            if office is not None and isinstance(held, Held) and officer in config.officer_by_id:
                return Signer(office, held)
    return None


def judge_letter(desk: Desk, pdf: bytes) -> Verdict:
    """What can be said of the signatures of a letter: four answers, each with its sentence.

    Raises:
        Rejected: it is no readable PDF.
    """
    with desk.database.reading() as connection:
        trust = lettering.trust_of(desk.configuration(connection), moment(desk))
    try:
        return verify_with(pdf, trust)
    except LettersError as error:
        raise lettering.letters_trouble(error) from error


def signers_of(desk: Desk, verdict: Verdict) -> tuple[SignedBy, ...]:
    """Who signed, when, and by which certificate."""
    with desk.database.reading() as connection:
        config = desk.configuration(connection)
    known_ones = certificates.by_fingerprint(config)
    return tuple(
        SignedBy(one.signer, one.signed_at, known_ones.get(one.fingerprint), one.fingerprint)
        for one in verdict.signatures
    )


def mark_of_copy(letter: ShownLetter) -> str:
    """What stands at the edge of a print: nothing on the first one of a signed letter, else which copy it is.

    Of a letter signed with a pen there is one original, on paper: every print of its scan is a copy. An office that did
    not file the request has no place in the record for its prints, so they are copies without a number.
    """
    if not letter.final:
        return ""
    if not letter.files_here:
        return "SALINAN"
    nth = letter.copies + (1 if letter.kind is LetterKind.SCANNED else 0)
    return f"SALINAN ke-{nth}" if nth else ""
