"""What a form says about its answers: a place, a code for programs, a sentence for the clerk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Answers = Mapping[str, Json]
"""Answers as they are stored and travel: groups do not appear, a person is an object, a repeat a list of objects."""


class Code(StrEnum):
    """What is wrong. Codes of identity numbers and names are those of `domain.identity` and `domain.names`."""

    UNKNOWN_ANSWER = "unknown_answer"
    WRONG_TYPE = "wrong_type"
    TOO_LONG = "too_long"
    NOT_A_CHOICE = "not_a_choice"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_FEW_ROWS = "too_few_rows"
    REQUIRED = "required"
    CONSTRAINT = "constraint"
    CALCULATION_FAILED = "calculation_failed"
    CALCULATION_DIFFERS = "calculation_differs"
    ANSWERS_DIFFER = "answers_differ"
    DOCUMENT_MISSING = "document_missing"
    DOCUMENT_NOT_ASKED = "document_not_asked"
    DOCUMENT_TYPE = "document_type"
    DOCUMENT_TOO_LARGE = "document_too_large"


@dataclass(frozen=True, slots=True)
class Problem:
    """One remark.

    Attributes:
        path: ``nama_usaha``, ``pemohon/nik``, ``keluarga/0/nama``; ``documents/kk`` for a document.
        code: one of `Code`, or the code of a notice about an identity number or a name.
        blocks: False for a warning that forbids nothing.
    """

    path: str
    code: str
    sentence: str
    blocks: bool = True
