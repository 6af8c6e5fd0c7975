"""Attachments that do not open any more: named, and fetched again where the hub has them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desktop.cli import verbs
from desktop.cli.parsing import build_line_parser
from desktop.office.desk import Desk
from desktop.store.tables import blobs, wants
from tests.desktop import fakes
from tests.desktop.house import House, filed
from tests.desktop.test_command_line import run
from tests.room import fill, no_room, small_disk


def desk_of(house: House) -> Desk:
    return house.session("desa").desk(build_line_parser().parse_args(["--officer", "clerk", "requests"]))


def spoil(house: House) -> None:
    """Change one byte of every sealed file, as a bad disk does."""
    for path in desk_of(house).files.folder.iterdir():
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)


def files_check(house: House, line: str = "doctor") -> dict[str, Any]:
    told = house.type("desa", f"--officer clerk {line}")
    return next(each for each in told["checks"] if each["check"] == "files")


def test_what_does_not_open_and_is_not_at_the_hub_is_named_and_kept(village: House) -> None:
    request = filed(village)
    spoil(village)
    found = files_check(village)
    assert found["good"] is False
    assert {each["request"] for each in found["found"]} == {request}
    assert not any(each["coming"] for each in found["found"])
    assert "lampirkan lagi" in found["sentence"]
    assert files_check(village, "doctor --quick")["good"] is True
    assert list(desk_of(village).files.folder.iterdir())


def test_what_the_hub_has_comes_back_with_the_next_exchange(village: House) -> None:
    request = filed(village)
    village.must("desa", "--officer clerk sync")
    spoil(village)
    found = files_check(village)
    assert all(each["coming"] for each in found["found"])
    assert "diambil lagi dari hub" in found["sentence"]
    told = village.must("desa", "--officer clerk sync")
    assert told["blobs_received"] == len(found["found"])
    assert files_check(village)["good"] is True
    documents = village.must("desa", f"show {request}")["documents"]
    assert {each["state"] for each in documents} == {"stored"}


def test_what_is_to_be_fetched_again_stays_so_when_the_request_moves_on(village: House) -> None:
    request = filed(village)
    village.must("desa", "--officer clerk sync")
    spoil(village)
    count = len(files_check(village)["found"])
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    desk = desk_of(village)
    with desk.database.reading() as connection:
        assert len(connection.execute(select(wants)).all()) == count
    village.must("desa", "--officer clerk sync")
    with desk.database.reading() as connection:
        assert not connection.execute(select(blobs).where(blobs.c.file.is_(None))).all()


def test_a_letter_that_does_not_open_comes_back_signed(village: House) -> None:
    request = filed(village)
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    spoil(village)
    waiting = [each for each in files_check(village)["found"] if each["document"] == "letter"]
    assert waiting
    assert not any(each["coming"] for each in waiting)


def test_a_letter_that_the_hub_accepted_comes_back(village: House) -> None:
    request = filed(village)
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    village.must("desa", "--officer clerk sync")
    village.town.work()
    village.must("desa", "--officer clerk sync")
    assert village.state("desa", request, "clerk") == "signed"
    spoil(village)
    assert all(each["coming"] for each in files_check(village)["found"])
    village.must("desa", "--officer clerk sync")
    assert files_check(village)["good"] is True
    village.must("desa", f"--officer clerk letters {request} --out {village.town.folder / 'keluar'}")


def test_a_missing_file_is_seen_without_opening_any(village: House) -> None:
    filed(village)
    for path in desk_of(village).files.folder.iterdir():
        path.unlink()
    assert files_check(village, "doctor --quick")["good"] is False


def test_the_doctor_works_where_nothing_can_be_written(village: House) -> None:
    filed(village)
    village.must("desa", "--officer clerk sync")
    spoil(village)
    with no_room():
        found = files_check(village)
    assert found["good"] is False
    assert "Kosongkan ruang" in found["sentence"]


def test_a_request_for_which_there_is_no_room_is_not_half_recorded(village: House) -> None:
    answers, scan = village.answers("surat-keterangan-usaha"), village.scan()
    line = f"--officer clerk submit surat-keterangan-usaha --answers {answers} --attach ktp={scan}"
    with no_room():
        said = village.refused("desa", line, "penyimpanan_penuh")
    assert "Kosongkan ruang" in said
    assert village.must("desa", "--officer clerk requests")["requests"] == []
    assert not desk_of(village).files.names()
    village.must("desa", line)


def test_a_disk_that_is_really_full_is_named_and_works_again_with_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "kecil", "3m") as disk:
        bench = fakes.Bench(disk / "profile")
        desk = bench.open_new()
        ballast = fill(disk)
        with pytest.raises(Exception, match="Kosongkan ruang"):
            desk.files.keep([bytes(100_000)])
        ballast.unlink()
        assert desk.files.keep([b"x"]).size == 1
        desk.close()


def test_a_failure_is_a_document_where_json_was_asked_for(village: House, capsys: pytest.CaptureFixture[str]) -> None:
    village.restart("desa")
    for words, error, status in (
        (["--officer", "clerk", "show", "tidak-ada", "--json"], "permohonan_tidak_ada", 1),
        (["--json", "terbang"], "salah_perintah", 2),
        (["--officer", "clerk", "citizens", "import", "/tidak/ada.csv", "--json"], "berkas_tidak_terbaca", 1),
    ):
        capsys.readouterr()
        assert run(village, *words) == status
        out, err = capsys.readouterr()
        document = json.loads(out)
        assert (document["error"], document["message"]) == (error, err.strip())


def test_the_systems_troubles_with_a_file_are_no_fault_of_ours(
    village: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "desk.lock")

    monkeypatch.setitem(verbs.VERBS, "services", locked)
    assert run(village, "--officer", "clerk", "services", "--json") == 1
    assert json.loads(capsys.readouterr().out)["error"] == "berkas_bermasalah"
    assert village.refused("desa", "--officer clerk services", "berkas_bermasalah")
    assert not (village.profile("desa") / "galat.log").exists()
