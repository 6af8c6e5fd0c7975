"""What a use case changed, for whoever shows it: no event bus, a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.actions import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What is no longer as it was, and what to tell.

    Attributes:
        requests: ids of requests whose row or trail changed.
        everything: whether every list should be read anew (an exchange, a restore).
        citizens: whether the register changed.
        told: the outcome as plain values, printed by ``--json`` as they are.
        sentence: the outcome in the words of the office.
    """

    requests: tuple[str, ...] = ()
    everything: bool = False
    citizens: bool = False
    told: Mapping[str, Json] = field(default_factory=dict)
    sentence: str = ""
