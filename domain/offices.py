"""Offices as data: what they are called, who leads them, what stands at the head of their letters.

Two of three pilot regions have no desa at all, a kelurahan's head is a civil servant and a desa's is not, and every
regency has its own words; none of it is code. Offices travel in the hub's signed configuration.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from domain.jsonshape import Fields, JsonObject, ShapeError
from domain.numbering import BookPlan
from domain.posts import SignerRule
from domain.regions import Level, RegionCode, RegionCodeError
from domain.signature_block import Seat

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class OfficeKind(StrEnum):
    """What an office is; the regency itself is one, as the parent of the others."""

    DESA = "desa"
    KELURAHAN = "kelurahan"
    DESA_ADAT = "desa_adat"
    KECAMATAN = "kecamatan"
    AGENCY = "agency"
    REGENCY = "regency"


class Paper(StrEnum):
    """F4 is 215 × 330 mm, the sheet of Indonesian offices."""

    F4 = "F4"
    A4 = "A4"


#: The post code of the head of each kind of office.
HEADS = {
    OfficeKind.DESA: "kades",
    OfficeKind.DESA_ADAT: "kades",
    OfficeKind.KELURAHAN: "lurah",
    OfficeKind.KECAMATAN: "camat",
    OfficeKind.AGENCY: "head",
    OfficeKind.REGENCY: "head",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One office.

    Attributes:
        id: the region code of a village, kecamatan or regency; ``<regency>/<slug>`` of an agency.
        name: without its kind: ``Sungai Meriam``; in full for an agency: ``Dinas Sosial``.
        local_name: *sebutan*: ``Desa``, ``Kampung``, ``Nagari``, ``Kelurahan``, ``Distrik``; empty for an agency.
        head_title: ``Kepala Desa``, ``Petinggi``, ``Lurah``, ``Camat``, or an agency's head in full.
        deputy_title: the post between head and kasi, named in u.b. blocks.
        substitutes: who signs when the head does not, in this order, after the head's own rule.
        kop: lines of the letterhead in capitals, from the regency down.
        number_code: the office's word in letter numbers.
        utc_offset: its clock in minutes east of UTC.
        emblem: the name of an emblem among the letter templates; empty for none.
    """

    id: str
    kind: OfficeKind
    name: str
    local_name: str
    head_title: str
    deputy_title: str
    kop: tuple[str, ...]
    nip_line: bool
    number_code: str
    utc_offset: int
    substitutes: tuple[SignerRule, ...] = ()
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    paper: Paper = Paper.F4
    emblem: str = ""
    books: BookPlan = field(default_factory=BookPlan)

    def __post_init__(self) -> None:
        if not self.name or not self.kop or not self.number_code:
            raise ShapeError("name", "an office with a name, a letterhead and a word for its numbers")
        if kind_of_id(self.id) is not self.kind:
            raise ShapeError("kind", f"what the code {self.id} says")
        if self.postcode and not (len(self.postcode) == 5 and self.postcode.isascii() and self.postcode.isdigit()):
            raise ShapeError("postcode", "five digits")

    @property
    def region(self) -> RegionCode:
        """Its own region, or an agency's regency."""
        return RegionCode(self.id.partition("/")[0])

    @property
    def parent(self) -> str | None:
        """The office above it: a village's kecamatan, everybody else's regency; None for the regency."""
        if self.kind is OfficeKind.REGENCY:
            return None
        return self.region.text if self.kind is OfficeKind.AGENCY else self.region.text.rpartition(".")[0]

    @property
    def head_post(self) -> str:
        """The post code of its head: camat, kades, lurah or head."""
        return HEADS[self.kind]

    @property
    def full_name(self) -> str:
        """``Desa Sungai Meriam``, ``Dinas Sosial``."""
        return f"{self.local_name} {self.name}".strip()

    @property
    def signers(self) -> tuple[SignerRule, ...]:
        """Who may sign this office's letters: its head, then the substitutes in their order."""
        return (SignerRule((self.head_post,)), *self.substitutes)

    @property
    def seat(self) -> Seat:
        """The office as its signature blocks name it."""
        place = "" if self.kind in (OfficeKind.AGENCY, OfficeKind.REGENCY) else self.name
        return Seat(self.head_title, place, nip_line=self.nip_line, deputy_title=self.deputy_title)

    @property
    def address_line(self) -> str:
        """Under the kop: address, postcode, telephone, e-mail, as far as they are known."""
        parts = (
            self.address,
            self.postcode and f"Kode Pos {self.postcode}",
            self.phone and f"Telepon {self.phone}",
            self.email and f"Surel {self.email}",
        )
        return ", ".join(part for part in parts if part)

    def to_json(self) -> JsonObject:
        """As it travels in the hub's configuration."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "name": self.name,
            "local_name": self.local_name,
            "head_title": self.head_title,
            "deputy_title": self.deputy_title,
            "kop": list(self.kop),
            "nip_line": self.nip_line,
            "number_code": self.number_code,
            "utc_offset": self.utc_offset,
            "substitutes": [rule.to_json() for rule in self.substitutes],
            "address": self.address,
            "postcode": self.postcode,
            "phone": self.phone,
            "email": self.email,
            "paper": self.paper.value,
            "emblem": self.emblem,
            "books": self.books.to_json(),
        }

    @classmethod
    def from_json(cls, source: object) -> "Office":
        """Read what `to_json` wrote; `ShapeError` or `RegionCodeError` for anything else."""
        fields = Fields(source)
        return cls(
            id=fields.text("id"),
            kind=fields.choice("kind", OfficeKind),
            name=fields.text("name"),
            local_name=fields.text_or_empty("local_name"),
            head_title=fields.text("head_title"),
            deputy_title=fields.text_or_empty("deputy_title"),
            kop=fields.texts("kop"),
            nip_line=fields.flag("nip_line"),
            number_code=fields.text("number_code"),
            utc_offset=fields.whole("utc_offset", -720, 840),
            substitutes=tuple(SignerRule.from_json(rule) for rule in fields.items("substitutes")),
            address=fields.text_or_empty("address"),
            postcode=fields.text_or_empty("postcode"),
            phone=fields.text_or_empty("phone"),
            email=fields.text_or_empty("email"),
            paper=fields.choice("paper", Paper),
            emblem=fields.text_or_empty("emblem"),
            books=BookPlan.from_json(fields.nested("books")),
        )


def kind_of_id(office_id: str) -> OfficeKind:
    """What kind of office has such an id.

    Raises:
        RegionCodeError: the id, or what stands before its slash, is no region code, or one of a province, which has no
            office here; an agency stands under a regency.
    """
    code, slash, slug = office_id.partition("/")
    region = RegionCode(code)
    village = region.village_kind
    if village is not None and not slash:
        return OfficeKind(village.value)
    if region.level is Level.KECAMATAN and not slash:
        return OfficeKind.KECAMATAN
    if region.level is not Level.REGENCY or (slash and not _SLUG.fullmatch(slug)):
        raise RegionCodeError(office_id)
    return OfficeKind.AGENCY if slash else OfficeKind.REGENCY
