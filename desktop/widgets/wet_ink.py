"""The question after a letter was signed with a pen: the scanned page, and the day on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.widgets.deciding import Decide
from desktop.widgets.editors import DateEditor
from desktop.widgets.fields import Field
from desktop.widgets.file_field import FileField


class SignedPageDialog(Decide):
    """A file from the scanner, and the day as it stands on the letter; today unless another is typed."""

    def __init__(self, parent: QWidget, today: date) -> None:
        translate = QCoreApplication.translate
        text = translate(
            "SignedPageDialog",
            "Surat sudah ditandatangani dan distempel. Hasil pindainya menjadi surat yang dilihat semua.",
        )
        title = translate("SignedPageDialog", "Catat tanda tangan basah")
        super().__init__(parent, title, text, translate("SignedPageDialog", "Simpan dan catat"))
        self._today = today
        self._day = DateEditor()
        self._day.set_value(today.isoformat())
        kinds = self.tr("Hasil pindai (%1)").replace("%1", "*.pdf *.jpg *.jpeg *.png")
        hint = self.tr("PDF, JPG atau PNG dari pemindai. Pastikan tanda tangan, stempel dan nomornya terbaca.")
        name = self.tr("Halaman yang sudah ditandatangani")
        self.file = FileField(name, name, kinds, hint)
        day, form = self.tr("Tanggal tanda tangan"), self.tr("hh-bb-tttt")
        self._day_field = Field(day, self._day, form)
        self._day.name(day, form)  # the keyboard is in the line, not in the editor around it
        self.body.addWidget(self.file)
        self.body.addWidget(self._day_field)
        self.finish()
        self.file.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def path(self) -> Path:
        """The scanned page."""
        return self.file.path

    @property
    def day(self) -> date | None:
        """The day on the letter; None when it is no day."""
        try:
            return date.fromisoformat(str(self._day.value() or ""))
        except ValueError:
            return None

    def problem(self) -> bool:
        """The page or the day is missing, or the day is still to come."""
        lacks_page = self.file.ask_for(self.tr("Pilih berkas hasil pindai."))
        good = self.day is not None and self.day <= self._today
        self._day_field.set_error("" if good else self.tr("Tulis tanggal yang benar, paling lambat hari ini."))
        return lacks_page or not good
