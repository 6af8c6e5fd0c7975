"""Whether a question costs more when years of actions are stored: the same small delta of hubs of two sizes.

The rows are written past the service, in one shard and its villages' scopes as they would lie there; what is asked is
asked of the service.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
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
from sync.protocol import Position, SyncRequest
from tests.hub.desks import Desk

SMALL: Final = 100_000
WANTED: Final = 1.5
_SCOPES: Final = 100
_ASKED: Final = 200
_NEWS: Final = 20


@dataclass
class _Site:
    """A hub, a desk of it that has read all but the last twenty entries of its scope, and what its questions took."""

    found: Hub
    desk: Desk
    url: str
    request: SyncRequest | None = None
    took: list[float] = field(default_factory=list)

    def fill(self, count: int) -> None:
        """Let so many actions be stored."""
        _fill(self.url, self.desk, count)
        place = _place(self.found, self.desk)
        config = self.desk.request().cursor["config"]
        self.request = self.desk.request(cursor={self.desk.scope: place, "config": config}, whole=True)

    def ask(self) -> None:
        """The same question once more."""
        assert self.request is not None  # noqa: S101 - by fill
        began = time.perf_counter()
        answer = exchange(self.found.ground, self.desk.known_as, self.request)
        self.took.append((time.perf_counter() - began) * 1000)
        assert len(answer.actions) == _NEWS, len(answer.actions)  # noqa: S101 - else there is no figure


def measure(large: int) -> list[Row]:
    """Two hubs of different age are asked in turn, so that whatever else the machine does slows both."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(postgres.server())
        sites = [stack.enter_context(_site(folder / name, database.database(name))) for name in ("young", "old")]
        began = time.perf_counter()
        for site, count in zip(sites, (SMALL, large), strict=True):
            site.fill(count)
        filled = time.perf_counter() - began
        for site in sites * _ASKED:
            site.ask()
        young, old = (site.took[20:] for site in sites)
    ratio = median(old) / median(young)
    p95 = [quantiles(each, n=20)[18] for each in (young, old)]
    note = f"p50 {median(young):.1f} → {median(old):.1f} ms, p95 {p95[0]:.1f} → {p95[1]:.1f} ms"
    note += f"; rows written in {filled:.0f} s"
    what = f"a delta of {_NEWS} with {large:,} actions stored, against {SMALL:,}"
    return [Row(what, f"p50 ≤ {WANTED} ×", f"{ratio:.2f} ×", verdict(ratio <= WANTED), note)]


@contextmanager
def _site(folder: Path, url: str) -> Iterator[_Site]:
    with hub(folder, url, workers=0) as found:
        found.villages = found.villages[:1]
        (desk,) = found.desks(1)
        for each in answers(_NEWS, datetime.now(UTC)):
            submit(desk, each)
        desk.take(exchange(found.ground, desk.known_as, desk.request()))
        yield _Site(found, desk, url)


def _fill(url: str, desk: Desk, count: int) -> None:
    """Actions of other requests of the shard, each entered in one of a hundred scopes; one is the desk's own."""
    shard, scope = desk.device.partition("-")[0], desk.scope
    names = {"shard": shard, "scope": scope, "count": count, "scopes": _SCOPES}
    postgres.run_script(url, *(each.format(**names) for each in _STATEMENTS))


_STATEMENTS: Final = (
    "SET synchronous_commit = off",
    """CREATE TEMPORARY TABLE made AS SELECT n, 'contoh-' || n AS action,
        CASE n % {scopes} WHEN 0 THEN '{scope}' ELSE '{scope}-' || n % {scopes} END AS scope
        FROM generate_series(1, {count}) AS n""",
    """INSERT INTO actions (shard, action, hash, request, kind, author, envelope, signature, received_at, code, reason,
        rev) SELECT '{shard}', action, md5(action) || 'contohcontoh', 'r-' || n / 6, 'add_document', 'contoh',
        decode(repeat(md5(action), 20), 'hex'), decode(repeat(md5(action), 4), 'hex'), '2026-11-22T00:00:00.000Z',
        'ok', '', n % 6 + 1 FROM made""",
    """INSERT INTO entries (shard, scope, seq, anchor, action_shard, action, rev)
        SELECT '{shard}', scope, 1000000000 + n, decode(repeat(md5(action), 2), 'hex'), '{shard}', action, n % 6 + 1
        FROM made""",
    "DROP TABLE made",
    "VACUUM (ANALYZE) actions",
    "VACUUM (ANALYZE) entries",
    "CHECKPOINT",
)
"""The last three, or the server would go on tidying up while it is asked."""


def _place(found: Hub, desk: Desk) -> Position:
    asked = """SELECT seq, anchor FROM entries WHERE shard = %s AND scope = %s ORDER BY seq DESC OFFSET %s LIMIT 1"""
    with found.ground.store.reading() as connection:
        shard = desk.device.partition("-")[0]
        row = connection.exec_driver_sql(asked, (shard, desk.scope, _NEWS)).one()
    return Position(row.seq, b64u(bytes(row.anchor)))
