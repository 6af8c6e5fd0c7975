"""``python -m bench.sync``: the exchange beside Anki's, Kinto's and PouchDB's, and against its goals, in one run.

The others are installed once below ``--peers`` and never imported. Each part can be had alone with ``--only``; a part
that fails says so in its row and the others go on.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bench.sync import applying, beside, first_fill, load, ours, outage, stored
from bench.sync.beside import Beside
from bench.sync.records import answers
from bench.sync.told import Row, verdict

RATIO: Final = 0.8
_HEAD: Final = "| what | goal | figure | | |\n|---|---|---|---|---|\n"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the caller wants."""

    peers: Path
    records: int
    stored: int
    entries: int
    workers: int
    quick: bool


def main() -> int:
    """Measure and print tables of Markdown."""
    parser = argparse.ArgumentParser(prog="python -m bench.sync", description=__doc__)
    parser.add_argument("--peers", type=Path, default=Path.home() / ".cache" / "ketinting-bench" / "peers")
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--stored", type=int, default=3_000_000, help="actions of the large hub of the part 'stored'")
    parser.add_argument("--entries", type=int, default=100_000, help="entries of the kecamatan of the part 'filling'")
    parser.add_argument("--workers", type=int, default=2, help="processes of the hub under load")
    parser.add_argument("--quick", action="store_true", help="neither Kinto nor PouchDB over the slow line")
    parser.add_argument("--only", choices=sorted(PARTS), action="append", help="a part alone; may be said again")
    said = parser.parse_args()
    said.peers.mkdir(parents=True, exist_ok=True)
    asked = Asked(said.peers.resolve(), said.records, said.stored, said.entries, said.workers, said.quick)
    _say(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, ")
    _say(f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}\n")
    for part in said.only or PARTS:
        _part(part, asked)
    return 0


def _part(name: str, asked: Asked) -> None:
    began = time.monotonic()
    try:
        for text in PARTS[name](asked):
            _say(text)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other parts are measured
        traceback.print_exc()
        _say(f"| {name} | | not measured | | {type(error).__name__}: {error} |\n")
    _say(f"\n({name}: {time.monotonic() - began:.0f} s)\n")


def _rows(rows: list[Row]) -> Iterator[str]:
    yield "\n" + _HEAD
    for row in rows:
        yield row.markdown() + "\n"


def _lines(asked: Asked) -> Iterator[str]:
    """Everybody on the same records, with no line between and over the slow one."""
    records = answers(asked.records, datetime.now(UTC))
    with ours.two_desks() as two:
        near = [beside.measured(name, records, asked.peers, over_slow=False) for name in beside.PROGRAMS]
        near.insert(0, ours.carried(two, records, over_slow=False))
        with ThreadPoolExecutor(2) as pool:
            patient = () if asked.quick else ("Kinto", "PouchDB")  # minutes, and hardly any work: beside the others
            waiting = [pool.submit(beside.measured, name, records, asked.peers, over_slow=True) for name in patient]
            far = [beside.measured("Anki", records, asked.peers, over_slow=True)]
            far.insert(0, ours.carried(two, records, over_slow=True))
            anew = ours.one_change_anew(two, records[0])
            far += [each.result() for each in waiting]
        yield from _table("no line between", near, asked.records)
        yield from _table("600 ms there and back, 256 kbit/s", far, asked.records)
        yield from _rows(
            [
                *_against(far),
                *_changes(far[0], anew),
                ours.idle(two),
                *ours.bytes_of_actions(two, records),
                ours.photo(two),
            ]
        )


def _table(line: str, found: list[Beside], count: int) -> Iterator[str]:
    yield f"\n| {line}: {count:,} records | push s | pull s | one change s "
    yield "| push B a record | pull B a record | one change B | |\n"
    yield "|---|---|---|---|---|---|---|---|\n"
    for one in found:
        cells = [f"{one.push:.2f}", f"{one.pull:.2f}", f"{one.change:.2f}"]
        cells += [f"{size:,.0f}" for size in (one.push_bytes / count, one.pull_bytes / count, one.change_bytes)]
        yield f"| {one.name} | {' | '.join(cells)} | {one.trouble} |\n"


def _against(far: list[Beside]) -> list[Row]:
    mine, anki = far[0], next(one for one in far if one.name == "Anki")
    if anki.trouble:
        return [Row("over the slow line against Anki", f"≤ {RATIO} ×", "not measured", "", anki.trouble)]
    push, pull = mine.push / anki.push, mine.pull / anki.pull
    figure = f"push {push:.2f} ×, pull {pull:.2f} ×"
    return [Row("over the slow line against Anki", f"≤ {RATIO} ×", figure, verdict(max(push, pull) <= RATIO))]


def _changes(mine: Beside, anew: float) -> list[Row]:
    goal = f"≤ {ours.OPEN_MOST} / ≤ {ours.FRESH_MOST} s"
    good = mine.change <= ours.OPEN_MOST and anew <= ours.FRESH_MOST
    return [
        Row("one change over it, open / fresh connection", goal, f"{mine.change:.2f} / {anew:.2f} s", verdict(good))
    ]


PARTS: Final[dict[str, Callable[[Asked], Iterator[str]]]] = {
    "lines": _lines,
    "load": lambda asked: _rows(load.measure(workers=asked.workers)),
    "outage": lambda asked: _rows(outage.measure(workers=asked.workers)),
    "applying": lambda _: _rows(applying.measure()),
    "stored": lambda asked: _rows(stored.measure(asked.stored)),
    "filling": lambda asked: _rows(first_fill.measure(asked.entries)),
}


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
