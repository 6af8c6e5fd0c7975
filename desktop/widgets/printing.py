"""The questions around a print: which printer and paper, and whether a sheet came out after all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.theme import Meaning, Type
from desktop.widgets.bars import InlineBar
from desktop.widgets.choice import Choice
from desktop.widgets.deciding import Decide
from desktop.widgets.fields import Field
from desktop.widgets.text import Words

PAPERS = (("F4", "F4 (215 × 330 mm)"), ("A4", "A4 (210 × 297 mm)"))


class PrintDialog(Decide):
    """A printer and the paper in it. What would be cut is said here, before anything is printed."""

    changed = Signal(str, str)
    """Printer and paper, for the warnings."""

    def __init__(self, parent: QWidget, title: str, printers: Sequence[str], chosen: tuple[str, str]) -> None:
        translate = QCoreApplication.translate
        text = translate(
            "PrintDialog", "Diingat untuk jenis surat ini di komputer ini. Ukuran surat tidak pernah diubah."
        )
        super().__init__(parent, title, text, translate("PrintDialog", "Cetak"))
        self._printer, self._paper = Choice(), Choice()
        self._printer.addItems(list(printers))
        for key, name in PAPERS:
            self._paper.addItem(name, key)
        printer, paper = chosen
        self._printer.setCurrentIndex(max(0, self._printer.findText(printer)))
        self._paper.setCurrentIndex(max(0, self._paper.findData(paper)))
        self._note = Words("", Type.SECOND, "second", wrap=True)
        self._note.hide()
        self._bar = InlineBar(Meaning.ATTENTION)
        self.body.addWidget(self._note)
        self.body.addWidget(Field(self.tr("Printer"), self._printer))
        self.body.addWidget(Field(self.tr("Kertas di printer"), self._paper))
        self.body.addWidget(self._bar)
        self.finish()
        for box in (self._printer, self._paper):
            box.currentIndexChanged.connect(self._tell)
        self.act.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def printer(self) -> str:
        """The printer's name."""
        return self._printer.currentText()

    @property
    def paper(self) -> str:
        """F4 or A4."""
        return str(self._paper.currentData())

    def say(self, text: str) -> None:
        """Why it is asked, where that is not plain."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def warn(self, warnings: Sequence[str]) -> None:
        """What would be cut; nothing hides it."""
        title = self.tr("Periksa sebelum mencetak") if warnings else ""
        self._bar.say(title, "\n".join(warnings), Meaning.ATTENTION)

    def _tell(self, _row: int) -> None:
        self.changed.emit(self.printer, self.paper)


class CameOutDialog(Decide):
    """The printer stopped: only who stands beside it knows whether the sheet came out."""

    def __init__(self, parent: QWidget, said: str) -> None:
        translate = QCoreApplication.translate
        text = translate(
            "CameOutDialog", "%1 Lihat kertasnya: bila surat keluar utuh, pencetakan dicatat; bila tidak, cetak lagi."
        )
        title = translate("CameOutDialog", "Sudah tercetak?")
        yes = translate("CameOutDialog", "Ya, sudah tercetak")
        super().__init__(parent, title, text.replace("%1", said), yes)
        self.back.say(self.tr("Belum"))
        self.finish()
