"""Programs of tests, forked from a process that has imported everything: real processes without the waiting.

Each is a process of its own, with pipes, an environment and files of its own, and a kill of it is the operating
system's. Only the seconds of imports are shared, which were half of the stories' time and nine tenths of the kills'.
That our programs start from nothing is shown by the play, by the windows and by the tests of the command line
(ADR 0119).
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from desktop.cli.demo.processes import ROOT

PRELOADED = ("tests.preloaded",)
PATIENCE = 60.0
"""Seconds after which a program that should have ended has failed its test."""
_SIGNAL_WHEN_THE_PARENT_ENDS = 1
"""PR_SET_PDEATHSIG of prctl(2)."""

Program = Callable[[], int]
"""What a process runs from its first line to its last: finds its words in `sys.argv`, gives its exit status."""


def ketinting() -> int:
    """The program itself, by its door."""
    from main import main  # noqa: PLC0415 - opened where the program begins

    return main()


class Forked:
    """One program as `subprocess.Popen` would show it; the words are those after ``ketinting``.

    Args:
        words: what is in `sys.argv` behind the program's name.
        environment: all that the process finds in its environment.
        errors: the file to whose end it writes its errors.
        program: what it runs; a function that a module holds by name.
    """

    def __init__(
        self, words: Sequence[str], environment: Mapping[str, str], errors: Path, program: Program = ketinting
    ) -> None:
        forking = multiprocessing.get_context("forkserver")
        forking.set_forkserver_preload(list(PRELOADED))
        heard, saying = forking.Pipe(duplex=False)
        hearing, said = forking.Pipe(duplex=False)
        ends = (heard, said)
        life = (ends, tuple(words), dict(environment), str(errors), program)
        self._process = forking.Process(target=live, args=life)
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


def ended(
    words: Sequence[str], environment: Mapping[str, str], errors: Path, program: Program = ketinting
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, whatever its exit status; what stands in the file of errors is what it wrote there."""
    running = Forked(words, environment, errors, program)
    running.stdin.close()
    with running.stdout as said:
        told = said.read()
    status = running.wait(PATIENCE)
    return subprocess.CompletedProcess(words, status, told, errors.read_text("utf-8"))


def live(
    ends: tuple[Connection, Connection],
    words: Sequence[str],
    environment: Mapping[str, str],
    log: str,
    program: Program,
) -> None:
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
    status = program()
    sys.stdout.flush()
    sys.exit(status)


def _taken(end: Connection) -> int:
    """The number of this end, which is ours to close from here on."""
    number = os.dup(end.fileno())
    end.close()
    return number
