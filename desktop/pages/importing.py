"""Taking citizens from a file: every row is read and checked first, errors by row, then all of it or nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.errors import WorldError
from desktop.office import register
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.pages.section import wrapped
from desktop.theme import Meaning, Type
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign
from desktop.widgets.text import Words
from desktop.work import Work

_ERRORS = 12


class ImportCard(Card):
    """Hidden until a file was chosen."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._path = Path()
        self.hide()

    def preview(self, path: Path) -> None:
        """Read a file and say what is in it; nothing is kept yet."""
        self._path = path
        self._begin(self.tr("Membaca %1…").replace("%1", path.name))

        def read(desk: Desk) -> Changed:
            return register.import_citizens(desk, path, preview=True)

        self._work.do_quietly(read, self._show, self._refuse)

    def _begin(self, title: str, *rows: QWidget) -> None:
        self.clear()
        self.head(title, "folder")
        for row in rows:
            self.row(row)
        self.show()

    def _show(self, changed: Changed) -> None:
        told = changed.told
        rows, wrong = int(str(told["rows"])), int(str(told["error_count"]))
        said = self.tr("%1: %2 baris, %3 kesalahan").replace("%1", self._path.name)
        self._begin(said.replace("%2", str(rows)).replace("%3", str(wrong)))
        ignored = told.get("ignored_columns")
        if isinstance(ignored, list) and ignored:
            names = ", ".join(map(str, ignored[:8]))
            self.row(wrapped(self.tr("Kolom yang tidak dipakai: %1").replace("%1", names), kind=Type.SECOND))
        if wrong:
            self._show_errors(told.get("errors"), wrong)
        else:
            self._show_sample(told.get("sample"))
        self._show_acts(rows, wrong)

    def _show_errors(self, errors: object, count: int) -> None:
        listed = errors[:_ERRORS] if isinstance(errors, list) else []
        for each in listed:
            self.row(Sign("warning", 18, Meaning.ATTENTION), wrapped(str(each), ""))
        if count > len(listed):
            self.row(wrapped(self.tr("dan %1 lagi").replace("%1", str(count - len(listed)))))
        self.row(wrapped(self.tr("Perbaiki berkasnya, lalu pilih lagi. Belum ada yang disimpan.")))

    def _show_sample(self, sample: object) -> None:
        for each in sample if isinstance(sample, list) else []:
            if isinstance(each, dict):
                parts = (each.get("nik"), each.get("tanggal_lahir"), each.get("alamat"))
                rest = " · ".join(str(part) for part in parts if part)
                self.row(Words(str(each.get("nama", ""))), wrapped(rest, kind=Type.SECOND))

    def _show_acts(self, rows: int, wrong: int) -> None:
        back = ActButton(self.tr("Batal"))
        back.clicked.connect(self.hide)
        if wrong or not rows:
            self.row(back, 1, height=60)
            return
        take = ActButton(self.tr("Ambil %1 baris").replace("%1", str(rows)), Kind.FILLED, "check")
        take.clicked.connect(self._take)
        self.row(take, back, 1, height=60)
        take.setFocus()

    def _take(self) -> None:
        path = self._path
        self._begin(self.tr("Menyimpan %1…").replace("%1", path.name))
        self._work.do(lambda desk: register.import_citizens(desk, path, preview=False), self._taken, self._refuse)

    def _taken(self, changed: Changed) -> None:
        self._begin(changed.sentence)
        back = ActButton(self.tr("Tutup"))
        back.clicked.connect(self.hide)
        self.row(back, 1, height=60)

    def _refuse(self, error: WorldError) -> None:
        self._begin(self.tr("Berkas ini belum dapat diambil"))
        self.row(Sign("warning", 18, Meaning.ATTENTION), wrapped(error.sentence, ""))
        for detail in error.details[:_ERRORS]:
            self.row(wrapped(detail))
        back = ActButton(self.tr("Tutup"))
        back.clicked.connect(self.hide)
        self.row(back, 1, height=60)
