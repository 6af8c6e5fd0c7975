"""The hub's look at a letter that a village issued alone: is it the letter of the frozen data, and nothing more?

The hub makes the prepared file again; revision 0, fields and stamp are a function of the frozen letter, so an honest
file equals it everywhere but in the signature's place. Comparing revision 0 alone would not do: a lying desk can draw
over it in the very revision that it signs.
"""

import io
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from domain.letters import FrozenLetter
from letters.errors import PdfUnreadable, RenderRefused
from letters.findings import Verdict
from letters.pdf_files import LARGEST
from letters.preparing import prepare
from letters.stamp import Stamp
from letters.templates import TemplateSource
from letters.verdict import Trust, verify_with

Outcome = Literal["same", "differs_in_rendering", "other_text"]


@dataclass(frozen=True)
class Comparison:
    """``same``: every byte. ``differs_in_rendering``: the same words from other versions, for a person to look at.

    ``other_text``: a false letter. ``verdict`` is about the signatures, whatever the outcome.
    """

    outcome: Outcome
    verdict: Verdict

    @property
    def acceptable(self) -> bool:
        """The very letter, and every signature on it acceptable (a second one may still be to come)."""
        signatures = self.verdict.signatures
        return self.outcome == "same" and bool(signatures) and all(one.acceptable for one in signatures)


@dataclass(frozen=True)
class Seen:
    """What a look at a foreign file shows: the verdict on its signatures, and whether it says what ours says."""

    verdict: Verdict
    says_the_same: bool


class Look(Protocol):
    """Who opens a file that is not ours byte for byte: this process, or one that may hang or die (`letters.apart`)."""

    def __call__(self, received: bytes, ours: bytes | None, trust: Trust, /) -> Seen:
        """Look at it, beside ours where it could be made. Raises PdfUnreadable."""
        ...


def look_here(received: bytes, ours: bytes | None, trust: Trust, /) -> Seen:
    """Look at it in this process: a hostile file may take all of its time and memory. Raises PdfUnreadable."""
    verdict = verify_with(received, trust)
    return Seen(verdict, ours is not None and _told(ours) == _told(received))


def compare_letter(
    letter: FrozenLetter, made_of: tuple[TemplateSource, Stamp], received: bytes, trust: Trust, look: Look = look_here
) -> Comparison:
    """Render and prepare again, compare with what a village sent, and verify its signature.

    Only what is ours but for the signature is opened without `look`: of it a foreign hand wrote some thousand bytes.

    Raises RenderRefused when the letter cannot be made here (template or fonts are not the frozen ones), PdfUnreadable.
    """
    try:
        ours = prepare(letter, *made_of)
    except RenderRefused:
        look(received, None, trust)
        raise
    if ours.equals_outside_contents(received):
        return Comparison("same", verify_with(received, trust))
    seen = look(received, ours.pdf, trust)
    return Comparison("differs_in_rendering" if seen.says_the_same else "other_text", seen.verdict)


def _told(pdf: bytes) -> list[tuple[Any, ...]]:
    """What a file says: size and words of each page, then kind, place and words of everything laid upon it."""
    import pypdf  # noqa: PLC0415 - only a letter that is not ours byte for byte pays for it

    if len(pdf) > LARGEST:
        raise PdfUnreadable(f"{len(pdf)} bytes")
    try:
        return [_page(page) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    except Exception as error:  # a hostile file may make it raise anything
        raise PdfUnreadable(f"{type(error).__name__}: {error}") from error


def _page(page: Any) -> tuple[Any, ...]:
    size = tuple(round(float(side), 1) for side in page.mediabox)
    laid = [note.get_object() for note in page.get("/Annots", ())]
    return size, _words(page.extract_text()), tuple(_laid(page, note) for note in laid)


def _laid(page: Any, note: Any) -> tuple[Any, ...]:
    place = tuple(round(float(side)) for side in note.get("/Rect", ()))
    drawn = note.get("/AP", {}).get("/N")
    return note.get("/Subtype"), place, "" if drawn is None else _words(page.extract_xform_text(drawn.get_object()))


def _words(text: str) -> str:
    return " ".join(text.split())
