"""``python3 run.py simulate``: many seeds, one line; a failing one is made short and told as a story."""

from __future__ import annotations

import argparse
import gc
import logging
import multiprocessing
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Final

import structlog

from simulation.mutants import MUTANTS, NOT_YET, planted
from simulation.papers import laid_out
from simulation.playing import Played, play
from simulation.script import script_of
from simulation.shrinking import RUNS, kind_of, shrink
from simulation.template import template

_PROGRESS = 10
"""After how many seeds a long run says how far it is."""
_STORIES = 3
"""How many failing seeds are made short; the others are only named."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one seed came to."""

    seed: int
    actions: int
    faults: int
    violations: tuple[str, ...]


def main(words: Sequence[str] | None = None) -> int:
    """Play seeds; 0 when nothing was broken (with a mutant: when it was caught), 1 otherwise."""
    asked = _asked(words)
    quiet_logs()
    began, results = time.monotonic(), []
    for result in _played(asked):
        results.append(result)
        if result.violations and not asked.mutant:
            sys.stderr.write(f"seed {result.seed}: {result.violations[0]}\n")
        if len(results) % _PROGRESS == 0:
            sys.stderr.write(_summary(results, time.monotonic() - began) + " so far\n")
        if asked.mutant and result.violations:
            break
    seconds = time.monotonic() - began
    failed = [each for each in results if each.violations]
    _say(_summary(results, seconds))
    if asked.mutant:
        return _judge_mutant(asked.mutant, failed)
    for each in failed[:_STORIES]:
        tell(each, asked.out)
    for each in failed[_STORIES:]:
        _say(f"seed {each.seed}: {each.violations[0]}")
    return int(bool(failed))


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py simulate", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many (20)")
    parser.add_argument("--first-seed", type=int, default=0, help="the first (0)")
    parser.add_argument("--jobs", type=int, default=1, help="processes (1)")
    parser.add_argument("--mutant", choices=sorted(MUTANTS), default="", help="plant this bug; 0 when it is caught")
    parser.add_argument("--out", type=Path, default=Path("out/simulate"), help="folder for stories of failing seeds")
    parser.epilog = "not hunted here: " + "; ".join(f"{name}: {why}" for name, why in NOT_YET.items())
    return parser.parse_args(words)


def quiet_logs() -> None:
    """The hub's log lines are of no use to a thousand hubs."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


def _played(asked: argparse.Namespace) -> Iterator[Result]:
    seeds = range(asked.first_seed, asked.first_seed + asked.seeds)
    if asked.jobs <= 1:
        yield from map(partial(run_seed, mutant=asked.mutant), seeds)
        return
    template(dear=False)  # before the processes part, so that it is made once
    with multiprocessing.get_context().Pool(asked.jobs, quiet_logs) as pool:
        yield from pool.imap_unordered(partial(run_seed, mutant=asked.mutant), seeds)


def run_seed(seed: int, mutant: str = "") -> Result:
    """One seed from its script."""
    with laid_out(), planted(mutant), no_waste_looked_for():
        played = play(seed, script_of(seed))
    return Result(seed, played.actions, played.faults, tuple(played.violations))


_SEEDS: Final = count()
_SEEDS_OF_WASTE: Final = 5
"""After how many seeds their waste, some 20 MB each, is looked for."""


@contextmanager
def no_waste_looked_for() -> Iterator[None]:
    """While this goes on, Python does not stop to look for waste: a seed's is small, and is taken away after it."""
    gc.disable()
    try:
        yield
    finally:
        if next(_SEEDS) % _SEEDS_OF_WASTE == 0:
            gc.collect()
            _set_apart()
        gc.enable()


@cache
def _set_apart() -> None:
    """What is left after the first seed, modules and statements, stays: no later look goes through it again."""
    gc.freeze()


def _summary(results: Sequence[Result], seconds: float) -> str:
    actions, faults = sum(each.actions for each in results), sum(each.faults for each in results)
    broken = sum(len(each.violations) for each in results)
    rate = len(results) / seconds if seconds else 0.0
    return f"{len(results)} seeds, {actions} actions, {faults} faults, {broken} violations, {rate:.2f} seeds/s"


def _judge_mutant(mutant: str, failed: Sequence[Result]) -> int:
    if not failed:
        _say(f"the mutant {mutant} was not caught")
        return 1
    _say(f"the mutant {mutant} was caught by seed {failed[0].seed}: {failed[0].violations[0]}")
    return 0


def tell(result: Result, out: Path, runs: int = RUNS) -> None:
    """Make a failing seed short, and print and keep its story."""
    kinds = {kind_of(each) for each in result.violations}

    def fails(script: object) -> bool:
        with laid_out():
            found: Played = play(result.seed, script)  # type: ignore[arg-type]  # a script
        return bool(kinds & {kind_of(each) for each in found.violations})

    script = shrink(script_of(result.seed), fails, runs)
    with laid_out():
        played = play(result.seed, script)
    lines = [f"Seed {result.seed}, {len(script)} steps are enough:", *played.story]
    lines += ["", "What broke:", *played.violations]
    out.mkdir(parents=True, exist_ok=True)
    (out / f"seed-{result.seed}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    _say("\n".join(lines))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
