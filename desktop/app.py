"""Opens the window: paint first, bring in the rest behind it."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import QApplication

from desktop.crash_trace import watch
from desktop.door import sample_note
from desktop.keys import Vault
from desktop.program import Around, Program
from desktop.theme import px
from desktop.widgets.focus import FocusRing

if TYPE_CHECKING:
    from desktop.office.desk import Outside
    from desktop.office.reach import Reach

FAREWELL_MS = 1500
"""How long a closing window says that unsent work is safe."""


def main(argv: list[str]) -> int:
    """Open one profile's window and stay until it is closed."""
    args = _parse(argv)
    logging.basicConfig(level=logging.WARNING)
    watch(args.profile)
    app = make_app(argv)
    program = Program(app, args.profile, this_computer())
    sys.excepthook = partial(_note_stray, program)
    program.leaving.farewell_ms = FAREWELL_MS
    program.warm.connect(gc.freeze)  # modules stay to the end: no collection looks through them again
    sample = sample_note(args.profile)
    if sample is not None:
        program.shell.mark_sample(*sample)
    program.start()
    program.shell.resize(px(1366), 740)
    program.shell.show()
    return app.exec()


def make_app(argv: list[str]) -> QApplication:
    """The one `QApplication`, in Fusion, with the ring of focus."""
    app = QApplication([sys.argv[0], *argv])
    app.setStyle("Fusion")
    app.setApplicationName("Ketinting")
    app.setDesktopFileName("ketinting")
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    FocusRing(app)
    return app


def _note_stray(program: Program, kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
    """A fault in an answer to Qt: said and noted like one of the background; a window has nobody who reads `stderr`."""
    if sys.stderr is not None:
        sys.__excepthook__(kind, bug, trace)
    program.broke(bug)


def this_computer() -> Around:
    """Clock, randomness, network and disk of this computer."""
    return Around(_outside, _reach, lambda profile: Vault(profile, os.urandom))


def usual_profile() -> Path:
    """Where the desk of this person lies: the system's place for programs' own files."""
    known = os.environ.get("KETINTING_PROFILE")
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(known) if known else Path(place) / "ketinting"


def _outside() -> Outside:
    """Imported with the first use, after the first paint; so is the network."""
    found: Outside = import_module("desktop.cli.session").real_outside()
    return found


def _reach(outside: Outside) -> Reach:
    found: Reach = import_module("desktop.cli.session").http_reach(outside)
    return found


def _parse(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ketinting app", description="Membuka jendela Ketinting.")
    parser.add_argument("--profile", type=Path, default=usual_profile(), metavar="DIR", help="folder data kantor ini")
    return parser.parse_args(argv)
