"""The play itself, once, with everything that an outsider may check of it afterwards."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import demo, main
from desktop.cli.demo import citizens, running
from desktop.cli.demo.leaks import needles, search
from desktop.cli.demo.processes import PlayBroken
from tests.dealing import built_once
from tests.desktop.demo.troupe import Troupe

JUDGED_BY_PYHANKO = """
import sys
from pyhanko.cli import launch
_, root, *letters = sys.argv
for letter in letters:
    sys.argv = ["pyhanko", "sign", "validate", "--no-revocation-check", "--trust", root, letter]
    try:
        launch()
    except SystemExit as ended:
        print("status", ended.code or 0)
"""
"""pyHanko's own command line, started once for all letters; its exit status for each."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``--out`` keeps."""
    built_once("play", tmp_path_factory)
    out = tmp_path_factory.mktemp("demo") / "hasil"
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(running, "Nursery", Troupe)
        assert main(["demo", "--headless", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def summary(played: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((played / "summary.json").read_text("utf-8"))
    return found


@pytest.mark.slow
def test_every_request_comes_to_its_end(summary: dict[str, Any]) -> None:
    ends = {request["name"]: (request["service"], request["state"]) for request in summary["requests"]}
    assert ends == {
        "nikah": ("dispensasi-nikah", "handed_over"),
        "tidak-mampu": ("sktm", "handed_over"),
        "ditolak": ("dispensasi-nikah", "rejected"),
        "usaha": ("surat-keterangan-usaha", "handed_over"),
    }


@pytest.mark.slow
def test_what_was_returned_was_corrected_and_signed_later(summary: dict[str, Any]) -> None:
    (request,) = [each for each in summary["requests"] if each["name"] == "tidak-mampu"]
    decided = [step["kind"] for step in request["actions"] if step["kind"] in {"return", "correct", "issue", "sign"}]
    assert decided == ["issue", "return", "correct", "issue", "sign"]
    assert request["letters"][0]["signers"] == ["Abdul Karim Contoh", "H. Rusdi Contoh, S.STP., M.Si."]


@pytest.mark.slow
def test_the_link_was_cut_twice_and_everybody_was_killed(summary: dict[str, Any]) -> None:
    assert summary["cuts"] == {"inside_a_scan": 1, "answers_lost": 1}
    assert all(count >= 1 for count in summary["kills"].values())
    assert summary["retries"] >= 2


@pytest.mark.slow
def test_the_letters_kept_are_those_told_of(played: Path, summary: dict[str, Any]) -> None:
    told = {letter["file"]: letter["sha256"] for request in summary["requests"] for letter in request["letters"]}
    kept = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in played.glob("*.pdf")}
    assert told == kept
    assert len(kept) == 3


@pytest.mark.slow
def test_another_program_finds_the_letters_good(played: Path) -> None:
    words = [sys.executable, "-c", JUDGED_BY_PYHANKO, played / "root.pem", *sorted(played.glob("*.pdf"))]
    finished = subprocess.run(list(map(str, words)), capture_output=True, text=True, check=False)
    judged = [line for line in finished.stdout.splitlines() if line.startswith("status ")]
    assert judged == ["status 0"] * 3, finished.stderr


@pytest.mark.slow
def test_a_letter_that_was_changed_is_found_out(played: Path, tmp_path: Path) -> None:
    letter = bytearray(next(played.glob("sktm-*.pdf")).read_bytes())
    letter[20_000] ^= 1
    (tmp_path / "palsu.pdf").write_bytes(letter)
    assert main(["letter", "verify", str(tmp_path / "palsu.pdf"), "--trust", str(played / "root.pem")]) == 1


@pytest.mark.slow
def test_the_hubs_data_show_no_number_and_no_letter(played: Path) -> None:
    assert (played / "hub.key").stat().st_mode & 0o077 == 0
    assert any((played / "hub").rglob("*"))
    assert not list(search([played / "hub"], needles(citizens.numbers())))


@pytest.mark.slow
def test_a_folder_with_other_things_is_left_alone_and_an_earlier_plays_is_cleared(
    played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    (other / "skripsi.docx").write_bytes(b"penting")
    assert main(["demo", "--headless", "--out", str(other)]) == 2
    assert "tidak kosong" in capsys.readouterr().err
    assert [path.name for path in other.iterdir()] == ["skripsi.docx"]

    def nothing(_folder: Path, out: Path, _say: object) -> dict[str, Any]:
        assert not any(out.iterdir())
        raise PlayBroken("sengaja")

    copy = tmp_path / "lama"
    copy.mkdir()
    (copy / "summary.json").write_text("{}", encoding="utf-8")
    (copy / "hub").mkdir()
    (copy / "surat.pdf").write_bytes(b"%PDF")
    monkeypatch.setattr(running, "play_all", nothing)
    assert main(["demo", "--headless", "--out", str(copy)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Demo gagal: sengaja")
    assert said.count("\n") == 1


def test_an_interruption_is_told_calmly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_anything: object) -> dict[str, Any]:
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "play_all", interrupted)
    assert main(["demo", "--headless"]) == 1
    assert "dihentikan" in capsys.readouterr().err


def test_without_the_hubs_packages_the_demo_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "HUB_GROUP", ("no_such_package_at_all",))
    assert main(["demo", "--headless"]) == 1
    assert "ketinting[hub]" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "status"), [(["--help"], 0), (["--besar"], 2)])
def test_wrong_words_get_the_usage(words: list[str], status: int) -> None:
    assert main(["demo", *words]) == status
