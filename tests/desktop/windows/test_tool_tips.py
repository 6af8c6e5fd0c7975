"""What somebody else typed is shown as it is, in a tool tip too."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from desktop.theme import Meaning
from desktop.widgets.document_row import Thumbnail
from desktop.widgets.document_tile import DocumentTile
from desktop.widgets.text import OneLine, tip

HOSTILE = '<b>Contoh</b><img src="file://lain/gambar.png">.pdf'


def read(tip: str) -> str:
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.usefixtures("app")
def test_a_tool_tip_draws_no_html() -> None:
    line = OneLine(HOSTILE)
    line.resize(40, 20)
    line.grab()
    widgets: tuple[QWidget, ...] = (
        line,
        DocumentTile(HOSTILE, "document", Meaning.DONE, "ada", there=True),
        Thumbnail(HOSTILE),
    )
    assert [read(each.toolTip()) for each in widgets] == [HOSTILE] * 3
    assert tip("Surat & lampiran < 2 MB") == "Surat & lampiran < 2 MB"
