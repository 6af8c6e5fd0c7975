"""What is in a backup put into a database and a folder: all of it, or an error; then whoever asked takes it away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Final, TypeVar

import msgspec
from sqlalchemy import Connection, MetaData, Table, inspect, select

from hub.backup.contents import BEGIN, END, FILES, ROWS, Begin, End, members, unpack_rows
from hub.backup.sealed import SealedReader
from hub.errors import DamagedBackup, TargetInUse
from hub.shelf import Shelf
from hub.store import schema
from hub.store.growing import scopes
from hub.store.tables import ALL

_NAME: Final = re.compile(r"[0-9.]{2,20}/[0-9a-f]{32}", re.ASCII)
"""What names of stored files look like; a name is a path, so nothing else becomes one."""
_AT_ONCE: Final = 1024 * 1024


@dataclass(slots=True)
class _Count:
    rows: dict[str, int] = field(default_factory=dict)
    files: int = 0


@dataclass(frozen=True, slots=True)
class Laid:
    """Whose backup it was and what came out of it."""

    begin: Begin
    end: End


def first_member(inside: Iterator[tuple[str, BinaryIO]]) -> Begin:
    """What stands at the beginning.

    Raises:
        DamagedBackup: something else.
    """
    name, file = next(inside, ("", None))
    if name != BEGIN or file is None:
        raise DamagedBackup
    return _decoded(file, Begin)


def open_inside(file: BinaryIO, passphrase: str) -> tuple[Begin, Iterator[tuple[str, BinaryIO]]]:
    """The beginning of a backup, and the members after it.

    Raises:
        WrongPassphrase, DamagedBackup: it does not open, or is none.
        NewerSchema: a newer program wrote it.
    """
    reader = SealedReader(file, passphrase)
    schema.refuse_newer(reader.head.schema)
    inside = members(reader)
    begin = first_member(inside)
    if begin.schema != reader.head.schema:
        raise DamagedBackup
    return begin, inside


def lay_out(connection: Connection, shelf: Shelf, begin: Begin, inside: Iterator[tuple[str, BinaryIO]]) -> Laid:
    """Fill an empty database within its transaction, and the shelf of stored files; then bring the schema forward.

    Raises:
        TargetInUse: the database holds tables already.
        DamagedBackup: something is not what was written, or is missing.
        StorageFull, StorageAway: no room, or nobody who takes the files.
    """
    if inspect(connection).get_table_names():
        raise TargetInUse("Basis data tujuan tidak kosong. Tidak ada yang diubah. Pakai basis data yang baru.")
    schema.bring_to(connection, begin.schema)
    tables, count, end = _tables(connection, begin.schema), _Count(), None
    for name, file in inside:
        if end is not None:
            raise DamagedBackup(name)
        if name == END:
            end = _decoded(file, End)
        elif name.startswith(ROWS):
            _put_rows(connection, tables, name, file.read(), count)
        elif name.startswith(FILES):
            _put_file(shelf, name.removeprefix(FILES), file, count)
        else:
            raise DamagedBackup(name)
    if end is None:
        raise DamagedBackup
    _compare(connection, count, end)
    schema.bring_to(connection, "head")
    return Laid(begin, end)


_Kind = TypeVar("_Kind", Begin, End)


def _decoded(file: BinaryIO, kind: type[_Kind]) -> _Kind:
    try:
        return msgspec.json.decode(file.read(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as cause:
        raise DamagedBackup from cause


def _tables(connection: Connection, revision: str) -> dict[str, Table]:
    """The tables as the backup's own revision knows them; an older one's are read out of the database."""
    if revision == schema.newest():
        return dict(ALL.tables)
    found = MetaData()
    found.reflect(connection)
    return dict(found.tables)


def _put_rows(connection: Connection, tables: dict[str, Table], name: str, packed: bytes, count: _Count) -> None:
    table_name = name.split("/")[1]
    table, batch = tables.get(table_name), unpack_rows(packed)
    if table is None or set(batch.columns) != {column.name for column in table.columns}:
        raise DamagedBackup(name)
    rows = [dict(zip(batch.columns, row, strict=True)) for row in batch.rows]
    if rows:
        connection.execute(table.insert(), rows)
    count.rows[table_name] = count.rows.get(table_name, 0) + len(rows)


def _put_file(shelf: Shelf, name: str, file: BinaryIO, count: _Count) -> None:
    if not _NAME.fullmatch(name):
        raise DamagedBackup(name)
    shelf.put(name, 0, file.read())
    count.files += 1


def _compare(connection: Connection, count: _Count, end: End) -> None:
    heads = {row.scope: int(row.seq) for row in connection.execute(select(scopes.c.scope, scopes.c.seq))}
    if {name: rows for name, rows in end.rows.items() if rows} != count.rows or end.files != count.files:
        raise DamagedBackup("counts")
    if heads != end.scopes:
        raise DamagedBackup("scopes")
