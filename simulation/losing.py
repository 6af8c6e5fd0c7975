"""The hub's backup, and the loss of everything since: what `hub backup`, `verify-backup` and `restore` come to.

Here a backup is a copy of database and stored files, of one moment as theirs is, without the sealed file around it
(`tests/hub/test_backup.py`). What begins the hub's new life is their code.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from hub.admin.applying import apply_document
from hub.admin.documents import read_document
from hub.service import epochs, recovering
from hub.service.ground import Ground
from hub.store.growing import blobs, scopes
from simulation.computers import engine_of
from simulation.looking import hub_log
from simulation.worlds import Backup, World
from sync.encoding import instant_text


def back_up(world: World) -> str:
    """A backup is made and verified: from now on desks hear what is durable."""
    ground, at = world.hub.ground, instant_text(world.time())
    folder = world.folder / "backup"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with closing(ground.store.engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    _copy(_own(ground), folder)
    with ground.store.writing() as connection:
        heads = {row.scope: int(row.seq) for row in connection.execute(select(scopes.c.scope, scopes.c.seq))}
        rows = connection.execute(select(blobs.c.request, blobs.c.sha256))
        held = frozenset((row.request, row.sha256) for row in rows)
        epochs.note_durable(connection, heads, at)
    world.backup = Backup(folder, heads, at, len(world.entered), held)
    return f"hub: a backup is made and verified, with {sum(heads.values())} entries"


def lose(world: World) -> str:
    """The hub's disk is lost, and its last backup restored; what the administrator entered since is entered again."""
    backup = world.backup
    if backup is None:
        return ""
    hub = world.hub
    own = _own(hub.ground)
    for request, offices in hub_log(world).readers.items():
        world.read_before.setdefault(request, set()).update(offices)
    hub.ground.close()
    for name in ("hub.db", "hub.db-wal", "hub.db-shm"):
        (own / name).unlink(missing_ok=True)
    shutil.rmtree(own / "blobs", ignore_errors=True)
    _copy(backup.folder, own)
    hub.ground = hub.opened()
    with hub.ground.store.writing() as connection:
        epochs.note_durable(connection, backup.heads, backup.made_at)
        epochs.begin_epoch(connection, world.time())
    hub.restart()
    for content in world.entered[backup.entered :]:
        apply_document(hub.ground, read_document(content), Path.cwd())
    _skip_strangers(world)
    _count_what_is_gone(world)
    world.losses += 1
    world.seen.clear()
    return f"hub: its disk is lost; the backup of {backup.made_at} is restored"


def _count_what_is_gone(world: World) -> None:
    """What a desk lost with its own disk, and had only at the hub, nobody has any more."""
    held = _ids(world.hub.ground.store.engine, "SELECT action FROM actions")
    for computer in world.computers.values():
        held |= _ids(engine_of(computer.desk.database), "SELECT id FROM actions")
    for computer in world.computers.values():
        if computer.lives:
            computer.recorded = {each: own for each, own in computer.recorded.items() if each in held}


def _ids(engine: Engine, question: str) -> set[str]:
    with closing(engine.raw_connection()) as connection:
        return {row[0] for row in connection.cursor().execute(question).fetchall()}


def _own(ground: Ground) -> Path:
    assert ground.store.folder is not None  # noqa: S101 - a hub of the simulation is a file
    return ground.store.folder


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source / "hub.db", target / "hub.db")
    if (source / "blobs").exists():
        shutil.copytree(source / "blobs", target / "blobs")


def _skip_strangers(world: World) -> None:
    """Computers of the template that are not in this seed are not waited for."""
    ground, playing = world.hub.ground, {each.device for each in world.computers.values()}
    with ground.store.writing() as connection:
        catalogue = ground.catalogue(connection)
        for device in _awaited(ground, connection) - playing:
            recovering.skip_device(connection, ground.identity, catalogue, device, world.time())


def _awaited(ground: Ground, connection: Connection) -> set[str]:
    found = recovering.awaited(connection, ground.identity, ground.catalogue(connection))
    return {row.device for row in found}
