"""Settings, the register, help, the way back and the first page of each role, in every look."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import WorldError
from desktop.office import safekeeping
from desktop.pages.residents import ResidentsPage
from desktop.pages.restore import RestorePage
from desktop.pages.settings import SettingsPage, section_words
from desktop.pages.settings_examining import ExaminingSection
from desktop.preferences import Preferences
from tooling.sample_desk import PASSWORD

if TYPE_CHECKING:
    from tooling.screenshots.photographing import Photographer

_SINCE = "2026-11-18T00:20:00.000Z"
_LOOKS = {
    "": Preferences(),
    "-gelap": Preferences(dark=True),
    "-150": Preferences(scale=150),
    "-english": Preferences(language="en"),
}


def photograph_settings(seen: Photographer) -> None:
    """Everything once, and the dense ones in every look."""
    for name, chosen in _LOOKS.items():
        _settings(seen, name, chosen)
        _register(seen, name)
        _way_back(seen, name)
    _import(seen)
    _homes(seen)


def _settings(seen: Photographer, name: str, chosen: Preferences) -> None:
    program = seen.open("desa", "sepatin-kades", chosen)
    assert program.work is not None  # noqa: S101 - signed in
    with contextlib.suppress(WorldError):
        safekeeping.backup_daily(program.work.desk)
    parts = section_words() if not name else ("office", "officers", "examining", "report")
    for place, part in enumerate(section_words()):
        if part in parts:
            page = seen.page("settings", part)
            assert isinstance(page, SettingsPage)  # noqa: S101 - asked for
            if isinstance(page.section, ExaminingSection):
                page.section.examine()
                seen.settle()
            seen.take(f"6{place}-pengaturan-{part}{name}")


def _register(seen: Photographer, name: str) -> None:
    page = seen.page("residents")
    assert isinstance(page, ResidentsPage)  # noqa: S101 - asked for
    if not name:
        seen.take("67-warga")
    page.open_resident(1)
    seen.take(f"68-warga-dibuka{name}")
    seen.page("help")
    seen.take(f"69-bantuan-istilah{name}")
    if not name:
        seen.page("help", "keys")
        seen.take("69-bantuan-papan-ketik")
    seen.page("home")
    assert seen.program is not None  # noqa: S101 - opened before
    assert seen.program.workplace is not None  # noqa: S101 - signed in
    seen.program.workplace.explain()
    seen.take(f"70-petunjuk-halaman{name}")
    seen.program.workplace.explain()


def _way_back(seen: Photographer, name: str) -> None:
    assert seen.program is not None  # noqa: S101 - opened before
    seen.program.show_restore()
    seen.settle()
    page = seen.program.shell.gate
    assert isinstance(page, RestorePage)  # noqa: S101 - shown above
    page.look_with(PASSWORD)
    seen.take(f"71-pulihkan{name}")


def _import(seen: Photographer) -> None:
    seen.open("desa", "sepatin-petugas")
    page = seen.page("residents")
    assert isinstance(page, ResidentsPage)  # noqa: S101 - asked for
    file = Path(seen.folder) / "warga-contoh.csv"
    file.write_text("NIK;Nama;Tgl Lahir\n123;Siti Contoh;31-02-1990\n;;\n", encoding="utf-8")
    page.take_file(file)
    seen.take("72-warga-dari-berkas-salah")


def _homes(seen: Photographer) -> None:
    for desk, officer in (("desa", "sepatin-kades"), ("desa", "sepatin-petugas"), ("kecamatan", "anggana-camat")):
        program = seen.open(desk, officer)
        assert program.work is not None  # noqa: S101 - signed in
        program.work.since = _SINCE
        seen.page("home")
        seen.take(f"73-beranda-{officer}")
