"""What can go wrong with forms.

::

    PackError         the pack cannot be used; lists every fault with its place
    FormTooHeavy      the pack costs more than a form may cost (see `forms.expressions.errors.TooManySteps`)

Wrong answers are no exceptions: they are the `problems` of a form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forms.expressions.errors import TooManySteps

FormTooHeavy = TooManySteps


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a pack: a place (a question's reference name, ``documents.kk``, ``letter.nama``) and a sentence."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class PackError(ValueError):
    """The pack cannot be used. `faults` has one entry for each thing to mend."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("Paket layanan tidak dapat dipakai. " + "; ".join(map(str, faults)))
        self.faults = tuple(faults)
