"""Finding by typing: services, requests and citizens for the search field that opens with a key."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.office.browsing import line_of
from desktop.office.desk import Desk
from desktop.office.overview import offered
from desktop.store import browsing, citizens
from desktop.store.request_codes import with_code
from domain.identity import clean_digits, mask_number

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found. `kind`: ``service``, ``request`` or ``citizen``."""

    kind: str
    key: str
    title: str
    text: str


def find(desk: Desk, words: str) -> tuple[Hit, ...]:
    """What begins like these words, or has the code of a request. A citizen's number is masked: no full look."""
    said = words.strip()
    if len(said) < 2:
        return ()
    low = said.casefold()
    with desk.database.reading() as connection:
        known = offered(desk, connection)
        titles = {each.id: each.title for each in known}
        services = tuple(
            Hit("service", each.id, each.title, each.summary)
            for each in known
            if low in each.title.casefold() or low in each.id
        )
        coded = with_code(connection, said)
        office = desk.enrolled(connection).office
        rows = browsing.by_name(connection, office, said, SHOWN)
        lines = [line_of(connection, row) for row in rows]
        digits = clean_digits(said)
        people = citizens.by_nik_prefix(connection, digits) if digits.isdigit() else citizens.by_words(connection, said)
    told = tuple(Hit("request", key, subject, titles.get(service, service)) for key, subject, service in coded)
    requests = tuple(Hit("request", line.id, line.subject, line.title) for line in lines)
    persons = tuple(
        Hit("citizen", str(each.id), each.name, f"{mask_number(each.nik or '')}  {each.place}".strip())
        for each in people[:SHOWN]
    )
    return (*told, *services[:SHOWN], *requests, *persons)
