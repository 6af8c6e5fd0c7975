from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import desktop.cli
from desktop.cli import commands, verbs
from desktop.cli.running import answer_line
from desktop.cli.session import Session, real_outside
from tests.desktop import fakes
from tests.desktop.house import House
from tests.desktop.town import QuickSession, Town
from tests.samples import sample_nik


def maker(house: House) -> Callable[[Path, str | None], Session]:
    return house.town.session


def run(house: House, *words: str) -> int:
    profile = str(house.profile("desa"))
    return commands.run(["desk", "--profile", profile, *words], fakes.PASSWORD, maker(house))


def test_one_json_document_on_standard_output(village: House, capsys: pytest.CaptureFixture[str]) -> None:
    village.restart("desa")
    assert run(village, "--officer", "clerk", "requests", "--json") == 0
    out, err = capsys.readouterr()
    assert (json.loads(out), err) == ({"requests": []}, "")
    assert run(village, "--officer", "clerk", "--json", "services") == 0
    assert json.loads(capsys.readouterr().out)["services"]


def test_without_json_a_person_reads_sentences(village: House, capsys: pytest.CaptureFixture[str]) -> None:
    village.restart("desa")
    for words in (["requests"], ["services"], ["devices", "list"], ["sync"], ["doctor"], ["citizens", "search", "x"]):
        assert run(village, "--officer", "clerk", *words) == 0
        out = capsys.readouterr().out
        assert out.strip()
        assert "{" not in out


def test_what_the_world_has_against_it_is_one_line_and_exit_1(
    village: House, capsys: pytest.CaptureFixture[str]
) -> None:
    village.restart("desa")
    assert run(village, "--officer", "clerk", "show", "tidak-ada") == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    path = village.answers("surat-keterangan-usaha", nama_usaha="")
    assert run(village, "--officer", "clerk", "submit", "surat-keterangan-usaha", "--answers", str(path)) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "words", [["terbang"], [], ["act"], ["act", "x", "menari"], ["sign", "x"], ["citizens"], ["--salah", "sync"]]
)
def test_wrong_usage_is_exit_2(village: House, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert run(village, *words) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "Perintah salah" in err


def test_help_is_exit_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["--help"], None) == 0
    assert "ketinting" in capsys.readouterr().out


def test_a_bug_is_one_calm_line_and_a_log_without_numbers(
    village: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("NIK 6402044606759001")

    monkeypatch.setitem(verbs.VERBS, "services", broken)
    assert run(village, "--officer", "clerk", "services") == 1
    assert "Kesalahan program (RuntimeError)" in capsys.readouterr().err
    log = village.profile("desa") / "galat.log"
    assert "RuntimeError" in log.read_text()
    assert "6402044606759001" not in log.read_text()
    (answer,) = script(village, capsys, "--officer clerk services")
    assert (answer["error"], answer["exit"]) == ("galat", 1)
    log.unlink()
    log.mkdir()
    assert run(village, "--officer", "clerk", "services") == 1


def script(house: House, capsys: pytest.CaptureFixture[str], *lines: str) -> list[dict[str, object]]:
    path = house.file("perintah.txt", "\n".join(lines).encode())
    capsys.readouterr()
    run(house, "--officer", "clerk", "run", "--script", str(path))
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_script_answers_every_line_and_survives_bad_ones(village: House, capsys: pytest.CaptureFixture[str]) -> None:
    village.restart("desa")
    answers = script(
        village,
        capsys,
        "# catatan",
        "",
        "requests",
        "terbang",
        'show "tanda kutip',
        "run --script -",
        "--help",
        "show tidak-ada",
        "--officer kades services",
    )
    assert [answer["exit"] for answer in answers] == [0, 2, 2, 2, 2, 1, 0]
    assert answers[-2]["error"] == "permohonan_tidak_ada"


def test_lines_come_from_standard_input_one_by_one(
    village: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    village.restart("desa")
    monkeypatch.setattr(sys, "stdin", io.StringIO("requests\nservices\n"))
    assert run(village, "--officer", "clerk", "run", "--script", "-") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    monkeypatch.setattr(sys, "stdin", io.StringIO("terbang\n"))
    assert run(village, "--officer", "clerk", "run") == 1


def test_a_script_that_is_not_there_is_named(village: House, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(village, "--officer", "clerk", "run", "--script", "tidak-ada.txt") == 1
    assert "tidak-ada.txt" in capsys.readouterr().err


def test_a_new_desk_may_be_enrolled_inside_a_run(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    line = f"enrol --hub https://hub.contoh.example --code {house.town.code('clerk')}"
    (answer, listed) = script(house, capsys, line, "--officer clerk services")
    assert answer["officer"] == "clerk"
    assert listed["services"]


def test_a_wrong_password_is_one_line(village: House, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = village.file("salah", b"bukan sandinya")
    for expected in ("Kata sandi salah", "Kata sandi salah", "Kata sandi salah", "Tunggu"):
        assert run(village, "--officer", "clerk", "--password-file", str(wrong), "requests") == 1
        assert expected in capsys.readouterr().err


def test_the_door_gives_the_rest_to_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    class Demo:
        @staticmethod
        def main(argv: list[str]) -> int:
            return 7 if argv == ["--headless"] else 0

    monkeypatch.setattr(desktop.cli, "import_module", lambda _: Demo)
    assert desktop.cli.main(["demo", "--headless"]) == 7


def test_the_program_starts_without_windows_server_or_pdf(tmp_path: Path) -> None:
    code = (
        "import sys; from desktop.cli import main; main(['desk', '--profile', sys.argv[1], 'requests']);"
        "heavy = {'PySide6', 'fastapi', 'pyhanko', 'typst', 'requests', 'keyring', 'alembic'} & set(sys.modules);"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "p")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "desk enrol" in done.stderr


def test_a_register_is_taken_and_searched_from_the_command_line(village: House) -> None:
    path = village.file("warga.csv", f"nik,nama\n{sample_nik(3)},Rahmat Contoh\n".encode())
    line = f"--officer clerk citizens import {path}"
    assert village.must("desa", f"{line} --preview")["changed"] == 0
    assert village.must("desa", line)["changed"] == 1
    assert village.must("desa", "citizens search rahmat")["citizens"]


def test_the_regencys_ca_is_read_and_the_network_is_the_real_one(town: Town) -> None:
    ca = town.folder / "ca.pem"
    ca.write_bytes(b"-----BEGIN CERTIFICATE-----\nrusak\n-----END CERTIFICATE-----\n")
    session = QuickSession(town.folder / "baru", fakes.PASSWORD, real_outside())
    line = f"enrol --hub https://127.0.0.1:9 --code {town.code('clerk')} --ca {ca}"
    answer = answer_line(session, line)
    assert (answer["ok"], answer["exit"]) == (False, 1)
    assert answer["error"] != "galat"
