"""Who holds which post when, and therefore who may act: the officer, the assignment, the rule of signers.

The government knows four ways to hold a post: *definitif*, *Plt.* (pelaksana tugas: the post is vacant), *Plh.*
(pelaksana harian: its holder is away for some days) and *Pj.* (penjabat, e.g. of a village between two elections). A
letter may be signed by the holder, *a.n.* (atas nama: the deputy in the head's name) or *u.b.* (untuk beliau: one level
further down).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum

from domain.jsonshape import Fields, JsonObject, ShapeError, instant_text

#: The posts that lead an office; their holder signs under the office's name.
HEAD_POSTS = frozenset({"camat", "head", "kades", "lurah"})
#: Posts that exist once per seksi, so that an assignment must name it.
SEKSI_POSTS = frozenset({"kasi"})
POST_TITLES = {
    "camat": "Camat",
    "clerk": "Petugas Pelayanan",
    "head": "Kepala",
    "kades": "Kepala Desa",
    "kasi": "Kepala Seksi",
    "lurah": "Lurah",
    "sekcam": "Sekretaris Kecamatan",
    "sekdes": "Sekretaris Desa",
    "seklur": "Sekretaris Kelurahan",
}


class Status(StrEnum):
    """How a post is held."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    PJ = "pj"


class Form(StrEnum):
    """In whose name a letter is signed."""

    OWN = "own"
    AN = "an"
    UB = "ub"


@dataclass(frozen=True, slots=True)
class Officer:
    """A person in office; ``name`` with titles as it is printed; ``nip`` is 18 digits or None (a kades has none)."""

    id: str
    name: str
    nip: str | None = None

    def __post_init__(self) -> None:
        if not self.id or not self.name:
            raise ShapeError("name", "a text that is not empty")
        if self.nip is not None and not (len(self.nip) == 18 and self.nip.isascii() and self.nip.isdigit()):
            raise ShapeError("nip", "18 digits")

    @property
    def nip_printed(self) -> str:
        """``19700101 199003 1 001``: birth date, start of service, sex, serial; empty without a NIP."""
        nip = self.nip or ""
        return f"{nip[:8]} {nip[8:14]} {nip[14:15]} {nip[15:]}".strip()

    def to_json(self) -> JsonObject:
        """As it travels in the hub's configuration."""
        return {"id": self.id, "name": self.name, "nip": self.nip}

    @classmethod
    def from_json(cls, source: object) -> "Officer":
        """Read what `to_json` wrote; `ShapeError` for anything else."""
        fields = Fields(source)
        return cls(fields.text("id"), fields.text("name"), fields.text_or_none("nip"))


@dataclass(frozen=True, slots=True)
class Interval:
    """When an act truly happened: from the hub's last answer to the desk until the hub's receipt, ends included."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("an interval cannot end before it starts")


class Cover(StrEnum):
    """How much of an interval a period covers."""

    NONE = "none"
    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One decree: this person holds this post in this office from ``start`` until before ``end``.

    Attributes:
        seksi: the seksi it is limited to; None serves the whole office.
        start: first instant, aware; `days` builds it from the dates of a decree.
        end: first instant after it, or None while it lasts.
        decree: number and date of the decision, as text.
        title: the printed name of the post where it differs from `POST_TITLES`.
    """

    id: str
    officer: str
    office: str
    post: str
    start: datetime
    end: datetime | None = None
    seksi: str | None = None
    status: Status = Status.DEFINITIF
    decree: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        if self.post in SEKSI_POSTS and not self.seksi:
            raise ShapeError("seksi", f"named for the post {self.post}")
        if self.end is not None and self.end <= self.start:
            raise ShapeError("end", "after the start")

    def cover(self, interval: Interval) -> Cover:
        """How much of the interval lies in this assignment."""
        if interval.end < self.start or (self.end is not None and interval.start >= self.end):
            return Cover.NONE
        inside = self.start <= interval.start and (self.end is None or interval.end < self.end)
        return Cover.WHOLE if inside else Cover.PART

    @property
    def post_title(self) -> str:
        """The post as printed, with Plt., Plh. or Pj. before it."""
        return prefixed(self.status, self.title or POST_TITLES.get(self.post, self.post.capitalize()))

    def to_json(self) -> JsonObject:
        """As it travels in the hub's configuration."""
        return {
            "id": self.id,
            "officer": self.officer,
            "office": self.office,
            "post": self.post,
            "start": instant_text(self.start),
            "end": None if self.end is None else instant_text(self.end),
            "seksi": self.seksi,
            "status": self.status.value,
            "decree": self.decree,
            "title": self.title,
        }

    @classmethod
    def from_json(cls, source: object) -> "Assignment":
        """Read what `to_json` wrote; `ShapeError` for anything else."""
        fields = Fields(source)
        return cls(
            id=fields.text("id"),
            officer=fields.text("officer"),
            office=fields.text("office"),
            post=fields.text("post"),
            start=fields.instant("start"),
            end=fields.instant_or_none("end"),
            seksi=fields.text_or_none("seksi"),
            status=fields.choice("status", Status),
            decree=fields.text_or_empty("decree"),
            title=fields.text_or_empty("title"),
        )


def days(first: date, last: date | None, utc_offset: int) -> tuple[datetime, datetime | None]:
    """Start and end of an assignment whose decree names its first and last day, both worked; offset in minutes."""
    zone = timezone(timedelta(minutes=utc_offset))
    start = datetime.combine(first, time(), zone).astimezone(UTC)
    if last is None:
        return start, None
    return start, datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class SignerRule:
    """One line of a signature rule: holders of these posts sign in this form."""

    posts: tuple[str, ...]
    form: Form = Form.OWN

    def to_json(self) -> JsonObject:
        """As it travels in service packs and the hub's configuration."""
        return {"posts": list(self.posts), "form": self.form.value}

    @classmethod
    def from_json(cls, source: object) -> "SignerRule":
        """Read what `to_json` wrote; `ShapeError` for anything else."""
        fields = Fields(source)
        return cls(fields.texts("posts"), fields.choice("form", Form))


@dataclass(frozen=True, slots=True)
class Requirement:
    """Who may take a step: the signers in their order, else holders of the posts, else (both empty) anybody in office.

    ``seksi`` limits those whose assignment names a seksi; who serves the whole office is not limited by it.
    """

    posts: tuple[str, ...] = ()
    seksi: str | None = None
    signers: tuple[SignerRule, ...] = ()

    @property
    def rules(self) -> tuple[SignerRule, ...]:
        """The rules in order; a step without signers is taken under one's own name."""
        return self.signers or (SignerRule(self.posts),)

    def admits(self, rule: SignerRule, assignment: Assignment) -> bool:
        """Whether the assignment is of a post (and seksi) that the rule names; time is another question."""
        fits = not rule.posts or assignment.post in rule.posts
        return fits and (self.seksi is None or assignment.seksi in (None, self.seksi))


@dataclass(frozen=True, slots=True)
class Held:
    """The officer had the right, by this assignment, in this form."""

    assignment: Assignment
    form: Form


@dataclass(frozen=True, slots=True)
class Missing:
    """The officer had no right: ``not_assigned``, or ``substituted`` while a Plh. held the post."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """A right for part of the interval only: ``assignment_partly`` or ``substituted_partly``; a person decides."""

    reason: str


Authority = Held | Missing | Unclear


def authority(
    assignments: Iterable[Assignment], officer: str, office: str, requirement: Requirement, interval: Interval
) -> Authority:
    """Whether the officer could take the step throughout the interval.

    The rules are tried in their order and the first that holds wins; else an unclear one; else the plainest refusal.
    """
    here = [assignment for assignment in assignments if assignment.office == office]
    mine = [assignment for assignment in here if assignment.officer == officer]
    outcomes = [
        _standing(assignment, rule.form, here, interval)
        for rule in requirement.rules
        for assignment in mine
        if requirement.admits(rule, assignment)
    ]
    return min(outcomes, key=_rank, default=Missing("not_assigned"))


def _rank(outcome: Authority) -> int:
    if isinstance(outcome, Held):
        return 0
    if isinstance(outcome, Unclear):
        return 1
    return 2 if outcome.reason == "substituted" else 3


def _standing(assignment: Assignment, form: Form, here: list[Assignment], interval: Interval) -> Authority:
    cover = assignment.cover(interval)
    if cover is Cover.NONE:
        return Missing("not_assigned")
    substituted = _substituted(assignment, here, interval)
    if substituted is Cover.WHOLE:
        return Missing("substituted")
    if substituted is Cover.PART:
        return Unclear("substituted_partly")
    return Held(assignment, form) if cover is Cover.WHOLE else Unclear("assignment_partly")


def _substituted(assignment: Assignment, here: list[Assignment], interval: Interval) -> Cover:
    """How much of the interval somebody else was Plh. of this definitive holder's post."""
    if assignment.status is not Status.DEFINITIF:
        return Cover.NONE
    covers = {
        other.cover(interval)
        for other in here
        if other.status is Status.PLH
        and (other.post, other.seksi) == (assignment.post, assignment.seksi)
        and other.officer != assignment.officer
    }
    if Cover.WHOLE in covers:
        return Cover.WHOLE
    return Cover.PART if Cover.PART in covers else Cover.NONE


def prefixed(status: Status, title: str) -> str:
    """``Plh. Camat``; a definitive holder has no prefix."""
    return title if status is Status.DEFINITIF else f"{status.value.capitalize()}. {title}"
