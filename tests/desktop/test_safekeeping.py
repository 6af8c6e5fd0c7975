from __future__ import annotations

import errno
import os
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.errors import StoreFull
from desktop.office import examining, safekeeping
from desktop.office.desk import Desk
from desktop.store.database import open_database
from sync.errors import Unreachable
from tests.desktop import fakes
from tests.desktop.house import House, desk_of, filed
from tests.desktop.town import cut_at


def test_a_backup_brings_back_what_was_there_and_the_hub_the_rest(village: House) -> None:
    first = filed(village)
    file = village.town.folder / "cadangan.ktg"
    assert village.must("desa", f"--officer clerk backup {file}")["size"] == file.stat().st_size
    second = filed(village)
    village.must("desa", "sync")
    told = village.must("desa", f"--officer clerk restore {file}")
    assert told["officer"] == "clerk"
    assert [row["id"] for row in village.must("desa", "--officer clerk requests")["requests"]] == [first]
    sent = village.must("desa", "sync")
    assert sent["refused"] == 0
    assert {row["id"] for row in village.must("desa", "requests")["requests"]} == {first, second}
    assert all(row["unanswered"] == 0 for row in village.must("desa", "requests")["requests"])
    third = filed(village)
    assert village.must("desa", "sync")["accepted"] == 1
    keys = village.keys("kades")
    village.must("desa", "sync")
    assert village.must("desa", f"--officer kades issue {third} {keys}")["n"] > 20, "a new life, a new block"


def test_a_backup_reads_for_nobody_without_a_password(village: House) -> None:
    filed(village)
    file = village.town.folder / "cadangan.ktg"
    village.must("desa", f"--officer clerk backup {file}")
    content = file.read_bytes()
    for found in (b"%PDF", b"Contoh", b"6402", b"SQLite format"):
        assert found not in content
    wrong = village.file("salah", b"bukan sandinya")
    before = village.must("desa", "requests")["requests"]
    village.refused("desa", f"--officer clerk --password-file {wrong} restore {file}", "sandi_salah")
    assert village.must("desa", "--officer clerk requests")["requests"] == before


@pytest.mark.parametrize("how", ["text", "foreign", "outside", "missing", "cut"])
def test_what_is_no_backup_changes_nothing(village: House, how: str) -> None:
    request = filed(village)
    file = village.town.folder / "cadangan.ktg"
    if how == "text":
        file.write_bytes(b"bukan cadangan")
    elif how == "cut":
        village.must("desa", f"--officer clerk backup {file}")
        file.write_bytes(file.read_bytes()[:-200])
    elif how != "missing":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("isi", safekeeping.MARK if how == "outside" else "lain")
            archive.writestr("../luar" if how == "outside" else "keys.json", "x")
    assert "tidak berubah" in village.refused("desa", f"--officer clerk restore {file}", "cadangan_rusak")
    assert village.state("desa", request, "clerk") == "at_step"
    assert not (village.town.folder / "luar").exists()


def test_a_backup_that_is_broken_inside_changes_nothing(village: House) -> None:
    request = filed(village)
    good, bad = village.town.folder / "baik.ktg", village.town.folder / "rusak.ktg"
    village.must("desa", f"--officer clerk backup {good}")
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            content = bytearray(source.read(name))
            if name == "ketinting.db":
                content[-3000] ^= 0xFF
            target.writestr(name, bytes(content))
    answer = village.type("desa", f"--officer clerk restore {bad}")
    assert answer["error"] in {"cadangan_rusak", "basis_data_rusak"}
    assert village.state("desa", request, "clerk") == "at_step"


def test_a_backup_that_cannot_be_written_is_named(village: House) -> None:
    village.refused("desa", f"--officer clerk backup {village.town.folder}/tidak/ada.ktg", "cadangan_tujuan")


def test_a_new_computer_is_restored_from_a_backup(village: House) -> None:
    request = filed(village)
    file = village.town.folder / "cadangan.ktg"
    village.must("desa", f"--officer clerk backup {file}")
    village.must("lain", f"--officer clerk restore {file}")
    assert village.state("lain", request, "clerk") == "at_step"


def test_one_backup_a_day_and_seven_are_kept(desk: Desk, tmp_path: Path) -> None:
    clock = fakes.Clock()
    desk.outside = fakes.outside(clock)
    for _ in range(9):
        assert safekeeping.backup_daily(desk) is not None
        assert safekeeping.backup_daily(desk) is None
        clock.instant += timedelta(days=1)
    kept = sorted((desk.profile / "backups").glob("harian-*.db"))
    assert len(kept) == 7
    copy = open_database(kept[-1], desk.data_key)
    assert copy.healthy()
    copy.close()


def test_leftovers_of_a_kill_are_swept_when_they_are_old(desk: Desk) -> None:
    kept = desk.files.keep([b"tanpa baris"])
    young = desk.files.keep([b"baru saja"])
    old = (desk.outside.now() - timedelta(days=2)).timestamp()
    os.utime(desk.files.folder / kept.file, (old, old))
    later = (desk.outside.now()).timestamp()
    os.utime(desk.files.folder / young.file, (later, later))
    safekeeping.backup_daily(desk)
    assert desk.files.names() == {young.file}


def test_a_full_disk_stops_a_backup_and_leaves_nothing_half(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(safekeeping, "sync_folder", full)
    with pytest.raises(StoreFull):
        safekeeping.backup_daily(desk)


def test_the_doctor_finds_all_well(village: House) -> None:
    filed(village)
    village.must("desa", "sync")
    told = village.must("desa", "doctor")
    assert told["ok"], told
    assert {each["check"] for each in told["checks"]} == {
        "disk",
        "database",
        "files",
        "access_log",
        "history",
        "set_aside",
        "let_go",
        "exchange",
        "numbers",
        "backups",
        "clock",
        "version",
        "hub",
    }


def test_the_doctor_names_what_is_wrong_and_what_to_do(village: House, monkeypatch: pytest.MonkeyPatch) -> None:
    filed(village)
    desk = desk_of(village, "desa")
    for path in desk.files.folder.iterdir():
        path.unlink()
    village.must("desa", f"show {village.must('desa', 'requests')['requests'][0]['id']}")
    with desk.database.writing() as connection:
        connection.execute(text("UPDATE access_log SET entry = X'7B7D' WHERE n = 1"))
    monkeypatch.setattr(examining, "ROOM_WANTED", 1 << 62)
    cut_at(village.town, "config", Unreachable("cut"))
    told = village.type("desa", "doctor")
    wrong = {each["check"]: each["good"] for each in told["checks"]}
    assert (told["ok"], told["exit"]) == (False, 1)
    assert [wrong[name] for name in ("disk", "files", "access_log", "hub", "database")] == [
        False,
        False,
        False,
        None,
        True,
    ]


def test_the_doctor_of_a_desk_that_never_heard_its_hub(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(desk.database), "healthy", lambda _: False)
    told = examining.examine(desk, fakes.NoNetwork()).told
    found = {each["check"]: each["good"] for each in told["checks"]}  # type: ignore[union-attr,index,call-overload]
    assert (found["clock"], found["hub"], found["database"]) == (None, None, False)
