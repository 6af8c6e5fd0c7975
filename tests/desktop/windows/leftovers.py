"""Indonesian that is left in an English window: what is to be read, without what is data, searched for common words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QWidget

from desktop.office import looking, opening
from desktop.office.desk import Desk
from forms.persons import PERSON_FIELDS
from resources.packs import open_packs
from tests.desktop.windows.driver import visible

COMMON: Final = frozenset(
    "ada akan anda atau baris belum berkas buka cadangan cari cetak dan dari dengan di dicetak dikirim dicabut "
    "diterima dikembalikan diproses hari ini jam kantor kata ke kembali lagi lalu lampiran langkah lewat menit "
    "menunggu oleh pada penduduk perlu permohonan petugas pilih pukul sandi selesai semua siap simpan sisa sudah "
    "supaya surat tanda tangan tanggal tersimpan terkirim tidak untuk waktu warga yang".split()
)
"""Words that Indonesian sentences are made of and English ones are not."""


def readable(root: QWidget) -> Iterator[str]:
    """Every text that is shown, or that a screen reader says."""
    for each in visible(root, QWidget):
        yield each.accessibleName()
        yield each.toolTip()
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        elif isinstance(each, QComboBox):
            yield each.currentText()
        elif isinstance(each, QLineEdit):
            yield each.placeholderText()
        elif isinstance(each, QAbstractItemView):
            yield from _cells(each)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "")


def recorded(desk: Desk) -> tuple[str, ...]:
    """What is data on this desk: service packs, what was recorded, names of offices and posts; the longest first."""
    with desk.database.reading() as connection:
        office = desk.office(connection)
    found = {office.full_name, "Petugas Pelayanan"}
    listed = looking.list_requests(desk).told["requests"]
    assert isinstance(listed, list)
    for each in listed:
        assert isinstance(each, dict)
        found |= set(_texts(looking.show_request(desk, str(each["id"])).told))
        found |= {value for _, _, value in opening.open_request(desk, str(each["id"])).answers}
    for pack in open_packs().values():
        found |= set(_texts(json.loads(pack)))
    for field in PERSON_FIELDS.values():
        found |= {field.label, field.hint or ""}
    return tuple(sorted((each for each in found if len(each) > 3), key=len, reverse=True))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def left_over(texts: Iterable[str], on_record: tuple[str, ...]) -> list[str]:
    """Those texts in which a common Indonesian word stands that is not on record."""
    return [text for text in dict.fromkeys(texts) if COMMON & _words(text, on_record)]


def _words(text: str, on_record: tuple[str, ...]) -> set[str]:
    said = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}
    if not said & COMMON:
        return set()
    for each in on_record:
        text = text.replace(each, " ")
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}
