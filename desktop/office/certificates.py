"""Officers' registered certificates, in what an office reads of them: whose, from whom, until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.x509.oid import NameOID

from desktop.store.configuration import Configuration
from letters.officer_keys import fingerprint


@dataclass(frozen=True, slots=True)
class About:
    """A certificate: its holder's name, who issued it, and its last moment."""

    holder: str
    issuer: str
    ends: datetime


def by_fingerprint(config: Configuration) -> Mapping[str, About]:
    """Every certificate that this desk knows of."""
    found = [x509.load_pem_x509_certificate(each.pem.encode()) for each in config.certificates]
    return {
        fingerprint(each): About(_name(each.subject), _name(each.issuer), each.not_valid_after_utc) for each in found
    }


def _name(name: x509.Name) -> str:
    common = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(common[0].value) if common else name.rfc4514_string()
