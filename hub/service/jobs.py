"""Work that follows an accepted action: a row in the same transaction, done afterwards, outside any lock.

After a crash it is done again. Each job may run twice; what it appends fits only once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Integer, Row, bindparam, select

from domain.actions import ActionKind
from domain.request import Request
from domain.routes import StepAct
from domain.verdicts import Code, WaitsFor
from domain.workflow import State
from hub.service.docket import Key
from hub.store import rows
from hub.store.growing import jobs
from hub.store.locking import insert_if_absent
from hub.store.many import add_absent
from sync.encoding import instant_text

FREEZE: Final = "freeze"
COMPARE: Final = "compare"
REVOCATION: Final = "revocation"
RELEASE: Final = "release"
RESUME: Final = "resume"
SNAPSHOT: Final = "snapshot"
ERASE: Final = "erase"
CLEAR: Final = "clear"
REMOVE: Final = "remove"
REMOVE_PARTS: Final = "remove_parts"
"""What an erasure leaves to be done: snapshots of a scope to be cleared, stored files and parts of snapshots to go."""
_AWAITED: Final = 600
"""Seconds between two looks at what waits for a computer after a restore; its return has it looked at at once."""
_LONGEST: Final = 3600
MOST_TRIES: Final = 60
"""About two days: longer than any outage that ends by itself."""
_DUE: Final = (
    select(jobs)
    .where(
        jobs.c.shard.in_(bindparam("shards", expanding=True)),
        jobs.c.state == "due",
        jobs.c.not_before <= bindparam("now"),
    )
    .order_by(jobs.c.not_before, jobs.c.job)
    .limit(bindparam("limit", type_=Integer))
)

if TYPE_CHECKING:
    from hub.service.bench import Bench, Ruling


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work. `subject` names what it is about within its kind and shard: the same is never queued twice."""

    shard: str
    id: str
    kind: str
    request: str
    subject: str
    tries: int


def schedule(connection: Connection, new_id: str, what: tuple[str, str], key: Key, now: datetime) -> bool:
    """Queue a job, `what` being (kind, subject), unless it is queued or done already; whether it was queued."""
    return insert_if_absent(connection, jobs, _job_row(new_id, what, key, now))


def _job_row(new_id: str, what: tuple[str, str], key: Key, now: datetime) -> dict[str, Any]:
    row: dict[str, Any] = {"shard": key[0], "job": new_id, "kind": what[0], "request": key[1], "subject": what[1]}
    return row | {"state": "due", "tries": 0, "not_before": instant_text(now), "problem": ""}


def schedule_again(connection: Connection, new_id: str, what: tuple[str, str], key: Key, now: datetime) -> None:
    """Queue a job, also when it was done before."""
    if not schedule(connection, new_id, what, key, now):
        same = {"shard": key[0], "kind": what[0], "subject": what[1]}
        rows.change(connection, jobs, same, {"state": "due", "not_before": instant_text(now)})


def hasten(connection: Connection, shards: Iterable[str], now: datetime) -> None:
    """Have everything that waits for a computer done soon: one came back."""
    kinds = (RESUME, FREEZE)
    where = (jobs.c.shard.in_(set(shards)), jobs.c.state == "due", jobs.c.kind.in_(kinds))
    connection.execute(jobs.update().where(*where).values(not_before=instant_text(now)))


def due_jobs(connection: Connection, shards: tuple[str, ...], now: datetime, limit: int = 20) -> list[Job]:
    """Jobs whose time has come, the oldest first."""
    asked = {"shards": shards, "now": instant_text(now), "limit": limit}
    return [_job(row) for row in connection.execute(_DUE, asked)]


def find(connection: Connection, key: dict[str, str]) -> Job | None:
    """A job that is due, whenever."""
    where = tuple(jobs.c[name] == value for name, value in key.items())
    row = connection.execute(select(jobs).where(*where, jobs.c.state == "due")).first()
    return None if row is None else _job(row)


def count_removed(connection: Connection, key: Key, kind: str) -> int:
    """How many stored files were removed for a request by jobs of this kind."""
    where = (jobs.c.shard == key[0], jobs.c.request == key[1], jobs.c.kind == kind, jobs.c.state == "done")
    found = connection.execute(select(jobs.c.subject).where(*where)).scalars()
    return sum(len(subject.split("\n")) for subject in found)


def _job(row: Row[Any]) -> Job:
    return Job(row.shard, row.job, row.kind, row.request, row.subject, row.tries)


def mark_done(connection: Connection, job: Job) -> None:
    """The work is done, or nobody needs it any more."""
    rows.change(connection, jobs, _key(job), {"state": "done", "problem": ""})


def put_off(connection: Connection, job: Job, problem: str, now: datetime) -> None:
    """The work failed: again later, each time later, within the hour; after two days only when a person says so."""
    seconds = min(2 ** min(job.tries + 1, 12), _LONGEST)
    again = instant_text(now + timedelta(seconds=seconds))
    state = "failed" if job.tries + 1 >= MOST_TRIES else "due"
    values = {"state": state, "tries": job.tries + 1, "not_before": again, "problem": problem[:500]}
    rows.change(connection, jobs, _key(job), values)


def wait_more(connection: Connection, job: Job, now: datetime) -> None:
    """Nothing failed: what the job needs may still come."""
    again = instant_text(now + timedelta(seconds=_AWAITED))
    rows.change(connection, jobs, _key(job), {"not_before": again, "problem": ""})


def _key(job: Job) -> dict[str, str]:
    return {"shard": job.shard, "job": job.id}


def schedule_follow_up(sitting: Bench) -> None:
    """Queue what the rulings of a sitting ask for: letters to freeze, to compare, to complete with revocation data."""
    due: list[tuple[Key, str, str]] = []
    for docket in sitting.dockets.values():
        if sitting.replaying or docket.waits_for is WaitsFor.BASE or sitting.is_held(docket):
            made = sitting.ground.world.new_id()
            schedule_again(sitting.connection, made, (RESUME, docket.key[1]), docket.key, sitting.now)
        elif awaits_freezing(docket.request):
            due.append((docket.key, FREEZE, f"{docket.key[1]}:{docket.rev}"))
    for ruling in sitting.rulings:
        key = (ruling.action.shard, ruling.action.request or "")
        due += [(key, kind, subject) for kind, subject in _asked_by(sitting, ruling)]
    new_id, now = sitting.ground.world.new_id, sitting.now
    add_absent(sitting.connection, jobs, [_job_row(new_id(), (kind, subject), key, now) for key, kind, subject in due])


def _asked_by(sitting: Bench, ruling: Ruling) -> list[tuple[str, str]]:
    action = ruling.action
    if ruling.verdict.code is Code.OK and action.kind in {ActionKind.SIGN, ActionKind.ISSUE}:
        return [(REVOCATION, action.id)]
    if ruling.verdict.code is Code.OK and action.kind is ActionKind.ERASED:
        return [(CLEAR, f"{shard} {scope} {action.id}") for shard, scope in ruling.scopes]
    docket = sitting.dockets.get((action.shard, action.request or ""))
    here = docket is not None and action.text("pdf") in docket.stored
    if ruling.verdict.code is Code.PARKED and action.kind is ActionKind.ISSUE and here:
        return [(COMPARE, action.id)]
    return []


def awaits_freezing(request: Request | None) -> bool:
    """Whether the request stands at a signing step without a frozen letter."""
    if request is None or request.state not in {State.AT_STEP, State.RETURNED}:
        return False
    return request.at.act is StepAct.SIGN and request.frozen is None
