"""`ketinting demo` as somebody types it, from any folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import demo
from desktop.cli.demo import running
from desktop.cli.demo.processes import Json, PlayBroken

Played = Callable[[Path, Path, Callable[[str], None]], Json]


def play(monkeypatch: pytest.MonkeyPatch, played: Played) -> None:
    monkeypatch.setattr(running, "play_all", played)


def test_wrong_words_are_one_line_and_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main(["--terbang"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert demo.main(["--terbang", "--json"]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out) == {"error": "salah_perintah", "message": err.strip()}
    assert demo.main(["--help"]) == 0


def test_what_is_kept_lies_where_whoever_asked_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def played(_folder: Path, out: Path, _say: Callable[[str], None]) -> Json:
        asked.append(out)
        return {"requests": [], "timings": {}}

    monkeypatch.chdir(tmp_path)
    play(monkeypatch, played)
    assert demo.main(["--headless", "--json", "--out", "hasil"]) == 0
    assert asked == [tmp_path / "hasil"]


def test_a_play_that_broke_is_a_document_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> Json:
        raise PlayBroken("the hub said nothing.")

    play(monkeypatch, broken)
    assert demo.main(["--headless", "--json", "--out", str(tmp_path / "hasil")]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == "demo_gagal"
    (tmp_path / "penuh").mkdir()
    (tmp_path / "penuh" / "lain.txt").touch()
    assert demo.main(["--headless", "--json", "--out", str(tmp_path / "penuh")]) == 2
    assert json.loads(capsys.readouterr().out)["error"] == "folder_terisi"


def test_a_folder_for_what_is_kept_is_refused_where_nothing_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo.main(["--out", str(tmp_path / "hasil")]) == 2
    assert "--headless" in capsys.readouterr().err
    assert not (tmp_path / "hasil").exists()
