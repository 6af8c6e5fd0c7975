"""What of the proofs a seed may leave out: half of what a call costs goes into signing and proving it.

Authors' signatures are made and checked, each once: whether three bytes fit one another does not change. Requests and
answers are signed and proved where a fault could be noticed by that, in one exchange of twelve whatever happens, and
in everything of one seed of fifty.
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


def must_prove(plan: Mapping[int, OnLine], salt: int) -> bool:
    """Whether an exchange with this trouble is signed and proved as in life; `salt`: of its step."""
    return bool(_TELLING & set(plan.values())) or salt % _EVERY == 0


_really: Final = keys.verify


@lru_cache(maxsize=10_000)
def _verify(public: bytes, prefix: bytes, message: bytes, signature: bytes) -> None:
    _really(public, prefix, message, signature)  # what does not fit is raised, and not remembered


REMEMBERED: Final[Mapping[str, Any]] = {"sync.keys:verify": _verify}
"""In a seed that is not dear; `simulation.replacing` puts it there."""
