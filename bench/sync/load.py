"""How many actions a hub judges in a second: desks that send twenty at a time, as fast as it takes them.

python -m bench.sync --only load
"""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from typing import Final

from bench.sync import postgres
from bench.sync.hubs import Hub, hub, seconds_of, submit
from bench.sync.records import answers
from bench.sync.replaying import send_all
from bench.sync.told import Row, verdict
from tests.hub.desks import Desk

BATCH: Final = 20
DESKS: Final = 8
WANTED_RATE, WANTED_P99 = 3000, 250
KINDS: Final = {"judged, batch 20: submissions alone": 0, "judged, batch 20: requests of six actions": 5}
"""What is sent, and how many facts follow each submission."""


def measure(total: int = 4000, workers: int = 2) -> list[Row]:
    """Twenty at a time from eight desks: submissions, each with its form judged again, and whole requests."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(postgres.server())
        found = stack.enter_context(hub(folder / "hub", database.database("load"), workers))
        desks = found.desks(DESKS)
        known = answers(total // DESKS, datetime.now(UTC))
        for desk in desks:
            submit(desk, known[0])
        send_all(found, desks, DESKS, BATCH)  # the first of each is not counted
        rows = []
        for what, facts in KINDS.items():
            for desk in desks:
                for each in known[: len(known) // (facts + 1)]:
                    submit(desk, each, facts=facts)
            rows.append(_row(what, found, desks, database.pid))
        return rows


def _row(what: str, found: Hub, desks: list[Desk], database: int) -> Row:
    hubs = [each.pid for each in found.processes]
    before = (seconds_of(*hubs), seconds_of(database))
    sent, seconds = send_all(found, desks, DESKS, BATCH)
    after = (seconds_of(*hubs), seconds_of(database))
    used = [(late - early) / sent.actions * 1000 for early, late in zip(before, after, strict=True)]
    used.append(sent.processor / sent.actions * 1000)
    rate, p99 = sent.actions / seconds, quantiles(sent.took, n=100)[98]
    note = f"ms of processor an action: hub {used[0]:.2f}, PostgreSQL {used[1]:.2f}, load {used[2]:.2f}"
    note += f"; {len(hubs)} processes of the hub, {os.cpu_count()} cores, {sent.actions:,} actions"
    good = rate >= WANTED_RATE and p99 < WANTED_P99
    goal = f"≥ {WANTED_RATE:,}/s, p99 < {WANTED_P99} ms"
    return Row(what, goal, f"{rate:,.0f}/s, p99 {p99:.0f} ms", verdict(good), note)
