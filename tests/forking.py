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
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TextIO

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
        errors: the file to whose end it writes its errors; without one they come through `stderr`.
        program: what it runs; a function that a module holds by name.
    """

    def __init__(
        self, words: Sequence[str], environment: Mapping[str, str], errors: Path | None, program: Program = ketinting
    ) -> None:
        forking = multiprocessing.get_context("forkserver")
        forking.set_forkserver_preload(list(PRELOADED))
        heard, saying = forking.Pipe(duplex=False)
        hearing, said = forking.Pipe(duplex=False)
        wrong, went_wrong = forking.Pipe(duplex=False)
        ends = (heard, said, went_wrong)
        limit = resource.getrlimit(resource.RLIMIT_FSIZE)
        life = Life(tuple(words), dict(environment), None if errors is None else str(errors), program, limit)
        self._process = forking.Process(target=live, args=(ends, life))
        self._process.start()
        for end in ends:
            end.close()
        self.stdin = os.fdopen(_taken(saying), "w", encoding="utf-8")
        self.stdout = os.fdopen(_taken(hearing), encoding="utf-8")
        self.stderr: TextIO = os.fdopen(_taken(wrong), encoding="utf-8")
        if errors is not None:
            self.stderr.close()

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
    words: Sequence[str], environment: Mapping[str, str], program: Program = ketinting
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, whatever its exit status."""
    running = Forked(words, environment, None, program)
    running.stdin.close()
    with running.stdout as said, running.stderr as wrong:
        told, errors = said.read(), wrong.read()
    return subprocess.CompletedProcess(words, running.wait(PATIENCE), told, errors)


@dataclass(frozen=True, slots=True)
class Life:
    """What a process is to become.

    Attributes:
        log: where its errors go; None for the pipe.
        limit: how large its files may grow, as of the process that asked for it.
    """

    words: tuple[str, ...]
    environment: dict[str, str]
    log: str | None
    program: Program
    limit: tuple[int, int]


def live(ends: tuple[Connection, Connection, Connection], life: Life) -> None:
    """Become the program: with its pipes, its environment and its words, from its first line on."""
    ctypes.CDLL(None, use_errno=True).prctl(_SIGNAL_WHEN_THE_PARENT_ENDS, signal.SIGTERM)
    numbers = [end.fileno() for end in ends]
    if life.log is not None:
        numbers[2] = os.open(life.log, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
    for number, end in enumerate(numbers):
        os.dup2(end, number)
    for each in ends:
        each.close()
    sys.stdin, sys.stdout = open(0, encoding="utf-8"), open(1, "w", encoding="utf-8")  # noqa: SIM115 - as long as we live
    sys.stderr = open(2, "w", encoding="utf-8", buffering=1)  # noqa: SIM115
    os.environ.clear()
    os.environ.update(life.environment)
    tempfile.tempdir = None
    os.chdir(ROOT)
    sys.argv = ["ketinting", *life.words]
    resource.setrlimit(resource.RLIMIT_FSIZE, life.limit)
    status = life.program()
    sys.stdout.flush()
    sys.exit(status)


def _taken(end: Connection) -> int:
    """The number of this end, which is ours to close from here on."""
    number = os.dup(end.fileno())
    end.close()
    return number
