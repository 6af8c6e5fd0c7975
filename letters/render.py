"""A letter's pages: revision 0 (nothing but the frozen letter), previews, prints for the pen, and the receipt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from domain.indonesian import date_long
from domain.letter_json import draft_to_json, letterhead_to_json
from domain.letters import Draft, FrozenLetter, Letterhead, Paper, Receipt, Typesetting
from letters.errors import FontsDiffer, TemplateDiffers, TemplateFailed
from letters.fonts import fonts_sha256
from letters.templates import TemplateSource, load_template
from letters.typeset import FieldBox, Mark, typeset, typst_version

CopyMark = Literal["DRAF", "SALINAN"]

_POINTS_PER_MM: Final = 72 / 25.4
PAGE_MM: Final[Mapping[Paper, tuple[float, float]]] = {"F4": (215, 330), "A4": (210, 297)}

_NO_NUMBER: Final = "……………………"
_NO_DATE: Final = "……………………"


@dataclass(frozen=True)
class Rendered:
    """Revision 0 and where its signature fields go, in the order of the letter's signatures."""

    pdf: bytes
    fields: tuple[FieldBox, ...]


def typesetting_here() -> Typesetting:
    """What a letter frozen on this machine keeps of its fonts and Typst."""
    return Typesetting(fonts_sha256(), typst_version())


def render(letter: FrozenLetter, template: TemplateSource) -> bytes:
    """Revision 0. Raises RenderRefused; FontsDiffer and TemplateDiffers when it could not be the frozen one."""
    return render_with_fields(letter, template).pdf


def render_with_fields(letter: FrozenLetter, template: TemplateSource) -> Rendered:
    """Revision 0 with the places of its fields. Another version of Typst is allowed: ``compare_letter`` tells of it."""
    if template.ref != letter.draft.template:
        raise TemplateDiffers(f"{template.id}: {template.sha256} is not {letter.draft.template.sha256}")
    if letter.typesetting.fonts != fonts_sha256():
        raise FontsDiffer(f"frozen with {letter.typesetting.fonts}")
    done = typeset(template, _letter_inputs(letter, footer=letter.footer.text), on=letter.date, extra={})
    return Rendered(done.pdf, _fields(letter.draft, done.marks))


def render_preview(draft: Draft, template: TemplateSource, mark: CopyMark = "DRAF") -> bytes:
    """A draft with the mark across it: no number, no field, no QR, no footer that speaks of a signature."""
    inputs = _inputs(draft, number=_NO_NUMBER, day=_NO_DATE) | {"mark": mark}
    return typeset(template, inputs, on=None, extra={}).pdf


def render_wet_ink(letter: FrozenLetter, template: TemplateSource, mark: CopyMark | None = None) -> bytes:
    """The numbered letter for the pen: space to sign, no field, no QR, no footer. Copies for the village: SALINAN."""
    inputs = _letter_inputs(letter, footer=None) | {"mode": "ink", "mark": mark}
    return typeset(template, inputs, on=letter.date, extra={}).pdf


def render_receipt(receipt: Receipt, on: date) -> bytes:
    """The *tanda terima* of a request with the notice of UU 27/2022 ps 21; ``on`` is the day it is printed."""
    inputs = {"receipt": _receipt_json(receipt), "created": _created(on)}
    return typeset(load_template("tanda-terima"), inputs, on=on, extra={}).pdf


def render_letterhead(kop: Letterhead, paper: Paper) -> bytes:
    """The head of an office's letters alone, as wide as its paper and as high as it is: for people to look at."""
    inputs = {"kop": letterhead_to_json(kop), "paper": paper}
    return typeset(load_template("kop"), inputs, on=None, extra={}).pdf


def page_size(paper: Paper) -> tuple[float, float]:
    """Width and height in points."""
    width, height = PAGE_MM[paper]
    return width * _POINTS_PER_MM, height * _POINTS_PER_MM


def _inputs(draft: Draft, *, number: str, day: str) -> dict[str, Any]:
    return {
        "letter": draft_to_json(draft),
        "number": number,
        "date": day,
        "created": None,
        "mode": "electronic",
        "mark": None,
        "footer": None,
    }


def _letter_inputs(letter: FrozenLetter, footer: str | None) -> dict[str, Any]:
    known = _inputs(letter.draft, number=letter.number.text, day=date_long(letter.date))
    return known | {"created": _created(letter.date), "footer": footer}


def _created(on: date) -> dict[str, int]:
    return {"year": on.year, "month": on.month, "day": on.day}


def _fields(draft: Draft, marks: tuple[Mark, ...]) -> tuple[FieldBox, ...]:
    width, height = page_size(draft.paper)
    by_name = {mark.field: mark.box(height) for mark in marks}
    if len(by_name) != len(marks) or set(by_name) != {signature.field for signature in draft.signatures}:
        raise TemplateFailed("the template's fields are not the letter's signatures")
    if not all(_lies_on_the_page(box, width, height) for box in by_name.values()):
        raise TemplateFailed("a field of the template lies outside the page or is too small")
    return tuple(by_name[signature.field] for signature in draft.signatures)


def _lies_on_the_page(box: FieldBox, width: float, height: float) -> bool:
    inside = box.page >= 0 and box.x >= 0 and box.y >= 0 and box.x + box.width <= width and box.y + box.height <= height
    return inside and box.width >= 60 and box.height >= 40


def _receipt_json(receipt: Receipt) -> dict[str, Any]:
    return {
        "number": receipt.number,
        "service": receipt.service,
        "kop": letterhead_to_json(receipt.kop),
        "applicant": receipt.applicant,
        "received_at": receipt.received_at,
        "officer": receipt.officer,
        "documents": list(receipt.documents),
        "missing": list(receipt.missing),
        "next_steps": list(receipt.next_steps),
        "expected": receipt.expected,
        "fee": receipt.fee,
        "notice": vars(receipt.notice),
        "paper": receipt.paper,
        "accepted": receipt.accepted,
    }
