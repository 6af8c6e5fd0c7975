"""What the first page and the status bar tell: who is here, what waits, what came, and how the hub was last reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import Connection

from desktop.office import outgoing, services
from desktop.office.browsing import Line, line_of, page_of_drafts, returned_by
from desktop.office.desk import Desk
from desktop.office.reserving import see_room
from desktop.office.timekeeping import effective_now
from desktop.phrases import phrase
from desktop.store import browsing, drafts
from desktop.store.browsing import Stage, Wanted
from desktop.store.states import Contact
from domain.offices import Office, OfficeKind
from domain.posts import Assignment, Cover, Interval
from domain.timekeeping import TOLERANCE
from sync.encoding import instant_text

_FILING = frozenset({OfficeKind.DESA, OfficeKind.DESA_ADAT, OfficeKind.KELURAHAN})
_DECIDING_POSTS = frozenset({"camat", "sekcam", "kasi", "kades", "lurah", "sekdes", "seklur", "head"})


@dataclass(frozen=True, slots=True)
class Offered:
    """A service that may be filed here."""

    id: str
    title: str
    summary: str
    mark: str


@dataclass(frozen=True, slots=True)
class Self:
    """Who is signed in where.

    Attributes:
        files: whether this office takes requests.
        decides: whether the officer holds a post that decides.
        signs: whether the office is signed for by this officer, so that the queue says so.
        utc_offset: the office's clock.
    """

    officer: str
    name: str
    post: str
    office: str
    above: str
    files: bool
    decides: bool
    signs: bool
    utc_offset: int


@dataclass(frozen=True, slots=True)
class Home:
    """The first page; `ready_to_print` counts finished letters of this office that nobody took home yet."""

    counts: Mapping[Stage, int]
    drafts: int
    attention: tuple[Line, ...]
    left_open: tuple[Line, ...]
    ready_to_print: int
    waiting_here: tuple[Line, ...]
    often: tuple[Offered, ...]


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """What the status bar says: requests of which something waits, when the hub was last heard (ISO, None for never).

    `paused` when somebody paused the exchange; `room` what to do where the disk is full, empty otherwise.
    """

    waiting: int
    heard_at: str | None
    paused: bool = False
    room: str = ""


def see_self(desk: Desk) -> Self:
    """Who is signed in."""
    with desk.database.reading() as connection:
        office, config = desk.office(connection), desk.configuration(connection)
        held = posts_of(desk, connection)
    above = config.office_by_id.get(office.parent or "")
    return Self(
        officer=desk.officer,
        name=config.name_of(desk.officer),
        post=held[0].post_title if held else phrase("Petugas"),
        office=office.full_name,
        above=above.full_name if above else _regency(office),
        files=office.kind in _FILING,
        decides=any(each.post in _DECIDING_POSTS for each in held),
        signs=any(each.post == office.head_post for each in held),
        utc_offset=office.utc_offset,
    )


def posts_of(desk: Desk, connection: Connection) -> tuple[Assignment, ...]:
    """The posts that the acting officer holds here now, leading ones first."""
    now = effective_now(desk, connection)
    moment = Interval(now, now)
    who = desk.enrolled(connection)
    held = [
        each
        for each in desk.configuration(connection).all_assignments
        if each.officer == desk.officer and each.office == who.office and each.cover(moment) is Cover.WHOLE
    ]
    return tuple(sorted(held, key=lambda each: each.post == "clerk"))


def _regency(office: Office) -> str:
    return office.kop[0].title() if office.kop else ""


def see_home(desk: Desk, lines: int = 4) -> Home:
    """The first page: what can be mended, what came back, what waits, how much of everything there is."""
    with desk.database.reading() as connection:
        office = desk.enrolled(connection).office
        counted = browsing.counts(connection, office)
        drafted = len(drafts.all_drafts(connection))
        config = desk.configuration(connection)
        attention = tuple(
            replace(each, by=returned_by(connection, config, each.id))
            for each in _lines(connection, office, Stage.RETURNED, lines)
        )
        finished = browsing.signed_count(connection, office)
        here = _lines(connection, office, Stage.HERE, 8)
        often = _often(desk, connection)
    return Home(counted, drafted, attention, page_of_drafts(desk).lines, finished, here, often)


def _lines(connection: Connection, office: str, stage: Stage, limit: int) -> tuple[Line, ...]:
    found = browsing.page(connection, office, Wanted(stage=stage), limit=limit)
    return tuple(line_of(connection, each) for each in found)


def _often(desk: Desk, connection: Connection) -> tuple[Offered, ...]:
    """The services filed most in ninety days; the others follow."""
    since = instant_text(effective_now(desk, connection) - timedelta(days=90))
    order = browsing.services_in_use(connection, since, 4)
    here = offered(desk, connection)
    return tuple(sorted(here, key=lambda each: (order.index(each.id) if each.id in order else len(order), each.title)))[
        :4
    ]


def offered(desk: Desk, connection: Connection) -> tuple[Offered, ...]:
    """The services of this office."""
    return tuple(
        Offered(pack.id, pack.file.title, pack.file.summary, pack.file.mark)
        for pack in services.services(desk, connection)
    )


def see_services(desk: Desk) -> tuple[Offered, ...]:
    """The same, for a page."""
    with desk.database.reading() as connection:
        return offered(desk, connection)


def see_status(desk: Desk) -> DeskStatus:
    """What the status bar says."""
    with desk.database.reading() as connection:
        heard = _heard_at(desk.contact(connection))
        paused = outgoing.is_paused(connection)
        return DeskStatus(browsing.waiting_count(connection), heard, paused, see_room(desk).sentence)


def _heard_at(contact: Contact) -> str | None:
    """By this computer's clock where it was right then, as everything beside it is; else by the hub's."""
    skew = contact.skew
    return contact.hub_at if skew is not None and abs(skew) > TOLERANCE else contact.desk_at
