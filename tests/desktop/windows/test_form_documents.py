"""The documents of a form in its window: pasted, dropped, from the scanner, looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from desktop.widgets.document_row import DocumentRow
from desktop.widgets.viewer import Viewer
from tests.desktop.windows.driver import Person, begin
from tests.desktop.windows.pictures import page_picture


@pytest.fixture
def clerk(sample_window: Callable[[str, str], Person]) -> Person:
    return sample_window("desa", "sepatin-petugas")


def test_documents_come_pasted_and_dropped(clerk: Person, tmp_path: Path) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    page.step_to(len(page._sheets))
    clerk.settle()
    documents = page._documents
    QGuiApplication.clipboard().setText("hanya kata")
    documents.paste()
    assert "tidak berisi gambar" in documents._rows["ktp"].said
    QGuiApplication.clipboard().setImage(QImage.fromData(page_picture()))
    documents.paste()
    clerk.settle()
    assert documents.scans["ktp"].source == ""
    (tmp_path / "kk.jpg").write_bytes(page_picture())
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(tmp_path / "kk.jpg"))])
    event = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.CopyAction,
        copied,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    documents._rows["kk"].dropEvent(event)
    clerk.settle()
    assert documents.scans["kk"].source == str(tmp_path / "kk.jpg")
    clerk.press("Putar ke kanan: Pindaian kartu keluarga")
    documents._rows["kk"].original.click()
    clerk.settle()
    assert documents.scans["kk"].whole


def test_a_scan_is_offered_for_every_document_and_never_takes_itself(
    clerk: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    page.step_to(len(page._sheets))
    clerk.settle()
    documents = page._documents
    (tmp_path / "ktp.jpg").write_bytes(page_picture())
    documents.take("ktp", str(tmp_path / "ktp.jpg"))
    clerk.settle()
    folder = tmp_path / "pemindai"
    folder.mkdir()
    (folder / "scan01.jpg").write_bytes(page_picture())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    clerk.press("Pilih folder pemindai")
    scanned = documents.scanner
    assert not scanned._files
    scanned._settle.stop()
    scanned._look()
    clerk.settle()
    assert [each.path.name for each in scanned._files] == ["scan01.jpg"]
    assert clerk.sees("Pakai scan01.jpg untuk…")
    actions = scanned.menu_for(scanned._files[0]).actions()
    assert [action.text() for action in actions][-1].endswith("(mengganti)")
    actions[0].trigger()
    clerk.settle()
    assert documents.scans["kk"].source == str(folder / "scan01.jpg")
    assert (folder / "scan01.jpg").exists()
    scanned._settle.stop()
    scanned._fail(type("Gone", (), {"sentence": "Folder hilang."})())
    assert scanned._state.text() == "Folder hilang."


def test_a_doubtful_scan_is_shown_and_asked_about_and_taken_all_the_same(clerk: Person, tmp_path: Path) -> None:
    page = begin(clerk, "surat-keterangan-usaha")
    page.step_to(len(page._sheets))
    clerk.settle()
    (tmp_path / "ktp.jpg").write_bytes(page_picture(blur=5))
    page._documents.take("ktp", str(tmp_path / "ktp.jpg"))
    clerk.settle()
    viewer = page._documents._viewer
    assert isinstance(viewer, Viewer)
    assert "Mungkin sulit dibaca: gambarnya kabur." in page._documents._rows["ktp"].said
    viewer.turn_right.click()
    clerk.settle()
    assert page._documents.scans["ktp"].doubtful
    viewer.yes.click()
    clerk.settle()
    assert page._documents.scans["ktp"].seen
    page._documents.view("ktp")
    clerk.settle()
    again = page._documents._viewer
    assert again is not None
    chosen: list[str] = []
    row: DocumentRow = page._documents._rows["ktp"]
    row.choose.clicked.disconnect()
    row.choose.clicked.connect(lambda: chosen.append("ganti"))
    again._say_change()
    assert chosen == ["ganti"]
    page._documents.drop("ktp")
    clerk.settle()
    assert page._documents.scans == {}
