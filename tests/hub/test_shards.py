"""No query of a growing table without its shard: one that asks every machine of a province does not grow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Table, event
from sqlalchemy.sql import visitors
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import Select

from domain.actions import ActionKind
from hub.admin.listing import list_devices, list_keys
from hub.service.release import waiting_actions
from hub.store.opening import Store
from hub.store.tables import SHARED
from tests.hub.desks import enrol
from tests.hub.stories import decide, issue, state_of, submit_with_scans
from tests.hub.town import KECAMATAN, VILLAGE, Town


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@contextmanager
def watched(store: Store) -> Iterator[list[str]]:
    """Every statement that reads or changes a growing table without naming its shard."""
    found: list[str] = []

    def look(_connection: Any, statement: Any, *_rest: Any) -> None:
        if isinstance(statement, Select | UpdateBase) and not getattr(statement, "is_insert", False):
            found.extend(f"{name}: {statement}" for name in _tables(statement) - _sharded(statement))

    event.listen(store.engine, "before_execute", look)
    try:
        yield found
    finally:
        event.remove(store.engine, "before_execute", look)


def _tables(statement: Any) -> set[str]:
    named = {each.name for each in visitors.iterate(statement) if isinstance(each, Table)}
    return named - SHARED - {"alembic_version"}


def _sharded(statement: Any) -> set[str]:
    """Tables whose shard stands in a condition, in a join's too."""
    joins = (each.onclause for each in visitors.iterate(statement) if hasattr(each, "onclause"))
    conditions = [statement.whereclause, *joins]
    columns = [each for condition in conditions if condition is not None for each in visitors.iterate(condition)]
    return {each.table.name for each in columns if getattr(each, "name", "") == "shard" and hasattr(each, "table")}


def test_no_query_of_a_growing_table_leaves_its_shard_out(town: Town) -> None:
    with watched(town.ground.store) as found:
        village = enrol(town, VILLAGE, "clerk", enrol(town, VILLAGE, "kades"))
        kecamatan = enrol(town, KECAMATAN, "kasi-kesos")
        request = submit_with_scans(village, "clerk", "sktm").request or ""
        action, pdf = issue(village, "kades", state_of(village, request), 1)
        village.sync()
        village.send_blob(request, pdf, action.text("pdf"))
        town.work()
        kecamatan.sync()
        decide(kecamatan, "kasi-kesos", ActionKind.REJECT, request, reason="tidak_memenuhi")
        kecamatan.sync()
        town.work()
        list_devices(town.ground)
        list_keys(town.ground)
        with town.ground.store.reading() as connection:
            waiting_actions(connection, town.ground.catalogue(connection).shards)
    assert found == []
