"""What of the proofs a seed may leave out: half of what a call costs goes into signing and proving it.

Authors' signatures are made and checked, each once: whether three bytes fit one another does not change. Requests and
answers are signed and proved at the calls where a fault could be noticed by that, in one exchange of twelve whatever
happens, and in everything of one seed of fifty.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from simulation.faults import OnLine
from sync import keys

_TELLING: Final = frozenset({OnLine.STALE, OnLine.HTML, OnLine.FLIPPED, OnLine.SHORT, OnLine.REPLAYED})
"""Faults at which it matters that nobody but the hub can have said what came."""
_EVERY: Final = 12


def is_proved_whole(salt: int) -> bool:
    """Whether all calls of an exchange are signed and proved, whatever happens to them; `salt`: of its step."""
    return salt % _EVERY == 0


def tells(plan: Mapping[int, OnLine], call: int) -> bool:
    """Whether a call must be signed and proved: a fault could be noticed by that, at it or at the next."""
    return plan.get(call) in _TELLING or plan.get(call + 1) in _TELLING


_really: Final = keys.verify


@lru_cache(maxsize=10_000)
def _verify(public: bytes, prefix: bytes, message: bytes, signature: bytes) -> None:
    _really(public, prefix, message, signature)  # what does not fit is raised, and not remembered


REMEMBERED: Final[Mapping[str, Any]] = {"sync.keys:verify": _verify}
"""In a seed that is not dear; `simulation.replacing` puts it there."""
