"""The documents of a request: their names and sizes, and each of them to be looked at."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop.errors import WorldError
from desktop.office.desk import Desk
from desktop.office.letting_go import fetch_back
from desktop.office.weighing import Sheet, sheet_bytes, sheets_of
from desktop.pages.section import wrapped
from desktop.pdf import draw_pages
from desktop.theme import Meaning, Type
from desktop.widgets.buttons import ActButton, Kind
from desktop.widgets.cards import Card, Sign
from desktop.widgets.text import ToneWords, Words, tip
from desktop.widgets.viewer import Viewer
from desktop.wording import size_words
from desktop.work import Work

_WIDE, _MOST = 1200, 12
"""Pixels across, and pages of a PDF, that are drawn to be looked at."""


class PapersCard(Card):
    """Opening one changes nothing; what has not come yet says so."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._request = ""
        self._viewer: Viewer | None = None
        self._head = self.head(self.tr("Berkas"))

    def look_at(self, request: str) -> None:
        """Of this request; those of another one go at once."""
        if request != self._request:
            self.clear(keep=2)
            self._head.say(None)
        self._request = request
        self._work.look("papers", lambda desk: sheets_of(desk, request), self._show)

    def _show(self, sheets: tuple[Sheet, ...]) -> None:
        self.clear(keep=2)
        self._head.say(len(sheets))
        for sheet in sheets:
            self._add(sheet)
        if not sheets:
            self.row(Words(self.tr("Tidak ada lampiran."), Type.BODY, "second"), 1)

    def _add(self, sheet: Sheet) -> None:
        label = wrapped(sheet.label, "")
        if sheet.let_go:
            self._add_let_go(sheet, label)
            return
        if not sheet.here:
            late = ToneWords(self.tr("belum tiba"), Meaning.QUIET, Type.SECOND)
            self.row(Sign("cloud-off", 20), label, late).setToolTip(tip(sheet.name))
            return
        see = ActButton(self.tr("Lihat"), Kind.WORD, "eye")
        see.icon_only = True
        see.setAccessibleName(f"{see.text()}: {sheet.label}")
        see.setToolTip(tip(see.accessibleName()))
        see.clicked.connect(partial(self._open, sheet))
        icon = "document" if sheet.media_type == "application/pdf" else "image"
        size = Words(size_words(sheet.size), Type.SECOND, "second")
        self.row(Sign(icon, 20), label, size, see).setToolTip(tip(sheet.name))

    def _add_let_go(self, sheet: Sheet, label: QWidget) -> None:
        """It was here for long enough; it comes back when somebody wants it."""
        request, fetch = self._request, ActButton(self.tr("Ambil lagi"), Kind.WORD, "refresh")
        fetch.icon_only = True
        fetch.setAccessibleName(f"{fetch.text()}: {sheet.label}")
        fetch.setToolTip(tip(fetch.accessibleName()))
        fetch.clicked.connect(lambda: self._work.do(lambda desk: fetch_back(desk, request)))
        where = ToneWords(self.tr("hanya di hub"), Meaning.QUIET, Type.SECOND)
        self.row(Sign("cloud", 20), label, where, fetch).setToolTip(tip(sheet.name))

    def _open(self, sheet: Sheet, _checked: object = False) -> None:  # noqa: FBT002 - Qt's clicked
        request = self._request
        viewer = Viewer(self, sheet.label, "", turnable=False, look_only=True)
        viewer.finished.connect(self._closed)
        self._viewer = viewer
        viewer.open_over(self.window())
        self._work.do_quietly(
            lambda desk: _whole(desk, request, sheet), viewer.show_picture, lambda error: self._failed(viewer, error)
        )

    def _closed(self, _code: int) -> None:
        self._viewer = None

    def _failed(self, viewer: Viewer, error: WorldError) -> None:
        if self._viewer is viewer:
            viewer.say(error.sentence)


def _whole(desk: Desk, request: str, sheet: Sheet) -> QImage:
    """The picture, or the pages of a PDF under each other. Off the main thread.

    Raises:
        NotFound, DamagedStore: as `sheet_bytes`.
    """
    content = sheet_bytes(desk, request, sheet.sha256)
    if sheet.media_type != "application/pdf":
        return QImage.fromData(content)
    try:
        pages = draw_pages(content, _WIDE, _MOST)
    except RuntimeError:  # PDFium's own: the village sent something that only begins like a PDF
        return QImage()
    whole = QImage(_WIDE, sum(page.height() for page in pages), QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.white)
    painter, top = QPainter(whole), 0
    for page in pages:
        painter.drawImage(0, top, page)
        top += page.height()
    painter.end()
    return whole
