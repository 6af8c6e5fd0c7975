"""Reading both sides' tables for the invariants: plain rows, read below the code that is judged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine

from domain.actions import Action
from domain.request import BrokenLog, Request, fold
from simulation.computers import Computer, engine_of
from simulation.worlds import World
from sync.record import read_action

Rows = list[dict[str, Any]]


def at_desk(computer: Computer, question: str) -> Rows:
    """Rows of a desk's database."""
    return _rows(engine_of(computer.desk.database), question)


def at_hub(world: World, question: str) -> Rows:
    """Rows of the hub's database."""
    return _rows(world.hub.ground.store.engine, question)


def _rows(engine: Engine, question: str) -> Rows:
    """What the driver says itself: an invariant looks a thousand times in a seed."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(question)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    finally:
        connection.close()


@dataclass(frozen=True)
class HubLog:
    """The hub's log as it stands.

    Attributes:
        actions: every stored action's row, `read` being the action, in order of `rev` within a request.
        by_request: the accepted ones.
        requests: the fold of each request.
        broken: requests whose accepted actions do not fold.
    """

    actions: Rows
    by_request: dict[str, list[dict[str, Any]]]
    requests: dict[str, Request]
    broken: tuple[str, ...]

    @property
    def accepted(self) -> Rows:
        """The accepted ones."""
        return [row for row in self.actions if row["code"] == "ok"]

    @property
    def readers(self) -> dict[str, set[str]]:
        """The offices at which each request ever stood."""
        return {name: _offices(request) for name, request in self.requests.items()}


def _offices(request: Request) -> set[str]:
    return {request.route.steps[place].office_for(request.filing_office) for place in request.reached}


def hub_log(world: World) -> HubLog:
    """Read and fold everything."""
    rows = at_hub(world, "SELECT * FROM actions ORDER BY request, rev")
    by_request: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        row["read"] = read_action(bytes(row["envelope"]))
        if row["code"] == "ok" and row["request"]:
            by_request.setdefault(row["request"], []).append(row)
    requests, broken = {}, []
    with world.hub.ground.store.reading() as connection:
        catalogue = world.hub.ground.catalogue(connection)
    for request, mine in by_request.items():
        read: list[Action] = [row["read"] for row in mine]
        try:
            requests[request] = fold(read, catalogue.route(read[0].pack))
        except BrokenLog:
            broken.append(request)
    return HubLog(rows, by_request, requests, tuple(broken))


def documents(world: World, table: str) -> list[dict[str, Any]]:
    """Reference data that is kept as JSON."""
    return [json.loads(row["document"]) for row in at_hub(world, f"SELECT document FROM {table}")]  # noqa: S608
