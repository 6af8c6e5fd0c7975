"""A service pack as it stands in its file: what may be written there, and nothing else.

Strict by construction: unknown keys, wrong types and sizes beyond the bounds below are refused by msgspec with the
place in the file. What cannot be said with types (names that exist, expressions that compile) is checked in
`forms.packs`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct, json

Name = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{0,39}$")]
"""A question, a document kind, a merge field."""
PackId = Annotated[str, Meta(pattern="^[a-z][a-z0-9-]{1,59}$")]
Line = Annotated[str, Meta(min_length=1, max_length=200)]
Sentence = Annotated[str, Meta(max_length=500)]
Formula = Annotated[str, Meta(max_length=2_000)]
"""An expression; empty means none."""
Condition = bool | Formula
Minutes = Annotated[int, Meta(ge=0, le=100_000)]
MediaType = Literal["application/pdf", "image/jpeg", "image/png"]
Years = Annotated[int, Meta(ge=0, le=100)]


class Strict(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """What every part of a pack shares: frozen, and deaf to unknown keys."""


class Element(Strict, frozen=True, kw_only=True):
    """Anything on a form.

    `specific` marks specific personal data (UU PDP 27/2022 ps 4), which is masked in lists and not exported.
    """

    name: Name
    label: Line
    hint: Sentence = ""
    relevant: Formula = ""
    specific: bool = False


class Asked(Element, frozen=True, kw_only=True):
    """Anything that is answered."""

    required: Condition = False
    required_message: Sentence = ""
    constraint: Formula = ""
    constraint_message: Sentence = ""


class Text(Asked, tag="text", frozen=True, kw_only=True):
    """Free text; `format` cleans and checks the numbers of identity cards."""

    max_length: Annotated[int, Meta(ge=1, le=4_000)] = 200
    multiline: bool = False
    format: Literal["", "nik", "kk", "name"] = ""


class Integer(Asked, tag="integer", frozen=True, kw_only=True):
    """A whole number of at most fifteen digits."""


class Decimal(Asked, tag="decimal", frozen=True, kw_only=True):
    """A number with decimals."""


class Date(Asked, tag="date", frozen=True, kw_only=True):
    """A day, in answers ``2025-08-17``."""


class Time(Asked, tag="time", frozen=True, kw_only=True):
    """A time of day at the office's place, in answers ``08:30``."""


class SelectOne(Asked, tag="select_one", frozen=True, kw_only=True):
    """One choice of a list; ``.`` in `choice_filter` is the code of the choice that it judges."""

    choices: Name
    choice_filter: Formula = ""


class SelectMultiple(Asked, tag="select_multiple", frozen=True, kw_only=True):
    """Several choices of a list; in answers a list of codes, in expressions the codes with spaces between."""

    choices: Name
    choice_filter: Formula = ""


class Note(Element, tag="note", frozen=True, kw_only=True):
    """A sentence to the clerk; has no answer."""


class Calculate(Element, tag="calculate", frozen=True, kw_only=True):
    """A value that the program works out; its constraint is judged like that of an answer."""

    calculation: Annotated[str, Meta(min_length=1, max_length=2_000)]
    constraint: Formula = ""
    constraint_message: Sentence = ""


class PersonCheck(Strict, frozen=True, kw_only=True):
    """A constraint of this service on one field of a person, e.g. that a groom is a man."""

    field: Name
    constraint: Annotated[str, Meta(min_length=1, max_length=2_000)]
    message: Annotated[str, Meta(min_length=1, max_length=500)]


class Person(Element, tag="person", frozen=True, kw_only=True):
    """A person as a snapshot, taken from the register or typed. Fields are those of `forms.persons`."""

    fields: Annotated[tuple[Name, ...], Meta(min_length=1, max_length=20)]
    optional: Annotated[tuple[Name, ...], Meta(max_length=20)] = ()
    sources: Annotated[tuple[Literal["register", "typed"], ...], Meta(min_length=1, max_length=2)] = (
        "register",
        "typed",
    )
    checks: Annotated[tuple[PersonCheck, ...], Meta(max_length=20)] = ()


class Group(Element, tag="group", frozen=True, kw_only=True):
    """Questions under one heading, or on a page of their own; the answers stay flat."""

    questions: Annotated[tuple[Question, ...], Meta(min_length=1, max_length=100)]
    page: bool = False


class Repeat(Element, tag="repeat", frozen=True, kw_only=True):
    """Rows of the same questions; in answers a list of objects. There is no repeat within a repeat."""

    questions: Annotated[tuple[Question, ...], Meta(min_length=1, max_length=40)]
    min_rows: Annotated[int, Meta(ge=0, le=100)] = 0
    max_rows: Annotated[int, Meta(ge=1, le=100)] = 100


Question = (
    Text | Integer | Decimal | Date | Time | SelectOne | SelectMultiple | Note | Calculate | Person | Group | Repeat
)


class Document(Strict, frozen=True, kw_only=True):
    """A document asked for.

    `relevant` says whether it is asked for at all, `required` whether the request waits for it.
    """

    kind: Name
    label: Line
    hint: Sentence = ""
    relevant: Formula = ""
    required: Condition = True
    media_types: Annotated[tuple[MediaType, ...], Meta(min_length=1, max_length=3)]
    max_bytes: Annotated[int, Meta(ge=10_000, le=10_000_000)]
    specific: bool = False


class Signer(Strict, frozen=True, kw_only=True):
    """Who may sign: holders of one of the posts, and in which form. The list is in order of preference."""

    posts: Annotated[tuple[Name, ...], Meta(min_length=1, max_length=10)]
    form: Literal["own", "an", "ub"]


class RouteStep(Strict, frozen=True, kw_only=True):
    """One step of the route; the meaning is in `domain.routes`."""

    id: Name
    act: Literal["fill", "verify", "paraf", "approve", "issue", "sign"]
    place: Annotated[str, Meta(pattern="^(filing|kecamatan|agency:[A-Za-z0-9._-]{1,60})$")]
    label: Line
    post: Name | None = None
    seksi: Name | None = None
    signers: Annotated[tuple[Signer, ...], Meta(max_length=10)] = ()
    minutes: Minutes = 0


class Table(Strict, frozen=True, kw_only=True):
    """A table of a letter: one line for each row of a repeat, one expression for each column."""

    rows: Name
    columns: Annotated[dict[Name, Formula], Meta(min_length=1, max_length=20)]


class Letter(Strict, frozen=True, kw_only=True):
    """The letter that comes of it; `number_format` is a pattern of `domain.numbering`."""

    template: PackId
    book: PackId
    classification: Annotated[str, Meta(pattern="^[0-9]{3}([.][0-9]{1,3}){0,4}$")]
    title: Line
    number_format: Annotated[str, Meta(min_length=3, max_length=120)]
    paper: Literal["F4", "A4"] = "F4"
    valid_months: Annotated[int, Meta(ge=0, le=120)] = 0
    fields: Annotated[dict[Name, Formula], Meta(max_length=100)]
    tables: Annotated[dict[Name, Table], Meta(max_length=5)] = {}


class LegalBasis(Strict, frozen=True, kw_only=True):
    """One rule on which the service rests."""

    rule: Line
    about: Sentence


class Retention(Strict, frozen=True, kw_only=True):
    """How long the archive keeps a request (Permendagri 19/2012), in years after it ended, and what then."""

    active_years: Years
    inactive_years: Years
    then: Literal["musnah", "permanen", "dinilai_kembali"]
    basis: Line


class Privacy(Strict, frozen=True, kw_only=True):
    """What UU PDP 27/2022 ps 20-21 wants told: on what ground the data is processed, and for what."""

    basis: Line
    purpose: Sentence


class Spbe(Strict, frozen=True, kw_only=True):
    """Codes in the six domains of the national architecture (Perpres 132/2022); the regency fills in its own."""

    proses_bisnis: str
    data_informasi: str
    layanan: str
    aplikasi: str
    infrastruktur: str
    keamanan: str


class Choice(Strict, frozen=True, kw_only=True):
    """One choice; `code` is stored, `label` is printed."""

    code: Annotated[str, Meta(pattern="^[A-Za-z0-9_.+-]{1,40}$")]
    label: Line


Choices = Annotated[tuple[Choice, ...], Meta(min_length=1, max_length=2_000)]


class CodeList(Strict, frozen=True, kw_only=True):
    """A list of the law or of the population system, as printed on a family card; valid from a day on."""

    id: Name
    title: Line
    source: Sentence
    valid_from: date
    choices: Choices


class PackFile(Strict, frozen=True, kw_only=True):
    """A whole pack. `mark` is printed wherever the pack is shown until the legal division has looked at it."""

    format: Literal["ketinting-pack-1"]
    id: PackId
    version: Annotated[int, Meta(ge=1, le=10_000)]
    title: Line
    summary: Sentence
    owner: Line
    mark: Sentence = ""
    valid_from: date
    valid_to: date | None = None
    legal_basis: Annotated[tuple[LegalBasis, ...], Meta(min_length=1, max_length=30)]
    offices: Annotated[tuple[Literal["desa", "kelurahan", "desa_adat"], ...], Meta(min_length=1, max_length=3)]
    applicant: Name
    questions: Annotated[tuple[Question, ...], Meta(min_length=1, max_length=100)]
    choices: Annotated[dict[Name, Choices], Meta(max_length=30)] = {}
    documents: Annotated[tuple[Document, ...], Meta(max_length=30)] = ()
    route: Annotated[tuple[RouteStep, ...], Meta(min_length=2, max_length=12)]
    sla_minutes: Minutes
    fee: Line = "Gratis"
    letter: Letter
    retention: Retention
    privacy: Privacy
    spbe: Spbe


PREPARED: Final = (json.Decoder(CodeList), json.Decoder(PackFile))
"""Made while one thread imports this: two that are the first to read a type end the whole process (ADR 0091)."""
