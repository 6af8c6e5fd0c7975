"""What may go wrong, in three kinds, and how it is told."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

LOST: Final = "acknowledged lost"
CORRUPT: Final = "corrupt"
UNSIGNED: Final = "signed without bytes"
KINDS: Final = (LOST, CORRUPT, UNSIGNED)


class Finding(NamedTuple):
    """One broken promise."""

    kind: str
    sentence: str


@dataclass
class Tally:
    """What was tried, and what was found."""

    disks: int = 0
    kills: int = 0
    rounds: int = 0
    found: list[tuple[str, Finding]] = field(default_factory=list)

    def note(self, where: str, findings: Iterable[Finding]) -> None:
        """Remember findings and say them at once, the first of each place and kind."""
        for finding in findings:
            if not any(finding == earlier for _, earlier in self.found):
                sys.stdout.write(f"{where}: {finding.kind}: {finding.sentence}\n")
                sys.stdout.flush()
            self.found.append((where, finding))

    def line(self) -> str:
        """The result in one line."""
        counts = ", ".join(f"{sum(each.kind == kind for _, each in self.found)} {kind}" for kind in KINDS)
        return f"disks {self.disks}, kills {self.kills}, rounds {self.rounds}: {counts}"
