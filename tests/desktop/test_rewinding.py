"""What a desk makes of its own log after its hub was restored: calm lists, and nothing that counts twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from desktop.store import actions as log
from desktop.store import committing, rewinding
from desktop.store.tables import actions
from domain.verdicts import Code, WaitsFor
from sync.protocol import VerdictRow
from tests.contracts.desk_log import accepted, bytes_queued, taken
from tests.contracts.returning import rewound
from tests.contracts.test_desk_log_on_disk import SqlBench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[SqlBench]:
    made = SqlBench(tmp_path / "profile")
    yield made
    made.close()


def told(bench: SqlBench, own: str, code: Code, waits_for: WaitsFor | None = None) -> None:
    state = bench.log.state()
    row = VerdictRow(state.verdict_seen + 1, 1, "", None, None, code, waits_for, "refused_by_supervisor", own)
    bench.log.commit(taken(state, verdicts=(row,), verdict_seen=state.verdict_seen + 1, ack_through=1))


def stored(bench: SqlBench, own: str) -> log.Stored:
    with bench._desk.database.reading() as connection:
        found = log.by_hash(connection, own)
    assert found is not None
    return found


def test_what_lay_parked_under_a_former_life_comes_to_the_end_of_the_queue(bench: SqlBench) -> None:
    parked = bench.record()
    told(bench, parked.hash, Code.PARKED, WaitsFor.AUTHORITY)
    bench.log.renumber("hidup-kedua")
    waiting = bench.record()
    bench.log.rewind(rewound(bench.log, bench.home, 0))
    assert bytes_queued(bench.log) == [(1, waiting.action), (2, parked.action)]


def test_an_accepted_step_stays_accepted_until_a_person_at_the_hub_refuses_it(bench: SqlBench) -> None:
    own = bench.record()
    bench.log.commit(accepted(bench, own, own=True))
    told(bench, own.hash, Code.FORBIDDEN)
    assert stored(bench, own.hash).code is Code.OK, "an ending never changes"
    bench.log.rewind(rewound(bench.log, bench.home, 0))
    told(bench, own.hash, Code.PARKED, WaitsFor.AUTHORITY)
    assert stored(bench, own.hash).code is Code.OK, "the list stays calm while a person decides"
    told(bench, own.hash, Code.FORBIDDEN)
    assert stored(bench, own.hash).refused


def test_what_followed_a_step_that_a_person_ended_counts_no_more_until_it_comes_again(bench: SqlBench) -> None:
    own, later = bench.record(), bench.foreign()
    bench.log.commit(accepted(bench, own, own=True))
    bench.log.commit(accepted(bench, later, own=False))
    bench.log.rewind(rewound(bench.log, bench.home, 0))
    request = stored(bench, own.hash).action.request
    ended = VerdictRow(2, 1, "", None, None, Code.FORBIDDEN, None, "refused_by_supervisor", own.hash)
    with bench._desk.database.writing() as connection:
        one = actions.c.hash == later.hash
        connection.execute(update(actions).where(one).values(request=request, rev=2))
        committing.note_verdicts(connection, (ended,))
    assert stored(bench, own.hash).refused
    assert stored(bench, later.hash).rev is None


def test_where_something_else_stands_now_the_old_step_counts_no_more(bench: SqlBench) -> None:
    old, new = bench.record(), bench.record()
    bench.log.commit(accepted(bench, old, own=True))
    bench.log.rewind(rewound(bench.log, bench.home, 0))
    request = stored(bench, old.hash).action.request
    with bench._desk.database.writing() as connection:
        connection.execute(update(actions).where(actions.c.hash == new.hash).values(request=request))
        fresh = accepted(bench, new, own=True).entries
        rewinding.give_way(connection, fresh)
    assert stored(bench, old.hash).rev is None
