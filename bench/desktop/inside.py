"""One window on a large desk, in a process of its own: what each thing takes from the key to the last pixel."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QTableView

from desktop.app import make_app
from desktop.heartbeat import Heartbeat
from desktop.office import drafting
from desktop.office.reach import HttpReach
from desktop.pages.review import ReviewPage
from desktop.program import Around, Program
from desktop.store import citizens, projection
from desktop.workplace import Workplace
from tooling.sample_desk import PASSWORD, outside_at, vault_at

WORDS = ("siti", "ahmad k", "norhayati", "yu", "lestari b")
_LONGEST = 60.0


class Inside:
    """A signed-in window."""

    def __init__(self, profile: Path) -> None:
        Heartbeat.start = lambda _self: None  # type: ignore[method-assign,assignment] # nothing happens by itself here
        self.app = make_app([])
        self.worked: list[float] = []
        outside = outside_at(lambda: datetime.now(UTC))
        around = Around(lambda: outside, lambda each: HttpReach(each.token_bytes), vault_at)
        self.program = Program(self.app, profile, around)
        self.program.start()
        self.program.shell.resize(1366, 768)
        self.program.shell.show()
        self.settle()
        self.program.shell.sign_in.entered.emit(vault_at(profile).officers()[0], PASSWORD)
        self.settle()

    @property
    def workplace(self) -> Workplace:
        """The desk after sign-in."""
        assert self.program.workplace is not None  # noqa: S101 - signed in
        return self.program.workplace

    def settle(self, waiting: Callable[[], bool] = lambda: False) -> None:
        """Until everything asked for has come back and is painted."""
        until = time.monotonic() + _LONGEST
        quiet = 0
        while quiet < 2 and time.monotonic() < until:
            self.app.processEvents()
            time.sleep(0.0005)  # without it the waiting itself would count as work
            quiet = 0 if self.program.background.busy or waiting() else quiet + 1

    def timed(self, act: Callable[[], object], waiting: Callable[[], bool] = lambda: False) -> float:
        """Milliseconds until what an act began is painted."""
        began, worked = time.perf_counter(), time.process_time()
        act()
        self.settle(waiting)
        self.program.shell.repaint()
        self.worked.append((time.process_time() - worked) * 1000)
        return (time.perf_counter() - began) * 1000

    def keystrokes(self) -> list[float]:
        """Each key in the search over everything; the pause in which it waits for the next key is taken off."""
        found: list[float] = []
        self.workplace.open("search", None)
        popup = self.workplace._search  # noqa: SLF001 - a benchmark may look inside
        for word in WORDS:
            popup._words.clear()  # noqa: SLF001
            self.settle(popup._typed.isActive)  # noqa: SLF001
            for letter in word:
                took = self.timed(
                    lambda letter=letter: QTest.keyClicks(popup._words, letter),  # type: ignore[misc] # noqa: SLF001
                    popup._typed.isActive,  # noqa: SLF001
                )
                found.append(took - popup._typed.interval())  # noqa: SLF001
        QTest.keyClick(popup._words, Qt.Key.Key_Escape)  # noqa: SLF001
        return found

    def forms(self, questions: int, runs: int = 5) -> list[float]:
        """Opening the form of a service."""
        found = []
        for _ in range(runs):
            self.workplace.open("home", None)
            self.settle()
            found.append(self._opened(questions))
        return found

    def _opened(self, questions: int) -> float:
        """Until the first page of the form is painted; what is prepared behind it is not waited for."""
        began, worked = time.perf_counter(), time.process_time()
        self.workplace.open("new", f"contoh-{questions}")
        while self.workplace.key != "form":
            self.app.processEvents()
            time.sleep(0.0005)
        self.app.processEvents()
        self.program.shell.repaint()
        self.worked.append((time.process_time() - worked) * 1000)
        return (time.perf_counter() - began) * 1000

    def scrolling(self, steps: int = 40) -> list[float]:
        """A page further down the list of requests, each time."""
        self.workplace.open("requests", None)
        self.settle()
        views = [*self.workplace.page.findChildren(QTableView), *self.workplace.page.findChildren(QListView)]
        view = max((each for each in views if each.isVisible()), key=lambda each: each.height())
        bar = view.verticalScrollBar()
        return [self.timed(lambda: bar.setValue(bar.maximum())) for _ in range(steps)]

    def reviews(self, until: Callable[[ReviewPage], bool], runs: int = 5) -> list[float]:
        """Opening the list before a batch with all that waits here."""
        found = []
        for _ in range(runs):
            self.workplace.open("home", None)
            self.settle()
            found.append(self._reviewed(until))
        return found

    def _reviewed(self, until: Callable[[ReviewPage], bool]) -> float:
        assert self.program.work is not None  # noqa: S101 - signed in
        with self.program.work.desk.database.reading() as connection:
            asked = tuple(row.id for row in projection.rows(connection, None))
        began, worked = time.perf_counter(), time.process_time()
        self.workplace.open("review", asked)
        page = self.workplace.page
        assert isinstance(page, ReviewPage)  # noqa: S101 - opened just now
        while not until(page):
            self.app.processEvents()
            time.sleep(0.0005)
        self.program.shell.repaint()
        self.worked.append((time.process_time() - worked) * 1000)
        took = (time.perf_counter() - began) * 1000
        self.settle(lambda: page.filling)
        return took

    def saves(self, runs: int = 100) -> list[float]:
        """A draft kept on the disk."""
        assert self.program.work is not None  # noqa: S101 - signed in
        desk = self.program.work.desk
        started = drafting.begin(desk, "contoh-20")
        found = []
        for number in range(runs):
            filling = replace(started, answers={**started.answers, "tanya_1": f"jawaban {number}"})
            began = time.perf_counter()
            drafting.keep(desk, filling)
            found.append((time.perf_counter() - began) * 1000)
        return found

    def saves_during_a_sync(self) -> list[float]:
        """The same while another thread writes pages of two hundred rows, as an exchange does."""
        assert self.program.work is not None  # noqa: S101 - signed in
        desk, over = self.program.work.desk, threading.Event()

        def write() -> None:
            number = 0
            while not over.is_set():
                with desk.database.writing() as connection:
                    for _ in range(200):
                        number += 1
                        person = {"nik": f"99{number:014}", "nama": f"Masuk Contoh {number}"}
                        citizens.keep(connection, person, "tukar", "2026-01-01T00:00:00.000Z")
                time.sleep(0.05)  # the network between two pages

        writer = threading.Thread(target=write)
        writer.start()
        try:
            return self.saves(60)
        finally:
            over.set()
            writer.join()


def memory() -> float:
    """Megabytes that are this process's share (PSS)."""
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def main(profile: Path, parts: list[str]) -> dict[str, list[float]]:
    """The parts asked for, by name."""
    inside = Inside(profile)
    found: dict[str, list[float]] = {"memory idle": [memory()]}
    known: dict[str, Callable[[], list[float]]] = {
        "keystroke": inside.keystrokes,
        "form 20": lambda: inside.forms(20),
        "form 60": lambda: inside.forms(60),
        "scroll": inside.scrolling,
        "review of 50, first lines": lambda: inside.reviews(lambda page: bool(page.rows)),
        "review of 50, whole": lambda: inside.reviews(lambda page: bool(page.rows) and not page.filling),
        "save": inside.saves,
        "save during a sync": inside.saves_during_a_sync,
    }
    for part in parts:
        inside.worked.clear()
        found[part] = known[part]()
        if inside.worked:
            found[f"{part}, work alone"] = list(inside.worked)
    found["memory after"] = [memory()]
    inside.program.shell.close()
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2:])) + "\n")
