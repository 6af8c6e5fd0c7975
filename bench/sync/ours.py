"""Ours on the same lines: TLS, every signature made and checked, every action judged, every commit on the disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.sync import postgres
from bench.sync.beside import Beside
from bench.sync.desks import RealDesk, real_desk, timed
from bench.sync.hubs import Hub, hub
from bench.sync.line import Line, lain, slow
from bench.sync.records import answers
from bench.sync.told import Row, verdict
from sync import packing, protocol, push

IDLE_MOST, SINGLE_MOST, BATCH_MOST = 1300, 500, 350
OPEN_MOST, FRESH_MOST = 0.9, 2.4
PHOTO, CUT, PHOTO_MOST = 600_000, 150_000, 1.2
_POOR_DELAY, _POOR_RATE = 0.05, 128_000


@dataclass
class Two:
    """A hub, and two desks of one village: what one sends the other reads."""

    hub: Hub
    one: RealDesk
    other: RealDesk

    @property
    def port(self) -> int:
        """Of the hub."""
        return self.hub.ports[0]


@contextmanager
def two_desks() -> Iterator[Two]:
    """On a PostgreSQL of their own."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(postgres.server())
        found = stack.enter_context(hub(folder / "hub", database.database("ours")))
        found.villages = found.villages[:1]
        signers = found.desks(2)
        desks = [stack.enter_context(real_desk(found, each, folder / each.device)) for each in signers]
        for each in desks:
            each.exchange(each.client(found.ports[0]))
        yield Two(found, *desks)


def carried(two: Two, records: list[dict[str, Any]], *, over_slow: bool) -> Beside:
    """Push, pull and one change, as the others are measured: with their connections open."""
    found = Beside("Ketinting")
    line = slow(two.port) if over_slow else Line(two.port)
    with lain(line):
        clients = [(desk, desk.client(line.port)) for desk in (two.one, two.other)]
        for desk, client in clients:
            desk.exchange(client)
        two.one.queue(records)
        two.one.ask_nothing(clients[0][1])
        before = line.carried()
        found.push, done = timed(lambda: two.one.exchange(clients[0][1]))
        assert done.accepted == len(records), done  # noqa: S101 - else there is no figure
        found.push_bytes = line.carried() - before
        two.other.ask_nothing(clients[1][1])
        before = line.carried()
        found.pull, done = timed(lambda: two.other.exchange(clients[1][1]))
        assert done.received >= len(records), done  # noqa: S101 - as above
        found.pull_bytes = line.carried() - before
        two.one.queue(records[:1])
        two.one.ask_nothing(clients[0][1])
        before = line.carried()
        found.change, _ = timed(lambda: two.one.exchange(clients[0][1]))
        found.change_bytes, found.connections = line.carried() - before, line.connections
    return found


def one_change_anew(two: Two, record: dict[str, Any]) -> float:
    """Seconds of one change over the slow line when the connection is to be made first."""
    with lain(slow(two.port)) as line:
        two.one.queue([record])
        return timed(lambda: two.one.exchange(two.one.client(line.port)))[0]


def bytes_of_actions(two: Two, records: list[dict[str, Any]]) -> list[Row]:
    """How large an action is in a request of one, of five and of many; the request's own head is counted in."""
    sizes = {}
    for count in (1, 5, 20, 500):
        two.one.queue(records[:count])
        state = two.one.log.state()
        request = push.build(two.one.log, state, datetime.now(UTC), protocol.PUSH_MAX, whole=False)
        sizes[count] = len(protocol.encode(request, packing.BEST)) / len(request.push)
        two.one.exchange(two.one.client(two.port))
    note = "; ".join(f"{count}: {size:.0f} B" for count, size in sizes.items())
    single, batch = sizes[1], sizes[5]
    return [
        Row("bytes of a signed action, alone", f"≤ {SINGLE_MOST} B", f"{single:.0f} B", verdict(single <= SINGLE_MOST)),
        Row("the same in a batch of 5", f"≤ {BATCH_MOST} B", f"{batch:.0f} B", verdict(batch <= BATCH_MOST), note),
    ]


def idle(two: Two) -> Row:
    """What an exchange costs when nothing happened."""
    client = two.one.client(two.port)
    two.one.exchange(client)
    done = two.one.exchange(client)
    size = done.bytes_up + done.bytes_down
    good = done.round_trips == 1 and size <= IDLE_MOST
    note = f"{done.bytes_up} up, {done.bytes_down} down, all headers counted, without TLS"
    return Row("idle exchange", f"1 request, ≤ {IDLE_MOST:,} B", f"{done.round_trips}, {size:,} B", verdict(good), note)


def photo(two: Two) -> Row:
    """A photo on a line that breaks all the time."""
    content = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + os.urandom(PHOTO - 12)
    with lain(Line(two.port, _POOR_DELAY, _POOR_RATE)) as line:
        client = two.one.client(line.port)
        two.one.exchange(client)
        two.one.attach(answers(1, datetime.now(UTC))[0], content)
        line.cut_every, before = CUT, line.up
        seconds, done = timed(lambda: two.one.exchange(client, tries=40))
        cost = (line.up - before) / PHOTO
    assert done.blobs_sent == 1, done  # noqa: S101 - else there is no figure
    note = f"{line.cuts} cuts, {seconds:.1f} s at 1 Mbit/s and 100 ms, everything upward counted"
    return Row(
        "a photo of 600 kB, cut every 150 kB", f"≤ {PHOTO_MOST} ×", f"{cost:.2f} ×", verdict(cost <= PHOTO_MOST), note
    )
