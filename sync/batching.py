"""How many actions go into a request, and bytes into an answer: as many as a line carries in some twenty seconds.

A batch that went well and was full makes the next one larger by a step; one that took too long or was cut makes it half
as large. So a good line soon carries everything at once, and on a bad one a cut costs seconds and not minutes. All
desks of a village behind one line come to an equal share of it, as with TCP (AIMD).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sync.protocol import ANSWER_BYTES, ANSWER_MOST

TARGET: Final = 20.0
"""Seconds that a batch may take."""
FIRST: Final = 300
"""Actions in the first batch of a desk that knows nothing of its line; about 50 kB packed."""
STEP: Final = 100
"""Actions by which a batch grows."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The most actions in the next request: between 1 and `most`."""

    most: int
    size: int

    @classmethod
    def after(cls, known: int, most: int) -> Batch:
        """Where a desk begins that came to `known` last time; 0 for never."""
        return cls(most, max(1, min(known or FIRST, most)))

    def went(self, sent: int, seconds: float) -> Batch:
        """So many actions were answered after so many seconds; a clock that went backwards tells nothing."""
        if seconds > TARGET:
            return self.broke(sent)
        if seconds < 0 or sent < self.size:
            return self
        return replace(self, size=min(self.most, self.size + STEP))

    def broke(self, sent: int) -> Batch:
        """A batch of so many took too long, or did not get through; a question that carried nothing tells nothing."""
        return replace(self, size=max(1, min(self.size, sent) // 2)) if sent else self


def wider(wanted: int, seconds: float) -> int:
    """How many bytes of entries to ask for after an answer that was full with so many and took so many seconds.

    A round begins with `ANSWER_BYTES` again: where a line is cut, nobody knows whether it was the answer's length.
    """
    if seconds > TARGET:
        return max(wanted // 2, ANSWER_BYTES)
    return min(wanted * 2, ANSWER_MOST) if 0 <= seconds <= TARGET / 2 else wanted
