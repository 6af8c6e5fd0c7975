"""The states of the clerk's form, photographed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageFilter

from desktop.cli.demo.citizens import BAKER, COUPLES, FISHERMAN, business, marriage, poverty
from desktop.cli.demo.scans import save_scan
from desktop.office import drafting, scanner
from desktop.pages.new_request import NewRequestPage
from desktop.pages.rows import RowsPage
from desktop.pages.sheets import SheetPage
from desktop.preferences import Preferences
from domain.actions import Json

if TYPE_CHECKING:
    from tooling.screenshots.photographing import Photographer


def photograph_form(seen: Photographer) -> None:
    """Every state of a form that a clerk meets."""
    seen.open("desa", "sepatin-petugas")
    seen.page("new")
    seen.take("11-pilih-layanan")
    form = _form(seen, "dispensasi-nikah")
    form.go_on()
    seen.take("12-isian-salah")
    started = form.filling
    answers = marriage(COUPLES[0], seen.clock.at.date())
    _show(seen, form, answers, 1)
    _type_name(seen, form, "contoh se")
    seen.take("13-isian-cari-warga")
    sheet = form._sheets[1]  # noqa: SLF001 - a picture of a state
    assert isinstance(sheet, SheetPage)  # noqa: S101 - a person's
    assert sheet.finder is not None  # noqa: S101 - its first part
    sheet.finder.picked.emit(6)
    seen.take("13-isian-warga-ditemukan")
    _documents(seen, form)
    form.step_to(len(started.sheets) + 1)
    seen.take("15-periksa-jawaban")
    _rows(seen)
    _second(seen)
    _end(seen)


def photograph_looks(seen: Photographer) -> None:
    """The form in the dark, in English, and large."""
    for name, chosen in (
        ("gelap", Preferences(dark=True)),
        ("150", Preferences(scale=150)),
        ("english", Preferences(language="en")),
    ):
        seen.open("desa", "sepatin-petugas", chosen)
        form = _form(seen, "surat-keterangan-usaha")
        _type_name(seen, form, "contoh")
        seen.take(f"24-isian-{name}")
        _show(seen, form, business(BAKER, "Kue Contoh"), len(form.filling.sheets))
        _take(seen, form, "ktp", "contoh-ktp.jpg")
        seen.take(f"24-lampiran-{name}")
        form.step_to(len(form.filling.sheets) + 1)
        seen.take(f"24-periksa-{name}")


def _form(seen: Photographer, service: str) -> NewRequestPage:
    seen.page("new", service)
    seen.settle()
    assert seen.program is not None  # noqa: S101 - opened before
    assert seen.program.workplace is not None  # noqa: S101 - signed in
    form = seen.program.workplace.page
    assert isinstance(form, NewRequestPage)  # noqa: S101 - asked for
    return form


def _show(seen: Photographer, form: NewRequestPage, answers: Mapping[str, Json], place: int) -> None:
    form.show_thing(replace(form.filling, answers=answers, scans={}))
    form.refresh()
    seen.settle()
    form.step_to(place)
    seen.settle()


def _type_name(seen: Photographer, form: NewRequestPage, words: str) -> None:
    sheet = form._sheets[form.place]  # noqa: SLF001 - a picture of a state
    assert isinstance(sheet, SheetPage)  # noqa: S101 - a person's
    assert sheet.finder is not None  # noqa: S101 - its first part
    sheet.finder.line.setText(words)
    sheet.finder.asked.emit(words, 0)
    seen.settle()


def _take(seen: Photographer, form: NewRequestPage, kind: str, name: str, blur: float = 0) -> Path:
    scan = save_scan(
        seen.folder, name, "Contoh", ["Dokumen contoh, bukan milik siapa pun", "NIK 0000 0000 0000 0000"], 1
    )
    if blur:
        with Image.open(scan) as picture:
            picture.load()
        picture.filter(ImageFilter.GaussianBlur(blur)).save(scan)
    form._documents.take(kind, str(scan))  # noqa: SLF001 - as a person does
    seen.settle()
    return scan


def _documents(seen: Photographer, form: NewRequestPage) -> None:
    form.step_to(len(form.filling.sheets))
    folder = seen.folder / "pemindai"
    folder.mkdir(exist_ok=True)
    save_scan(folder, "scan0012.jpg", "Contoh", ["Surat pengantar (contoh)"], 1)
    save_scan(folder, "scan0011.jpg", "Contoh", ["Kartu keluarga (contoh)"], 1)
    assert seen.program is not None  # noqa: S101 - opened before
    assert seen.program.work is not None  # noqa: S101 - signed in
    scanner.choose_scanner_folder(seen.program.work.desk, folder)
    card = form._documents.scanner  # noqa: SLF001 - a picture of a state
    card.watch(folder)
    seen.settle()
    card.watch(folder)
    seen.settle()
    _take(seen, form, "n1", "n1.jpg")
    _take(seen, form, "n2", "n2.jpg", blur=5)
    viewer = form._documents._viewer  # noqa: SLF001 - a picture of a state
    assert viewer is not None  # noqa: S101 - a blurred page is asked about
    seen.settle()
    viewer.grab().save(str(seen.out / "14-lampiran-terbaca.png"))
    viewer.close()
    bad = seen.folder / "foto.heic"
    bad.write_bytes(b"\0\0\0\x18ftypheic" + b"\0" * 40)
    form._documents.take("n4", str(bad))  # noqa: SLF001 - as a person does
    seen.settle()
    seen.take("14-lampiran")


def _rows(seen: Photographer) -> None:
    form = _form(seen, "sktm")
    place = next(at for at, sheet in enumerate(form.filling.sheets) if sheet.repeat)
    _show(seen, form, poverty(), place)
    rows = form._sheets[place]  # noqa: SLF001 - a picture of a state
    assert isinstance(rows, RowsPage)  # noqa: S101 - a repeat's
    rows.add_row()
    rows.remove_row(rows._rows[0])  # noqa: SLF001 - as a person does
    seen.take("15-isian-baris")


def _second(seen: Photographer) -> None:
    form = _form(seen, "surat-keterangan-usaha")
    _show(seen, form, business(BAKER, "Kedai Kue Contoh"), len(form.filling.sheets) + 1)
    seen.settle()
    seen.take("15-periksa-permohonan-sama")
    form.go_on()
    seen.take("15-periksa-alasan")


def _end(seen: Photographer) -> None:
    assert seen.program is not None  # noqa: S101 - opened before
    assert seen.program.work is not None  # noqa: S101 - signed in
    desk = seen.program.work.desk
    filling = replace(drafting.begin(desk, "surat-keterangan-usaha"), answers=business(FISHERMAN, "Tambak Contoh"))
    told = drafting.submit(desk, filling).told
    seen.page("filed", told["request"])
    seen.take("15-permohonan-tersimpan")
    seen.page("draft", "draf-contoh")
    seen.settle()
    seen.take("15-draf-dipulihkan")
