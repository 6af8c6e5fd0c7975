"""Every statement that a test makes the hub say is looked at: one on a growing table must name its shard.

A statement is looked at when its text is heard for the first time, so that watching thousands of them costs nothing.
Some ask every shard, and may: they are named here with their reason, by the place in the hub that says them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, Final

from sqlalchemy import Engine, Table, event
from sqlalchemy.sql import visitors
from sqlalchemy.sql.dml import Insert, UpdateBase
from sqlalchemy.sql.selectable import SelectBase

import hub
from hub.store.tables import ALL, SHARED

GROWING: Final = frozenset(table.name for table in ALL.sorted_tables) - SHARED
WHOLE_HUB: Final = {
    "backup/": "a backup is all of the hub, and so is what proves and restores it",
    "service/epochs.py:begin_epoch": "a restore notes where every scope and device stood, once",
    "service/epochs.py:_after_everything": "as above",
}
"""Which places of the hub ask all shards, and why they may."""
_ROOM: Final = Path(hub.__file__).parent
_WORDS: Final = re.compile(rf"\b(?:{'|'.join(sorted(GROWING))})\b")
_known: dict[str, frozenset[str]] = {}


@contextmanager
def watched() -> Iterator[list[str]]:
    """What is said meanwhile, by any engine of this process, of a growing table without its shard."""
    found: list[str] = []

    def look(_connection: Any, _cursor: Any, said: str, _parameters: Any, context: Any, _many: bool) -> None:
        missing = _known.get(said)
        if missing is None:
            compiled = context.compiled if context is not None else None
            missing = _known[said] = unsharded(said, None if compiled is None else compiled.statement)
        if missing and (place := _place()) and not any(place.startswith(each) for each in WHOLE_HUB):
            found.append(f"{place}: {sorted(missing)}: {said}")

    event.listen(Engine, "before_cursor_execute", look)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", look)


def unsharded(said: str, statement: Any) -> frozenset[str]:
    """Growing tables that a statement reads or changes without a condition on their shard."""
    if isinstance(statement, Insert):
        return frozenset()
    if isinstance(statement, SelectBase | UpdateBase):
        return _tables(statement) - _sharded(statement)
    return frozenset() if "shard" in said or _is_schema(said) else frozenset(_WORDS.findall(said))


def _is_schema(said: str) -> bool:
    return said.lstrip().partition(" ")[0].upper() in {"CREATE", "ALTER", "DROP", "PRAGMA"}


def _tables(statement: Any) -> frozenset[str]:
    """What is read or changed; rows that are only added beside it have their shard in them."""
    parts = list(visitors.iterate(statement))
    added = {each.table.name for each in parts if isinstance(each, Insert) and isinstance(each.table, Table)}
    return GROWING & {each.name for each in parts if isinstance(each, Table)} - added


def _sharded(statement: Any) -> frozenset[str]:
    """Tables whose shard stands in a condition, in a join's too."""
    parts = list(visitors.iterate(statement))
    conditions = [getattr(each, name, None) for each in parts for name in ("onclause", "whereclause", "_whereclause")]
    columns = [each for condition in conditions if condition is not None for each in visitors.iterate(condition)]
    shards = (each for each in columns if getattr(each, "name", "") == "shard")
    return frozenset(each.table.name for each in shards if hasattr(each, "table"))


def _place() -> str:
    """The innermost function of the hub that says it, as `service/exchange.py:_known_hashes`; empty for a test's."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_ROOM) and not path.is_relative_to(_ROOM / "store"):
            return f"{path.relative_to(_ROOM).as_posix()}:{frame.f_code.co_name}"
        if path.parent.name != "store" and "/tests/" in path.as_posix() and path.name != "sharding.py":
            return ""
        frame = frame.f_back
    return ""
