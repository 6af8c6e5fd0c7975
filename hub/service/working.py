"""Each kind of job and what does it; a failure puts the job off and never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import structlog

from hub.errors import StorageFailing, StorageFull
from hub.service import comparing, erasing, forgetting, freezing, jobs, returning, revoking, snapshots
from hub.service.ground import Ground
from hub.service.jobs import Job
from hub.service.own_actions import now_of
from hub.service.recovering import StillAwaited
from hub.service.release import release
from hub.store import rows
from hub.store.growing import jobs as queued
from sync.encoding import instant_text

log = structlog.get_logger("hub.jobs")
Work = Callable[[Ground, Job], None]
_TURNS: Final = 20


def _release(ground: Ground, job: Job) -> None:
    release(ground, (job.shard, job.request))


WORK: Final[Mapping[str, Work]] = {
    jobs.FREEZE: freezing.freeze,
    jobs.COMPARE: comparing.compare,
    jobs.REVOCATION: revoking.complete,
    jobs.RELEASE: _release,
    jobs.RESUME: returning.resume,
    jobs.SNAPSHOT: snapshots.make,
    jobs.ERASE: erasing.erase,
    jobs.CLEAR: snapshots.clear,
    jobs.REMOVE: forgetting.remove,
    jobs.REMOVE_PARTS: forgetting.remove,
}


def run_due_jobs(ground: Ground) -> int:
    """Do every job that is due; how many were done."""
    with ground.store.reading() as connection:
        shards = (*ground.catalogue(connection).shards, ground.identity.regency)
        due = jobs.due_jobs(connection, shards, now_of(ground))
    return sum(_run(ground, job) for job in due)


def work_off(ground: Ground) -> None:
    """Let what follows from something happen now, in as many turns as one thing may follow from another."""
    for _ in range(_TURNS):
        if not run_due_jobs(ground):
            return


def _run(ground: Ground, job: Job) -> bool:
    """Do a job that no other process is at, and that none has done since it was found due; whether it was done here."""
    with ground.store.claimed(f"job {job.shard} {job.id}") as mine:
        return mine and _is_due(ground, job) and _done(ground, job)


def _is_due(ground: Ground, job: Job) -> bool:
    with ground.store.reading() as connection:
        row = rows.find(connection, queued, {"shard": job.shard, "job": job.id})
    return row is not None and row.state == "due" and row.not_before <= instant_text(now_of(ground))


def _done(ground: Ground, job: Job) -> bool:
    try:
        WORK[job.kind](ground, job)
    except StillAwaited:
        with ground.store.writing() as connection:
            jobs.wait_more(connection, job, now_of(ground))
        return False
    except (
        StorageFull,
        StorageFailing,
    ):  # nothing can be written, not even that it failed: the worker looks again by itself
        raise
    except Exception as error:  # whatever is wrong with one letter must not stop the others
        log.exception("job_failed", kind=job.kind, request=job.request, tries=job.tries)
        with ground.store.writing() as connection:
            jobs.put_off(connection, job, f"{type(error).__name__}: {error}", now_of(ground))
        return False
    with ground.store.writing() as connection:
        jobs.mark_done(connection, job)
    return True
