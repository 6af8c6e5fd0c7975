"""A verdict says four things apart, because they fail apart and an officer acts on each differently.

*Utuh*: nothing changed since it was signed. *Penanda tangan*: the signature is this person's. *Rantai kepercayaan*:
the certificate leads to a trusted root. *Pencabutan*: it was not revoked, as far as a fresh CRL can tell. Unknown is
neither good nor bad.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

Answer = Literal["yes", "no", "unknown"]

_WORDS: Final = {"yes": "ya", "no": "tidak", "unknown": "tidak diketahui"}
_WORST_FIRST: Final[tuple[Answer, ...]] = ("no", "unknown", "yes")
QUESTIONS: Final = ("utuh", "penanda_tangan", "rantai_kepercayaan", "pencabutan")


@dataclass(frozen=True)
class Finding:
    """One answer with its sentence. For *pencabutan*, ``yes`` means: not revoked."""

    answer: Answer
    sentence: str

    def to_json(self) -> dict[str, str]:
        """Stable English answer, the Indonesian word and the sentence."""
        return {"answer": self.answer, "word": _WORDS[self.answer], "sentence": self.sentence}


@dataclass(frozen=True)
class SignatureVerdict:
    """The four findings about one signature. ``signed_at`` is the signer's own claim: there is no time-stamp yet."""

    field: str
    signer: str
    fingerprint: str
    signed_at: datetime | None
    utuh: Finding
    penanda_tangan: Finding
    rantai_kepercayaan: Finding
    pencabutan: Finding

    @property
    def acceptable(self) -> bool:
        """Whole, the right person, a trusted chain, and no revocation found (an unknown one is let through)."""
        sure = (self.utuh, self.penanda_tangan, self.rantai_kepercayaan)
        return all(finding.answer == "yes" for finding in sure) and self.pencabutan.answer != "no"

    def to_json(self) -> dict[str, Any]:
        """For ``letter verify --json`` and the summary of the demo."""
        about = {
            "field": self.field,
            "signer": self.signer,
            "fingerprint": self.fingerprint,
            "signed_at": None if self.signed_at is None else self.signed_at.isoformat(),
            "acceptable": self.acceptable,
        }
        return about | {question: getattr(self, question).to_json() for question in QUESTIONS}


@dataclass(frozen=True)
class Verdict:
    """All signatures of a file, and the fields still open. The whole is as good as its worst signature."""

    signatures: tuple[SignatureVerdict, ...]
    open_fields: tuple[str, ...] = ()

    @property
    def utuh(self) -> Finding:
        """Whether nothing changed since the signatures."""
        return _worst(signature.utuh for signature in self.signatures)

    @property
    def penanda_tangan(self) -> Finding:
        """Whether every signature is its person's."""
        return _worst(signature.penanda_tangan for signature in self.signatures)

    @property
    def rantai_kepercayaan(self) -> Finding:
        """Whether every certificate leads to a trusted root."""
        return _worst(signature.rantai_kepercayaan for signature in self.signatures)

    @property
    def pencabutan(self) -> Finding:
        """Whether no certificate is known to be revoked."""
        return _worst(signature.pencabutan for signature in self.signatures)

    @property
    def acceptable(self) -> bool:
        """Signed by all who must sign, and every signature acceptable. The exit code of ``letter verify``."""
        signed = bool(self.signatures) and not self.open_fields
        return signed and all(signature.acceptable for signature in self.signatures)

    @property
    def sentence(self) -> str:
        """The verdict in one sentence."""
        if not self.signatures:
            return "Dokumen ini tidak memuat tanda tangan elektronik."
        if self.open_fields:
            return "Surat ini belum lengkap: masih ada penanda tangan yang belum menandatangani."
        if not self.acceptable:
            return "Surat ini TIDAK dapat diterima sebagai surat yang sah. Lihat keterangan di bawah."
        if self.pencabutan.answer == "unknown":
            return "Tanda tangan surat ini sah. Status pencabutan sertifikat tidak diketahui."
        return "Tanda tangan surat ini sah."

    def to_json(self) -> dict[str, Any]:
        """The four answers for the whole, then each signature."""
        whole = {question: getattr(self, question).to_json() for question in QUESTIONS}
        return {
            "acceptable": self.acceptable,
            "sentence": self.sentence,
            **whole,
            "signatures": [signature.to_json() for signature in self.signatures],
            "open_fields": list(self.open_fields),
        }


def _worst(findings: Iterable[Finding]) -> Finding:
    nothing = Finding("unknown", "Dokumen ini tidak memuat tanda tangan elektronik.")
    return min(findings, key=lambda finding: _WORST_FIRST.index(finding.answer), default=nothing)
