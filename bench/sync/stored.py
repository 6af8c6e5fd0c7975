"""Whether a question costs more when years of actions are stored: the same small delta of hubs of two sizes.

The rows are written past the service, in one shard and its villages' scopes as they would lie there; what is asked is
asked of the service.
"""

from __future__ import annotations

import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from bench.sync import postgres
from bench.sync.hubs import Hub, hub, submit
from bench.sync.records import answers
from bench.sync.told import Row, verdict
from hub.service.exchange import exchange
from sync.encoding import b64u
from sync.protocol import Position
from tests.hub.desks import Desk

SMALL: Final = 100_000
WANTED: Final = 1.5
_SCOPES: Final = 100
_ASKED: Final = 200
_NEWS: Final = 20


def measure(large: int) -> list[Row]:
    """A desk that has read all but the last twenty entries of its scope asks again and again."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(postgres.server())
        url = database.database("stored")
        found = stack.enter_context(hub(folder / "hub", url, workers=0))
        found.villages = found.villages[:1]
        (desk,) = found.desks(1)
        for each in answers(_NEWS, datetime.now(UTC)):
            submit(desk, each)
        desk.take(exchange(found.ground, desk.known_as, desk.request()))
        _fill(url, desk, 0, SMALL)
        small = _asked(found, desk)
        began = time.perf_counter()
        _fill(url, desk, SMALL, large)
        filled = time.perf_counter() - began
        big = _asked(found, desk)
    ratio = median(big) / median(small)
    p95 = [quantiles(each, n=20)[18] for each in (small, big)]
    note = f"p50 {median(small):.1f} → {median(big):.1f} ms, p95 {p95[0]:.1f} → {p95[1]:.1f} ms"
    note += f"; {large:,} rows written in {filled:.0f} s"
    what = f"a delta of {_NEWS} with {large:,} actions stored, against {SMALL:,}"
    return [Row(what, f"p50 ≤ {WANTED} ×", f"{ratio:.2f} ×", verdict(ratio <= WANTED), note)]


def _fill(url: str, desk: Desk, start: int, end: int) -> None:
    """Actions of other requests of the shard, each entered in one of a hundred scopes; one is the desk's own."""
    shard, scope = desk.device.partition("-")[0], desk.scope
    names = {"shard": shard, "scope": scope, "start": start, "end": end - 1, "scopes": _SCOPES}
    postgres.run_script(url, *(each.format(**names) for each in _STATEMENTS))


_STATEMENTS: Final = (
    "SET synchronous_commit = off",
    """CREATE TEMPORARY TABLE made AS SELECT n, 'contoh-' || n AS action,
        CASE n % {scopes} WHEN 0 THEN '{scope}' ELSE '{scope}-' || n % {scopes} END AS scope
        FROM generate_series({start}, {end}) AS n""",
    """INSERT INTO actions (shard, action, hash, request, kind, author, envelope, signature, received_at, code, reason,
        rev) SELECT '{shard}', action, md5(action) || 'contohcontoh', 'r-' || n / 6, 'add_document', 'contoh',
        decode(repeat(md5(action), 20), 'hex'), decode(repeat(md5(action), 4), 'hex'), '2026-11-22T00:00:00.000Z',
        'ok', '', n % 6 + 1 FROM made""",
    """INSERT INTO entries (shard, scope, seq, anchor, action_shard, action, rev)
        SELECT '{shard}', scope, 1000000000 + n, decode(repeat(md5(action), 2), 'hex'), '{shard}', action, n % 6 + 1
        FROM made""",
    "DROP TABLE made",
    "ANALYZE actions",
    "ANALYZE entries",
)


def _asked(found: Hub, desk: Desk) -> list[float]:
    """Milliseconds of the same question, at the place before the last twenty entries of the desk's own scope."""
    place = _place(found, desk)
    request = desk.request(cursor={desk.scope: place, "config": desk.request().cursor["config"]}, whole=True)
    took = []
    for _ in range(_ASKED):
        began = time.perf_counter()
        answer = exchange(found.ground, desk.known_as, request)
        took.append((time.perf_counter() - began) * 1000)
        assert len(answer.actions) == _NEWS, len(answer.actions)  # noqa: S101 - else there is no figure
    return took[20:]


def _place(found: Hub, desk: Desk) -> Position:
    asked = """SELECT seq, anchor FROM entries WHERE shard = %s AND scope = %s ORDER BY seq DESC OFFSET %s LIMIT 1"""
    with found.ground.store.reading() as connection:
        shard = desk.device.partition("-")[0]
        row = connection.exec_driver_sql(asked, (shard, desk.scope, _NEWS)).one()
    return Position(row.seq, b64u(bytes(row.anchor)))
