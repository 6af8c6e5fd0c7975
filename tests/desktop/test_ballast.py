"""A full disk, and the room that was held for it: what was typed is saved, the exchange ends, a person is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.errors import StoreFull
from desktop.files import disk_full
from desktop.office import examining
from desktop.office.overview import see_status
from desktop.office.reserving import see_room
from desktop.store import settings
from sync.ballast import NAME, free_bytes
from tests.desktop import fakes
from tests.desktop.house import House, filed
from tests.room import fill, small_disk


def test_what_is_typed_on_a_full_disk_is_saved_at_the_first_try(tmp_path: Path) -> None:
    with small_disk(tmp_path / "kecil", "4m") as disk:
        desk = fakes.Bench(disk / "profile").open_new()
        (desk.profile / NAME).write_bytes(bytes(1_000_000))
        filled = fill(disk)
        with desk.database.writing() as connection:
            settings.put(connection, "konsep", "x" * 50_000)
        assert desk.files.keep([bytes(100_000)]).size == 100_000
        assert not (desk.profile / NAME).exists()
        filled.unlink()
        desk.close()


def test_a_full_share_gives_the_room_up_and_says_to_do_it_again(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"x")
    first, second = disk_full(tmp_path), disk_full(tmp_path)
    assert (first.code, second.code) == ("ruang_cadangan_dibuka", "penyimpanan_penuh")
    assert "ulangi langkah itu sekarang" in first.sentence
    assert isinstance(second, StoreFull)


def test_a_desk_holds_room_after_an_exchange(village: House) -> None:
    session = village.session("desa")
    assert session._desk is not None
    session._desk.outside = replace(session._desk.outside, ballast=200_000)
    assert not see_room(session._desk).held
    village.must("desa", "sync")
    assert see_room(session._desk).held


def test_a_desk_that_gave_its_room_up_says_so_and_goes_on_sending(village: House) -> None:
    session = village.session("desa")
    desk = session._desk
    assert desk is not None
    assert see_status(desk).room == ""
    desk.outside = replace(desk.outside, ballast=free_bytes(desk.profile))  # more than fits, as on a full disk
    filed(village)
    told = village.must("desa", "sync")
    assert (told["accepted"], told["blobs_sent"]) == (1, 1)
    assert not (desk.profile / "backups").exists() or not list((desk.profile / "backups").glob("*.tmp"))
    assert "Kosongkan ruang" in see_status(desk).room
    found = examining._room(desk, fakes.NoNetwork())
    assert (found.good, "ruang cadangan" in found.sentence) == (False, True)
