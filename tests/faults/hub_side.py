"""A hub's folder opened with the hub's own code: what is in it, and whether it keeps every promise of a hub."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, cast

from hub.admin.folder import Place, open_hub
from hub.errors import HubError
from hub.service.ground import Ground
from hub.world import real_world
from simulation import hub_promises, invariants
from simulation.looking import HubLog, hub_log
from simulation.worlds import World
from tests.faults.desk_side import TOLD_BY_THE_HUB, DeskOpener, Facts
from tests.faults.findings import CORRUPT, LOST, UNSIGNED, Finding

_QUESTIONS: Final = (
    "SELECT 'verdict', hash, code, rev FROM actions WHERE code <> 'parked'",
    "SELECT 'entry', scope, seq, action FROM entries",
    "SELECT 'blob', request, sha256 FROM blobs",
    "SELECT 'signed', request, sha256 FROM revisions WHERE revision = 'signed'",
)
_MISSING: Final = re.compile(r"number (\d+) of .* is missing without a reason")
PAPER: Final = 37


class HubOpener:
    """Opens folders of one hub, whose key lies beside them."""

    def __init__(self, key_file: Path) -> None:
        self._key_file = key_file

    def check(self, folder: Path, acknowledged: Facts) -> list[Finding]:
        """What is wrong with this folder, of which this much had been told to desks."""
        try:
            ground = open_hub(Place(folder, self._key_file), real_world())
        except HubError as error:
            return [Finding(LOST, f"the hub does not open: {error}")]
        try:
            return [*_lost(ground, acknowledged), *_troubles(ground)]
        except HubError as error:
            return [Finding(CORRUPT, str(error))]
        finally:
            ground.close()


def _rows(ground: Ground, *questions: str) -> list[tuple[Any, ...]]:
    with ground.store.reading() as connection:
        return [tuple(row) for question in questions for row in connection.exec_driver_sql(question).all()]


def _lost(ground: Ground, acknowledged: Facts) -> Iterator[Finding]:
    there = set(_rows(ground, *_QUESTIONS))
    letters = {row[1:] for row in _rows(ground, "SELECT 'signed', request, sha256 FROM blobs")}
    for fact in sorted(acknowledged - there, key=str):
        if fact[0] != "signed" or fact[1:] not in letters:  # a village's own letter is a blob
            yield Finding(LOST, f"{fact} was there when a desk had been told so")


def _troubles(ground: Ground) -> Iterator[Finding]:
    if _rows(ground, "PRAGMA quick_check(1)") != [("ok",)]:
        yield Finding(CORRUPT, "SQLite finds a broken page")
        return
    seen = SimpleNamespace(hub=SimpleNamespace(ground=ground, supervised=set()), seen=set())
    world = cast("World", seen)
    for sentence in invariants._accepted_with_bytes(world):
        yield Finding(UNSIGNED, sentence)
    for sentence in _promises(world, hub_log(world)):
        yield Finding(CORRUPT, sentence)
    with ground.store.writing() as connection:
        connection.exec_driver_sql("UPDATE devices SET state = state")


def _promises(world: World, log: HubLog) -> Iterator[str]:
    """All that must hold at a hub; that a job which met a fault tells it is no breach of them.

    The first numbers of the sample's books stand on paper, which the promises of a simulated hub do not know.
    """
    try:
        for each in hub_promises.promises(world, log):
            on_paper = _MISSING.match(each)
            if not each.startswith("a job ") and not (on_paper and int(on_paper[1]) <= PAPER):
                yield each
    except HubError as error:
        yield f"stored bytes do not read: {error}"


def told_by(marks: list[tuple[float, Path]], opener: DeskOpener) -> list[tuple[float, Facts]]:
    """What desks had been told by each moment, summed up."""
    found: list[tuple[float, Facts]] = []
    known: Facts = frozenset()
    for at, folder in marks:
        known = known | opener.facts(folder, TOLD_BY_THE_HUB)
        found.append((at, known))
    return found
