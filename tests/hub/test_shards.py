"""No query of a growing table without its shard: one that asks every machine of a province does not grow.

Every test of this room is watched (`tests/hub/conftest.py`); here is shown that the watch sees.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select, text

import hub
from hub.store.growing import actions, entries, scopes
from hub.store.opening import Store
from hub.store.reference import offices
from tests.hub import sharding
from tests.hub.sharding import unsharded, watched

_HERE = actions.c.shard == "64.02.04"
_LISTED = (entries.c.action == actions.c.action) & (entries.c.shard == "64.02.04")


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        (select(actions), {"actions"}),
        (select(actions).where(_HERE), set()),
        (select(actions).where(actions.c.action == "1"), {"actions"}),
        (select(entries).select_from(actions.join(entries, _LISTED)).where(_HERE), set()),
        (
            select(entries).select_from(actions.join(entries, entries.c.action == actions.c.action)),
            {"actions", "entries"},
        ),
        (select(offices), set()),
        (select(offices).where(offices.c.office.in_(select(scopes.c.scope))), {"scopes"}),
        (delete(scopes), {"scopes"}),
        (scopes.update().where(scopes.c.shard == "64.02.04").values(seq=1), set()),
        (scopes.insert(), set()),
        (text("SELECT * FROM scopes"), {"scopes"}),
        (text("SELECT seq FROM scopes WHERE shard = '64.02.04'"), set()),
    ],
)
def test_a_statement_without_its_shard_is_seen(statement: Any, missing: set[str]) -> None:
    assert unsharded(str(statement), statement) == missing


def test_what_the_hub_says_is_watched_and_what_a_test_asks_is_not(store: Store, unsharded_queries: list[str]) -> None:
    place = Path(hub.__file__).parent / "service" / "planted.py"
    planted: dict[str, Any] = {"select": select, "actions": actions}
    said = compile("def ask(connection): connection.execute(select(actions))", str(place), "exec")
    exec(said, planted)  # noqa: S102 - a function that stands in the hub's room
    with watched() as found, store.reading() as connection:
        connection.execute(select(actions))
        assert found == []
        planted["ask"](connection)
    assert [each.partition(": [")[0] for each in found] == ["service/planted.py:ask"]
    assert unsharded_queries.pop() == found[0]


def test_what_may_ask_all_shards_is_still_there() -> None:
    for place in sharding.WHOLE_HUB:
        file, _, name = place.partition(":")
        path = Path(hub.__file__).parent / file
        assert path.exists()
        assert not name or f"def {name}(" in path.read_text(encoding="utf-8")
