"""A scanned page as a sheet of the office's paper: one PDF, whatever the scanner gave."""

from __future__ import annotations

import io

from domain.letters import Paper
from letters.render import page_size

_JPEG_QUALITY = 85


def sheet_of_picture(picture: bytes, paper: Paper) -> bytes:
    """A picture as large as the sheet allows, in its middle, not distorted. A JPEG keeps its bytes."""
    import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415 - 4 MB that only a scan needs

    width, height = page_size(paper)
    document = pypdfium2.PdfDocument.new()
    try:
        page = document.new_page(width, height)
        image = pypdfium2.PdfImage.new(document)
        image.load_jpeg(io.BytesIO(_as_jpeg(picture)), pages=[page], inline=True)
        across, down = image.get_px_size()
        scale = min(width / across, height / down)
        place = ((width - across * scale) / 2, (height - down * scale) / 2)
        image.set_matrix(pypdfium2.PdfMatrix().scale(across * scale, down * scale).translate(*place))
        page.insert_obj(image)
        page.gen_content()
        written = io.BytesIO()
        document.save(written)
    finally:
        document.close()
    return written.getvalue()


def _as_jpeg(picture: bytes) -> bytes:
    if picture.startswith(b"\xff\xd8\xff"):
        return picture
    from PIL import Image  # noqa: PLC0415 - 5 MB that only a picture needs

    written = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as found:
        found.convert("RGB").save(written, "JPEG", quality=_JPEG_QUALITY)
    return written.getvalue()
