"""What the hub says about an action: one verdict, stored with it for good."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Code(StrEnum):
    """The word of a verdict, as it travels. Refusals never change; a parked action awaits a later one."""

    OK = "ok"
    CONFLICT = "conflict"
    FORBIDDEN = "forbidden"
    INVALID = "invalid"
    LATE = "late"
    PARKED = "parked"

    @classmethod
    def _missing_(cls, _value: object) -> Code:
        """A newer hub's word for an ending: it is told as one that no rule of this version explains, never as well."""
        return cls.INVALID


class WaitsFor(StrEnum):
    """What a parked action waits for."""

    BYTES = "waits_for_bytes"
    BASE = "waits_for_base"
    AUTHORITY = "authority_unclear"
    LETTER = "letter_differs"

    @classmethod
    def _missing_(cls, _value: object) -> WaitsFor:
        """Something that only a newer hub knows: a person there decides, as far as this version can tell."""
        return cls.AUTHORITY


BY_SUPERVISOR: Final = "refused_by_supervisor"
"""The reason of a refusal that a person at the hub gave, and no rule."""
REFUSALS: Final = frozenset({Code.CONFLICT, Code.FORBIDDEN, Code.INVALID, Code.LATE})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict and its reason, a key of `domain.reasons.SENTENCES`."""

    code: Code
    reason: str = ""
    waits_for: WaitsFor | None = None

    @property
    def refused(self) -> bool:
        """Whether it is an ending other than acceptance."""
        return self.code in REFUSALS


ACCEPTED: Final = Verdict(Code.OK)


def conflict(reason: str) -> Verdict:
    """Somebody else was first: the author may apply it again on the new head."""
    return Verdict(Code.CONFLICT, reason)


def forbidden(reason: str) -> Verdict:
    """The author had no right to do this."""
    return Verdict(Code.FORBIDDEN, reason)


def invalid(reason: str) -> Verdict:
    """The action itself is wrong; doing it again the same way cannot succeed."""
    return Verdict(Code.INVALID, reason)


def parked(waits_for: WaitsFor) -> Verdict:
    """Bytes or a person decide; the final verdict follows."""
    return Verdict(Code.PARKED, waits_for.value, waits_for)
