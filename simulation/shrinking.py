"""A failing script made short: whatever may be left out while it still fails the same way is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from simulation.script import Step

Fails = Callable[[tuple[Step, ...]], bool]
RUNS: Final = 150
"""The most times that a script is played to make it shorter."""


class _Budget:
    def __init__(self, fails: Fails, runs: int) -> None:
        self._fails = fails
        self.left = runs

    def still(self, script: tuple[Step, ...]) -> bool:
        """Whether it still fails; False when the budget is used up."""
        if self.left <= 0 or not script:
            return False
        self.left -= 1
        return self._fails(script)


def shrink(script: tuple[Step, ...], fails: Fails, runs: int = RUNS) -> tuple[Step, ...]:
    """The shortest that was found: first large parts go, then single steps, then single faults."""
    budget = _Budget(fails, runs)
    size = max(len(script) // 2, 1)
    while True:
        script, shorter = _without_parts(script, size, budget)
        if size == 1 and not shorter:
            break
        size = max(size // 2, 1)
        if budget.left <= 0:
            break
    return _without_faults(script, budget)


def _without_parts(script: tuple[Step, ...], size: int, budget: _Budget) -> tuple[tuple[Step, ...], bool]:
    at, shorter = len(script), False
    while at > 0:
        at = max(at - size, 0)
        tried = script[:at] + script[at + size :]
        if len(tried) < len(script) and budget.still(tried):
            script, shorter = tried, True
    return script, shorter


def _without_faults(script: tuple[Step, ...], budget: _Budget) -> tuple[Step, ...]:
    for at, step in enumerate(script):
        if step.line or step.disk:
            tried = (*script[:at], step.without_faults(), *script[at + 1 :])
            script = tried if budget.still(tried) else script
    return script


def kind_of(violation: str) -> str:
    """What kind of violation a sentence tells of: without ids, numbers and the step at which it was seen."""
    told = re.sub(r"^after step \d+: |^step \d+ ", "", violation)
    return re.sub(r"[0-9a-f-]{30,}|[A-Za-z0-9_-]{43}|\d+", "#", told)[:80]
