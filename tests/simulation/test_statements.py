"""The short way to a statement says what SQLAlchemy would have said, and brings what it would have brought."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    Column,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    bindparam,
    create_engine,
    func,
    insert,
    select,
    text,
    tuple_,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import IntegrityError, NoResultFound
from sqlalchemy.types import Boolean

from simulation.connections import ShortEngine
from simulation.statements import NotSpoken

boats = Table(
    "boats",
    MetaData(),
    Column("name", String, primary_key=True),
    Column("length", Integer, nullable=False, default=9),
    Column("motor", Boolean, nullable=False, default=True),
    Column("mark", LargeBinary),
)
FLEET = [{"name": "Mahakam", "length": 11}, {"name": "Kelian", "length": 9}, {"name": "Ratah", "length": 14}]


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[ShortEngine, Engine]]:
    """The same file by both ways."""
    path = tmp_path / "boats.db"
    long = create_engine(f"sqlite:///{path}")
    boats.metadata.create_all(long)
    short = ShortEngine(path, "reading")
    with short.connect() as connection, connection.begin():
        connection.execute(insert(boats), [dict(boat) for boat in FLEET])
        connection.execute(insert(boats), {"name": "Tabang", "mark": b"\x00\x01", "motor": False})
    yield short, long
    short.dispose()
    long.dispose()


ASKED: list[tuple[Any, dict[str, Any]]] = [
    (select(boats).order_by(boats.c.name), {}),
    (select(boats).where(boats.c.name == "Ratah"), {}),
    (select(boats.c.name).where(boats.c.length > bindparam("least")).order_by(boats.c.name), {"least": 9}),
    (select(func.count(), func.max(boats.c.length)), {}),
    (select(boats.c.name).where(boats.c.name.in_(bindparam("some", expanding=True))), {"some": ["Ratah", "Kelian"]}),
    (select(boats.c.name).where(boats.c.name.in_(bindparam("some", expanding=True))), {"some": []}),
    (select(boats.c.name).where(boats.c.name.in_({"Mahakam"}), boats.c.motor), {}),
    (text("SELECT name, length FROM boats WHERE length = :n ORDER BY name"), {"n": 9}),
]


@pytest.mark.parametrize(("statement", "values"), ASKED)
def test_the_same_question_has_the_same_answer(
    both: tuple[ShortEngine, Engine], statement: Any, values: dict[str, Any]
) -> None:
    short, long = both
    with short.connect() as mine, long.connect() as theirs:
        expected = theirs.execute(statement, values).all()
        found = [mine.execute(statement, values) for _ in range(2)]
    for each in found:
        assert each.all() == [tuple(row) for row in expected]
        assert [row._asdict() for row in each] == [dict(row._mapping) for row in expected]
        assert each.scalars().all() == [row[0] for row in expected]


def test_the_same_change_leaves_the_same_rows(both: tuple[ShortEngine, Engine]) -> None:
    short, long = both
    fresh = upsert(boats)
    again = fresh.on_conflict_do_update(index_elements=["name"], set_={"length": fresh.excluded.length})
    with short.connect() as connection, connection.begin():
        assert connection.execute(again, {"name": "Ratah", "length": 15}).rowcount == 1
        connection.execute(update(boats).where(boats.c.name == bindparam("who")).values(mark=b"x"), {"who": "Kelian"})
        connection.execute(update(boats).where(boats.c.name == "Tabang").values(length=boats.c.length + 1))
    with long.connect() as there:
        rows = {row.name: tuple(row)[1:] for row in there.execute(select(boats))}
    assert rows["Ratah"] == (15, True, None)
    assert rows["Kelian"] == (9, True, b"x")
    assert rows["Tabang"] == (10, False, b"\x00\x01")


def test_what_fails_is_undone_and_named_as_sqlalchemy_names_it(both: tuple[ShortEngine, Engine]) -> None:
    short, _ = both
    with pytest.raises(IntegrityError):
        add(short, {"name": "Belayan"}, {"name": "Ratah"})
    with short.connect() as connection:
        assert connection.execute(select(func.count()).select_from(boats)).scalar_one() == 4
        with pytest.raises(NoResultFound):
            connection.execute(select(boats).where(boats.c.name == "Belayan")).one()
    with pytest.raises(IntegrityError):
        add(short, [{"name": "A"}, {"name": "Ratah"}])


def add(short: ShortEngine, *rows: Any) -> None:
    with short.connect() as connection, connection.begin():
        for row in rows:
            connection.execute(insert(boats), row)


def test_who_reads_goes_on_seeing_one_moment_while_another_writes(both: tuple[ShortEngine, Engine]) -> None:
    short, _ = both
    count = select(func.count()).select_from(boats)
    with short.connect() as connection:
        connection.exec_driver_sql("COMMIT")
    with short.connect().execution_options(reading=True) as reader:
        reader.exec_driver_sql("PRAGMA journal_mode")
        assert reader.execute(count).scalar() == 4
    with short.connect() as connection:
        assert connection.execute(count).scalar() == 4
        assert connection.exec_driver_sql("SELECT name FROM boats WHERE length > ?", (13,)).first().name == "Ratah"


def test_what_is_not_known_fails_loudly(both: tuple[ShortEngine, Engine]) -> None:
    short, _ = both
    with short.connect() as connection, pytest.raises(NotSpoken):
        connection.execute(select(boats).where(tuple_(boats.c.name, boats.c.length).in_([("Ratah", 14)])))


def test_a_text_is_said_for_each_of_several_rows(both: tuple[ShortEngine, Engine]) -> None:
    said = "INSERT INTO boats (name, length, motor) VALUES (?, ?, ?)"
    short, long = both
    with short.connect() as connection, connection.begin():
        connection.exec_driver_sql(said, [("Kedang", 7, True), ("Belayan", 8, False)])
    with long.connect() as other, other.begin():
        other.exec_driver_sql(said, [("Telen", 5, True)])
    with long.connect() as other:
        found = other.execute(select(boats.c.name).where(boats.c.length < 9).order_by(boats.c.length)).scalars()
        assert list(found) == ["Telen", "Kedang", "Belayan"]
    with short.connect() as connection, connection.begin(), pytest.raises(IntegrityError):
        connection.exec_driver_sql(said, [("Telen", 5, True)])
