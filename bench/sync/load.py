"""How many actions a hub judges in a second: desks that send twenty at a time, as fast as it takes them.

python -m bench.sync --only load
"""

from __future__ import annotations

import os
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from typing import Final

from bench.sync import postgres
from bench.sync.hubs import Hub, hub, seconds_of, submit
from bench.sync.records import answers
from bench.sync.told import Row, verdict
from domain.verdicts import Code
from sync.client import HubClient
from sync.errors import HubBusy
from sync.protocol import SyncAnswer
from tests.hub.desks import Desk

BATCH: Final = 20
DESKS: Final = 8
WANTED_RATE, WANTED_P99 = 3000, 250
KINDS: Final = {"judged, batch 20: submissions alone": 0, "judged, batch 20: requests of six actions": 5}
"""What is sent, and how many facts follow each submission."""


@dataclass(slots=True)
class Sent:
    """What the desks saw: milliseconds of each request, and when it was answered."""

    actions: int = 0
    took: list[float] = field(default_factory=list)
    finished: dict[str, float] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


def send_all(found: Hub, desks: list[Desk], threads: int, batch: int) -> tuple[Sent, float]:
    """Every desk sends its whole queue, so many at a time; what they saw, and how long all took."""
    sent, waiting = Sent(), list(enumerate(desks))
    lines = [found.client(desk, found.ports[place % len(found.ports)]) for place, desk in waiting]

    def work() -> None:
        while True:
            with sent.lock:
                if not waiting:
                    return
                place, desk = waiting.pop(0)
            _one_batch(desk, lines[place], batch, sent)
            if desk.queue:
                with sent.lock:
                    waiting.append((place, desk))
            else:
                sent.finished[desk.device] = time.perf_counter()

    workers = [threading.Thread(target=work, daemon=True) for _ in range(threads)]
    began = time.perf_counter()
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    sent.finished = {device: at - began for device, at in sent.finished.items()}
    return sent, time.perf_counter() - began


def _one_batch(desk: Desk, client: HubClient, batch: int, sent: Sent) -> None:
    later = desk.queue[batch:]
    desk.queue = desk.queue[:batch]
    count, seen = len(desk.queue), len(desk.verdicts)
    began = time.perf_counter()
    answer = _answered(desk, client)
    took = (time.perf_counter() - began) * 1000
    desk.take(answer)
    assert all(row.code is Code.OK for row in desk.verdicts[seen:]), desk.verdicts[-1]  # noqa: S101 - else no figure
    desk.queue += later
    with sent.lock:
        sent.actions += count
        sent.took.append(took)


def _answered(desk: Desk, client: HubClient) -> SyncAnswer:
    """The answer, however often the hub asks to wait; the wait counts."""
    while True:
        try:
            return client.exchange(desk.request())
        except HubBusy as busy:
            time.sleep(busy.retry_after or 0.2)


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
        send_all(found, desks, DESKS, BATCH)  # the first of each, with leases and configuration, is not counted
        rows = []
        for what, facts in KINDS.items():
            for desk in desks:
                for each in known[: len(known) // (facts + 1)]:
                    submit(desk, each, facts=facts)
            rows.append(_row(what, found, desks, database.pid))
        return rows


def _row(what: str, found: Hub, desks: list[Desk], database: int) -> Row:
    hubs = [each.pid for each in found.processes]
    before = (seconds_of(*hubs), seconds_of(database), time.process_time())
    sent, seconds = send_all(found, desks, DESKS, BATCH)
    after = (seconds_of(*hubs), seconds_of(database), time.process_time())
    used = [(late - early) / sent.actions * 1000 for early, late in zip(before, after, strict=True)]
    rate, p99 = sent.actions / seconds, quantiles(sent.took, n=100)[98]
    note = f"ms of processor an action: hub {used[0]:.2f}, PostgreSQL {used[1]:.2f}, load {used[2]:.2f}"
    note += f"; {len(hubs)} processes of the hub, {os.cpu_count()} cores, {sent.actions:,} actions"
    good = rate >= WANTED_RATE and p99 < WANTED_P99
    goal = f"≥ {WANTED_RATE:,}/s, p99 < {WANTED_P99} ms"
    return Row(what, goal, f"{rate:,.0f}/s, p99 {p99:.0f} ms", verdict(good), note)
