"""Coming in: the first officer opens the desk, others join it; a locked screen asks for the password again."""

from __future__ import annotations

from desktop.door import Door, Officer, write_door
from desktop.errors import WorldError
from desktop.keys import Vault
from desktop.office.desk import Desk, Outside, open_desk
from desktop.office.timekeeping import effective_now
from domain.posts import Cover, Interval


def enter(vault: Vault, outside: Outside, officer: str, password: str) -> Desk:
    """Open the desk with an officer's password.

    Raises:
        WrongPassword, TooManyTries, DamagedStore, NewerStore: as `open_desk`.
        NotAllowed: its enrolment was cut short.
    """
    desk = open_desk(vault, outside, officer, password)
    try:
        remember_door(desk)
    except WorldError:
        desk.close()
        raise
    return desk


def enter_again(desk: Desk, officer: str, password: str) -> Desk:
    """Unlock, or let another officer of this desk act; the password is always asked.

    Raises:
        WrongPassword, TooManyTries, NotFound: as `Vault.open`.
    """
    desk.opened[officer] = desk.vault.open(officer, password, desk.outside.now())
    desk.officer = officer
    remember_door(desk)
    return desk


def remember_door(desk: Desk) -> None:
    """Write down what the sign-in page shows next time."""
    with desk.database.reading() as connection:
        office, config = desk.office(connection), desk.configuration(connection)
        now = effective_now(desk, connection)
    posts = {
        each.officer: each.post_title
        for each in config.all_assignments
        if each.office == office.id and each.cover(Interval(now, now)) is Cover.WHOLE
    }
    above = config.office_by_id.get(office.parent or "")
    officers = tuple(Officer(each, config.name_of(each), posts.get(each, "")) for each in desk.vault.officers())
    write_door(desk.vault.folder, Door(office.full_name, above.full_name if above else office.kop[0].title(), officers))
