"""What the archive's schedule says is due, a report about it, and the word of a person that it be erased.

Nothing is erased by itself: records of an office are destroyed by a decision that has a number (UU 43/2009 ps 51 and
PP 28/2012 on *pemusnahan*). So the hub proposes and reports, and erases what a decree names, never more.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, select

from domain.actions import ActionKind
from domain.indonesian import local_time
from domain.retention import ENDED, Schedule, Then
from hub.errors import HubError
from hub.service import jobs
from hub.service.catalogue import Catalogue
from hub.service.erasing import erase
from hub.service.ground import Ground
from hub.service.own_actions import now_of
from hub.service.recovering import StillAwaited
from hub.service.replaying import replay_own
from hub.service.sitting import Sitting
from hub.service.working import work_off
from hub.service.writing import write_sitting
from hub.store import rows
from hub.store.growing import actions, requests
from sync.encoding import b64u, read_instant, unb64u
from sync.errors import SyncError
from sync.record import Envelope, check_signature, read_action

_STATES: Final = sorted(state.value for state in ENDED)
LONGEST_DECREE: Final = 120


@dataclass(frozen=True, slots=True)
class Due:
    """One request whose years have passed. `head`: the hash of its last action; no name, no number of a person."""

    shard: str
    request: str
    service: str
    office: str
    ended: str
    head: str
    then: Then


def find_due(ground: Ground, until: date | None = None) -> list[Due]:
    """Every request that is over its time on a day (today), the oldest first."""
    with ground.store.reading() as connection:
        catalogue = ground.catalogue(connection)
        today = until or local_time(now_of(ground), catalogue.calendar.utc_offset).date()
        return sorted(_due(connection, catalogue, today), key=lambda each: (each.ended, each.request))


def _due(connection: Connection, catalogue: Catalogue, today: date) -> Iterator[Due]:
    schedules = {ref: _schedule(pack.file.retention) for ref, pack in catalogue.packs.items()}
    shortest = min((each.active_years + each.inactive_years for each in schedules.values()), default=0)
    old = requests.c.updated_at < f"{today.year - shortest:04}-{today:%m-%d}T99"
    where = (requests.c.shard.in_(catalogue.shards), requests.c.state.in_(_STATES), old)
    for row in connection.execute(select(requests).where(*where)):
        ended = local_time(read_instant(row.updated_at), catalogue.calendar.utc_offset).date()
        schedule = schedules.get(row.pack)
        if schedule is not None and schedule.is_over(ended, today):
            about = (row.shard, row.request, row.service, row.filing_office, ended.isoformat(), row.head)
            yield Due(*about, schedule.then)


def _schedule(found: Any) -> Schedule:
    return Schedule(found.active_years, found.inactive_years, Then(found.then))


def plan(ground: Ground, until: date | None = None) -> dict[str, Any]:
    """What would be erased, what the schedule wants assessed or kept: counts and hashes."""
    return _told(find_due(ground, until))


def _told(found: Iterable[Due]) -> dict[str, Any]:
    found = list(found)
    erased = [each for each in found if each.then is Then.ERASE]
    counted = Counter((each.service, each.office) for each in erased)
    return {
        "due": len(erased),
        "assess": sum(each.then is Then.ASSESS for each in found),
        "keep": sum(each.then is Then.KEEP for each in found),
        "counts": [{"service": s, "office": o, "count": n} for (s, o), n in sorted(counted.items())],
        "requests": [{key: value for key, value in asdict(each).items() if key != "then"} for each in erased],
    }


def erase_due(ground: Ground, decree: str, until: date | None = None) -> dict[str, Any]:
    """Erase what is due, by this decree. Cut off, it goes on by itself: each request is a job of its own.

    Returns:
        The plan as it stood, and what was erased: the hub's own signed actions, by which a restored hub does it again.

    Raises:
        HubError: no decree, or one that does not fit.
    """
    if not 0 < len(decree.strip()) <= LONGEST_DECREE:
        raise HubError(
            f"Tulis nomor keputusan pemusnahan (paling panjang {LONGEST_DECREE} huruf). Tidak ada yang dimusnahkan."
        )
    found = [each for each in find_due(ground, until) if each.then is Then.ERASE]
    for due in found:
        _schedule_one(ground, due, decree.strip())
    done = [each for due in found if (each := _erase_one(ground, due)) is not None]
    work_off(ground)
    files, parts = (_removed(ground, found, kind) for kind in (jobs.REMOVE, jobs.REMOVE_PARTS))
    about = {"decree": decree.strip(), "erased": len(done), "files": files, "snapshot_parts": parts}
    return {**_told(found), **about, "actions": done}


def _removed(ground: Ground, found: Iterable[Due], kind: str) -> int:
    """How many stored files went with these requests. What could not be removed yet is not counted: it goes later."""
    with ground.store.reading() as connection:
        keys = {(each.shard, each.request) for each in found}
        return sum(jobs.count_removed(connection, key, kind) for key in keys)


def _schedule_one(ground: Ground, due: Due, decree: str) -> None:
    with ground.store.writing() as connection:
        subject = (jobs.ERASE, f"{decree}:{due.request}")
        jobs.schedule_again(connection, ground.world.new_id(), subject, (due.shard, due.request), now_of(ground))


def _erase_one(ground: Ground, due: Due) -> dict[str, str] | None:
    """Do its job now; None when something waits on it, so that it comes another time."""
    with ground.store.reading() as connection:
        key = {"shard": due.shard, "kind": jobs.ERASE, "request": due.request}
        job = jobs.find(connection, key)
    if job is not None:
        with suppress(StillAwaited):
            erase(ground, job)
            with ground.store.writing() as connection:
                jobs.mark_done(connection, job)
    with ground.store.reading() as connection:
        mine = (actions.c.shard == due.shard, actions.c.request == due.request, actions.c.kind == "erased")
        row = connection.execute(select(actions).where(*mine)).first()
    if row is None:
        return None
    about = {"service": due.service, "office": due.office, "ended": due.ended, "hash": row.hash}
    return {**about, "action": bytes(row.envelope).decode(), "signature": b64u(bytes(row.signature))}


def apply_again(ground: Ground, report: bytes) -> int:
    """Erase again what a report names, in a hub that was restored from an older backup; how many requests.

    Raises:
        HubError: no such report, or not of this hub.
    """
    done = 0
    for envelope in _proved(ground, report):
        action = read_action(envelope.action)
        with ground.store.writing() as connection:
            if rows.find(connection, actions, {"shard": action.shard, "action": action.id}) is not None:
                continue
            sitting = Sitting(ground, connection, ground.catalogue(connection), now_of(ground), replaying=True)
            sitting.open([(action.shard, action.request or "")])
            done += not replay_own(sitting, envelope, action).verdict.refused
            write_sitting(sitting)
    work_off(ground)
    return done


def _proved(ground: Ground, report: bytes) -> list[Envelope]:
    try:
        told = msgspec.json.decode(report)["actions"]
        found = [Envelope(each["action"].encode(), unb64u(each["signature"]), None) for each in told]
        for envelope in found:
            check_signature(envelope, ground.identity.key.public)
        kinds = {read_action(envelope.action).kind for envelope in found}
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError, SyncError) as cause:
        raise _no_report() from cause
    if kinds - {ActionKind.ERASED}:
        raise _no_report()
    return found


def _no_report() -> HubError:
    return HubError("Berkas ini bukan berita pemusnahan dari hub ini. Tidak ada yang diubah. Pilih berkas yang benar.")


def as_file(told: dict[str, Any]) -> bytes:
    """The report as it is kept."""
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"
