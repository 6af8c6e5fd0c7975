"""The appearance of a signature field: a QR to the page of the letter, and what only the signing moment knows.

Rendered by Typst, because pyHanko's own stamp writes in a font that is not embedded and so breaks PDF/A.
"""

import io
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from letters.errors import PrepareRefused
from letters.templates import load_template
from letters.typeset import FieldBox, typeset

_WORDS = ("Ditandatangani secara", "elektronik. Pindai kode QR", "untuk memeriksa keaslian.")


@dataclass(frozen=True)
class SignerBlock:
    """Everything about a signer unknown at freezing: words above (Mengetahui, register number), lines, name, NIP."""

    heading: tuple[str, ...]
    lines: tuple[str, ...]
    name: str
    nip: str | None = None


@dataclass(frozen=True)
class Stamp:
    """What stands in one field. ``block`` is for a reserved field; without it the name already stands on the letter.

    ``verify_url`` leads to the page where the PDF can be seen; ``words`` stand beside it; ``on`` is the stamp's day.
    """

    verify_url: str
    on: date
    block: SignerBlock | None = None
    words: tuple[str, ...] = _WORDS

    def __post_init__(self) -> None:
        """Refuse an address that is not a plain web address: it will be scanned by citizens' phones."""
        if not re.fullmatch(r"https?://[!-~]{3,290}", self.verify_url):
            raise PrepareRefused("the address for verification is not a plain web address")


def render_stamp(stamp: Stamp, box: FieldBox) -> bytes:
    """A one-page PDF exactly as large as the field; the same stamp gives the same bytes."""
    inputs: dict[str, Any] = {
        "kind": "mark" if stamp.block is None else "block",
        "width": box.width,
        "height": box.height,
        "words": stamp.words,
        "created": {"year": stamp.on.year, "month": stamp.on.month, "day": stamp.on.day},
    }
    if stamp.block is not None:
        inputs |= vars(stamp.block)
    return typeset(load_template("stamp"), inputs, on=stamp.on, extra={"qr.svg": _qr(stamp.verify_url)}).pdf


def _qr(url: str) -> bytes:
    import segno  # noqa: PLC0415 - only signing pays for it

    drawn = io.BytesIO()
    segno.make(url, error="m", micro=False, boost_error=False).save(
        drawn, kind="svg", border=1, xmldecl=False, nl=False
    )
    return drawn.getvalue()
