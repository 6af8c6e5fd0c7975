"""What happened, one JSON object a line, in the order in which it was noted; each desk's own lines are in its order."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

Event = dict[str, Any]


class History:
    """A file that only grows. `note` may be called by every thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("wb")
        self._lock = threading.Lock()
        self.count = 0

    def note(self, what: str, desk: str = "", **more: Any) -> None:
        """Write one event down."""
        line = msgspec.json.encode({"what": what, "desk": desk, **more}) + b"\n"
        with self._lock:
            self.count += 1
            self._file.write(line)

    def close(self) -> None:
        """No more is noted."""
        self._file.close()


def read_history(path: Path) -> Iterator[Event]:
    """The events of a file."""
    with path.open("rb") as file:
        for line in file:
            yield msgspec.json.decode(line)
