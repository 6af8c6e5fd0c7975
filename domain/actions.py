"""The action: one immutable step in the life of a request, as `docs/record.md` fixes it.

An action says what an *office* did and never holds a citizen's data: that is in its payload, known here only by its
hash, so that erasing a person (UU PDP 27/2022 ps 42-45) never breaks the log. Bytes, keys and signatures belong to
`sync.record`; this module knows the meaning only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


class ActionKind(StrEnum):
    """What was done. The words are on the wire and in SQL: never translated, never reused."""

    SUBMIT = "submit"
    ADD_DOCUMENT = "add_document"
    VERIFY = "verify"
    PARAF = "paraf"
    APPROVE = "approve"
    RETURN = "return"
    CORRECT = "correct"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    PREPARE = "prepare"
    SIGN = "sign"
    ISSUE = "issue"
    REVOKE = "revoke"
    REPLACE = "replace"
    SIGNED_ON_PAPER = "signed_on_paper"
    SENT_BY_COURIER = "sent_by_courier"
    RECEIVED = "received"
    PRINTED = "printed"
    HAND_OVER = "hand_over"
    NUMBER_USED = "number_used"
    NUMBER_RETURNED = "number_returned"
    LETTER_FROZEN = "letter_frozen"
    LETTER_THAWED = "letter_thawed"
    NUMBER_LEASED = "number_leased"
    NUMBER_VOIDED = "number_voided"
    OUTCOME_RESOLVED = "outcome_resolved"
    ERASED = "erased"
    ENROLLED = "enrolled"
    ROLE_CHANGED = "role_changed"
    KEY_CHANGED = "key_changed"


HUB_KINDS: Final = frozenset(
    {
        ActionKind.LETTER_FROZEN,
        ActionKind.LETTER_THAWED,
        ActionKind.NUMBER_LEASED,
        ActionKind.NUMBER_VOIDED,
        ActionKind.OUTCOME_RESOLVED,
        ActionKind.ERASED,
        ActionKind.ENROLLED,
        ActionKind.ROLE_CHANGED,
        ActionKind.KEY_CHANGED,
    }
)
"""The only kinds of which the hub's own key may be the author; a desk refuses any other kind from it."""

ENDS_LETTER: Final = frozenset({ActionKind.REVOKE, ActionKind.REPLACE})
"""What lets a letter count no more; its number stays used."""

WITH_REASON: Final = ENDS_LETTER | {ActionKind.RETURN, ActionKind.REJECT, ActionKind.WITHDRAW}
"""What an officer does only with a reason in words."""

OFFICE_KINDS: Final = frozenset(
    {
        ActionKind.NUMBER_USED,
        ActionKind.NUMBER_RETURNED,
        ActionKind.NUMBER_LEASED,
        ActionKind.ENROLLED,
        ActionKind.ROLE_CHANGED,
        ActionKind.KEY_CHANGED,
    }
)
"""Kinds that belong to an office or to the configuration and to no request: `request` and `base` are null."""


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that an action names without carrying them.

    Attributes:
        sha256: unpadded base64url of the SHA-256 of the bytes.
        size: length in bytes, > 0.
        media_type: as judged from the content, e.g. ``application/pdf``.
        document: which document of the service pack it is, e.g. ``kk``; ``letter`` for a letter's PDF.
    """

    sha256: str
    size: int
    media_type: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action, decoded. `hash` is the SHA-256 of its exact bytes (base64url), by which others refer to it.

    Attributes:
        at: the desk's time when it was made (UTC).
        hub_at: the hub's time in the last answer the desk had applied before, or None when it never heard one;
            the true time lies between `hub_at` and the hub's receipt.
        base: hash of the last action of the request that the author saw; None for the first one.
        step: id of the route's step at which the author acted, or None.
        pack: ``service@version`` that the action was made with, or None.
    """

    v: int
    hub_id: str
    id: str
    shard: str
    request: str | None
    kind: ActionKind
    base: str | None
    author: str
    key_id: str
    at: datetime
    hub_at: datetime | None
    step: str | None
    pack: str | None
    payload_hash: str | None
    blobs: tuple[Blob, ...]
    body: Mapping[str, Json]
    hash: str

    def text(self, name: str) -> str:
        """A text of the body; empty when absent. Bodies are checked by `domain.bodies` before anything reads them."""
        found = self.body.get(name)
        return found if isinstance(found, str) else ""

    def whole(self, name: str) -> int:
        """A whole number of the body; 0 when absent."""
        found = self.body.get(name)
        return found if isinstance(found, int) and not isinstance(found, bool) else 0

    def number(self) -> NumberRef | None:
        """The letter number that the body names under ``number``."""
        found = self.body.get("number")
        return NumberRef.read(found) if isinstance(found, dict) else None


@dataclass(frozen=True, slots=True)
class NumberRef:
    """A number of one book and year: ``(book, year, n)``; the office is that of the action's step."""

    book: str
    year: int
    n: int

    @classmethod
    def read(cls, value: Mapping[str, Json]) -> NumberRef | None:
        """Read it from a body; None when a part is missing or of another type."""
        book, year, n = value.get("book"), value.get("year"), value.get("n")
        if isinstance(book, str) and isinstance(year, int) and isinstance(n, int):
            return cls(book, year, n)
        return None
