"""Whether the list of a desk is the fold of its log, whatever happened."""

from __future__ import annotations

from sqlalchemy import select

from desktop.office.desk import Desk
from desktop.store import actions, catalogue, projection, settings
from desktop.store.access_log import subject_of
from desktop.store.projection import fold_standing, latest_answers, row_of
from desktop.store.tables import requests
from forms.packs import route_of


def check_projection(desk: Desk) -> int:
    """Every row equals the fold of its log; gives how many there are."""
    with desk.database.reading() as connection:
        listed = connection.execute(select(requests)).all()
        for row in listed:
            log = actions.of_request(connection, row.id)
            pack = catalogue.pack_of(connection, row.pack)
            assert pack is not None
            standing = fold_standing(log, route_of(pack))
            assert standing is not None
            person = catalogue.applicant_of(pack, latest_answers(log))
            salt = projection_salt(desk)
            subject = (str(person.get("nama", "")), subject_of(str(person["nik"]), salt) if person else "")
            assert projection.row(connection, row.id) == row_of(log, standing, subject)
        return len(listed)


def projection_salt(desk: Desk) -> bytes:
    with desk.database.reading() as connection:
        return settings.get(connection, "salt", bytes) or b""
