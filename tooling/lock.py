"""Locks: which exact files, by hash, are installed for each group, on every system and Python we support."""

import os
from collections.abc import Sequence

from tooling.environment import LOCKS, Environment
from tooling.steps import run_in_turn

# What each lock holds. All of it is resolved first, so that a package has one version everywhere.
LOCKED_GROUPS = {
    "dev": ("core", "desktop", "hub", "dev"),
    "core": ("core",),
    "desktop": ("core", "desktop"),
    "hub": ("core", "hub"),
    # PyInstaller is under the GPL with an exception for what it builds: a tool that is never shipped or imported.
    "build": ("core", "desktop", "build"),
}


def write_locks(environment: Environment, words: Sequence[str]) -> int:
    """Resolve the groups of pyproject.toml again; kept versions stay unless ``--upgrade`` is among the words."""
    os.environ["UV_CUSTOM_COMPILE_COMMAND"] = "python3 run.py lock"
    return run_in_turn(*(_compile(environment, name, words) for name in LOCKED_GROUPS))


def _compile(environment: Environment, name: str, words: Sequence[str]) -> list[str]:
    compiler = [str(environment.program("uv")), "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    form = ["--generate-hashes", "--no-annotate", "--fork-strategy", "fewest", "-o", f"requirements/{name}.txt"]
    groups = [word for group in LOCKED_GROUPS[name] for word in ("--group", group)]
    same_versions = [] if name == "dev" else ["-c", str(LOCKS.relative_to(LOCKS.parent) / "dev.txt")]
    return [*compiler, *form, *groups, *same_versions, *words]
