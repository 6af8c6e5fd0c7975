"""Several writers, readers and processes of the hub at one PostgreSQL: nothing is skipped, doubled or stale."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import IntegrityError

from domain.actions import ActionKind
from hub.service import docket, working
from hub.service.ground import Ground
from hub.service.identity import bump_config, config_version
from hub.service.jobs import FREEZE, Job
from hub.service.working import run_due_jobs
from hub.store.growing import jobs, numbers
from hub.store.opening import Store, open_postgres
from simulation.replacing import replaced
from sync.anchors import GENESIS
from tests.contracts.hub_locking import TwoDecisions
from tests.hub.desks import Desk, enrol
from tests.hub.stories import decide, submit, submit_with_scans
from tests.hub.town import KECAMATAN, VILLAGE, Town, officer_document, open_town

pytestmark = pytest.mark.postgres
WRITERS, FILED = 6, 2


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    models, server = request.getfixturevalue("postgres_models"), request.getfixturevalue("postgres_server")
    with server.fresh_database(models["furnished"]) as url:
        opened = open_postgres(url)
        yield opened
        opened.close()


@contextmanager
def slow_commits(store: Store) -> Iterator[None]:
    """Every commit waits inside the database, with all its locks, for up to 8 ms."""
    pauses = cycle((1, 8, 0, 5, 2))

    def linger(connection: Any) -> None:
        connection.exec_driver_sql(f"SELECT pg_sleep(0.00{next(pauses)})")

    event.listen(store.engine, "commit", linger)
    try:
        yield
    finally:
        event.remove(store.engine, "commit", linger)


def at_once(*work: Callable[[], Any]) -> list[Any]:
    """Do all of it in threads that begin together."""
    barrier = threading.Barrier(len(work))

    def begin(each: Callable[[], Any]) -> Any:
        barrier.wait(20)
        return each()

    with ThreadPoolExecutor(len(work)) as pool:
        begun = [pool.submit(begin, each) for each in work]
        return [each.result(60) for each in begun]


def file_one_by_one(desk: Desk) -> None:
    for _ in range(FILED):
        submit(desk, "clerk", "surat-keterangan-usaha")
        desk.sync()


def read_until(reader: Desk, whole: int) -> None:
    """Read while others write; every answer must go on where the last one ended."""
    while reader.cursor.get(reader.scope, (0, GENESIS))[0] < whole:
        reader.sync()


def read_while_six_write(town: Town) -> Desk:
    """One desk reads what six write at once; it has read all of it when this returns."""
    desks = [enrol(town, VILLAGE, "clerk") for _ in range(WRITERS)]
    reader = enrol(town, VILLAGE, "kades")
    for each in (*desks, reader):
        each.sync()
    whole = reader.cursor[reader.scope][0] + WRITERS * FILED
    with slow_commits(town.ground.store):
        at_once(*[lambda desk=desk: file_one_by_one(desk) for desk in desks], lambda: read_until(reader, whole))
    return reader


def test_a_reader_skips_nothing_of_six_writers_whose_commits_are_slow(town: Town) -> None:
    reader = read_while_six_write(town)
    filed = [each.request for each in reader.entries[reader.scope] if each.kind is ActionKind.SUBMIT]
    assert len(set(filed)) == len(filed) == WRITERS * FILED


def test_the_contract_finds_a_hub_that_judges_before_it_locks(town: Town) -> None:
    unlocked = docket._LOCKED.with_for_update(key_share=True, read=True)  # as good as none: everybody may have it
    with replaced({"hub.service.docket:_LOCKED": unlocked}), pytest.raises((AssertionError, IntegrityError)):
        TwoDecisions().test_of_two_officers_who_decide_at_once_one_is_first(town)


def test_two_hubs_at_one_database_do_each_job_once(town: Town, store: Store, tmp_path: Path) -> None:
    village = enrol(town, VILLAGE, "clerk")
    officer = enrol(town, KECAMATAN, "kasi-kesra", enrol(town, KECAMATAN, "sekcam"))
    request = submit_with_scans(village, "clerk", "dispensasi-nikah").request or ""
    officer.sync()
    decide(officer, "kasi-kesra", ActionKind.VERIFY, request)
    officer.sync()
    decide(officer, "sekcam", ActionKind.PARAF, request)
    officer.sync()
    other = open_town(open_postgres(store.engine.url.render_as_string(hide_password=False)), tmp_path)
    begun: list[str] = []
    with replaced({"hub.service.working:WORK": {**working.WORK, FREEZE: counted(begun)}}):
        done = at_once(lambda: run_due_jobs(town.ground), lambda: run_due_jobs(other.ground))
    other.ground.store.close()
    assert (len(begun), len(set(begun)), sum(done)) == (1, 1, 1)
    with store.reading() as connection:
        assert set(connection.execute(select(jobs.c.state)).scalars()) == {"done"}
        assert sorted(connection.execute(select(numbers.c.n).where(numbers.c.office == KECAMATAN)).scalars()) == [1]
    stored = [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]
    assert len(stored) == town_files(store)


def counted(begun: list[str]) -> Callable[[Ground, Job], None]:
    real = working.WORK[FREEZE]

    def freeze(ground: Ground, job: Job) -> None:
        begun.append(job.id)
        real(ground, job)

    return freeze


def town_files(store: Store) -> int:
    with store.reading() as connection:
        found = connection.execute(text("SELECT (SELECT count(*) FROM blobs) + (SELECT count(*) FROM revisions)"))
        return int(found.scalar_one())


def test_what_a_hub_claims_is_free_again_when_its_connection_is_gone(store: Store) -> None:
    with store.claimed("job contoh") as mine, store.claimed("job contoh") as theirs, store.claimed("lain") as other:
        assert (mine, theirs, other) == (True, False, True)
        with store.writing() as connection:
            others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            connection.execute(text(f"SELECT pg_terminate_backend(pid) {others}"))
        with store.claimed("job contoh") as again:
            assert again
    with store.claimed("job contoh") as mine:
        assert mine


def test_two_changes_of_the_configuration_at_once_are_two(store: Store) -> None:
    def change() -> None:
        with store.writing() as connection:
            bump_config(connection)

    with store.reading() as connection:
        before = config_version(connection)
    with slow_commits(store):
        at_once(*[change] * 4)
    with store.reading() as connection:
        assert config_version(connection) == before + 4


def test_reference_data_that_change_while_they_are_read_are_read_again(
    town: Town, store: Store, tmp_path: Path
) -> None:
    reader = open_town(store, tmp_path).ground
    changed: list[str] = []

    def interfere(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if "FROM trust" in statement and not changed:
            changed.append(statement)
            town.apply(officers=[{**officer_document("camat"), "name": "Contoh Baru"}], roots=[_new_root()])

    event.listen(store.engine, "after_cursor_execute", interfere)
    with store.reading() as connection:
        reader.catalogue(connection)
    event.remove(store.engine, "after_cursor_execute", interfere)
    assert changed
    with store.reading() as connection:
        assert len(reader.catalogue(connection).roots) == 2


def _new_root() -> str:
    from letters.authority import make_authority  # noqa: PLC0415 - one use
    from tests.hub.town import BEGAN  # noqa: PLC0415 - as above

    return make_authority("Contoh lain", BEGAN).root_pem.decode()
