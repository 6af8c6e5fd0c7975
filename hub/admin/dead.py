"""What nobody could read and what failed for good: a list for a person, who decides about each. Nothing is deleted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from domain.reasons import SET_ASIDE
from hub.errors import NotKnown
from hub.service.ground import Ground
from hub.service.identity import put_setting, setting
from hub.service.own_actions import now_of
from hub.store.growing import dead_letters, devices, jobs
from sync.encoding import b64u, instant_text

_SETTLED: Final = "dead:"
LETTER, JOB = "kiriman", "pekerjaan"


@dataclass(frozen=True, slots=True)
class Dead:
    """One of them.

    Attributes:
        id: by which `hub dead` takes it.
        what: `kiriman` (of a desk) or `pekerjaan` (of this hub).
        about: why it is here: the reason word of its verdict, or the last error of the job.
        todo: what can be done about it.
        settled: when somebody looked after it; empty while nobody has.
        sha256: of the bytes as they came; empty for a job.
    """

    id: str
    what: str
    office: str
    since: str
    about: str
    todo: str
    settled: str = ""
    sha256: str = ""
    size: int = 0


_TODO: Final = {
    SET_ASIDE: "Hub gagal setiap kali menerima langkah ini. Cari sebabnya di log hub, perbarui hub, lalu minta kantor "
    "itu menerapkan langkahnya lagi (ketinting desk parked again).",
    "duplicate_id": "Dua isi dengan satu nomor: periksa apakah komputer itu disalin. Kantor itu dapat mengirim ulang.",
    "later_kind": "Program di kantor itu lebih baru daripada hub: perbarui hub, lalu minta langkahnya diterapkan lagi.",
    "unreadable": "Periksa versi program di kantor itu; minta langkahnya diterapkan lagi sesudah diperbarui.",
}
_TODO_JOB: Final = "Perbaiki sebabnya, lalu: ketinting hub dead again {id}"


def list_dead(ground: Ground, *, all_of_them: bool = False) -> list[Dead]:
    """Everything that nobody has looked after, oldest first; with `all_of_them` also what somebody has."""
    with ground.store.reading() as connection:
        shards = (*ground.catalogue(connection).shards, ground.identity.regency)
        found = [*_letters(connection, shards), *_jobs(connection, shards)]
    return sorted((each for each in found if all_of_them or not each.settled), key=lambda each: each.since)


def _letters(connection: Connection, shards: tuple[str, ...]) -> Iterator[Dead]:
    here = (dead_letters.c.shard == devices.c.shard) & (dead_letters.c.device == devices.c.device)
    query = select(dead_letters, devices.c.office).select_from(dead_letters.join(devices, here))
    for row in connection.execute(query.where(dead_letters.c.shard.in_(shards))):
        name = f"{row.device}:{row.incarnation}:{row.device_seq}"
        content = bytes(row.envelope)
        yield Dead(
            id=name,
            what=LETTER,
            office=row.office,
            since=row.received_at,
            about=row.reason,
            todo=_TODO.get(row.reason, ""),
            settled=setting(connection, _SETTLED + name),
            sha256=b64u(hashlib.sha256(content).digest()),
            size=len(content),
        )


def _jobs(connection: Connection, shards: tuple[str, ...]) -> Iterator[Dead]:
    failed = (jobs.c.shard.in_(shards), jobs.c.state == "failed")
    for row in connection.execute(select(jobs).where(*failed)):
        name = f"{row.shard}:{row.job}"
        about = f"{row.kind} {row.request}: {row.problem}"
        settled = setting(connection, _SETTLED + name)
        yield Dead(name, JOB, row.shard, row.not_before, about, _TODO_JOB.format(id=name), settled)


def do_again(ground: Ground, name: str) -> None:
    """Have a job that failed for good done once more, soon.

    Raises:
        NotKnown: no such job; what a desk sent is said again there and not here.
    """
    shard, _, job = name.partition(":")
    mine = (jobs.c.shard == shard, jobs.c.job == job, jobs.c.state == "failed")
    with ground.store.writing() as connection:
        values = {"state": "due", "tries": 0, "not_before": instant_text(now_of(ground))}
        if connection.execute(jobs.update().where(*mine).values(**values)).rowcount == 0:
            raise _no_such(name)


def settle(ground: Ground, name: str) -> None:
    """Say that somebody has looked after it: it is listed no longer, and kept.

    Raises:
        NotKnown: there is none of that name.
    """
    if name not in {each.id for each in list_dead(ground)}:
        raise _no_such(name)
    with ground.store.writing() as connection:
        put_setting(connection, _SETTLED + name, instant_text(now_of(ground)))


def report(ground: Ground) -> dict[str, Any]:
    """All of them with hashes and sizes and without their bytes, which may be anything: for those who mend programs."""
    return {"hub_id": ground.identity.hub_id, "dead": [asdict(each) for each in list_dead(ground, all_of_them=True)]}


def _no_such(name: str) -> NotKnown:
    return NotKnown(f"{name[:80]} tidak ada dalam daftar. Tidak ada yang diubah. Lihat: ketinting hub dead list")
