"""The services of this office, and the circumstances under which their forms are judged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection

from desktop.errors import NotFound
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.timekeeping import effective_now
from desktop.phrases import phrase
from desktop.store import catalogue
from desktop.store.committing import project_all
from desktop.store.projection import unfolded
from domain.actions import Action, Json
from domain.indonesian import local_day
from domain.regions import RegionCode
from domain.timekeeping import judged_at
from forms.errors import PackError
from forms.pack import Pack
from forms.packs import route_of
from forms.settled import Circumstances
from resources.packs import open_packs
from resources.regions import open_regions
from sync.encoding import b64u, instant_text
from sync.hub_port import Hub


def circumstances(desk: Desk, connection: Connection, at: datetime) -> Circumstances:
    """What a form is judged by that is recorded now: the time of the action and the office's own calendar."""
    return _around(desk, connection, judged_at(at, desk.contact(connection).hub_time))


def circumstances_of(desk: Desk, connection: Connection, action: Action) -> Circumstances:
    """What the form in an action was judged by."""
    return _around(desk, connection, judged_at(action.at, action.hub_at))


def _around(desk: Desk, connection: Connection, at: datetime) -> Circumstances:
    calendar = desk.configuration(connection).calendar_of(desk.office(connection))
    return Circumstances(at, calendar, knows_kecamatan)


def knows_kecamatan(code: RegionCode) -> bool:
    """Whether the national table has it."""
    return code.text in open_regions()


def services(desk: Desk, connection: Connection) -> tuple[Pack, ...]:
    """The services that this office may file today, one version each."""
    office = desk.office(connection)
    today = local_day(effective_now(desk, connection), office.utc_offset)
    found: dict[str, Pack] = {}
    for pack in catalogue.all_packs(connection):
        if pack.is_valid_on(today) and office.kind.value in pack.file.offices:
            found[pack.id] = pack
    return tuple(found.values())


def service(desk: Desk, connection: Connection, name: str) -> Pack:
    """The version of a service that is in force today.

    Raises:
        NotFound: this office does not offer it.
    """
    known = {pack.id: pack for pack in services(desk, connection)}
    if name not in known:
        offered = ", ".join(sorted(known)) or phrase("belum ada")
        raise NotFound(
            "layanan_tidak_ada",
            phrase(
                "Layanan “{name}” tidak tersedia di kantor ini. Yang tersedia: {offered}.",
                name=name[:60],
                offered=offered,
            ),
        )
    return known[name]


def list_services(desk: Desk) -> Changed:
    """The services as plain values."""
    with desk.database.reading() as connection:
        found = services(desk, connection)
    lines = "\n".join(f"{pack.id}  {pack.file.title}" for pack in found)
    return Changed(
        told={"services": [_described(pack) for pack in found]}, sentence=lines or phrase("Belum ada layanan.")
    )


def _described(pack: Pack) -> Json:
    documents: list[Json] = [
        {"kind": each.document.kind, "label": each.document.label, "max_bytes": each.document.max_bytes}
        for each in pack.documents
    ]
    route: list[Json] = [{"id": step.id, "act": step.act.value, "label": step.label} for step in route_of(pack).steps]
    return {
        "id": pack.id,
        "version": pack.file.version,
        "title": pack.file.title,
        "summary": pack.file.summary,
        "mark": pack.file.mark,
        "documents": documents,
        "route": route,
        "sla_minutes": pack.file.sla_minutes,
    }


def fetch_packs(desk: Desk, hub: Hub) -> int:
    """Fetch the service packs that the configuration names and this desk lacks; those we ship need no network.

    Returns:
        How many were kept.

    Raises:
        SyncError: the hub could not be asked.
    """
    with desk.database.reading() as connection:
        known, config = catalogue.known_packs(connection), desk.configuration(connection)
    kept = 0
    for entry in config.packs:
        if (entry.id, str(entry.version)) not in known:
            kept += _keep(desk, _content(hub, entry.id, str(entry.version), entry.sha256))
    if kept:
        _project_waiting(desk)
    return kept


def _content(hub: Hub, name: str, version: str, sha256: str) -> bytes:
    shipped = open_packs().get(f"{name}@{version}")
    if shipped is not None and sha256 in set(_spellings(shipped)):
        return shipped
    return hub.pack(name, version)


def _spellings(content: bytes) -> Iterator[str]:
    digest = hashlib.sha256(content)
    yield from (digest.hexdigest(), b64u(digest.digest()))


def _keep(desk: Desk, content: bytes) -> int:
    try:
        with desk.database.writing() as connection:
            catalogue.keep_pack(connection, content)
    except PackError:
        return 0  # made for a newer program: everything else goes on, and the service is not offered here
    return 1


def take_pack(desk: Desk, content: bytes) -> None:
    """Keep a service pack that came in a parcel."""
    if _keep(desk, content):
        _project_waiting(desk)


def _project_waiting(desk: Desk) -> None:
    """Requests that came before their service pack find their place in the list."""
    with desk.database.writing() as connection:
        project_all(connection, unfolded(connection), instant_text(desk.outside.now()))
