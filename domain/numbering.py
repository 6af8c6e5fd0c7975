"""Which book a letter's number comes from, and how the number is written.

Offices differ by habit (one sequence for all letters, one per service, one shared with incoming and outgoing mail) and
by decree (the order of code, number, office, month, year), so both are data of the office.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.actions import Json
from domain.indonesian import local_day, roman_month
from domain.jsonshape import Fields, JsonObject, ShapeError

_TOKEN = re.compile(r"\{([a-z_]+)(?::0([1-6]))?\}")
_WORDS = frozenset({"kode", "nomor", "kantor", "bulan_romawi", "tahun"})
#: The book of an office that keeps one sequence for everything.
ONE_BOOK = "surat"


class NumberTemplateError(ShapeError):
    """A pattern that would write ambiguous numbers; the message is for the person who sets up the office."""

    def __init__(self, sentence: str) -> None:
        super().__init__("template", "a number pattern")
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class NumberTemplate:
    """A pattern such as ``{kode}/{nomor:03}/{kantor}/{bulan_romawi}/{tahun}``.

    ``{nomor}`` and ``{tahun}`` stand in it exactly once, because a book restarts each year; ``:03`` pads with zeros.

    Raises:
        NumberTemplateError: another word stands in braces, a brace is open, or a needed word is missing or doubled.
    """

    text: str

    def __post_init__(self) -> None:
        words = [word for word, _ in _TOKEN.findall(self.text)]
        rest = _TOKEN.sub("", self.text)
        if len(self.text) > 100 or not self.text.isprintable() or "{" in rest or "}" in rest:
            raise NumberTemplateError("Pola nomor tidak terbaca. Tulis seperti {kode}/{nomor:03}/{kantor}/{tahun}.")
        if unknown := sorted(set(words) - _WORDS):
            raise NumberTemplateError(f"Pola nomor memakai kata {{{unknown[0]}}} yang tidak dikenal.")
        if words.count("nomor") != 1 or words.count("tahun") != 1:
            raise NumberTemplateError("Pola nomor harus memuat {nomor} dan {tahun} masing-masing satu kali.")
        if any(width and word != "nomor" for word, width in _TOKEN.findall(self.text)):
            raise NumberTemplateError("Hanya {nomor} yang dapat diisi angka nol di depan.")

    def format(self, number: int, on: date, code: str, office: str) -> str:
        """The printed number: ``code`` is the classification, ``office`` the office's word in numbers."""
        words = {
            "kode": code,
            "kantor": office,
            "bulan_romawi": roman_month(on.month),
            "tahun": str(on.year),
            "nomor": str(number),
        }
        return _TOKEN.sub(lambda found: words[found[1]].rjust(int(found[2] or 0), "0"), self.text)


DEFAULT_TEMPLATE = NumberTemplate("{kode}/{nomor:03}/{kantor}/{bulan_romawi}/{tahun}")


class Sharing(StrEnum):
    """How many sequences an office keeps."""

    ONE = "one"
    PER_SERVICE = "per_service"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPlan:
    """How an office numbers its letters.

    Attributes:
        groups: (book, services): under `Sharing.SHARED` those services share that book, the others have their own.
        templates: (book, pattern) where a book is written differently from ``template``.
        starts: (book, year, first number) where earlier numbers of the year are on paper.
        lease_size: numbers in one block for an offline desk; 1 to 500.
        lease_days: days for which a block may be drawn from; 1 to 400.
    """

    sharing: Sharing = Sharing.PER_SERVICE
    template: NumberTemplate = DEFAULT_TEMPLATE
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    templates: tuple[tuple[str, NumberTemplate], ...] = ()
    starts: tuple[tuple[str, int, int], ...] = ()
    lease_size: int = 20
    lease_days: int = 60

    def __post_init__(self) -> None:
        services = [service for _, members in self.groups for service in members]
        if len(set(services)) != len(services):
            raise ShapeError("groups", "books of which no two hold the same service")
        if not 1 <= self.lease_size <= 500 or not 1 <= self.lease_days <= 400:
            raise ShapeError("lease_size", "1 to 500 numbers for 1 to 400 days")

    def book_of(self, service: str) -> str:
        """The book from which this service's letters are numbered."""
        if self.sharing is Sharing.ONE:
            return ONE_BOOK
        shared = (book for book, members in self.groups if service in members)
        return next(shared, service) if self.sharing is Sharing.SHARED else service

    def template_of(self, book: str) -> NumberTemplate:
        """How this book's numbers are written."""
        return dict(self.templates).get(book, self.template)

    def first_number(self, book: str, year: int) -> int:
        """The first number of this book and year; what lies before it is on paper."""
        return {(each, on): first for each, on, first in self.starts}.get((book, year), 1)

    def to_json(self) -> JsonObject:
        """As it travels in the hub's configuration."""
        groups: list[Json] = [[book, list(members)] for book, members in self.groups]
        return {
            "sharing": self.sharing.value,
            "template": self.template.text,
            "groups": groups,
            "templates": [[book, template.text] for book, template in self.templates],
            "starts": [[book, year, first] for book, year, first in self.starts],
            "lease_size": self.lease_size,
            "lease_days": self.lease_days,
        }

    @classmethod
    def from_json(cls, source: object) -> "BookPlan":
        """Read what `to_json` wrote; `ShapeError` for anything else."""
        fields = Fields(source)
        return cls(
            sharing=fields.choice("sharing", Sharing),
            template=NumberTemplate(fields.text("template")),
            groups=tuple((row.text("0"), row.texts("1")) for row in _rows(fields, "groups", 2)),
            templates=tuple((row.text("0"), NumberTemplate(row.text("1"))) for row in _rows(fields, "templates", 2)),
            starts=tuple(
                (row.text("0"), row.whole("1", 2000, 9999), row.whole("2", 1, 999_999))
                for row in _rows(fields, "starts", 3)
            ),
            lease_size=fields.whole("lease_size", 1, 500),
            lease_days=fields.whole("lease_days", 1, 400),
        )


def book_year(at: datetime, utc_offset: int) -> int:
    """The year whose book is open at this instant: offices restart at their own midnight; offset in minutes."""
    return local_day(at, utc_offset).year


def _rows(fields: Fields, key: str, width: int) -> list[Fields]:
    """Lists of lists, each item under its place as a text."""
    rows = [Fields({key: item}).items(key) for item in fields.items(key)]
    if any(len(row) != width for row in rows):
        raise ShapeError(key, f"rows of {width}")
    return [Fields({str(at): item for at, item in enumerate(row)}) for row in rows]
