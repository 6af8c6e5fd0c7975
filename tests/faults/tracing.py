"""What a program of ours does to a folder and says to whoever waits, as `strace` (1) saw it: with every byte.

Nothing in the program knows of it. A program is watched from its first instruction (`watched`), or from a moment at
which it waits for a line (`watch`).
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sync.ballast import NAME

CALLS: Final = (
    "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,"
    "truncate,ftruncate,write,writev,pwrite64,pwritev,pwritev2,fsync,fdatasync,sync_file_range,lseek,close,mmap,"
    "fallocate,copy_file_range,sendfile"
)
VOLATILE: Final = ("-shm", ".lock", NAME)
"""What no power cut needs to keep: memory that SQLite shares, locks, and room that is only held."""
PATIENCE: Final = 10.0


class NotUnderstood(RuntimeError):
    """A call on the watched folder that is not known here: the rebuilt disks would be wrong."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to the folder, or one thing said; `at` is the time of day in seconds.

    Attributes:
        kind: create, mkdir, write, size, sync, rename, unlink, said.
        path: of the file or folder, from the root on; empty for what was said.
        other: the new path of a rename.
        place: where a write begins, or the new size.
        content: the bytes written or said.
    """

    at: float
    kind: str
    path: str = ""
    other: str = ""
    place: int = 0
    content: bytes = b""


def strace() -> str:
    """Where it is; raises where a machine lacks it, by name."""
    found = shutil.which("strace")
    if found is None:
        raise FileNotFoundError("strace is missing. As root: apt-get install -y --no-install-recommends strace")
    return found


def watched(out: Path) -> list[str]:
    """The words before a command that is to be watched from its first instruction; its process id stays its own."""
    return [*_words(out), "-D", "--"]


def _words(out: Path) -> list[str]:
    return [
        strace(),
        "-f",
        "-ttt",
        "-xx",
        "-y",
        "-s",
        "9000000",
        "-e",
        f"trace={CALLS}",
        "-e",
        "signal=none",
        "-o",
        str(out),
    ]


class Watching:
    """An `strace` that hangs on a running program; it ends with the program, or is let go."""

    def __init__(self, words: Sequence[str], pid: int) -> None:
        self._process = subprocess.Popen([*words, "-p", str(pid)], stderr=subprocess.PIPE, text=True)
        said = self._process.stderr.readline() if self._process.stderr else ""
        if "attached" not in said:
            self._process.kill()
            self._process.wait()
            raise OSError(f"strace cannot watch here: {said.strip()}")

    def let_go(self) -> None:
        """End the watching; the program runs on."""
        self._process.send_signal(signal.SIGINT)
        self.wait()

    def wait(self) -> None:
        """Until the program has ended and everything is written down."""
        try:
            self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()
            if self._process.stderr:
                self._process.stderr.close()


def watch(pid: int, out: Path) -> Watching:
    """Watch a program that runs already."""
    return Watching(_words(out), pid)


def until_written(out: Path) -> None:
    """Wait until the watcher of `watched` has written the end of the program."""
    until = time.monotonic() + PATIENCE
    with out.open("rb") as file:
        program = file.read(20).partition(b" ")[0]
    while not any(line.startswith(program) and b"+++ " in line for line in _tail(out).splitlines()):
        if time.monotonic() > until:
            raise TimeoutError(f"{out} has no end")
        time.sleep(0.02)


def _tail(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - 400, 0))
        return file.read()


_LINE: Final = re.compile(r"(\d+) +(\d+\.\d+) (?:<\.\.\. (\w+) resumed>|(\w+)\()")
_HEX: Final = re.compile(r"\\x([0-9a-f]{2})")
_FD: Final = re.compile(r"(-?\w+)<([^>]*)>")
_STRINGS: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class _Call:
    at: float
    name: str
    words: str
    gave: str

    @property
    def path(self) -> str:
        """Of the first file that is given by number."""
        found = _FD.match(self.words)
        return _plain(found[2]).decode() if found else ""

    @property
    def number(self) -> str:
        """The first file's number."""
        return self.words.partition("<")[0]

    def strings(self) -> list[bytes]:
        if '"...' in self.words:
            raise NotUnderstood(f"{self.name} was cut short by the watcher")
        return [_plain(found) for found in _STRINGS.findall(self.words)]

    def named(self, at: int) -> str:
        """The path that the string at this place names, from the root on."""
        folders = [_plain(found).decode() for number, found in _FD.findall(self.words) if number != "0"]
        path = self.strings()[at].decode()
        return path if path.startswith("/") else f"{folders[min(at, len(folders) - 1)]}/{path}"


def _plain(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", "")) if "\\x" in escaped else escaped.encode()


def _calls(lines: Iterable[str]) -> Iterator[_Call]:
    """Whole calls in the order in which they came back; what never came back did not happen."""
    begun: dict[tuple[str, str], str] = {}
    for line in lines:
        found = _LINE.match(line)
        if found is None:
            continue
        who, at, resumed, name = found.groups()
        rest = line[found.end() :].rstrip("\n")
        if resumed:
            rest = begun.pop((who, resumed), "") + rest
        if rest.endswith("<unfinished ...>"):
            begun[who, name] = rest.removesuffix("<unfinished ...>").rstrip()
            continue
        words, _, gave = rest.rpartition(" = ")
        if gave and not gave.startswith(("-1 ", "? ", "?")):
            yield _Call(float(at), resumed or name, words.rstrip().removesuffix(")"), gave)


class Reading:
    """Calls read as events of one folder."""

    def __init__(self, root: Path) -> None:
        self._root = f"{root}/"
        self._places: dict[tuple[str, str], int] = {}
        self._appending: set[tuple[str, str]] = set()

    def events(self, lines: Iterable[str]) -> Iterator[Event]:
        """Everything that happened to the folder, and everything said on standard output."""
        for call in _calls(lines):
            handler = getattr(self, f"_{call.name}", None)
            if handler is not None:
                yield from handler(call)
            elif self._ours(call):
                raise NotUnderstood(f"{call.name}({call.words[:200]}")

    def _ours(self, call: _Call) -> bool:
        paths = [call.path, *(_plain(found).decode(errors="replace") for found in _STRINGS.findall(call.words)[:2])]
        return any(self._is_in(path) for path in paths)

    def _is_in(self, path: str) -> bool:
        return path.startswith(self._root) and not path.endswith(VOLATILE) and "(deleted)" not in path

    def _openat(self, call: _Call) -> Iterator[Event]:
        found = _FD.match(call.gave)
        if found is None or "O_TMPFILE" in call.words or "O_DIRECTORY" in call.words:
            return
        path, key = call.named(0), (found[1], _plain(found[2]).decode())
        self._places[key] = 0
        self._appending.discard(key)
        if "O_APPEND" in call.words:
            self._appending.add(key)
        if self._is_in(path) and "O_CREAT" in call.words:
            yield Event(call.at, "create", path)
        if self._is_in(path) and "O_TRUNC" in call.words:
            yield Event(call.at, "size", path, place=0)

    _open = _openat

    def _mkdir(self, call: _Call) -> Iterator[Event]:
        if self._is_in(f"{call.named(0)}/") or f"{call.named(0)}/" == self._root:
            yield Event(call.at, "mkdir", call.named(0))

    _mkdirat = _mkdir

    def _rename(self, call: _Call) -> Iterator[Event]:
        old, new = call.named(0), call.named(1)
        if self._is_in(old) != self._is_in(new):
            raise NotUnderstood(f"a rename across the border: {old} to {new}")
        if self._is_in(new):
            yield Event(call.at, "rename", old, new)

    _renameat = _renameat2 = _rename

    def _unlink(self, call: _Call) -> Iterator[Event]:
        if self._is_in(call.named(0)):
            yield Event(call.at, "unlink", call.named(0))

    _unlinkat = _rmdir = _unlink

    def _write(self, call: _Call) -> Iterator[Event]:
        key, count = (call.number, call.path), int(call.gave.split()[0])
        if call.number == "1":
            yield Event(call.at, "said", content=call.strings()[-1][:count])
        elif self._is_in(call.path):
            if key in self._appending or key not in self._places:
                raise NotUnderstood(f"a write to {call.path} at an unknown place")
            yield Event(call.at, "write", call.path, place=self._places[key], content=call.strings()[-1][:count])
            self._places[key] += count

    def _pwrite64(self, call: _Call) -> Iterator[Event]:
        if self._is_in(call.path):
            count, place = int(call.gave.split()[0]), int(call.words.rpartition(",")[2])
            yield Event(call.at, "write", call.path, place=place, content=call.strings()[-1][:count])

    def _lseek(self, call: _Call) -> Iterator[Event]:
        key = (call.number, call.path)
        if key in self._places:
            self._places[key] = int(call.gave.split()[0])
        return iter(())

    def _close(self, call: _Call) -> Iterator[Event]:
        self._places.pop((call.number, call.path), None)
        return iter(())

    def _ftruncate(self, call: _Call) -> Iterator[Event]:
        if self._is_in(call.path):
            yield Event(call.at, "size", call.path, place=int(call.words.rpartition(",")[2]))

    def _fsync(self, call: _Call) -> Iterator[Event]:
        if self._is_in(call.path) or f"{call.path}/" == self._root:
            yield Event(call.at, "sync", call.path)

    _fdatasync = _fsync

    def _mmap(self, call: _Call) -> Iterator[Event]:
        if "MAP_SHARED" in call.words and "PROT_WRITE" in call.words:
            found = next((path for _, path in _FD.findall(call.words)), "")
            if self._is_in(_plain(found).decode()):
                raise NotUnderstood(f"{found} is written through memory")
        return iter(())


def read_events(root: Path, *recordings: Path) -> list[Event]:
    """What happened to a folder, over several lives of its program."""
    found: list[Event] = []
    for recording in recordings:
        with recording.open(encoding="ascii") as lines:
            found += Reading(root).events(lines)
    return found
