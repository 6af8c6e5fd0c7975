"""What a sitting has entered in a scope: who sent all of it is told without reading back what was just written."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One new place of a scope; `device`: whose action stands there, empty where the sitting does not know."""

    seq: int
    anchor: bytes
    rev: int | None
    action: str
    device: str


@dataclass(slots=True)
class Entered:
    """Where a scope stood when its row was locked, and what has come behind it."""

    seq: int
    anchor: bytes
    entries: list[Entry] = field(default_factory=list)

    def is_all_of(self, device: str) -> bool:
        """Whether everything new came from one device."""
        return all(each.device == device for each in self.entries)
