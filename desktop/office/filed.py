"""What a person at the counter is told when a request was filed: its code, what happens next and by when."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.office import lettering
from desktop.office.desk import Desk
from desktop.office.receipts import receipt_of
from desktop.office.recording import known


@dataclass(frozen=True, slots=True)
class Filed:
    """A request just filed, in words.

    Attributes:
        code: short enough to be said and written down; the whole number is `request`.
        next_steps: who does something with it, in order.
        expected: until when, in office hours; words.
        missing: required documents that are still to come.
        away: whether it goes to another office.
        first: whether it was filed now, not corrected.
    """

    request: str
    code: str
    service: str
    title: str
    subject: str
    next_steps: tuple[str, ...]
    expected: str
    missing: tuple[str, ...]
    away: bool
    first: bool


def code_of(request: str) -> str:
    """The last eight letters and digits of a number, in two groups: ``7F3A-91C2``."""
    last = request.replace("-", "")[-8:].upper()
    return f"{last[:4]}-{last[4:]}"


def see_filed(desk: Desk, request: str) -> Filed:
    """The words for a request of this desk.

    Raises:
        NotFound: no such request here.
    """
    with desk.database.reading() as connection:
        found, config, office = known(connection, request), desk.configuration(connection), desk.office(connection)
        form = lettering.answered_form(desk, connection, found)
    receipt = receipt_of(found, form, office, config)
    return Filed(
        request=request,
        code=code_of(request),
        service=found.pack.id,
        title=found.pack.file.title,
        subject=receipt.applicant,
        next_steps=receipt.next_steps,
        expected=receipt.expected,
        missing=receipt.missing,
        away=any(each.place != "filing" for each in found.pack.file.route),
        first=len(found.log) == 1,
    )
