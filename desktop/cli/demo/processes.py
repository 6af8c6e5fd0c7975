"""Child processes of a play: started from one place, spoken to line by line, and ended by id whatever happens.

Nothing here is mocked: a child is the same program that a user starts, in a private folder of its own, and a kill is
the operating system's.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from shutil import which
from types import FrameType, TracebackType
from typing import Any, Protocol, Self, TextIO

import desktop

ROOT = Path(desktop.__file__).resolve().parent.parent
"""Where the rooms stand: the work tree, or site-packages of an installed wheel."""
PROGRAM = (sys.executable, "-m", "main")
PATIENCE = 60.0
"""Seconds after which a child that says nothing has failed the play."""

Json = dict[str, Any]


class PlayBroken(RuntimeError):
    """The play cannot go on; the sentence says at which line."""


class Running(Protocol):
    """What a child needs of the operating system's process; a `subprocess.Popen` has all of it."""

    @property
    def pid(self) -> int: ...  # noqa: D102 - as of subprocess.Popen, like all below

    @property
    def stdin(self) -> TextIO | Any: ...  # noqa: D102

    @property
    def stdout(self) -> TextIO | Any: ...  # noqa: D102

    def poll(self) -> int | None: ...  # noqa: D102
    def wait(self, timeout: float | None = None) -> int: ...  # noqa: D102
    def kill(self) -> None: ...  # noqa: D102
    def terminate(self) -> None: ...  # noqa: D102


class Child:
    """One process that answers each line it is given with one JSON document; its errors go to a log beside the play."""

    def __init__(self, name: str, running: Running, errors: Path) -> None:
        self.name = name
        self._log = errors
        self._process = running
        self._asked_to_end = False
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True, name=f"{name} speaks").start()

    @property
    def pid(self) -> int:
        """The id that the operating system knows it by."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    @property
    def fell(self) -> str:
        """How it ended by itself: a signal's name or a status; empty while it runs, and where it was asked to end."""
        status = self._process.poll()
        if status is None or self._asked_to_end:
            return ""
        return signal.Signals(-status).name if status < 0 else f"status {status}"

    @property
    def errors(self) -> str:
        """What it and its predecessors under the same name wrote to standard error."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def ask(self, line: str, seconds: float = PATIENCE) -> Json:
        """Give it a line and wait for the one document that answers it."""
        self.say(line)
        return self.hear(seconds, line)

    def say(self, line: str) -> None:
        """Give it a line and do not wait."""
        try:
            _open(self._process.stdin).write(line + "\n")
            _open(self._process.stdin).flush()
        except (OSError, ValueError) as error:
            raise PlayBroken(f"{self.name} is gone and cannot hear “{line}”: {self._last_words()}") from error

    def hear(self, seconds: float = PATIENCE, asked: str = "") -> Json:
        """Wait for its next document."""
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            raise PlayBroken(f"{self.name} said nothing for {seconds:g} s after “{asked}”") from None
        if line is None:
            raise PlayBroken(f"{self.name} ended after “{asked}”: {self._last_words()}")
        try:
            found = json.loads(line)
        except ValueError:
            raise PlayBroken(f"{self.name} answered “{asked}” with something that is no JSON: {line!r}") from None
        if not isinstance(found, dict):
            raise PlayBroken(f"{self.name} answered “{asked}” with something that is no object: {line!r}")
        return found

    def kill(self) -> None:
        """End it as a power cut would: no signal that it could catch."""
        self._asked_to_end = True
        self._process.kill()
        self._bury()

    def close(self, seconds: float = PATIENCE) -> int:
        """End its input and wait until it has gone; its exit status."""
        self._asked_to_end = True
        with contextlib.suppress(OSError):
            _open(self._process.stdin).close()
        return self._wait(seconds)

    def stop(self, seconds: float = PATIENCE) -> int:
        """Ask it to end (SIGTERM) and wait until it has; its exit status."""
        self._asked_to_end = True
        self._process.terminate()
        return self._wait(seconds)

    def _wait(self, seconds: float) -> int:
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise PlayBroken(f"{self.name} did not end within {seconds:g} s") from None
        finally:
            self.kill()

    def _bury(self) -> None:
        self._process.wait(10)
        with contextlib.suppress(OSError):
            _open(self._process.stdin).close()

    def _listen(self) -> None:
        with _open(self._process.stdout) as lines:
            for line in lines:
                self._lines.put(line)
        self._lines.put(None)

    def _last_words(self) -> str:
        return " | ".join(self.errors.strip().splitlines()[-4:]) or "it left no word"


class Nursery:
    """The children of one play and the private folders they live in; leaving it ends them all, by id.

    Attributes:
        folder: made with mode 0700; logs, temporary files and homes of the children are inside, so that a search of it
            finds whatever they leave behind.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.children: list[Child] = []

    def __enter__(self) -> Self:
        """Make the folders."""
        for name in ("", "logs", "tmp", "home"):
            (self.folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End every child that still runs."""
        for child in self.children:
            child.kill()

    def start(self, name: str, command: Sequence[str], more: Mapping[str, str] | None = None) -> Child:
        """Start a child, with more in its environment where it needs it; children of one name share a log."""
        errors = self.folder / "logs" / f"{name}.log"
        child = Child(name, self.spawn(command, {**self.environment(), **(more or {})}, errors), errors)
        self.children.append(child)
        return child

    def fallen(self) -> str:
        """The children that ended by themselves and how, for whoever tells what went wrong; empty for none."""
        ended = ", ".join(f"{child.name} ({child.fell})" for child in self.children if child.fell)
        return f" Ended by itself: {ended}." if ended else ""

    def spawn(self, command: Sequence[str], environment: Mapping[str, str], errors: Path) -> Running:
        """A new process of this command that writes its errors to the end of this file."""
        with errors.open("ab") as log:
            return subprocess.Popen(
                dying_with_us(command),
                cwd=ROOT,
                env=dict(environment),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                encoding="utf-8",
            )

    def run(self, *words: str) -> Json:
        """Run one command of ours to its end and give its one JSON document.

        Raises:
            PlayBroken: it failed; the sentence is its own.
        """
        finished = self.attempt(*words)
        if finished.returncode != 0:
            raise PlayBroken(f"ketinting {' '.join(words[:4])} …: {finished.stderr.strip()[-600:]}")
        found = json.loads(finished.stdout) if finished.stdout.strip() else {}
        return found if isinstance(found, dict) else {"items": found}

    def attempt(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one command of ours to its end, whatever its exit status."""
        return subprocess.run(
            [*PROGRAM, *words],
            cwd=ROOT,
            env=self.environment(),
            input="",
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )

    def environment(self) -> dict[str, str]:
        """Ours, with a home and a place for temporary files that belong to the play alone.

        Python may keep what it compiled: a program that compiles itself at each start takes three times as long.
        """
        home, temporary = str(self.folder / "home"), str(self.folder / "tmp")
        unwanted = ("KETINTING_", "XDG_", "DISPLAY", "WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE")
        ours = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
        return {**ours, "HOME": home, "TMPDIR": temporary, "TEMP": temporary, "TMP": temporary, "PYTHONUTF8": "1"}


def dying_with_us(command: Sequence[str], *, which: Callable[[str], str | None] = which) -> list[str]:
    """The command, told to end (SIGTERM) as soon as this process is gone, even where a kill left us no last word.

    ``setpriv`` (util-linux, on every Debian) asks the kernel for it and becomes the command, so that the id stays the
    same. The kernel watches the *thread* that started the child: only what the main thread starts is asked for it. On
    other systems, and without ``setpriv``, the command stays as it is.
    """
    asking = which("setpriv") if sys.platform == "linux" else None
    if asking is None or threading.current_thread() is not threading.main_thread():
        return list(command)
    return [asking, "--pdeathsig", "TERM", "--", *command]


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Let a termination or a closed terminal end the play as Ctrl-C does, so that the children are ended with it."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), leave) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _open(stream: TextIO | Any) -> TextIO:
    if stream is None:  # pragma: no cover - the pipes are always asked for
        raise PlayBroken("a child without pipes")
    found: TextIO = stream
    return found
