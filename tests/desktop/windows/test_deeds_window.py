"""What a request's page offers beside deciding: one more document, while others work on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.pages.request import RequestPage
from desktop.pages.requests import RequestsPage
from desktop.store.browsing import Stage
from desktop.widgets.deciding import DocumentDialog
from tests.desktop.house import pdf_scan
from tests.desktop.windows.driver import Person


def test_a_document_is_added_by_its_key_while_the_kecamatan_works_on_the_request(
    sample_window: Callable[[str, str], Person], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = sample_window("desa", "sepatin-petugas")
    scan = tmp_path / "n4.pdf"
    scan.write_bytes(pdf_scan())

    def choose(dialog: DocumentDialog) -> QDialog.DialogCode:
        assert dialog.problem(), "no file yet"
        dialog._kind.setCurrentIndex(dialog._kind.findData("n4"))
        dialog.file.choose()
        assert not dialog.problem()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(scan), ""))
    monkeypatch.setattr(DocumentDialog, "exec", choose)
    listed = person.open("requests")
    assert isinstance(listed, RequestsPage)
    lines = [listed.listed.line(row) for row in range(listed.listed.rowCount())]
    sent = next(line for line in lines if line is not None and line.stage is Stage.SENT)
    page = person.open("request", sent.id)
    assert isinstance(page, RequestPage)
    person.activate()
    person.key(Qt.Key.Key_L)
    assert page._opened is not None
    assert [paper.name for paper in page._opened.papers] == ["n4.pdf"]
    assert person.work.exchange.waiting >= 1
    monkeypatch.setattr(DocumentDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    person.press("Tambah dokumen…")
    assert len(page._opened.papers) == 1
