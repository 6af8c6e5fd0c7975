"""Searching and counting requests reads an index, never every row; and it says the same as looking at each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from sqlalchemy import Connection, Engine, delete, event, insert, update

from desktop.office.desk import Desk
from desktop.office.finding import find
from desktop.store import actions, browsing, request_names
from desktop.store.browsing import Stage, Wanted
from desktop.store.request_codes import with_code
from desktop.store.tables import requests
from domain.workflow import State

OTHER = "64.02.04"


def row(number: int, here: str, **changes: object) -> dict[str, object]:
    """A row of the list; the words of its name end in its number."""
    known: dict[str, object] = {
        "shard": "s",
        "id": f"0000-{number:08x}",
        "service": "sktm",
        "pack": "sktm@1",
        "filing_office": here,
        "state": State.AT_STEP.value,
        "step": "periksa",
        "office": here,
        "head": "h",
        "hub_state": None,
        "unanswered": 0,
        "refused": 0,
        "subject": f"Siti Contoh {number}",
        "subject_key": "",
        "submitted_at": f"2026-01-01T00:00:{number % 60:02}.000Z",
        "changed_at": f"2026-01-01T00:{number // 60:02}:{number % 60:02}.000Z",
    }
    return known | changes


@contextmanager
def plans(connection: Connection, engine: Engine) -> Iterator[list[str]]:
    """How SQLite answers what is asked meanwhile, filled in at the end."""
    asked: list[tuple[str, object]] = []
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        asked.append((statement, values))

    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)
    for statement, values in asked:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
        found += [str(line.detail) for line in plan]


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A desk with a row for each state at each office, answered or not."""
    with desk.database.writing() as connection:
        here = desk.enrolled(connection).office
        places = product(State, (here, OTHER), (here, OTHER), (0, 1))
        connection.execute(
            insert(requests),
            [
                row(number, here, state=state.value, office=at, filing_office=filed, unanswered=unanswered)
                for number, (state, at, filed, unanswered) in enumerate(places)
            ],
        )
    return desk


def test_the_counts_are_those_of_looking_at_every_row(filled: Desk) -> None:
    with filled.database.reading() as connection:
        here = filled.enrolled(connection).office
        rows = browsing.page(connection, here, Wanted(), limit=1000)
        assert len(rows) > 40
        one_by_one = Counter(each.stage for each in rows)
        assert dict(browsing.counts(connection, here)) == {stage: one_by_one[stage] for stage in Stage}
        for stage in Stage:
            assert {each.stage for each in browsing.page(connection, here, Wanted(stage=stage))} <= {stage}
            assert len(browsing.page(connection, here, Wanted(stage=stage), limit=1000)) == one_by_one[stage]


def test_neither_search_nor_counts_read_every_row(filled: Desk) -> None:
    database = filled.database
    with database.reading() as connection, plans(connection, database._engine) as found:
        here = filled.enrolled(connection).office
        browsing.by_name(connection, here, "siti con", 6)
        browsing.page(connection, here, Wanted(words="siti 12"))
        with_code(connection, "0000-0001")
        browsing.counts(connection, here)
        browsing.services_in_use(connection, "2026-01-01", 4)
    assert any("VIRTUAL TABLE INDEX" in line for line in found)
    walked = [line for line in found if line.startswith(("SCAN requests", "SCAN request_names"))]
    assert [line for line in walked if "COVERING INDEX" not in line and "VIRTUAL" not in line] == []


def test_the_clock_finds_the_last_own_action_without_walking_over_those_of_others(filled: Desk) -> None:
    with filled.database.reading() as connection, plans(connection, filled.database._engine) as found:
        actions.last_recorded_at(connection)
    assert found == ["SEARCH actions USING INDEX actions_by_own (own=?)"]


def test_every_word_begins_a_word_of_the_name(filled: Desk) -> None:
    with filled.database.reading() as connection:
        assert request_names.fitting(connection, "con 12 si", 10) == ("0000-0000000c",)
        assert request_names.fitting(connection, "iti", 10) == ()
        assert request_names.fitting(connection, '"*', 10) == ()
        newest, *_ = request_names.fitting(connection, "SITI", 1000)
    hits = [hit for hit in find(filled, "siti") if hit.kind == "request"]
    assert (hits[0].key, len(hits)) == (newest, 6)


def test_many_of_one_name_are_looked_at_on_the_way(filled: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled.database.reading() as connection:
        here = filled.enrolled(connection).office
        few = browsing.page(connection, here, Wanted(words="siti 1"), limit=1000)
        monkeypatch.setattr(request_names, "MANY", 2)
        assert browsing.page(connection, here, Wanted(words="siti 1"), limit=1000) == few != ()


def test_a_name_that_is_changed_or_erased_is_found_no_longer(filled: Desk) -> None:
    with filled.database.writing() as connection:
        one = requests.c.id == "0000-0000000c"
        connection.execute(update(requests).where(one).values(subject="Rahmat Contoh"))
        assert request_names.fitting(connection, "siti contoh 12", 10) == ()
        assert request_names.fitting(connection, "rahmat", 10) == ("0000-0000000c",)
        connection.execute(delete(requests).where(one))
        assert request_names.fitting(connection, "rahmat", 10) == ()
        assert with_code(connection, "0000-000c") == ()
