"""Printers for tests: Qt's own printing path, into PDF files that can be measured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog


class PdfPrinters:
    """One file for each job; the last one is what came out last."""

    def __init__(self, folder: Path, dots: int = 72) -> None:
        self.folder, self.dots = folder, dots
        self.known: Sequence[str] = ("Printer Contoh",)
        self.made: list[Path] = []

    def make(self, _name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(self.dots)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.made.append(self.folder / f"cetak-{len(self.made)}.pdf")
        printer.setOutputFileName(str(self.made[-1]))
        return printer

    def names(self) -> Sequence[str]:
        return self.known

    @property
    def came_out(self) -> list[Path]:
        """What was printed; a printer that was only asked for its margins wrote nothing."""
        return [path for path in self.made if path.exists()]


def accept_every(monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], *, yes: bool = True) -> list[QDialog]:
    """Every dialog of the kind is answered at once; those that were shown."""
    shown: list[QDialog] = []
    code = QDialog.DialogCode.Accepted if yes else QDialog.DialogCode.Rejected

    def answer(dialog: QDialog) -> QDialog.DialogCode:
        shown.append(dialog)
        return code

    monkeypatch.setattr(kind, "exec", answer)
    return shown
