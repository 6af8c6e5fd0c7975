"""Pictures of pages, sharp and not."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont


def page_picture(size: tuple[int, int] = (1200, 850), *, lines: int = 20, blur: float = 0, light: float = 1) -> bytes:
    """A page with lines of letters."""
    page = Image.new("RGB", size, "white")
    draw, letters = ImageDraw.Draw(page), ImageFont.load_default(size=18)
    for line in range(lines):
        draw.text((40, 20 + line * 30), "NOMOR 0123456789 CONTOH KARTU KELUARGA " * 2, fill="black", font=letters)
    if blur:
        page = page.filter(ImageFilter.GaussianBlur(blur))
    page = ImageEnhance.Brightness(page).enhance(light)
    written = io.BytesIO()
    page.save(written, "JPEG", quality=85)
    return written.getvalue()
