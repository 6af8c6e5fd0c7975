"""Small pictures of a draft's documents: drawn once, off the main thread, and remembered while the form is open."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from desktop.background import alive
from desktop.errors import WorldError
from desktop.office import holding
from desktop.office.desk import Desk
from desktop.office.holding import Held
from desktop.pdf import draw_pages
from desktop.work import Work

SIDE: Final = 144
"""Pixels of the design of the longer side: enough for the check page and for the rows of the documents page."""
_MOST: Final = 24
"""Pictures remembered; at 150 % text one is about 180 kB."""

Then = Callable[[QImage], None]


class Pictures:
    """A document that was turned or replaced is another file, so a picture never grows old."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._kept: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        self.drawn = 0
        """How many were drawn so far."""

    def fetch(self, held: Held, side: int, then: Then) -> None:
        """The first page at about this size: at once where it is remembered."""
        known = self._kept.get((held.file, side))
        if known is not None:
            self._kept.move_to_end((held.file, side))
            then(known)
            return
        self._work.do_quietly(lambda desk: draw(desk, held, side), partial(self._come, held.file, side, then), _pass)

    def _come(self, file: str, side: int, then: Then, image: QImage) -> None:
        self.drawn += 1
        self._kept[(file, side)] = image
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        if alive(then):
            then(image)


def draw(desk: Desk, held: Held, side: int) -> QImage:
    """The first page of a document at about this size. Off the main thread.

    Raises:
        DamagedStore: the file does not read.
    """
    content = holding.bytes_of(desk, held)
    if not held.is_picture:
        return draw_pages(content, side, most=1)[0]
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _pass(_error: WorldError) -> None:
    """No picture: the row or tile keeps its icon, and the document says why when it is opened."""
