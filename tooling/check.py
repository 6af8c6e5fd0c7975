"""Everything that must be green before a change is kept, as a list of steps."""

import os
from collections.abc import Sequence
from pathlib import Path

from tooling.environment import Environment
from tooling.scratch import scratch
from tooling.steps import Step, run, run_steps
from tooling.wheel import check_wheel

SIDE_BY_SIDE = ("-q", "-n", "2", "--dist", "loadscope")
"""Two workers for two cores; what shares a world that is dear to build stays with one (`tests/dealing.py`)."""
ROADS = (
    "tests/atspi",
    "tests/desktop/demo/test_the_play.py",
    "tests/desktop/test_bytes_of_a_desk.py",
    "tests/desktop/test_camat.py",
    "tests/desktop/test_carrying_processes.py",
    "tests/desktop/test_deciding.py",
    "tests/desktop/test_hub_restored.py",
    "tests/desktop/test_kills.py",
    "tests/desktop/test_letters_of_a_desk.py",
    "tests/desktop/test_projection.py",
    "tests/desktop/test_promises.py",
    "tests/desktop/test_retention.py",
    "tests/desktop/test_revoking.py",
    "tests/desktop/test_sealed_files.py",
    "tests/desktop/test_timekeeping.py",
    "tests/desktop/test_whole_story.py",
    "tests/desktop/windows/test_clerk.py",
    "tests/desktop/windows/test_clock_window.py",
    "tests/desktop/windows/test_exchange_windows.py",
    "tests/desktop/windows/test_first_paint.py",
    "tests/desktop/windows/test_form.py",
    "tests/desktop/windows/test_letters_window.py",
    "tests/desktop/windows/test_road.py",
    "tests/desktop/windows/test_said.py",
    "tests/desktop/windows/test_walk.py",
    "tests/history",
    "tests/hub/test_competing.py",
    "tests/hub/test_database_away.py",
    "tests/hub/test_described.py",
    "tests/hub/test_exchange.py",
    "tests/hub/test_letters.py",
    "tests/hub/test_locking.py",
    "tests/hub/test_processes.py",
    "tests/hub/test_routes.py",
    "tests/hub/test_shards.py",
    "tests/hub/test_waiting.py",
    "tests/letters/test_others_agree.py",
    "tests/letters/test_reproducible.py",
    "tests/simulation",
    "tests/stories",
)
"""Tests that walk whole roads: towns of processes, windows with a desk and a hub behind them, searches from seeds.

They are run but not counted: every line of the strict rooms has an example nearer to it, and tracing doubles them.
"""
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
                Step("tests, compiled", lambda: _compile_tests(environment)),
            ),
            Step("tests", lambda: _test(environment, "--counted")),
            Step("counts of all processes", lambda: run(_coverage(environment, "combine", "--quiet"))),
            _check_coverage(environment),
        ]
    )


def run_all_tests(environment: Environment) -> int:
    """Run every test, uncounted."""
    return _test(environment)


def _compile_tests(environment: Environment) -> int:
    """Let pytest rewrite its assertions once: the four workers of a fresh clone would each do all of it, two traced."""
    return run([environment.python, "-m", "pytest", "--collect-only", "-qq"])


def _test(environment: Environment, *counted: str) -> int:
    """The roads beside all others, which may be counted: while those wait for each other, these have the cores."""
    pytest: list[str | Path] = [environment.python, "-m", "pytest", *SIDE_BY_SIDE]
    others = [f"--ignore={path}" for path in ROADS]
    with scratch() as folder:
        return run_steps(
            [
                (
                    Step("tests of parts", lambda: run([*pytest, *counted, *others], also=folder)),
                    Step("tests of whole roads", lambda: run([*pytest, *ROADS], also=folder)),
                )
            ]
        )


def _check_architecture(environment: Environment) -> int:
    contracts = run([environment.program("lint-imports"), "--no-logo"])
    return run([environment.python, "-m", "tooling.shape"]) or contracts


def _check_coverage(environment: Environment) -> Sequence[Step]:
    """Every branch of the four rooms that hold rules, and nine tenths of everything."""
    strict = f"--include={','.join(f'{room}/*' for room in STRICT_ROOMS)}"
    return (
        Step("coverage", lambda: run(_coverage(environment, "report", "--fail-under=90"))),
        Step("coverage of rules", lambda: run(_coverage(environment, "report", strict, "--fail-under=100"))),
    )


def _coverage(environment: Environment, *words: str) -> Sequence[str | Path]:
    return [environment.python, "-m", "coverage", *words]
