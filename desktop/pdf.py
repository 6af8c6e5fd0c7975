"""Pages of a PDF as pictures, from memory. One call at a time: PDFium is not made for more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Any, Final

from PySide6.QtGui import QImage

_ONE_AT_A_TIME: Final = RLock()
_LOOK: Final = 50 / 72
"""Dots per point at which the edges of what is printed are looked for: half a millimetre."""
_WHITE: Final = b"\xff"
_PALE: Final = bytes(0xFF if grey >= 0xF0 else grey for grey in range(256))
"""The blur beside an edge is no ink."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points, from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@contextmanager
def opened(pdf: bytes) -> Iterator[Pages]:
    """The pages of a PDF while it is open; other threads wait."""
    import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415 - it ships no types; 4 MB only letters need

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            document.init_forms()
            yield Pages(document)
        finally:
            document.close()


class Pages:
    """The pages of an open PDF, with the stamps of signatures on them. Only what is asked for is in memory."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def __len__(self) -> int:
        """How many."""
        return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        width, height = self._document.get_page_size(number)
        return float(width), float(height)

    def draw(self, number: int, scale: float) -> QImage:
        """A page as a picture; `scale` in dots per point."""
        with self.picture(number, scale) as found:
            return found.copy()

    @contextmanager
    def picture(self, number: int, scale: float) -> Iterator[QImage]:
        """The same over PDFium's own buffer, which ends with the block: a page at a printer's scale is once in memory.

        Whole, and not in strips: PDFium cuts letters at the edge of a part, and drivers that scale show the seams.
        """
        page = self._document[number]
        try:
            drawn = page.render(scale=scale, rev_byteorder=True)
            try:
                buffer = memoryview(drawn.buffer).cast("B")
                yield QImage(buffer, drawn.width, drawn.height, drawn.stride, _format(drawn.mode))
            finally:
                drawn.close()
        finally:
            page.close()

    def inked(self, number: int) -> Box | None:
        """What of a page is not white, to half a millimetre; None for an empty page."""
        page = self._document[number]
        try:
            drawn = page.render(scale=_LOOK, grayscale=True)
            starts = range(0, drawn.stride * drawn.height, drawn.stride)
            rows = [bytes(drawn.buffer[at : at + drawn.width]).translate(_PALE) for at in starts]
        finally:
            page.close()
        return _box(rows)


def _box(rows: list[bytes]) -> Box | None:
    inked = [at for at, row in enumerate(rows) if row.strip(_WHITE)]
    if not inked:
        return None
    width = len(rows[0])
    left = min(width - len(rows[at].lstrip(_WHITE)) for at in inked)
    right = max(len(rows[at].rstrip(_WHITE)) for at in inked)
    return Box(left / _LOOK, inked[0] / _LOOK, right / _LOOK, (inked[-1] + 1) / _LOOK)


def draw_pages(pdf: bytes, width: int, most: int = 6) -> tuple[QImage, ...]:
    """The first pages at this width in pixels, with the stamps of signatures on them."""
    with opened(pdf) as pages:
        return tuple(pages.draw(number, width / pages.size(number)[0]) for number in range(min(len(pages), most)))


def draw_page(pdf: bytes, number: int, width: int) -> tuple[QImage, int]:
    """One page at this width in pixels, and how many pages there are."""
    with opened(pdf) as pages:
        place = max(0, min(number, len(pages) - 1))
        return pages.draw(place, width / pages.size(place)[0]), len(pages)


def _format(mode: str) -> QImage.Format:
    return QImage.Format.Format_RGB888 if mode == "RGB" else QImage.Format.Format_RGBX8888
