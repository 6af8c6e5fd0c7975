"""A letter as a value: frozen before its first signature, so that its bytes are a function of nothing else.

The chain begins here: a :class:`Draft` has no number; ``Draft.numbered`` makes the :class:`FrozenLetter`, from which
the desk and the hub render the same first revision (PP 71/2019 ps 62: the signer sees what is signed). What the first
signer cannot know (a register number, the second signer) is a :class:`ReservedSignature` and lives in the second
field's own appearance. ``domain.letter_json`` writes and reads these values.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

Row = Mapping[str, str]
ContentValue = str | tuple[str, ...] | tuple[Row, ...]
Content = Mapping[str, ContentValue]
Paper = Literal["F4", "A4"]
Form = Literal["own", "an", "ub"]
Status = Literal["definitif", "plt", "plh", "pj"]

BSRE = "bsre"
"""The one provider whose footer may name BSrE or BSSN."""


class LetterInvalid(ValueError):
    """The value cannot be a letter; the sentence names the place, never the personal data in it."""


@dataclass(frozen=True)
class LetterNumber:
    """One number of one book and year, with the text as printed (old letters keep old codes)."""

    book: str
    year: int
    n: int
    text: str


@dataclass(frozen=True)
class Letterhead:
    """The kop: capital lines from regency to office, the address line, and the name of an emblem of the template."""

    lines: tuple[str, ...]
    address: str
    emblem: str | None = None


@dataclass(frozen=True)
class Signature:
    """A signer known when the letter is frozen. ``lines`` are the words above the name (a.n., u.b., Plh. included).

    ``nip`` is None for a kades, who is not a civil servant.
    """

    field: str
    form: Form
    status: Status
    lines: tuple[str, ...]
    name: str
    nip: str | None = None


@dataclass(frozen=True)
class ReservedSignature:
    """Space for a signer who is not known yet; everything about him is drawn in the field's appearance."""

    field: str


@dataclass(frozen=True)
class TemplateRef:
    """A template by name and by the SHA-256 of its sources."""

    id: str
    sha256: str


@dataclass(frozen=True)
class Footer:
    """The words at the foot. They belong to the provider of the certificate, and count from a date (they change)."""

    provider: str
    text: str
    since: date

    def __post_init__(self) -> None:
        """Refuse BSrE's words under another provider's certificate: they would be untrue."""
        spoken = self.text.casefold()
        if self.provider != BSRE and any(word in spoken for word in ("bsre", "bssn", "balai besar sertifikasi")):
            raise LetterInvalid("letter.footer.text: names BSrE or BSSN under another provider's certificate")


@dataclass(frozen=True)
class Draft:
    """A letter before its number: what the preview with DRAF across shows."""

    letter: str
    request: str
    service: str
    pack: str
    office: str
    place: str
    kop: Letterhead
    title: str
    content: Content
    signatures: tuple[Signature | ReservedSignature, ...]
    paper: Paper
    template: TemplateRef

    def __post_init__(self) -> None:
        """Lock the content, and refuse a letter nobody signs or with two fields of one name."""
        object.__setattr__(self, "content", MappingProxyType(dict(self.content)))
        fields = [signature.field for signature in self.signatures]
        if not fields or len(set(fields)) != len(fields):
            raise LetterInvalid("letter.signatures: every signature needs a field of its own")
        if isinstance(self.signatures[0], ReservedSignature):
            raise LetterInvalid("letter.signatures: the first signer is known when the letter is frozen")

    def numbered(self, number: LetterNumber, on: date, footer: Footer, typesetting: Typesetting) -> FrozenLetter:
        """Freeze: from here the bytes of the first revision are settled."""
        return FrozenLetter(self, number, on, footer, typesetting)


@dataclass(frozen=True)
class Typesetting:
    """What besides the value shapes the bytes: the SHA-256 of the fonts and the version of Typst."""

    fonts: str
    typst: str


@dataclass(frozen=True)
class FrozenLetter:
    """A draft with number, date and footer: the *Numbered* phase, the one source of the letter's first revision."""

    draft: Draft
    number: LetterNumber
    date: date
    footer: Footer
    typesetting: Typesetting


@dataclass(frozen=True)
class Receipt:
    """What the citizen takes home: proof of the request and the notice of UU PDP 27/2022 ps 21.

    ``number`` is the receipt's own, not a letter's; ``received_at``, ``expected`` and ``fee`` are words as printed.
    ``accepted`` is the number under which the hub took the request in; empty until it has.
    """

    number: str
    service: str
    kop: Letterhead
    applicant: str
    received_at: str
    officer: str
    documents: tuple[str, ...]
    missing: tuple[str, ...]
    next_steps: tuple[str, ...]
    expected: str
    fee: str
    notice: PrivacyNotice
    paper: Paper
    accepted: str = ""


@dataclass(frozen=True)
class PrivacyNotice:
    """What UU PDP 27/2022 ps 21 wants told: who, on what ground, for what, which data, how long.

    The rights of the person stand in the template: they are the same for everyone.
    """

    controller: str
    legal_basis: str
    purpose: str
    kinds_of_data: str
    retention: str
    contact: str


def clean_text(text: str) -> str:
    """Text as it may enter a letter: composed (NFC), no control or bidi characters, line feeds only, ends trimmed.

    U+202E would turn the rest of a line around on paper; NUL and its like stop the typesetting under PDF/A.
    """
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(letter for letter in lines if letter == "\n" or not is_unprintable(letter)).strip()


def is_unprintable(letter: str) -> bool:
    """Control, format (bidi, zero width), surrogate and separator characters: nothing an office can read."""
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
