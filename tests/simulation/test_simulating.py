"""A short run of the simulator; the long one is ``run.py simulate --seeds 300``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from letters.preparing import prepare
from letters.render import render_wet_ink
from simulation.command import Result, main, quiet_logs, run_seed, tell
from simulation.faults import OnDesk, OnLine
from simulation.mutants import MUTANTS, NOT_YET, planted
from simulation.papers import laid_out
from simulation.playing import Played, play
from simulation.script import Step, script_of
from simulation.shrinking import kind_of, shrink

SHORT = 14
"""Steps of a script that the suite has time for."""
VILLAGE = "village"


@pytest.fixture(autouse=True)
def _stand_ins() -> Iterator[None]:
    before = structlog.get_config()
    quiet_logs()
    with laid_out():
        yield
    structlog.configure(**before)


def synced(*line: tuple[int, OnLine], desk: str = VILLAGE) -> Step:
    return Step("sync", desk, 1, line=line)


def filed(salt: int, *disk: tuple[int, OnDesk]) -> Step:
    return Step("file", VILLAGE, salt, disk=disk)


def test_nothing_is_broken_in_the_first_steps_of_a_seed() -> None:
    played = play(7, script_of(7)[:SHORT])
    assert played.violations == []
    assert played.actions
    assert played.faults


def test_every_fault_of_the_line_is_survived() -> None:
    script = [filed(1), synced((0, OnLine.CUT))]
    for salt, fault in enumerate(OnLine):
        script += [filed(salt), synced((0, fault))]
    played = play(0, tuple(script))
    assert played.violations == []
    assert played.faults == 1 + len(OnLine)


def test_every_fault_of_a_desks_disk_is_survived() -> None:
    script = [filed(1)]
    for salt, fault in enumerate(OnDesk):
        script += [filed(salt, (0, fault)), Step("sync", VILLAGE, 1, disk=((0, fault),))]
    played = play(0, tuple(script))
    assert played.violations == []
    assert played.faults == 2 * len(OnDesk)


def test_an_old_copy_that_is_put_back_loses_nothing_and_stops_nothing() -> None:
    """Letters were issued in both lives: the access log of the second goes on behind what the hub has of the first."""
    copy, restore, issued = Step("copy", VILLAGE), Step("restore", VILLAGE), Step("do", VILLAGE, 40)
    played = play(0, (filed(7), filed(11), synced(), copy, issued, synced(), restore, issued, filed(4), synced()))
    assert any("does issue" in line for line in played.story[-4:])
    assert played.violations == []


def test_a_computer_that_is_copied_and_used_twice_loses_nothing() -> None:
    """Odd steps are the copy's: both have queued a request in the same place when they come to the hub."""
    script = (filed(1), synced(), Step("clone", VILLAGE), filed(4), filed(7), synced(), Step("sync", VILLAGE, 2))
    played = play(0, script)
    assert any(line.startswith("4. copied village: ") for line in played.story)
    assert played.violations == []


def test_a_service_gets_a_new_version_while_requests_of_the_old_one_are_under_way() -> None:
    played = play(0, (filed(1), Step("publish", salt=7), synced((0, OnLine.CUT)), synced(), filed(4), synced()))
    assert any("has version 2" in line for line in played.story)
    assert played.violations == []


def test_every_place_of_the_hub_that_sets_a_letter_has_its_stand_in() -> None:
    modules = {name: module for name, module in sys.modules.items() if name.startswith("hub.service.")}
    held = ((name, each) for name, module in modules.items() for each in vars(module).values())
    assert not {name for name, each in held if each is prepare or each is render_wet_ink}


def test_the_same_script_is_the_same_story() -> None:
    assert script_of(7) == script_of(7)
    script = script_of(7)[:4]
    assert play(7, script).story == play(7, script).story


OLD_LEASE = (
    *map(filed, (7, 11, 1)),
    synced(),
    Step("copy", VILLAGE),
    Step("do", VILLAGE, 40),
    synced(),
    Step("restore", VILLAGE),
    filed(4),
    synced(),
    synced(),
    *(Step("do", VILLAGE, salt) for salt in range(60, 65)),
    synced(),
)
"""A desk that lives a second time and goes on with the numbers of its first life."""


LOST = (filed(1), synced(), Step("backup"), filed(4), synced(), Step("lose"), filed(7), synced())
"""The hub's disk goes with an action that was acknowledged after the backup."""


def test_what_a_lost_hub_had_acknowledged_comes_back() -> None:
    played = play(0, LOST)
    assert any("its disk is lost" in line for line in played.story)
    assert played.violations == []


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("no-dedupe", (filed(1), synced((0, OnLine.CUT)), synced())),
        ("acknowledge-before-answer", (filed(1), synced((0, OnLine.LOST)))),
        ("scope-leak", (*map(filed, range(1, 7)), synced())),
        ("old-lease-accepted", OLD_LEASE),
        ("no-epoch", LOST),
        ("cursor-before-data", (filed(1), Step("sync", VILLAGE, 1, disk=((0, OnDesk.DIED_AFTER),)))),
    ],
)
def test_the_cheapest_planted_bugs_are_caught(name: str, script: tuple[Step, ...]) -> None:
    with planted(name):
        assert play(0, script).violations


def test_every_named_mutant_is_hunted_or_has_its_reason() -> None:
    assert len(MUTANTS) + len(NOT_YET) == 12


def test_a_failing_script_is_made_short() -> None:
    script = tuple(Step("wait", salt=n) for n in range(40))
    wanted = {script[7], script[31]}
    shorter = shrink(script, lambda tried: wanted <= set(tried))
    assert set(shorter) == wanted


def test_faults_that_do_not_matter_are_left_out() -> None:
    script = (synced((0, OnLine.LOST)), synced((0, OnLine.CUT)))
    shorter = shrink(script, lambda tried: any(step.line == ((0, OnLine.CUT),) for step in tried))
    assert shorter == (synced((0, OnLine.CUT)),)


def test_two_sights_of_one_bug_are_one_kind() -> None:
    seen = (
        "after step 3: v:64.02.04.2005 has a hole before 7",
        "after step 41: v:64.02.04.2005 has a hole before 12",
    )
    assert len({kind_of(each) for each in seen}) == 1


def test_a_failing_seed_is_told_as_a_story(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulation.command.play", _fails_when_a_clock_is_set)
    tell(Result(5, 1, 1, ("after step 9: it broke",)), tmp_path, runs=60)
    told = (tmp_path / "seed-5.txt").read_text(encoding="utf-8")
    assert "1 steps are enough" in told
    assert "it broke" in capsys.readouterr().out


def _fails_when_a_clock_is_set(_seed: int, script: tuple[Step, ...]) -> Played:
    broke = any(step.kind in {"clock", "copy", "reboot", "restore"} for step in script)
    return Played(violations=["after step 1: it broke"] if broke else [], story=["1. the clock is set"])


def test_the_command_prints_one_line_and_says_by_its_status_whether_all_held(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("simulation.command.play", lambda *_: Played(actions=40, faults=7))
    assert main(["--seeds", "3", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("3 seeds, 120 actions, 21 faults, 0 violations, ")
    assert main(["--seeds", "2", "--mutant", "scope-leak"]) == 1
    monkeypatch.setattr("simulation.command.play", lambda *_: Played(1, 0, ["it broke"], []))
    assert main(["--seeds", "1", "--out", str(tmp_path)]) == 1
    assert main(["--seeds", "9", "--mutant", "scope-leak"]) == 0
    assert run_seed(3).violations == ("it broke",)
