"""The window is on the screen before anything that it does not show is brought in."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from threading import current_thread, main_thread

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.background import Background
from desktop.first_paint import FirstPaint
from desktop.warming import ROOMS, WINDOWS, Warming

QT_ROOMS = ("PySide6", "desktop.pages", "desktop.widgets", "desktop.models", "desktop.printing")
LATER = (
    "sqlalchemy alembic sqlcipher3 requests apscheduler keyring cryptography argon2 pyhanko typst pypdfium2 PIL "
    "openpyxl desktop.office desktop.pages.enrol desktop.cli"
)
PAINTED = f"""
import os, sys
from pathlib import Path
from desktop import app as opening
from desktop.first_paint import FirstPaint
program = opening.Program(opening.make_app([]), Path(sys.argv[1]), opening.this_computer())
program.start()
def told():
    print(program.shell.sign_in.isVisible(), set("{LATER}".split()) & set(sys.modules), flush=True)
    os._exit(0)
FirstPaint(program.shell).came.connect(told)
program.shell.show()
program._app.exec()
"""


def test_a_desk_asks_who_comes_in_before_it_brings_in_what_its_pages_need(morning: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PAINTED, str(morning / "desa")],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=60,
    )
    assert done.stdout.split("\n")[0] == "True set()", done.stderr


def test_rooms_that_are_brought_in_behind_the_window_define_no_class_of_qt() -> None:
    asked = f"""
import sys
from importlib import import_module
import desktop.app
from desktop.warming import ROOMS
before = set(sys.modules)
for name in ROOMS:
    import_module(name)
print([name for name in set(sys.modules) - before if name.startswith({QT_ROOMS!r})])
"""
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


def test_windows_are_brought_in_on_the_main_thread_after_the_rooms(app: QApplication, qtbot: QtBot) -> None:
    background = Background()
    brought: list[tuple[str, bool]] = []
    warming = Warming(background, lambda name: brought.append((name, current_thread() is main_thread())))
    with qtbot.waitSignal(warming.done, timeout=20_000):
        warming.begin()
    background.close()
    assert brought == [*((name, False) for name in ROOMS), *((name, True) for name in WINDOWS)]
    assert all(find_spec(name) for name in (*ROOMS, *WINDOWS))


def test_the_first_paint_is_told_once(app: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    told: list[bool] = []
    FirstPaint(window).came.connect(lambda: told.append(True))
    assert not told
    window.show()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    window.repaint()
    app.processEvents()
    assert told == [True]
