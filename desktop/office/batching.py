"""Many decisions after one list: one certificate opened once, every item a transaction of its own.

Whoever drives it goes item by item, so that it can be watched, stopped in between and tried again; what was told as
done is on the disk, whatever happens next.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509

from desktop.office import acting, issuing, lettering, signing
from desktop.office.acting import Decision
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.timekeeping import effective_now, trusted_clock
from desktop.phrases import phrase
from desktop.store import settings
from domain.actions import ActionKind
from letters.officer_keys import OfficerKey

_VERBS = {kind: verb for verb, kind in acting.VERBS.items()}


@dataclass(frozen=True, slots=True)
class Certificates:
    """What is known before the passphrase: the file used last, and until when the registered certificate is good.

    Attributes:
        trouble: why nothing can be signed; empty when it can.
    """

    path: str
    until: datetime | None
    trouble: str


def certificates_of(desk: Desk) -> Certificates:
    """The signing officer's certificate as the hub knows it, and the file that was used last on this computer."""
    with desk.database.reading() as connection:
        now = effective_now(desk, connection)
        path = settings.get(connection, _remembered(desk), str) or ""
        mine = [each for each in desk.configuration(connection).certificates if each.officer == desk.officer]
    ends = [x509.load_pem_x509_certificate(each.pem.encode()).not_valid_after_utc for each in mine]
    until = max(ends, default=None)
    if until is None:
        trouble = phrase(
            "Sertifikat Anda belum didaftarkan di hub. Minta pengelola hub mendaftarkannya, lalu sinkronkan."
        )
    else:
        trouble = (
            "" if now <= until else phrase("Masa berlaku sertifikat Anda sudah habis. Minta sertifikat yang baru.")
        )
    return Certificates(path, until, trouble)


def open_key(desk: Desk, path: Path, passphrase: str) -> OfficerKey:
    """Open the certificate's file once for a batch and remember where it is; the passphrase is not kept.

    Let go of the key when the batch ends.

    Raises:
        BadInput: the file cannot be read.
        NotAllowed: a clock known to be wrong.
        Rejected: a wrong passphrase, another person's certificate, or one out of its time.
    """
    content = lettering.read_p12(path)
    with desk.database.reading() as connection:
        now = trusted_clock(desk, connection).instant
        config = desk.configuration(connection)
    key = lettering.officer_key(content, passphrase)
    lettering.choose_expected(key, lettering.expected_signers(config, desk.officer), now)
    with desk.database.writing() as connection:
        settings.put(connection, _remembered(desk), str(path))
    return key


def take_on(desk: Desk, request: str, kind: ActionKind, key: OfficerKey | None = None) -> Changed:
    """Sign, issue, verify, initial or approve one request. Durable when this returns.

    Raises:
        WorldError: what stands in the way of this one; the others are not touched.
    """
    if kind is ActionKind.SIGN and key is not None:
        told = signing.sign_letter(desk, request, key)
        return Changed(
            requests=(request,), told={"signed": told}, sentence=phrase("Ditandatangani, belum diterima pusat.")
        )
    if kind is ActionKind.ISSUE and key is not None:
        return issuing.issue_with(desk, request, key)
    return acting.act(desk, request, Decision(_VERBS[kind]))


def _remembered(desk: Desk) -> str:
    return f"certificate_of:{desk.officer}"
