"""The problem report: every file of it is shown before anything is saved; the list left, the text right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QPlainTextEdit

from desktop.errors import WorldError
from desktop.office import reporting
from desktop.office.changes import Changed
from desktop.office.reporting import ReportFile
from desktop.pages.section import Section, wrapped
from desktop.theme import Meaning, px
from desktop.widgets.bars import InlineBar
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card
from desktop.work import Work

_HIGH = 380


class ReportSection(Section):
    """What is not shown is not saved."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._files: tuple[ReportFile, ...] = ()
        self._bar = InlineBar(Meaning.DONE)
        self._list, self._text = QListWidget(), QPlainTextEdit()
        self._save = ActButton(self.tr("Simpan laporan…"), Kind.FILLED, "check")
        self._save.clicked.connect(self._choose)
        self._save.setEnabled(False)
        self._build()

    def _build(self) -> None:
        card = Card()
        card.head(self.tr("Laporan masalah"), "document")
        card.row(
            wrapped(
                self.tr(
                    "Untuk Diskominfo atau pengelola hub. Tanpa nama, NIK, alamat, isian, lampiran, dan surat. "
                    "Inilah seluruh isinya; periksa dulu, baru simpan."
                )
            )
        )
        self._list.setAccessibleName(self.tr("Berkas dalam laporan"))
        self._list.setProperty("ground", "files")
        self._list.setFixedWidth(px(220))
        self._list.currentRowChanged.connect(self._show_file)
        self._text.setAccessibleName(self.tr("Isi berkas"))
        self._text.setReadOnly(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._text.setTabChangesFocus(True)
        line = QHBoxLayout()
        line.setContentsMargins(px(16), px(12), px(16), px(12))
        line.setSpacing(px(16))
        for part in (self._list, self._text):
            part.setFixedHeight(px(_HIGH))
        line.addWidget(self._list)
        line.addWidget(self._text, 1)
        card.body.addLayout(line)
        card.row(self._save, 1, height=60)
        self.column.addWidget(self._bar)
        self.column.addWidget(card)

    def refresh(self) -> None:
        """Gather it anew."""
        reach = self._work.reach
        self._work.look("report", lambda desk: reporting.gather(desk, reach), self._show)

    def focus_first(self) -> None:
        """The list of files."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, files: tuple[ReportFile, ...]) -> None:
        self._files = files
        kept = max(self._list.currentRow(), 0)
        self._list.clear()
        self._list.addItems([each.name for each in files])
        self._list.setCurrentRow(kept)
        self._save.setEnabled(True)

    def _show_file(self, row: int) -> None:
        self._text.setPlainText(self._files[row].text if 0 <= row < len(self._files) else "")

    def _choose(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Simpan laporan"), "laporan-ketinting.zip", "ZIP (*.zip)")
        if path:
            files = self._files
            self._work.do(lambda desk: reporting.save(desk, files, Path(path)), self._saved, self._refused)

    def _saved(self, changed: Changed) -> None:
        self._bar.say(changed.sentence, meaning=Meaning.DONE)

    def _refused(self, error: WorldError) -> None:
        self._bar.say(error.sentence, meaning=Meaning.REFUSED)
