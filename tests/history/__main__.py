"""``python -m tests.history --desks 40 --rounds 12 --seed 1``: the long form, with real processes that are killed.

Prints one line of figures; 1 when the hub did what it may never do. The history stays under ``--out``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random

from hub.admin.folder import FolderSettings, Place, make_hub
from hub.world import real_world
from tests.history.checking import Told, sorted_out, violations
from tests.history.line import Line, carrying
from tests.history.machines import Cluster, HubProcess
from tests.history.players import LiveClock
from tests.history.playing import Plan, play, seat
from tests.history.recording import History, read_history
from tests.hub.town import Town, furnish, sample_certificates

HUBS = 2


class Breaker:
    """Breaks one thing after another until it is told to end, and mends each before the next."""

    def __init__(self, cluster: Cluster, hubs: list[HubProcess], line: Line, history: History) -> None:
        self._cluster, self._hubs, self._line, self._history = cluster, hubs, line, history
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self.done: Counter[str] = Counter()

    def start(self) -> None:
        """Begin, and make the line unsteady."""
        self._line.cut_up = self._line.cut_down = 0.02
        self._thread.start()

    def end(self) -> None:
        """Everything is whole when this returns."""
        self._ending.set()
        self._thread.join()
        self._line.cut_up = self._line.cut_down = 0.0

    def _run(self) -> None:
        chance = self._line.chance
        faults: dict[str, Callable[[], None]] = {
            "every connection cut": self._line.cut_all,
            "hub killed": lambda: self._hub_again(chance.choice(self._hubs)),
            "hub stands still": lambda: chance.choice(self._hubs).freeze(chance.uniform(0.5, 3)),
            "database process killed": self._cluster.crash,
            "database restarted": lambda: self._database_again(self._cluster.stop),
            "database killed": lambda: self._database_again(self._cluster.kill),
        }
        while not self._ending.wait(chance.uniform(0.5, 2.5)):
            name = chance.choice(list(faults))
            self._history.note("fault", name=name)
            faults[name]()
            self.done[name] += 1

    def _hub_again(self, hub: HubProcess) -> None:
        hub.kill()
        hub.start()

    def _database_again(self, end: Callable[[], None]) -> None:
        end()
        self._ending.wait(0.5)
        self._cluster.start()


@contextmanager
def machines(folder: Path) -> Iterator[tuple[Cluster, list[HubProcess], Town]]:
    """A database, hubs at it, and the town that they serve."""
    cluster = Cluster(folder / "pg")
    cluster.start()
    place = Place(folder / "hub", folder / "keys" / "hub.key")
    ground = make_hub(place, FolderSettings(regency="64.02", database=cluster.url), "Hub contoh", real_world())
    town = Town(ground, LiveClock(), sample_certificates()[0])
    furnish(town)
    hubs = [HubProcess(place) for _ in range(HUBS)]
    try:
        for each in hubs:
            each.start()
        yield cluster, hubs, town
    finally:
        ground.close()
        for each in hubs:
            each.kill()
        cluster.stop()


def run(plan: Plan, out: Path) -> int:
    """One history, and what came of it."""
    began, history = time.monotonic(), History(out)
    with tempfile.TemporaryDirectory(prefix="history-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        (Path(name) / "pg").mkdir()
        with machines(Path(name)) as (cluster, hubs, town):
            line = Line([each.port for each in hubs], Random(plan.seed))  # noqa: S311 - a course of events
            with carrying(line) as url:
                players = seat(town, url, history, plan.desks)
                breaker = Breaker(cluster, hubs, line, history)
                breaker.start()
                failed = play(town, players, plan, breaker.end)
    history.close()
    told = sorted_out(read_history(out))
    found = [*failed, *violations(told)]
    sys.stdout.write(_figures(told, line, breaker, len(found), time.monotonic() - began) + "\n")
    sys.stdout.writelines(f"  {each}\n" for each in found[:50])
    return 1 if found else 0


def _figures(told: Told, line: Line, breaker: Breaker, wrong: int, seconds: float) -> str:
    counts, endings = told.counts, Counter(row[2] for desk in told.desks.values() for row in desk.verdicts)
    broken = ", ".join(f"{name} {times}" for name, times in sorted(breaker.done.items()))
    judged = ", ".join(f"{code} {times}" for code, times in sorted(endings.items()))
    return (
        f"{counts['enrolled']} desks, {counts['saved']} actions ({judged}), {counts['asked']} calls, "
        f"{counts['trouble']} without an answer, {line.cuts} cuts, {sum(breaker.done.values())} faults ({broken}), "
        f"{wrong} violations, {seconds:.0f} s"
    )


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.history", description=__doc__)
    parser.add_argument("--desks", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("out/history.jsonl"))
    chosen = parser.parse_args()
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    return run(Plan(chosen.desks, chosen.rounds, chosen.seed, timedelta(minutes=20)), chosen.out)


if __name__ == "__main__":
    raise SystemExit(main())
