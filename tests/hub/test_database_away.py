"""PostgreSQL that is restarted, crashes or falls silent under a hub that works: desks hear *busy*, and all goes on."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from hub.admin.doctor import examine
from hub.admin.folder import Place
from hub.service.worker import Worker
from hub.store.opening import Store, open_postgres
from sync.client import Link
from sync.errors import HubBusy
from tests.hub.http_hub import serving
from tests.hub.stories import submit
from tests.hub.test_api import Online, enrol_over_http
from tests.hub.town import Town
from tests.postgres import PostgresServer

pytestmark = pytest.mark.postgres
_OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


@pytest.fixture
def store(request: pytest.FixtureRequest, postgres_server: PostgresServer) -> Iterator[Store]:
    with postgres_server.fresh_database(request.getfixturevalue("postgres_models")["furnished"]) as url:
        opened = open_postgres(url)
        yield opened
        opened.close()


@pytest.fixture
def online(town: Town) -> Iterator[Online]:
    with serving(town) as url:
        yield enrol_over_http(town, url, "clerk")


def beside(store: Store) -> psycopg.Connection[Any]:
    """A connection to the same database that the hub knows nothing of."""
    url = make_url(store.engine.url).set(drivername="postgresql")
    return psycopg.connect(url.render_as_string(hide_password=False), autocommit=True)


def end_all(store: Store) -> None:
    """What a restart of the database does to its connections."""
    with beside(store) as connection:
        connection.execute(f"SELECT pg_terminate_backend(pid) {_OTHERS}".encode())


@contextmanager
def away(store: Store) -> Iterator[None]:
    """As long as this goes on, nobody can connect to the database."""
    url = make_url(store.engine.url)
    allow, end = f"ALTER DATABASE {url.database} ALLOW_CONNECTIONS", "SELECT pg_terminate_backend(pid)"
    outside = url.set(drivername="postgresql", database="postgres").render_as_string(hide_password=False)
    with psycopg.connect(outside, autocommit=True) as connection:
        connection.execute(f"{allow} false".encode())
        connection.execute(f"{end} FROM pg_stat_activity WHERE datname = '{url.database}'".encode())
        try:
            yield
        finally:
            connection.execute(f"{allow} true".encode())


def test_a_pool_of_dead_connections_costs_nobody_an_answer(online: Online, store: Store) -> None:
    desk, client = online.desk, online.client
    for _ in range(3):
        submit(desk, "clerk", "surat-keterangan-usaha")
        end_all(store)
        desk.take(client.exchange(desk.request()))
    assert desk.acked == 3


def test_a_request_in_flight_is_answered_busy_and_counts_once_when_it_comes_again(online: Online, store: Store) -> None:
    desk, client = online.desk, online.client
    submit(desk, "clerk", "surat-keterangan-usaha")
    with capture_logs(), beside(store) as connection, connection.transaction():
        connection.execute("SELECT 1 FROM devices WHERE device = %s FOR UPDATE", [desk.device])
        heard = in_a_thread(lambda: client.exchange(desk.request()))
        wait_for_a_lock(connection)
        connection.execute(f"SELECT pg_terminate_backend(pid) {_OTHERS}".encode())
        assert isinstance(heard(), HubBusy)
    desk.take(client.exchange(desk.request()))
    assert [row.device_seq for row in desk.verdicts] == [1]


def test_a_row_that_is_never_let_go_makes_busy_and_not_a_queue_without_end(online: Online, store: Store) -> None:
    desk, client = online.desk, online.client
    desk.take(client.exchange(desk.request()))
    with store.reading() as connection:
        assert connection.execute(text("SHOW lock_timeout")).scalar() == "20s"
        assert connection.execute(text("SHOW idle_in_transaction_session_timeout")).scalar() == "5min"
    with store.snapshot() as connection:
        assert connection.execute(text("SHOW idle_in_transaction_session_timeout")).scalar() == "0"
    with capture_logs(), beside(store) as holder, holder.transaction():
        holder.execute("SELECT 1 FROM devices WHERE device = %s FOR UPDATE", [desk.device])
        with store.engine.connect() as shorter:
            shorter.execute(text("SET lock_timeout = '10ms'"))
            with pytest.raises(OperationalError):
                shorter.execute(text("SELECT 1 FROM devices FOR UPDATE"))


def test_what_was_acknowledged_is_there_after_the_database_was_killed(online: Online, store: Store) -> None:
    desk, client = online.desk, online.client
    unsent = submit(desk, "clerk", "surat-keterangan-usaha")
    desk.queue.clear()
    for _ in range(3):
        submit(desk, "clerk", "surat-keterangan-usaha")
        desk.take(client.exchange(desk.request()))
    desk.queue.append(desk.own[unsent.id])
    with beside(store) as connection:
        os.kill(connection.info.backend_pid, signal.SIGKILL)
        with suppress(psycopg.OperationalError):
            connection.execute("SELECT 1")
    with capture_logs():
        desk.take(until_it_answers(lambda: client.exchange(desk.request())))
    assert desk.acked == 4
    assert len({each.request for each in desk.entries[desk.scope] if each.request}) == 4


def test_a_worker_says_once_that_the_database_is_away_and_once_that_it_is_back(town: Town, store: Store) -> None:
    worker = Worker(town.ground)
    with capture_logs() as logged:
        with away(store):
            worker._look()
            worker._look()
        worker._look()
    assert [line["event"] for line in logged] == ["database_away", "database_back"]


def test_readiness_says_that_the_database_is_away(online: Online, store: Store) -> None:
    with away(store):
        found = Link(online.url).send("GET", "/readyz", {})
    assert (found.status, found.body) == (503, b'{"status":"database"}')
    assert Link(online.url).send("GET", "/readyz", {}).status == 200


def test_the_doctor_names_a_server_that_does_not_keep_what_it_says(town: Town, tmp_path: Path) -> None:
    found = {each.name: each for each in examine(town.ground, Place(tmp_path, tmp_path / "key"))}["database"]
    assert found.level == "bad"
    assert "fsync, full_page_writes" in found.sentence


def test_a_commit_waits_for_the_disk_whatever_the_servers_file_says(store: Store) -> None:
    with store.writing() as connection:
        assert connection.execute(text("SHOW synchronous_commit")).scalar() == "on"


def in_a_thread(work: Callable[[], Any]) -> Callable[[], Any]:
    """Begin it; what is given back waits for what came of it, an exception too."""
    found: list[Any] = []

    def run() -> None:
        try:
            found.append(work())
        except Exception as error:  # noqa: BLE001 - handed on
            found.append(error)

    thread = threading.Thread(target=run)
    thread.start()

    def outcome() -> Any:
        thread.join(30)
        return found[0]

    return outcome


def wait_for_a_lock(connection: psycopg.Connection[Any]) -> None:
    """Until somebody waits for a row in this database."""
    asked = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    for _ in range(1000):
        if connection.execute(asked).fetchone():
            return
        connection.execute("SELECT pg_sleep(0.01)")
    raise AssertionError("nobody waits")


def until_it_answers(ask: Callable[[], Any]) -> Any:
    """Ask again as long as the hub is busy, as a desk does, only sooner."""
    pause = threading.Event()
    for _ in range(300):
        try:
            return ask()
        except HubBusy:
            pause.wait(0.03)
    raise AssertionError("it never came back")
