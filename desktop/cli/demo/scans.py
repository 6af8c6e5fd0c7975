"""Pages that look like scans: paper grain, crooked lines of print, and CONTOH across, so nobody takes them for real.

They are as heavy as what an office scanner gives (300 kB and more a page), because attachments are most of the traffic
and the cut inside one of them is part of the play. The same title and seed give the same pixels.
"""

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from desktop.office.attachments import LONG_SIDE

PAGE = (1240, 1754)
"""A4 at 150 dots an inch."""
HEAVY = 300_000
"""Bytes of a page at least."""


def scan(title: str, lines: Sequence[str], seed: int, *, smooth: bool = False) -> Image.Image:
    """One page of a document with this title."""
    page = Image.new("RGB", PAGE, (250, 249, 245)) if smooth else _paper(seed)
    pen = ImageDraw.Draw(page)
    pen.text((120, 140), title, fill=(40, 40, 55), font=ImageFont.load_default(44))
    for row, line in enumerate(lines):
        pen.text((120, 240 + 42 * row), line, fill=(55, 55, 70), font=ImageFont.load_default(26))
    across = Image.new("L", PAGE, 0)
    ImageDraw.Draw(across).text((170, 800), "CONTOH", fill=90, font=ImageFont.load_default(230))
    page.paste((190, 60, 60), mask=across.rotate(24, center=(620, 877)))
    return page.rotate(random.Random(seed).uniform(-0.8, 0.8), fillcolor=(244, 242, 236))  # noqa: S311 - crooked paper


def save_smooth(folder: Path, name: str, title: str, lines: Sequence[str], seed: int) -> Path:
    """Write one page of smooth paper as `save_scan` does: a tenth of the weight, where nobody looks at the traffic.

    It is no larger than a desk keeps it (`LONG_SIDE`): to make eighty scans of a week smaller takes nine seconds.
    """
    path, page = folder / name, scan(title, lines, seed, smooth=True)
    page.thumbnail((LONG_SIDE, LONG_SIDE))
    page.save(path, _kind_of(path), quality=72, dpi=(137, 137), resolution=137)
    return path


def save_scan(folder: Path, name: str, title: str, lines: Sequence[str], seed: int) -> Path:
    """Write one page as ``name`` (.jpg, or .pdf of one page) and give its path; never lighter than `HEAVY`."""
    path, page = folder / name, scan(title, lines, seed)
    for quality in (72, 82, 90, 95):
        page.save(path, _kind_of(path), quality=quality, resolution=150)
        if path.stat().st_size >= HEAVY:
            break
    return path


def _kind_of(path: Path) -> str:
    return "PDF" if path.suffix == ".pdf" else "JPEG"


def _paper(seed: int) -> Image.Image:
    """Off-white with the grain of a cheap scanner; each sheet shows another part of the same endless grain."""
    grain = ImageChops.offset(_grain(), 131 * seed, 257 * seed)
    tint = [grain.point(lambda level, top=top: top - level // 9) for top in (252, 250, 242)]
    return Image.merge("RGB", tint)


@cache
def _grain() -> Image.Image:
    """Noise at half the resolution, scaled up."""
    width, height = PAGE[0] // 2, PAGE[1] // 2
    noise = Image.frombytes("L", (width, height), random.Random(1).randbytes(width * height))  # noqa: S311 - grain
    return noise.resize(PAGE, Image.Resampling.BILINEAR)
