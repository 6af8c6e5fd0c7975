"""What came since this officer last looked: the mark is set when the desk is locked or closed.

A desk that was killed keeps its older mark, so that something may be told twice and nothing is missed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop.office.browsing import Line, lines_of
from desktop.office.desk import Desk
from desktop.office.timekeeping import now_text
from desktop.store import actions as log
from desktop.store import browsing, settings
from desktop.store.browsing import Wanted

_LOOKED_AT: Final = 40
"""How many of the newest rows are looked at."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Requests that others moved since `since` (ISO instant; empty when this officer was never here)."""

    since: str
    lines: tuple[Line, ...]


def note_seen(desk: Desk) -> None:
    """The acting officer goes away now."""
    with desk.database.writing() as connection:
        settings.put(connection, _name(desk.officer), now_text(desk, connection))


def last_seen(desk: Desk) -> str:
    """When the acting officer last went away; empty for never."""
    with desk.database.reading() as connection:
        return settings.get(connection, _name(desk.officer), str) or ""


def see_arrivals(desk: Desk, since: str, limit: int = 5) -> Arrivals:
    """What others did since then, the newest first; own work is no news."""
    if not since:
        return Arrivals("", ())
    with desk.database.reading() as connection:
        office = desk.enrolled(connection).office
        rows = browsing.page(connection, office, Wanted(), limit=_LOOKED_AT)
        fresh = [each for each in rows if each.row.changed_at > since]
        news = []
        for each in fresh:
            accepted = [item for item in log.of_request(connection, each.row.id) if item.rev is not None]
            if accepted and not accepted[-1].own:
                news.append(each)
        lines = lines_of(connection, news[:limit])
    return Arrivals(since, lines)


def _name(officer: str) -> str:
    return f"seen:{officer}"
