"""Pages of a PDF as pictures. All of it on one thread: PDFium is not made for more."""

from __future__ import annotations

from PySide6.QtGui import QImage


def draw_pages(pdf: bytes, width: int, most: int = 6) -> tuple[QImage, ...]:
    """The first pages at this width in pixels, with the stamps of signatures on them."""
    import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415 - it ships no types; 4 MB only letters need

    document = pypdfium2.PdfDocument(pdf)
    try:
        document.init_forms()
        return tuple(_draw(document[number], width) for number in range(min(len(document), most)))
    finally:
        document.close()


def _draw(page: object, width: int) -> QImage:
    drawn = page.render(scale=width / page.get_width(), rev_byteorder=True)  # type: ignore[attr-defined] # no stubs
    picture = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, _format(drawn.mode))
    return picture.copy()


def _format(mode: str) -> QImage.Format:
    return QImage.Format.Format_RGB888 if mode == "RGB" else QImage.Format.Format_RGBX8888
