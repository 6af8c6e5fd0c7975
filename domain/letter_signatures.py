"""Which signatures a letter has when it is frozen: the present signer's whole, the later ones' as reserved space.

One rule for the desk that issues and the hub that prepares or sets the letter again: their bytes must be equal.
"""

from __future__ import annotations

from typing import Final

from domain.letters import ReservedSignature, Signature
from domain.posts import Held, Officer
from domain.request import Request
from domain.routes import StepAct
from domain.signature_block import Seat, signature_block

_SIGNS: Final = frozenset({StepAct.ISSUE, StepAct.SIGN})


def signatures_at(
    request: Request, seat: Seat, officer: Officer, held: Held
) -> tuple[Signature | ReservedSignature, ...]:
    """The fields ``ttd1``, ``ttd2`` … of the letter that is frozen at the request's present step."""
    block = signature_block(seat, officer, held.assignment, held.form)
    first = Signature(
        field="ttd1",
        form=held.form.value,
        status=held.assignment.status.value,
        lines=block.above,
        name=block.name,
        nip=officer.nip_printed if block.below else None,
    )
    later = [step for step in request.route.steps[request.step + 1 :] if step.act in _SIGNS]
    return (first, *(ReservedSignature(field=f"ttd{place}") for place, _ in enumerate(later, start=2)))
