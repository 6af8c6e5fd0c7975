"""Everything that must be green before a change is kept, as a list of steps."""

import os
from collections.abc import Sequence
from pathlib import Path

from tooling.environment import Environment
from tooling.steps import Step, run, run_in_turn, run_steps
from tooling.wheel import check_wheel

SIDE_BY_SIDE = ("-q", "-n", "2", "--dist", "loadscope")
"""Two workers for two cores; what shares a world that is dear to build stays with one (`tests/dealing.py`)."""
TOWN = (
    "tests/atspi",
    "tests/desktop/demo/test_the_play.py",
    "tests/desktop/test_kills.py",
    "tests/hub/test_processes.py",
    "tests/simulation",
    "tests/stories",
)
"""Tests that are towns of processes, or a search from seeds: they wait half of their time, and are not counted."""
STRICT_ROOMS = ("domain", "forms", "letters", "sync")


def run_all_checks(environment: Environment) -> int:
    """Run all the steps and give 0 when every one went well."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return run_steps(
        [
            Step("format", lambda: run([environment.program("ruff"), "format", "--check", "."])),
            Step("lint", lambda: run([environment.program("ruff"), "check", "."])),
            Step("licences", lambda: run([environment.python, "-m", "tooling.licences"])),
            (
                Step("types", lambda: run([environment.program("mypy")])),
                Step("wheel, installed elsewhere", lambda: check_wheel(environment)),
                Step("architecture", lambda: _check_architecture(environment)),
            ),
            _tests(environment, environment.python, "-m", "coverage", "run"),
            Step("coverage", lambda: _check_coverage(environment)),
        ]
    )


def run_all_tests(environment: Environment) -> int:
    """Run every test, uncounted."""
    return run_steps([_tests(environment, environment.python)])


def _tests(environment: Environment, *counted: str | Path) -> Sequence[Step]:
    """The towns beside all others: while those wait for each other, these have the cores.

    ``counted`` are the first words of the command that runs the others.
    """
    others = [f"--ignore={path}" for path in TOWN]
    return (
        Step("tests", lambda: run([*counted, "-m", "pytest", *SIDE_BY_SIDE, *others])),
        Step("tests of whole towns", lambda: run([environment.python, "-m", "pytest", *SIDE_BY_SIDE, *TOWN])),
    )


def _check_architecture(environment: Environment) -> int:
    contracts = run([environment.program("lint-imports"), "--no-logo"])
    return run([environment.python, "-m", "tooling.shape"]) or contracts


def _check_coverage(environment: Environment) -> int:
    """Every branch of the four rooms that hold rules, and nine tenths of everything."""
    strict = ",".join(f"{room}/*" for room in STRICT_ROOMS)
    return run_in_turn(
        _coverage(environment, "combine", "--quiet"),
        _coverage(environment, "report", "--fail-under=90"),
        _coverage(environment, "report", f"--include={strict}", "--fail-under=100"),
    )


def _coverage(environment: Environment, *words: str) -> Sequence[str | Path]:
    return [environment.python, "-m", "coverage", *words]
