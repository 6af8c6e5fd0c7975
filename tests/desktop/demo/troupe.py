"""Who plays: programs that are forked, and each of them once from nothing, as a user starts it."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop.cli.demo.processes import PROGRAM, Nursery, Running
from tests.forking import Forked, ended

FROM_NOTHING = 2
"""Which start of hub and desks is a user's: forks, whose codes cost nothing to try, enrol them; after a power cut they
are opened by programs that find nothing but what is on the disk."""


class Troupe(Nursery):
    """A nursery whose programs are forked (`tests/forking.py`), but for one start of each.

    Half of the play's processor time were seventeen programs that read the same modules.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._starts: Counter[str] = Counter()

    def spawn(self, command: Sequence[str], environment: Mapping[str, str], errors: Path) -> Running:
        """A fork, unless it is this program's turn to start from nothing, or another program than ours."""
        self._starts[errors.name] += 1
        if tuple(command[: len(PROGRAM)]) != PROGRAM or self._starts[errors.name] == FROM_NOTHING:
            return super().spawn(command, environment, errors)
        return Forked(command[len(PROGRAM) :], environment, errors)

    def attempt(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command to its end: a letter is verified from nothing once, the hub's commands are forked."""
        self._starts[words[0]] += 1
        if words[0] != "hub" and self._starts[words[0]] == 1:
            return super().attempt(*words)
        return ended(words, self.environment())
