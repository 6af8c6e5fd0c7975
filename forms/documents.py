"""The documents that a request asks for, and what is wrong with those that came."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from forms.problems import Code, Problem
from forms.schema import Document
from forms.settled import Settled

_NOWHERE = ("", 0)
_TYPES = {"application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG"}


@dataclass(frozen=True, slots=True)
class AskedDocument:
    """A document asked for with these answers; sizes in bytes, `required` when the request waits for it."""

    kind: str
    label: str
    hint: str
    required: bool
    media_types: tuple[str, ...]
    max_bytes: int
    specific: bool


def asked_for(settled: Settled) -> tuple[AskedDocument, ...]:
    """What is asked for, in the order of the pack. A condition without a value asks rather than not."""
    return tuple(
        _asked(each.document, required=settled.holds(each.required, _NOWHERE, otherwise=True))
        for each in settled.pack.documents
        if settled.holds(each.relevant, _NOWHERE, otherwise=True)
    )


def _asked(document: Document, *, required: bool) -> AskedDocument:
    return AskedDocument(
        kind=document.kind,
        label=document.label,
        hint=document.hint,
        required=required,
        media_types=document.media_types,
        max_bytes=document.max_bytes,
        specific=document.specific,
    )


def missing(asked: Iterable[AskedDocument], present: Collection[str]) -> tuple[Problem, ...]:
    """One problem for each required document of which nothing has come; `present` has the kinds that came."""
    return tuple(
        Problem(
            _path(document.kind), Code.DOCUMENT_MISSING, f"Lampirkan “{document.label}”. Isian lain tetap tersimpan."
        )
        for document in asked
        if document.required and document.kind not in present
    )


def refused(asked: Iterable[AskedDocument], kind: str, media_type: str, size: int) -> tuple[Problem, ...]:
    """Why a document cannot be taken; empty when it can. The type is the one judged from its content."""
    document = next((each for each in asked if each.kind == kind), None)
    if document is None:
        said = f"Layanan ini tidak meminta dokumen “{kind[:40]}”. Berkas tidak disimpan."
        return (Problem(_path(kind[:40]), Code.DOCUMENT_NOT_ASKED, said),)
    return tuple(_refusals(document, media_type, size))


def _refusals(document: AskedDocument, media_type: str, size: int) -> Iterator[Problem]:
    if media_type not in document.media_types:
        wanted = " atau ".join(_TYPES[accepted] for accepted in document.media_types)
        said = f"“{document.label}” harus berkas {wanted}. Pindai atau simpan ulang, lalu lampirkan lagi."
        yield Problem(_path(document.kind), Code.DOCUMENT_TYPE, said)
    if size > document.max_bytes:
        said = f"“{document.label}” paling besar {document.max_bytes // 1000} kB. Perkecil, lalu lampirkan lagi."
        yield Problem(_path(document.kind), Code.DOCUMENT_TOO_LARGE, said)


def _path(kind: str) -> str:
    return f"documents/{kind}"
