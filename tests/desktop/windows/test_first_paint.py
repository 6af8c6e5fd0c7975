"""The window is on the screen before anything that it does not show is brought in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.first_paint import FirstPaint

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
