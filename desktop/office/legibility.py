"""Whether a scan can probably be read: measured, never decided. A doubtful one is shown to a person and asked about.

Letters and numbers are edges. The variance of the Laplacian is high where edges are sharp and falls when they are
blurred; a page is mostly paper, so that only its busiest tiles count. Figures are of a page brought to 1000 pixels.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image

SIDE: Final = 1000
SMALL_SIDE: Final = 900
"""Pixels of the long side under which a whole page cannot be read."""
SHARP: Final = 250.0
"""Variance of the Laplacian of the busiest tiles; text of a family card in focus has 500 and more."""
DARK: Final = 70.0
"""Mean grey, of 255."""
FLAT: Final = 5.0
"""Standard deviation of grey: less is an empty or washed-out page."""
_TILES: Final = 8


class Doubt(StrEnum):
    """Why somebody should look."""

    SMALL = "small"
    BLURRED = "blurred"
    DARK = "dark"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured: the long side in pixels, sharpness, mean and deviation of grey (0-255)."""

    side: int
    sharpness: float
    brightness: float
    contrast: float

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Why somebody should look; nothing when it seems readable."""
        if self.contrast < FLAT:
            return (Doubt.FLAT,)
        found = {
            Doubt.SMALL: self.side < SMALL_SIDE,
            Doubt.DARK: self.brightness < DARK,
            Doubt.BLURRED: self.sharpness < SHARP,
        }
        return tuple(doubt for doubt, holds in found.items() if holds)


def measure(content: bytes) -> Measured:
    """Look at a JPEG or PNG that was already opened once."""
    from PIL import Image, ImageFilter, ImageStat  # noqa: PLC0415 - 5 MB that only a picture needs

    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as picture:
        side = max(picture.size)
        picture.draft("L", (SIDE, SIDE))
        grey = picture.convert("L")
    grey.thumbnail((SIDE, SIDE))
    whole = ImageStat.Stat(grey)
    edges = grey.filter(ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128))
    return Measured(side, _busiest(edges), whole.mean[0], whole.stddev[0])


def _busiest(edges: Image.Image) -> float:
    """Mean variance of the eighth of the tiles with most in them; the picture's own edge is left out."""
    from PIL import ImageStat  # noqa: PLC0415 - as above

    width, height = edges.size
    across, down = max(1, (width - 4) // _TILES), max(1, (height - 4) // _TILES)
    found = sorted(
        ImageStat.Stat(edges.crop((left, top, left + across, top + down))).var[0]
        for left in range(2, max(3, width - across), across)
        for top in range(2, max(3, height - down), down)
    )
    most = found[-max(1, len(found) // _TILES) :]
    return sum(most) / len(most)
