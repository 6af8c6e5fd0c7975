"""What a clumsy or unlucky user meets: a lost database, a clock of another year, a wrong code, a strange file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli.parsing import build_line_parser
from desktop.office.looking import show_request
from tests.desktop import fakes
from tests.desktop.house import House, filed

ROOT = Path(fakes.__file__).parents[2]
HUB = "https://hub.contoh.example"


def lost(folder: Path, how: str) -> None:
    for beside in folder.glob("ketinting.db-*"):
        beside.unlink()
    database = folder / "ketinting.db"
    database.unlink() if how == "missing" else database.write_bytes(b"")


@pytest.mark.parametrize("how", ["missing", "empty"])
def test_a_database_that_is_gone_is_no_empty_desk(village: House, how: str) -> None:
    filed(village)
    village.restart("desa")
    lost(village.profile("desa"), how)
    said = village.refused("desa", "--officer clerk requests", "basis_data_hilang")
    assert "desk restore" in said
    assert not (village.profile("desa") / "ketinting.db-wal").exists()


@pytest.mark.parametrize("how", ["missing", "empty"])
def test_enrolling_anew_never_throws_away_the_keys_of_backups(village: House, how: str) -> None:
    filed(village)
    village.restart("desa")
    keys = (village.profile("desa") / "keys.json").read_bytes()
    lost(village.profile("desa"), how)
    said = village.refused("desa", f"enrol --hub {HUB} --code {village.town.code('clerk')}", "basis_data_hilang")
    assert "desk restore" in said
    assert (village.profile("desa") / "keys.json").read_bytes() == keys


def test_answers_nested_beyond_reading_are_a_wrong_file(village: House) -> None:
    deep = village.file("dalam.json", b"[" * 100_000)
    said = village.refused("desa", f"--officer clerk submit sktm --answers {deep}", "jawaban_tidak_terbaca")
    assert "Belum ada yang disimpan" in said


def test_warnings_of_libraries_never_reach_standard_error() -> None:
    program = (
        "import sys, warnings, desktop.cli, desktop.cli.commands as commands\n"
        "commands.run = lambda *_: warnings.warn('jam komputer jauh meleset') or 0\n"
        "sys.exit(desktop.cli.main([]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, b"")


def test_logs_of_libraries_never_reach_standard_error() -> None:
    program = (
        "import sys, logging, desktop.cli, desktop.cli.commands as commands\n"
        "commands.run = lambda *_: logging.getLogger('pustaka').warning('gagal', exc_info=True) or 0\n"
        "sys.exit(desktop.cli.main([]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_person_reads_the_reasons_without_json(village: House) -> None:
    request = filed(village)
    village.must("desa", f"--officer clerk act {request} withdraw --reason 'Pemohon pindah'")
    session = village.session("desa")
    said = show_request(session.desk(build_line_parser().parse_args(["requests"])), request).sentence
    assert "Pemohon pindah" in said


def test_a_file_that_is_no_certificate_is_named(house: House) -> None:
    wrong = house.file("ca.pem", b"\xff\xd8\xff gambar")
    said = house.refused("desa", f"enrol --hub {HUB} --code {house.town.code('clerk')} --ca {wrong}", "ca_salah")
    assert "ca.pem" in said
