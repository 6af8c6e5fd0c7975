"""Opens the window: paint first, bring in the rest behind it."""

from __future__ import annotations

import argparse
import logging
import os
import secrets
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import QApplication

from desktop.cli.session import http_reach, real_outside
from desktop.door import sample_note
from desktop.keys import Vault
from desktop.program import Around, Program
from desktop.theme import px
from desktop.widgets.focus import FocusRing

FAREWELL_MS = 1500
"""How long a closing window says that unsent work is safe."""


def main(argv: list[str]) -> int:
    """Open one profile's window and stay until it is closed."""
    args = _parse(argv)
    logging.basicConfig(level=logging.WARNING)
    app = make_app(argv)
    program = Program(app, args.profile, this_computer())
    program.leaving.farewell_ms = FAREWELL_MS
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


def this_computer() -> Around:
    """Clock, randomness, network and disk of this computer."""
    return Around(real_outside, http_reach, lambda profile: Vault(profile, secrets.token_bytes))


def usual_profile() -> Path:
    """Where the desk of this person lies: the system's place for programs' own files."""
    known = os.environ.get("KETINTING_PROFILE")
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(known) if known else Path(place) / "ketinting"


def _parse(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ketinting app", description="Membuka jendela Ketinting.")
    parser.add_argument("--profile", type=Path, default=usual_profile(), metavar="DIR", help="folder data kantor ini")
    return parser.parse_args(argv)
