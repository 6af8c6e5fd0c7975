"""Programs of the stories, forked from a process that has imported everything: real processes without the waiting.

Each is a process of its own, with pipes, an environment and files of its own, and a kill of it is the operating
system's. Only the second of imports is shared, which was half of the stories' time. That our programs start from
nothing is shown by the play, by the windows and by the tests of the command line (ADR 0119).
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from desktop.cli.demo.processes import ROOT

PRELOADED = ("tests.stories.preloaded",)
_SIGNAL_WHEN_THE_PARENT_ENDS = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


class Forked:
    """One program of ours as `subprocess.Popen` would show it; the words are those after ``ketinting``."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str], errors: Path) -> None:
        forking = multiprocessing.get_context("forkserver")
        forking.set_forkserver_preload(list(PRELOADED))
        heard, saying = forking.Pipe(duplex=False)
        hearing, said = forking.Pipe(duplex=False)
        ends = (heard, said)
        self._process = forking.Process(target=live, args=(ends, tuple(words), dict(environment), str(errors)))
        self._process.start()
        for end in ends:
            end.close()
        self.stdin = os.fdopen(_taken(saying), "w", encoding="utf-8")
        self.stdout = os.fdopen(_taken(hearing), encoding="utf-8")

    @property
    def pid(self) -> int:
        """The id that the operating system knows it by."""
        return int(self._process.pid or 0)

    def poll(self) -> int | None:
        """Its exit status once it has ended."""
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; raises `subprocess.TimeoutExpired`."""
        self._process.join(timeout)
        status = self._process.exitcode
        if status is None:
            raise subprocess.TimeoutExpired(["ketinting"], timeout or 0)
        return status

    def kill(self) -> None:
        """As a power cut would."""
        self._process.kill()

    def terminate(self) -> None:
        """Ask it to end."""
        self._process.terminate()


def live(ends: tuple[Connection, Connection], words: Sequence[str], environment: Mapping[str, str], log: str) -> None:
    """Become the program: with its pipes, its environment and its words, from its first line on."""
    ctypes.CDLL(None, use_errno=True).prctl(_SIGNAL_WHEN_THE_PARENT_ENDS, signal.SIGTERM)
    errors = os.open(log, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
    for number, end in enumerate((ends[0].fileno(), ends[1].fileno(), errors)):
        os.dup2(end, number)
    sys.stdin, sys.stdout = open(0, encoding="utf-8"), open(1, "w", encoding="utf-8")  # noqa: SIM115 - as long as we live
    sys.stderr = open(2, "w", encoding="utf-8", buffering=1)  # noqa: SIM115
    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = None
    os.chdir(ROOT)
    sys.argv = ["ketinting", *words]
    from main import main  # noqa: PLC0415 - the door of the program, opened where the program begins

    status = main()
    sys.stdout.flush()
    sys.exit(status)


def _taken(end: Connection) -> int:
    """The number of this end, which is ours to close from here on."""
    number = os.dup(end.fileno())
    end.close()
    return number
