"""Collects the texts of the windows and compiles their English: ``python3 run.py translate``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tooling.environment import ROOT, Environment
from tooling.steps import run_in_turn

SOURCE = ROOT / "resources" / "translations" / "ketinting_en.ts"
QTS_OWN = ROOT / "resources" / "translations" / "ketinting_id.ts"
"""What Qt itself says in dialogs that no system draws, in Indonesian; written by hand, Qt ships none."""
_ALIASES = "tr+=phrase,tr+=noted"
"""Of the rooms without Qt: `desktop/phrases.py`."""


def write_translations(environment: Environment) -> int:
    """Bring the .ts up to the sources and the .qm up to the .ts; gives the exit status."""
    return run_in_turn(_collect(environment), _compile(environment, SOURCE), _compile(environment, QTS_OWN))


def _collect(environment: Environment) -> Sequence[str | Path]:
    texts = sorted((ROOT / "desktop").rglob("*.py"))
    quiet: Sequence[str | Path] = ("-no-obsolete", "-locations", "none", "-tr-function-alias", _ALIASES)
    return [environment.program("pyside6-lupdate"), *texts, "-ts", SOURCE, *quiet]


def _compile(environment: Environment, source: Path) -> Sequence[str | Path]:
    return [environment.program("pyside6-lrelease"), source, "-qm", source.with_suffix(".qm")]
