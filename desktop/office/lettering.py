"""A letter from a request: the draft with its signers, and the checks that every signature on a desk goes through."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from desktop.errors import BadInput, NotAllowed, Rejected, WorldError
from desktop.files import small_bytes
from desktop.heard import retold
from desktop.office.desk import Desk
from desktop.office.recording import Known, office_standing
from desktop.office.services import circumstances_of
from desktop.phrases import phrase
from desktop.store.configuration import Configuration
from desktop.store.projection import content_of
from domain import letter_draft
from domain.actions import ActionKind
from domain.letters import Draft
from domain.offices import Office
from domain.posts import Held, authority
from forms.evaluation import Form, evaluate_again
from forms.letter_content import letter_content
from letters.errors import LettersError
from letters.officer_keys import ExpectedSigner, OfficerKey, fingerprint_of_pem, open_pkcs12
from letters.templates import TemplateSource, load_template
from letters.verdict import Trust
from sync.encoding import unb64u

_ANSWERS: Final = frozenset({ActionKind.SUBMIT, ActionKind.CORRECT})


@dataclass(frozen=True, slots=True)
class Signer:
    """The acting officer with the right by which the officer signs at this step."""

    office: Office
    held: Held


def read_p12(path: Path) -> bytes:
    """The bytes of an officer's PKCS#12 file.

    Raises:
        BadInput: it cannot be read.
    """
    try:
        return small_bytes(path)
    except OSError as error:
        raise BadInput(
            "p12_tidak_terbaca",
            phrase("Berkas sertifikat tidak dapat dibaca. Belum ada yang ditandatangani. Pilih berkas lain."),
        ) from error


def officer_key(p12: bytes, passphrase: str) -> OfficerKey:
    """Open the officer's certificate once for all letters of a command.

    Raises:
        Rejected: wrong passphrase, no PKCS#12, or no key for signing.
    """
    try:
        return open_pkcs12(p12, passphrase)
    except LettersError as error:
        raise letters_trouble(error) from error


def letters_trouble(error: LettersError) -> WorldError:
    """A failure of the letters' craft as a sentence for the officer."""
    return Rejected(type(error).__name__, retold(str(error)))


def expected_signers(config: Configuration, officer: str) -> tuple[ExpectedSigner, ...]:
    """The officer's registered certificates; an old one and its successor may both be in force.

    Raises:
        Rejected: none is registered.
    """
    mine = [certificate for certificate in config.certificates if certificate.officer == officer]
    if not mine:
        raise Rejected(
            "sertifikat_belum_terdaftar",
            phrase(
                "Sertifikat Anda belum didaftarkan di hub, jadi surat belum ditandatangani. Minta pengelola hub "
                "mendaftarkannya, sinkronkan, lalu coba lagi."
            ),
        )
    return tuple(ExpectedSigner(fingerprint=fingerprint_of_pem(each.pem.encode())) for each in mine)


def choose_expected(key: OfficerKey, expected: tuple[ExpectedSigner, ...], now: datetime) -> ExpectedSigner:
    """The registered certificate that this key is, checked for its time.

    Raises:
        Rejected: another person's certificate, expired, or not yet valid.
    """
    fitting = [each for each in expected if each.fits(key.certificate)]
    try:
        key.check((fitting or list(expected))[0], now)
    except LettersError as error:
        raise letters_trouble(error) from error
    return fitting[0]


def trust_of(config: Configuration, now: datetime) -> Trust:
    """Whom the regency trusts for letters."""
    roots = [pem.encode() for pem in config.trust.roots]
    return Trust(roots, now, [_der(crl) for crl in config.trust.crls])


def _der(crl: str) -> bytes:
    if "-----BEGIN" not in crl:
        return unb64u(crl)
    return base64.b64decode("".join(line for line in crl.splitlines() if "-----" not in line))


def signer_at_step(desk: Desk, connection: Connection, found: Known, at: datetime) -> Signer:
    """The acting officer's right to sign at the present step.

    Raises:
        NotAllowed: there is none.
    """
    step = found.request.at
    standing = office_standing(desk, connection, at)
    right = authority(standing.assignments, desk.officer, standing.office, step.requirement(), standing.interval)
    if not isinstance(right, Held):
        raise NotAllowed(
            "bukan_penanda_tangan",
            phrase(
                "Anda tidak memegang jabatan yang menandatangani surat ini sekarang. Surat belum ditandatangani. "
                "Minta pejabat yang berwenang masuk dengan kata sandinya sendiri."
            ),
        )
    return Signer(desk.office(connection), right)


def answered_form(desk: Desk, connection: Connection, found: Known) -> Form:
    """The form as last answered, judged at the time of those answers, as the hub does.

    Raises:
        NotAllowed: the answers were erased.
    """
    answered = next((item for item in reversed(found.log) if item.action.kind in _ANSWERS and not item.refused), None)
    content = content_of(answered) if answered else None
    if answered is None or content is None:
        raise NotAllowed(
            "dimusnahkan", phrase("Isian permohonan ini sudah dimusnahkan, jadi suratnya tidak dapat dibuat.")
        )
    answers = content.get("answers")
    around = circumstances_of(desk, connection, answered.action)
    return evaluate_again(found.pack, answers if isinstance(answers, dict) else {}, around)


def draft_letter(found: Known, form: Form, signer: Signer, config: Configuration, letter: str) -> Draft:
    """The letter before its number; the fields of later signers are reserved."""
    pack, held = found.pack, signer.held
    wording = letter_draft.Wording(
        service=pack.id,
        pack=pack.ref,
        title=pack.file.letter.title,
        template=template_of(found).ref,
        content=letter_content(form),
    )
    by = letter_draft.SignedBy(config.officer_by_id[held.assignment.officer], held)
    return letter_draft.draft_letter(letter, found.request, wording, signer.office, by)


def template_of(found: Known) -> TemplateSource:
    """The template that the service names.

    Raises:
        Rejected: this program does not have it.
    """
    try:
        return load_template(found.pack.file.letter.template)
    except KeyError as error:
        raise Rejected(
            "naskah_tidak_ada", phrase("Naskah surat untuk layanan ini tidak ada di program ini. Perbarui program.")
        ) from error


def verification_address(config: Configuration, shard: str, letter: str) -> str:
    """Where the QR leads, by the site that the regency has named."""
    return letter_draft.verification_address(config.verification_url, shard, letter)
