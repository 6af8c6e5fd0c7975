"""Opens the sample desks and photographs every page: what a person sees at 1366×768, and at 150 %."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.app import make_app
from desktop.heartbeat import Heartbeat
from desktop.office.reach import HttpReach
from desktop.pages.decisions import QueuePage
from desktop.pages.requests import RequestsPage
from desktop.preferences import Preferences
from desktop.program import Around, Program
from tooling.sample_desk import PASSWORD, outside_at, vault_at
from tooling.screenshots.asking import ask_whether
from tooling.screenshots.decisions import photograph_decisions
from tooling.screenshots.form import photograph_form, photograph_looks
from tooling.screenshots.letters import photograph_letters
from tooling.screenshots.settings import photograph_settings
from tooling.screenshots.story import NOW, Ticking, kecamatan, village
from tooling.screenshots.troubles import photograph_troubles

_LONGEST = 30.0
"""Seconds that a page may take."""


@dataclass
class Photographer:
    """One window after the other, each on a desk of the sample morning."""

    app: QApplication
    folder: Path
    out: Path
    clock: Ticking
    program: Program | None = None

    def open(self, desk: str, officer: str = "", chosen: Preferences | None = None) -> Program:
        """A window on a desk, signed in when an officer is named."""
        self.close()
        outside = outside_at(self.clock.now)
        around = Around(lambda: outside, lambda each: HttpReach(each.token_bytes), vault_at)
        self.program = Program(self.app, self.folder / desk, around)
        self.program.prefer(chosen or Preferences())
        self.program.start()
        self.program.shell.resize(1366, 768)
        self.program.shell.show()
        self.app.processEvents()
        self.program.shell.activateWindow()
        self.settle()
        if officer:
            self.program.shell.sign_in.entered.emit(officer, PASSWORD)
            self.settle()
        return self.program

    def settle(self) -> None:
        """Wait until everything asked for has come back and is painted."""
        until = time.monotonic() + _LONGEST
        quiet = 0
        while quiet < 5 and time.monotonic() < until:
            self.app.processEvents()
            quiet = 0 if self.program is not None and self.program.background.busy else quiet + 1
            time.sleep(0.005)

    def page(self, key: str, thing: object = None) -> object:
        """Go to a page."""
        assert self.program is not None  # noqa: S101 - opened before
        assert self.program.workplace is not None  # noqa: S101 - signed in before
        self.program.workplace.open(key, thing)
        self.settle()
        return self.program.workplace.page

    def take(self, name: str) -> None:
        """Photograph the window."""
        assert self.program is not None  # noqa: S101 - opened before
        self.settle()
        self.program.shell.activateWindow()
        self.app.processEvents()
        workplace = self.program.workplace
        if self.app.focusWidget() is None and workplace is not None and not self.program.shell.locked:
            workplace.page.focus_first()
        self.settle()
        self.program.shell.grab().save(str(self.out / f"{name}.png"))

    def close(self) -> None:
        """Close the window."""
        if self.program is not None:
            self.program.shell.close()
            self.program.shell.deleteLater()
            self.program = None
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def photograph(out: Path) -> None:
    """Every page and state into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="ketinting-"))
    clock = Ticking()
    Heartbeat.start = lambda _self: None  # type: ignore[method-assign,assignment] # nothing happens by itself in a picture
    try:
        desa = village(folder, clock)
        kecamatan(folder, clock, desa).close()
        desa.close()
        clock.at = max(clock.at, NOW)
        seen = Photographer(make_app([]), folder, out, clock)
        for series in (
            _gate,
            _clerk,
            photograph_form,
            _officers,
            photograph_settings,
            photograph_letters,
            photograph_decisions,
            photograph_troubles,
            _looks,
            photograph_looks,
        ):
            series(seen)
        seen.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _gate(seen: Photographer) -> None:
    seen.open("baru")
    seen.take("01-daftarkan-komputer")
    enrol = seen.open("baru").shell.enrol
    enrol.try_code("k7qm-4r0p-9xab")
    seen.take("01-daftarkan-komputer-kode-salah")
    ask_whether(seen)
    seen.open("desa")
    seen.take("02-masuk")
    program = seen.open("desa")
    program.shell.sign_in.entered.emit("sepatin-petugas", "bukan ini sandinya")
    seen.take("03-masuk-sandi-salah")


def _clerk(seen: Photographer) -> None:
    program = seen.open("desa", "sepatin-petugas")
    seen.take("04-beranda")
    page = seen.page("requests")
    seen.take("05-daftar-permohonan")
    assert isinstance(page, RequestsPage)  # noqa: S101 - asked for
    sent = next(
        row for row in range(page.listed.rowCount()) if (line := page.listed.line(row)) and line.state == "returned"
    )
    returned = page.listed.line(sent)
    seen.page("request", returned.id if returned else "")
    seen.take("06-permohonan-dikembalikan")
    seen.page("exchange")
    seen.take("07-status-sinkron")
    assert program.work is not None  # noqa: S101 - signed in
    program.work.synchronize()
    seen.take("08-status-sinkron-luring")
    seen.page("settings")
    seen.take("09-pengaturan")
    seen.page("home")
    seen.page("search")
    seen.take("10-cari")


def _officers(seen: Photographer) -> None:
    seen.open("desa", "sepatin-kades")
    seen.take("16-beranda-kades")
    seen.open("kecamatan", "anggana-kasi-kesra")
    seen.take("17-beranda-kasi")
    page = seen.page("queue")
    seen.take("18-antrean-kasi")
    assert isinstance(page, QueuePage)  # noqa: S101 - asked for
    page.decide("A")
    seen.take("19-antrean-diurungkan")
    seen.open("kecamatan", "anggana-camat")
    seen.page("queue")
    seen.take("20-antrean-camat")


def _looks(seen: Photographer) -> None:
    for name, chosen in (
        ("gelap", Preferences(dark=True)),
        ("150", Preferences(scale=150)),
        ("english", Preferences(language="en")),
    ):
        seen.open("desa", "sepatin-petugas", chosen)
        seen.take(f"21-beranda-{name}")
        seen.page("requests")
        seen.take(f"22-daftar-{name}")
        seen.page("exchange")
        seen.take(f"23-sinkron-{name}")
    seen.open("desa", chosen=Preferences())


if __name__ == "__main__":
    photograph(Path(sys.argv[1]))
