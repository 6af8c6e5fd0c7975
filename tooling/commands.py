"""The commands of ``run.py``, each in a few lines."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tooling.bundle import BUNDLE, build_bundle
from tooling.check import run_all_checks, run_all_tests
from tooling.environment import BUILDING, EVERYTHING, ROOT, RUNNING, Environment, SetupError
from tooling.lock import write_locks
from tooling.steps import run
from tooling.translate import write_translations


@dataclass(frozen=True)
class Asked:
    """What was typed: where wheels are when there is no network, and the words after the command."""

    offline: Path | None = None
    rest: Sequence[str] = field(default_factory=tuple)


def main(words: Sequence[str]) -> int:
    """Run one command and give its exit status: 0 done, 1 failed, 2 wrong usage."""
    name, asked = _understand(words)
    try:
        return COMMANDS[name](asked)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1


def demo(asked: Asked) -> int:
    """Play the whole story with a hub and two desks as separate processes."""
    environment = Environment(asked.offline)
    environment.make_ready(RUNNING)
    return run([environment.python, ROOT / "main.py", "demo", *asked.rest])


def test(asked: Asked) -> int:
    """Run all tests side by side, or those that the words after the command name."""
    environment = Environment(asked.offline)
    environment.make_ready(EVERYTHING)
    if asked.rest:
        return run([environment.python, "-m", "pytest", *asked.rest])
    return run_all_tests(environment)


def check(asked: Asked) -> int:
    """Run everything that must be green before a change is kept."""
    environment = Environment(asked.offline)
    environment.make_ready(EVERYTHING)
    return run_all_checks(environment)


def app(asked: Asked) -> int:
    """Open the window of one desk; ``--profile DIR`` says which."""
    environment = Environment(asked.offline)
    environment.make_ready(RUNNING)
    return run([environment.python, ROOT / "main.py", "app", *asked.rest])


def screenshots(asked: Asked) -> int:
    """Photograph every page and state of the windows into docs/screenshots/."""
    environment = Environment(asked.offline)
    environment.make_ready(EVERYTHING)
    out = ROOT / "docs" / "screenshots"
    return run([environment.python, "-m", "tooling.screenshots.photographing", out])


def simulate(asked: Asked) -> int:
    """Play a hub and three desks with every fault, from seeds; ``--seeds N --first-seed K --jobs J --mutant NAME``."""
    environment = Environment(asked.offline)
    environment.make_ready(EVERYTHING)
    return run([environment.python, "-m", "simulation.command", *asked.rest])


def translate(asked: Asked) -> int:
    """Collect the texts of the windows and compile their English."""
    environment = Environment(asked.offline)
    environment.make_ready(EVERYTHING)
    return write_translations(environment)


def lock(asked: Asked) -> int:
    """Write requirements/*.txt anew from the groups in pyproject.toml; ``--upgrade`` takes the newest versions."""
    environment = Environment(asked.offline)
    environment.make_ready(EVERYTHING)
    return write_locks(environment, asked.rest)


def build(asked: Asked) -> int:
    """Build the desk as one folder in dist/ that needs no Python; ``--check`` proves it against a real hub."""
    building = Environment(asked.offline, ROOT / ".venv-build")
    building.make_ready(BUILDING)
    status = build_bundle(building)
    if status or "--check" not in asked.rest:
        return status
    environment = Environment(asked.offline)
    environment.make_ready(EVERYTHING)
    return run([environment.python, "-m", "tooling.bundle_check", BUNDLE])


COMMANDS: dict[str, Callable[[Asked], int]] = {
    "demo": demo,
    "test": test,
    "check": check,
    "app": app,
    "lock": lock,
    "screenshots": screenshots,
    "simulate": simulate,
    "translate": translate,
    "build": build,
}


def _understand(words: Sequence[str]) -> tuple[str, Asked]:
    parser = argparse.ArgumentParser(prog="run.py", description="Everything a developer runs.", epilog=_summary())
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--offline", metavar="DIR", type=Path, help="take packages from this folder of wheels")
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help="given on to the command")
    known = parser.parse_args(words)
    offline, rest = _offline_after_the_command(known.offline, known.rest)
    return known.command, Asked(offline, rest)


def _summary() -> str:
    return "commands:\n" + "\n".join(f"  {name:6} {command.__doc__}" for name, command in COMMANDS.items())


def _offline_after_the_command(offline: Path | None, rest: list[str]) -> tuple[Path | None, list[str]]:
    if "--offline" not in rest[:-1]:
        return offline, rest
    at = rest.index("--offline")
    return Path(rest[at + 1]), rest[:at] + rest[at + 2 :]
