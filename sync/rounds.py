"""What is left of the present round of an engine."""

from __future__ import annotations

from dataclasses import dataclass, field

from sync.hub_port import LetterKey
from sync.protocol import ANSWER_BYTES, BlobKey
from sync.repairing import Repairing
from sync.returning import Returning


@dataclass(slots=True)
class Round:
    """One round: from the moment in which there is something to do until it is quiet again."""

    ask: bool = True
    config: bool = False
    uploads: list[BlobKey] = field(default_factory=list)
    uploaded: bool = False
    whole: bool = False
    want: int = ANSWER_BYTES
    skip: set[BlobKey | LetterKey] = field(default_factory=set)
    key_asked: str = ""
    forks: int = 0
    behind: bool = False
    aside: Returning | Repairing | None = None
    returned: bool = False
    repaired: bool = False
