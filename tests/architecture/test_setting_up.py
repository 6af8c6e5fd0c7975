"""Setting up a machine: what is missing is named, and what is there is left alone."""

import sys
from pathlib import Path

import pytest

from tooling import commands, environment
from tooling import scratch as memory
from tooling.environment import EVERYTHING, RUNNING, Environment, SetupError
from tooling.scratch import scratch
from tooling.steps import Step, run_steps


def test_without_venv_the_line_that_helps_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(environment, "find_spec", lambda _name: None)
    with pytest.raises(SetupError, match=r"apt-get install -y --no-install-recommends python3\.\d+-venv"):
        Environment(folder=tmp_path / "venv").make_ready(RUNNING)


def test_a_missing_system_library_is_named_before_anything_is_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(environment, "QT_NEEDS", {"libnot-there.so.9": "libnot-there9"})
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(SetupError, match=r"apt-get install -y --no-install-recommends libnot-there9$"):
        Environment(folder=tmp_path / "venv").make_ready(EVERYTHING)
    assert not (tmp_path / "venv").exists()


def test_a_folder_of_wheels_is_used_instead_of_the_index(tmp_path: Path) -> None:
    assert Environment(tmp_path).wheels == tmp_path
    assert Environment(folder=tmp_path).wheels == tmp_path / "wheels"


@pytest.mark.parametrize(
    ("typed", "offline", "rest"),
    [
        (["test", "-q", "tests/domain"], None, ("-q", "tests/domain")),
        (["--offline", "w", "check"], Path("w"), ()),
        (["demo", "--headless", "--offline", "w", "--out", "o"], Path("w"), ("--headless", "--out", "o")),
    ],
)
def test_words_after_the_command_are_passed_on(
    monkeypatch: pytest.MonkeyPatch, typed: list[str], offline: Path | None, rest: tuple[str, ...]
) -> None:
    seen: list[commands.Asked] = []
    monkeypatch.setattr(commands, "COMMANDS", dict.fromkeys(commands.COMMANDS, seen.append))
    commands.main(typed)
    assert (seen[0].offline, tuple(seen[0].rest)) == (offline, rest)


def test_every_step_runs_and_one_failure_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_steps([(Step("first", lambda: 3), Step("beside it", lambda: 0)), Step("second", lambda: 0)]) == 1
    summary = capsys.readouterr().out
    assert "FAILED  first" in summary
    assert "ok      second" in summary


def test_the_window_is_opened_with_what_it_needs_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    made_ready: list[object] = []

    def start(words: list[object]) -> int:
        started.append([str(word) for word in words])
        return 0

    monkeypatch.setattr(commands, "run", start)
    monkeypatch.setattr(Environment, "make_ready", lambda _self, groups: made_ready.append(groups))
    assert commands.main(["app", "--profile", "desa"]) == 0
    assert started[0][-4:] == [str(environment.ROOT / "main.py"), "app", "--profile", "desa"]
    assert len(made_ready) == 1


@pytest.fixture
def _nobody_named_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)


@pytest.mark.usefixtures("_nobody_named_a_folder")
def test_files_of_tests_lie_in_memory_and_go_with_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(memory, "ROOM", 0)
    monkeypatch.setattr(memory, "_available", lambda: 1)
    with scratch(tmp_path) as named:
        folder = Path(named["TMPDIR"])
        assert folder.parent == tmp_path
        assert folder.stat().st_mode & 0o777 == 0o755
    assert not folder.exists()


@pytest.mark.usefixtures("_nobody_named_a_folder")
def test_without_room_in_memory_they_lie_where_files_of_others_lie(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with scratch(tmp_path / "not-there") as named:
        assert named == {}
    monkeypatch.setattr(memory, "_available", lambda: 0)
    with scratch(tmp_path) as named:
        assert named == {}


def test_who_names_a_folder_keeps_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(memory, "ROOM", 0)
    with scratch(tmp_path) as named:
        assert named == {}
