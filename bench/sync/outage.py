"""After an outage every desk of a regency comes at once: how long until all is in, and whether one of them starves."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Final

from bench.sync import postgres
from bench.sync.hubs import hub, seconds_of, submit
from bench.sync.records import answers
from bench.sync.replaying import send_all
from bench.sync.told import Row, verdict

DESKS: Final = 240
ACTIONS: Final = 100
WANTED: Final = 15.0
_AT_ONCE: Final = 64
"""Desks that are in the middle of a request at one time; the others are about to ask again."""
_FACTS: Final = 4


def measure(desks: int = DESKS, workers: int = 2) -> list[Row]:
    """Each desk brings twenty requests of five actions, in batches of fifty."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(postgres.server())
        found = stack.enter_context(hub(folder / "hub", database.database("outage"), workers))
        waiting = found.desks(desks)
        known = answers(ACTIONS // (_FACTS + 1), datetime.now(UTC))
        send_all(found, waiting, _AT_ONCE, ACTIONS)  # each has asked before the line broke
        for desk in waiting:
            for each in known:
                submit(desk, each, facts=_FACTS)
        hubs = [each.pid for each in found.processes]
        before = seconds_of(*hubs, database.pid)
        sent, seconds = send_all(found, waiting, _AT_ONCE, ACTIONS // 2)
        used = seconds_of(*hubs, database.pid) - before
    last = sorted(sent.finished.values())
    goal = f"< {WANTED:.0f} s, no desk starved"
    note = f"{sent.actions:,} actions, {sent.actions / seconds:,.0f}/s; desks were done after {last[0]:.1f}–"
    note += f"{last[-1]:.1f} s (median {median(last):.1f}), the slowest request took {max(sent.took) / 1000:.1f} s"
    note += f"; {used:.1f} s of processor of hub and PostgreSQL, {sent.processor:.1f} of the load"
    good = seconds < WANTED and len(last) == desks
    return [Row(f"{desks} desks × {ACTIONS} actions after an outage", goal, f"{seconds:.1f} s", verdict(good), note)]
