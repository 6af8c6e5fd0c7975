"""Writing a backup while the hub works: one read of everything in one transaction, streamed, nothing held in memory.

The transaction sees the database as of one moment (SQLite by its log, PostgreSQL by REPEATABLE READ). Stored files are
written before the row that names them and never change afterwards, so they may be read later than the rows.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Table, select

from hub.backup.contents import BEGIN, END, FILES, ROWS, Batch, Begin, End, TarWriter, pack_rows
from hub.backup.sealed import SealedWriter, new_head
from hub.errors import HubError, TargetInUse
from hub.room import room_on_disk
from hub.service.ground import Ground
from hub.service.own_actions import now_of
from hub.shelf import LostFile, Shelf
from hub.store import schema
from hub.store.growing import blobs, revisions, scopes, uploads
from hub.store.tables import ALL
from sync.durable import sync_folder
from sync.encoding import instant_text
from sync.stretching import USUAL, Cost

_ROWS_AT_ONCE: Final = 500
_BYTES_AT_ONCE: Final = 4 * 1024 * 1024
_PASSPHRASE_LEAST: Final = 12


@dataclass(frozen=True, slots=True)
class Made:
    """What a backup holds."""

    made_at: str
    rows: int
    files: int
    missing: tuple[str, ...]
    size: int


def make_backup(ground: Ground, out: Path, passphrase: str, cost: Cost = USUAL) -> Made:
    """Write everything of a hub into one encrypted file; the hub may go on working.

    Raises:
        TargetInUse: there is such a file already.
        HubError: the passphrase is too short, or the place cannot be written to.
        StorageFull: no room; no file is left behind.
    """
    if len(passphrase) < _PASSPHRASE_LEAST:
        raise HubError(
            f"Kata sandi cadangan harus paling sedikit {_PASSPHRASE_LEAST} huruf. Tidak ada yang dibuat. "
            "Pilih yang lebih panjang dan simpan di dua tempat."
        )
    made_at = instant_text(now_of(ground))
    with _fresh_file(out) as file:
        head, key = new_head((schema.newest(), made_at), passphrase, cost, ground.world.token_bytes)
        sealed = SealedWriter(file, head, key)
        tar = TarWriter(sealed)
        end = _write_all(ground, tar, made_at)
        tar.finish()
        sealed.finish()
    return Made(made_at, sum(end.rows.values()), end.files, tuple(end.missing), out.stat().st_size)


@contextmanager
def _fresh_file(out: Path) -> Iterator[Any]:
    """A file beside the wanted one that takes its name when all of it is on the disk."""
    if out.exists():
        raise TargetInUse(f"Berkas {out} sudah ada. Tidak ada yang ditimpa. Pilih nama lain.")
    beside = out.with_name(f".{out.name}.tmp")
    try:
        beside.unlink(missing_ok=True)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as cause:
        raise HubError(f"Cadangan tidak dapat ditulis ke {out}. Tidak ada yang diubah. Periksa tempatnya.") from cause
    try:
        with room_on_disk(), os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(out)
        sync_folder(out.parent)
    finally:
        beside.unlink(missing_ok=True)


def _write_all(ground: Ground, tar: TarWriter, made_at: str) -> End:
    identity = ground.identity
    begin = Begin(
        hub_id=identity.hub_id,
        regency=identity.regency,
        name=identity.name,
        epoch=identity.epoch,
        schema=schema.newest(),
        made_at=made_at,
        key=ground.data_key.raw,
    )
    tar.add(BEGIN, msgspec.json.encode(begin))
    with ground.store.snapshot() as connection:
        counts = {table.name: _write_table(connection, tar, table) for table in ALL.sorted_tables}
        heads = {row.scope: int(row.seq) for row in connection.execute(select(scopes.c.scope, scopes.c.seq))}
        names = _stored_names(connection)
    written, missing = _write_files(ground.vault.shelf, tar, names)
    end = End(rows=counts, files=written, missing=missing, scopes=heads)
    tar.add(END, msgspec.json.encode(end))
    return end


def _write_table(connection: Connection, tar: TarWriter, table: Table) -> int:
    query = select(table)
    if table is uploads:  # what is half here begins anew: the desk has it whole
        query = query.where(uploads.c.state != "open")
    columns = [str(column.name) for column in table.columns]  # plain texts: SQLAlchemy's know more
    count = number = 0
    for batch in _batches(connection, query):
        tar.add(f"{ROWS}{table.name}/{number:08}", pack_rows(Batch(columns, batch)))
        count, number = count + len(batch), number + 1
    return count


def _batches(connection: Connection, query: Any) -> Iterator[list[list[Any]]]:
    held: list[list[Any]] = []
    size = 0
    for row in connection.execute(query.execution_options(yield_per=_ROWS_AT_ONCE)):
        values = list(row)
        held.append(values)
        size += sum(len(value) for value in values if isinstance(value, bytes | str))
        if len(held) >= _ROWS_AT_ONCE or size >= _BYTES_AT_ONCE:
            yield held
            held, size = [], 0
    if held:
        yield held


def _stored_names(connection: Connection) -> Iterator[str]:
    """Every stored file that a row names, once; a signed revision may be the file of an attachment."""
    named = select(blobs.c.file).union(select(revisions.c.file))
    return iter(connection.execute(named).scalars().all())


def _write_files(shelf: Shelf, tar: TarWriter, names: Iterator[str]) -> tuple[int, list[str]]:
    """The sealed bytes as they lie there. What is lost is told; a shelf that does not answer ends the backup."""
    written, missing = 0, []
    for name in names:
        try:
            with shelf.opened(name) as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(0)
                tar.add_file(FILES + name, file, size)
        except LostFile:
            missing.append(name)
            continue
        written += 1
    return written, sorted(missing)
