"""Old copies leave a desk behind a verified backup of the hub, and come back when somebody wants them."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, select

from desktop.office.letting_go import let_go_of_copies
from desktop.store import blobs, tables
from desktop.store.blobfiles import Kept
from hub.service.epochs import note_durable
from hub.store.growing import scopes
from sync.encoding import unb64u
from tests.desktop.house import House, desk_of, filed, pdf_scan


def withdrawn(house: House) -> str:
    request = filed(house)
    house.must("desa", f"--officer clerk act {request} withdraw --reason batal")
    house.must("desa", "--officer clerk sync")
    return request


def backed_up(house: House, most: int = 1000) -> None:
    """The hub has a verified backup of this moment, or of the one at which its scopes stood at `most`."""
    with house.town.ground.store.writing() as connection:
        heads = {row.scope: min(int(row.seq), most) for row in connection.execute(select(scopes))}
        note_durable(connection, heads, "2026-11-20T04:00:00.000Z")


def days_pass(house: House, days: int) -> None:
    house.town.clock.instant += timedelta(days=days)
    house.must("desa", "--officer clerk sync")


def test_a_copy_stays_until_a_backup_was_made_after_the_hub_had_it(village: House) -> None:
    request = withdrawn(village)
    desk = desk_of(village, "desa")
    days_pass(village, 120)
    days_pass(village, 1)
    assert desk.files.names(), "no backup at all"
    with desk.database.reading() as connection:
        known_at = connection.execute(select(tables.at_hub.c.seq)).scalar_one()
    backed_up(village, known_at)
    days_pass(village, 1)
    assert desk.files.names(), "a backup that may be older than the bytes"
    village.file("scan.pdf", pdf_scan(2))
    withdrawn(village)
    backed_up(village)
    days_pass(village, 1)
    (document,) = village.must("desa", f"show {request}")["documents"]
    assert (document["state"], document["here"]) == (blobs.LET_GO, False)
    assert len(desk.files.names()) == 1, "the other request is young"
    checks = {each["check"]: each for each in village.type("desa", "--officer clerk doctor")["checks"]}
    assert (checks["files"]["good"], checks["let_go"]["good"]) == (True, True)
    assert "1 berkas lama" in checks["let_go"]["sentence"]
    assert village.must("desa", f"fetch {request}")["documents"] == 1
    assert village.must("desa", "--officer clerk sync")["blobs_received"] == 1
    (document,) = village.must("desa", f"show {request}")["documents"]
    assert (document["state"], document["here"]) == (blobs.STORED, True)


def test_bytes_that_no_accepted_step_names_are_nowhere_else_and_stay(village: House) -> None:
    request = withdrawn(village)
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        kept = desk.files.keep([b"surat yang ditolak"])
        row = blobs.LetterRow("64.02.04", request, "contoh", "signed", "A" * 43, kept)
        blobs.keep_letter(connection, row)
        found = connection.execute(select(tables.blobs.c.file)).scalar_one()
        both = blobs.LetterRow("64.02.04", request, "sah", "signed", _named(connection), _same(connection))
        blobs.keep_letter(connection, both)
    days_pass(village, 120)
    withdrawn(village)
    backed_up(village)
    village.must("desa", "--officer clerk sync")
    assert let_go_of_copies(desk) == 2
    assert kept.file in desk.files.names()
    assert found not in desk.files.names(), "one file of two rows goes with the last of them"


def _named(connection: Connection) -> str:
    return str(connection.execute(select(tables.blobs.c.sha256)).scalar_one())


def _same(connection: Connection) -> Kept:
    row = connection.execute(select(tables.blobs)).one()
    return Kept(row.file, row.wrapped_key, unb64u(row.sha256), row.size)
