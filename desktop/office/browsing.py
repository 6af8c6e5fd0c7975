"""Looking through the list of requests: rows with the words that a list needs, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection

from desktop.heard import why
from desktop.office.desk import Desk
from desktop.phrases import noted, phrase
from desktop.store import actions as log
from desktop.store import catalogue, drafts
from desktop.store.browsing import PAGE, Listed, Stage, Wanted, counts, page
from desktop.store.configuration import Configuration
from desktop.store.listed import authors_of, niks_of, numbers_of
from desktop.store.projection import content_of
from domain.actions import WITH_REASON, ActionKind
from domain.identity import mask_number
from domain.posts import Cover, Interval
from domain.workflow import State


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list.

    Attributes:
        stage: None for a draft.
        note: what the state means for this row: a reason, a place.
        changed_at: ISO instant; what the office's clock makes of it is the page's.
        nik: of the applicant, masked; empty where there is none.
        by: the post of who sent it back, where a page tells that.
        number: printed on the letter, once it is signed; where a page tells that.
    """

    id: str
    service: str
    title: str
    subject: str
    stage: Stage | None
    state: str
    note: str
    changed_at: str
    nik: str = ""
    by: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of lines; `after` is None when there are no more."""

    lines: tuple[Line, ...]
    after: tuple[str, str] | None


def page_of_requests(desk: Desk, wanted: Wanted, after: tuple[str, str] | None = None, limit: int = PAGE) -> Page:
    """A page of the list."""
    with desk.database.reading() as connection:
        office = desk.enrolled(connection).office
        found = page(connection, office, wanted, after, limit)
        niks = niks_of(connection, [each.row for each in found])
        lines = tuple(replace(each, nik=niks.get(each.id, "")) for each in lines_of(connection, found))
    last = found[-1].row if len(found) == limit else None
    return Page(lines, None if last is None else (last.changed_at, last.id))


def page_of_drafts(desk: Desk) -> Page:
    """All drafts of this desk: a clerk has a handful."""
    with desk.database.reading() as connection:
        titles = _titles(connection)
        found = tuple(
            Line(
                each.id,
                each.service,
                titles.get(each.service, each.service),
                str(_person(connection, each).get("nama") or ""),
                None,
                "",
                "",
                each.changed_at,
                mask_number(str(_person(connection, each).get("nik") or "")),
            )
            for each in drafts.all_drafts(connection)
        )
    return Page(found, None)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the list can be narrowed by: (id, words) of services and of officers, in the order of the words."""

    services: tuple[tuple[str, str], ...]
    officers: tuple[tuple[str, str], ...]


def choices(desk: Desk) -> Choices:
    """Services of this desk, and officers who filed or decided something that it knows of."""
    with desk.database.reading() as connection:
        config = desk.configuration(connection)
        titles = _titles(connection)
        officers = [
            (each, config.officer_by_id[each].name) for each in authors_of(connection) if each in config.officer_by_id
        ]
    return Choices(_sorted(titles.items()), _sorted(officers))


def _sorted(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: pair[1].casefold()))


def count_requests(desk: Desk) -> tuple[Mapping[Stage, int], int]:
    """How many rows each stage has, and how many drafts there are."""
    with desk.database.reading() as connection:
        return counts(connection, desk.enrolled(connection).office), len(drafts.all_drafts(connection))


def lines_of(connection: Connection, found: Sequence[Listed]) -> tuple[Line, ...]:
    """Rows with their words and the numbers of their letters."""
    numbers = numbers_of(connection, [each.row for each in found])
    return tuple(replace(line_of(connection, each), number=numbers.get(each.row.id, "")) for each in found)


def line_of(connection: Connection, listed: Listed) -> Line:
    """A row with its words."""
    row = listed.row
    pack = catalogue.pack_of(connection, row.pack)
    title = pack.file.title if pack else row.service
    return Line(
        row.id, row.service, title, row.subject, listed.stage, row.state, _note(connection, listed), row.changed_at
    )


def _note(connection: Connection, listed: Listed) -> str:
    row, stage = listed.row, listed.stage
    if stage is Stage.RETURNED or stage is Stage.REJECTED:
        return reason_of(connection, row.id)
    if stage is Stage.READY:
        return phrase("Menunggu sambungan")
    if stage is Stage.SENDING:
        return phrase("Sebagian masih dikirim")
    if stage is Stage.DONE:
        return phrase("Sudah diserahkan") if row.state == State.HANDED_OVER else phrase("Surat selesai, siap dicetak")
    return step_label(connection, row.pack, row.step)


def step_label(connection: Connection, pack: str, step: str) -> str:
    """The words of a step of the route; its id where the pack is not here."""
    route = catalogue.route_of_ref(connection, pack)
    place = route.index(step) if route else None
    return route.steps[place].label if route and place is not None else step


def returned_by(connection: Connection, config: Configuration, request: str) -> str:
    """The post of the officer who sent it back last; empty where the hub itself did not take it."""
    for item in reversed(log.of_request(connection, request)):
        if item.refused:
            return ""
        if item.action.kind is ActionKind.RETURN:
            at = Interval(item.action.at, item.action.at)
            held = (each for each in config.all_assignments if each.officer == item.action.author)
            posts = [each.post_title for each in held if each.cover(at) is Cover.WHOLE]
            return posts[0] if posts else config.name_of(item.action.author)
    return ""


_BEFORE_REASON: Final[Mapping[ActionKind, str]] = {
    ActionKind.REVOKE: noted("Surat dicabut"),
    ActionKind.REPLACE: noted("Surat diganti"),
}
"""What a list says before the reason where the state does not tell."""


def reason_of(connection: Connection, request: str) -> str:
    """Why it came back or ended: the officer's own words, else the hub's sentence."""
    for item in reversed(log.of_request(connection, request)):
        if item.refused:
            return why(item.reason)
        if item.action.kind in WITH_REASON:
            note, before = (content_of(item) or {}).get("note"), _BEFORE_REASON.get(item.action.kind)
            told = (phrase(before) if before else "", note if isinstance(note, str) else "")
            return ": ".join(each for each in told if each)
    return ""


def _titles(connection: Connection) -> Mapping[str, str]:
    return {pack.id: pack.file.title for pack in catalogue.all_packs(connection)}


def _person(connection: Connection, draft: drafts.FormDraft) -> Mapping[str, object]:
    pack = next((each for each in catalogue.all_packs(connection) if each.id == draft.service), None)
    return catalogue.applicant_of(pack, draft.answers) if pack else {}
