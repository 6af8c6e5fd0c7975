"""How fast a desk takes in what it pulled: into its encrypted log, with every request folded again."""

from __future__ import annotations

import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from bench.sync.desks import RealDesk, real_desk
from bench.sync.hubs import hub, submit
from bench.sync.records import answers
from bench.sync.replaying import send_all
from bench.sync.told import Row, verdict
from sync import pull, push
from sync.protocol import ANSWER_BYTES

WANTED: Final = 5000
_FACTS: Final = 5


@dataclass(slots=True)
class Spent:
    """Seconds by the clock and of the processor, of checking and of applying."""

    entries: int = 0
    answers: int = 0
    checking: float = 0.0
    applying: float = 0.0
    processor: float = 0.0


def measure(total: int = 6000) -> list[Row]:
    """One desk files requests of six actions, another one of its village pulls them all."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        found = stack.enter_context(hub(folder / "hub", None))
        found.villages = found.villages[:1]
        signer, reader = found.desks(2)
        desk = stack.enter_context(real_desk(found, reader, folder / "desk"))
        for each in answers(total // (_FACTS + 1), datetime.now(UTC)):
            submit(signer, each, facts=_FACTS)
        send_all(found, [signer], 1, 400)
        spent = _pulled(desk)
    rate, alone = spent.entries / (spent.checking + spent.applying), spent.entries / spent.applying
    note = f"{spent.entries:,} actions in {spent.answers} answers; applied alone {alone:,.0f}/s"
    cost = spent.processor / spent.entries * 1e6
    note += f" ({cost:.0f} µs of processor each); with signatures and hashes checked {rate:,.0f}/s"
    return [
        Row(
            "a desk applies pulled actions, with refold",
            f"≥ {WANTED:,}/s",
            f"{alone:,.0f}/s",
            verdict(alone >= WANTED),
            note,
        )
    ]


def _pulled(desk: RealDesk) -> Spent:
    spent, client, more = Spent(), desk.client(desk.hub.ports[0]), True
    while more:
        state = desk.log.state()
        asked = replace(push.build(desk.log, state, datetime.now(UTC), 0, whole=False), want_bytes=ANSWER_BYTES)
        answer = client.exchange(asked)
        began = time.perf_counter()
        taken = pull.check(desk.log, state, asked, answer).taken
        checked, before = time.perf_counter(), time.process_time()
        desk.log.commit(taken)
        spent.processor += time.process_time() - before
        spent.applying += time.perf_counter() - checked
        spent.checking += checked - began
        spent.entries += len(taken.entries)
        spent.answers += 1
        more = answer.more
    return spent
