"""When the clock of the service promise ran for a request, from its trail.

It stands while the filing office has the request back for its citizen to mend, and ends with the last decision
(PermenPANRB 15/2014: *jangka waktu* is counted from a complete request).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.actions import ActionKind
from domain.request import Request, Trace
from domain.sla import Stretch
from domain.workflow import OPEN

_DECIDE: Final = frozenset(
    {
        ActionKind.SUBMIT,
        ActionKind.CORRECT,
        ActionKind.VERIFY,
        ActionKind.PARAF,
        ActionKind.APPROVE,
        ActionKind.RETURN,
        ActionKind.REJECT,
        ActionKind.WITHDRAW,
        ActionKind.SIGN,
        ActionKind.ISSUE,
        ActionKind.SIGNED_ON_PAPER,
    }
)


def stretches(request: Request) -> tuple[Stretch, ...]:
    """The times in which the clock ran; the last has no end while it runs."""
    decided = [trace for trace in request.trail if trace.kind in _DECIDE]
    pauses = [pair for pair in pairwise(decided) if _with_the_citizen(*pair)]
    begins = [decided[0].at, *(after.at for _, after in pauses)]
    ends = [before.at for before, _ in pauses]
    closed = tuple(Stretch(begin, end) for begin, end in zip(begins, ends, strict=False))
    if request.state in OPEN and not _lies_with_the_citizen(request, decided[-1]):
        return (*closed, Stretch(begins[-1]))
    return (*closed, Stretch(begins[-1], decided[-1].at))


def _with_the_citizen(before: Trace, after: Trace) -> bool:
    """Whether it was sent back to the filing office in between: only that office corrects."""
    return before.kind is ActionKind.RETURN and after.kind is ActionKind.CORRECT


def _lies_with_the_citizen(request: Request, last: Trace) -> bool:
    return last.kind is ActionKind.RETURN and request.step == 0
