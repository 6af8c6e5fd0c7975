"""The short form: a few desks, an unsteady line, and a database that crashes once; the long one is a command."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import psycopg
import pytest
from sqlalchemy.engine import make_url
from structlog.testing import capture_logs

from hub.service.worker import Worker
from hub.store.opening import Store, open_postgres
from hub.world import real_world
from tests.history.checking import sorted_out, violations
from tests.history.line import Line, carrying
from tests.history.players import LiveClock
from tests.history.playing import Plan, play, seat
from tests.history.recording import History, read_history
from tests.hub.databases import postgres_models, sqlite_models
from tests.hub.http_hub import serving
from tests.hub.town import Town, open_town
from tests.postgres import PostgresServer

__all__ = ["postgres_models", "sqlite_models"]
pytestmark = [pytest.mark.postgres, pytest.mark.slow]


@pytest.fixture
def store(request: pytest.FixtureRequest, postgres_server: PostgresServer) -> Iterator[Store]:
    with postgres_server.fresh_database(request.getfixturevalue("postgres_models")["furnished"]) as url:
        opened = open_postgres(url)
        yield opened
        opened.close()


def crash(store: Store) -> None:
    """Kill one of the database's processes: it ends all others and begins anew from what is on its disk."""
    url = make_url(store.engine.url).set(drivername="postgresql")
    with psycopg.connect(url.render_as_string(hide_password=False), autocommit=True) as connection:
        os.kill(connection.info.backend_pid, signal.SIGKILL)
        with suppress(psycopg.OperationalError):
            connection.execute("SELECT 1")


def test_what_six_desks_saw_of_an_unsteady_hub_fits_together(store: Store, tmp_path: Path) -> None:
    town: Town = open_town(store, tmp_path)
    town.clock, town.ground.world = LiveClock(), real_world()
    history, plan = History(tmp_path / "history.jsonl"), Plan(desks=6, rounds=2, seed=4)
    worker = Worker(town.ground)
    with capture_logs(), serving(town) as hub:
        line = Line([int(hub.rpartition(":")[2])], Random(4), 0.08, 0.08)  # noqa: S311 - as in playing
        with carrying(line) as url:
            players = seat(town, url, history, plan.desks)
            worker.start()
            crashes = threading.Timer(0.5, crash, (store,))
            crashes.start()

            def mended() -> None:
                crashes.join()
                line.cut_up = line.cut_down = 0.0

            failed = play(town, players, plan, mended)
        worker.stop()
    history.close()
    told = sorted_out(read_history(history.path))
    assert failed == []
    assert "\n".join(violations(told)) == ""
    assert told.counts["saved"] >= 8
    assert told.counts["trouble"] > 0
