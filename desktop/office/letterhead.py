"""The office as the hub describes it, and the head of its letters as it will be printed."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.office.desk import Desk
from desktop.office.lettering import letters_trouble
from domain.letters import Letterhead
from letters.errors import LettersError
from letters.render import render_letterhead


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """What the hub set for this office. `version` is the configuration's, `hub` where it comes from."""

    name: str
    above: str
    kop: tuple[str, ...]
    address: str
    emblem: str
    paper: str
    number_code: str
    head: str
    hub: str
    version: str
    verification_url: str


def see_office(desk: Desk) -> OfficeCard:
    """The office's own part of the configuration."""
    with desk.database.reading() as connection:
        office, config, who = desk.office(connection), desk.configuration(connection), desk.enrolled(connection)
    above = config.office_by_id.get(office.parent or "")
    return OfficeCard(
        name=office.full_name,
        above=above.full_name if above else "",
        kop=office.kop,
        address=office.address_line,
        emblem=office.emblem,
        paper=office.paper.value,
        number_code=office.number_code,
        head=office.head_title,
        hub=who.hub_url,
        version=config.version,
        verification_url=config.verification_url,
    )


def draw_letterhead(desk: Desk) -> bytes:
    """The kop alone as a PDF, set by the same source as every letter.

    Raises:
        Rejected: it cannot be set, e.g. for a letter that the font lacks.
    """
    with desk.database.reading() as connection:
        office = desk.office(connection)
    try:
        kop = Letterhead(office.kop, office.address_line, office.emblem or None)
        return render_letterhead(kop, office.paper.value)
    except LettersError as error:
        raise letters_trouble(error) from error
