"""In which order fields are worked out, so that each comes after everything it is worked out from."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from forms.errors import Fault, PackError
from forms.pack import Compiled


def recalculation_order(fields: Mapping[str, Compiled]) -> tuple[str, ...]:
    """Reference names in an order that depends on the pack alone.

    Raises:
        PackError: a question depends on itself, directly or round about; the sentence names the round.
    """
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for reference, compiled in fields.items():
        sorter.add(reference, *sorted(_depends_on(compiled)))
    try:
        sorter.prepare()
    except CycleError as error:
        circle = " → ".join(f"${{{name}}}" for name in error.args[1])
        raise PackError([Fault(error.args[1][0], f"perhitungan berputar: {circle}")]) from error
    place = {reference: index for index, reference in enumerate(fields)}
    order: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=place.__getitem__)
        order.extend(ready)
        sorter.done(*ready)
    return tuple(order)


def _depends_on(compiled: Compiled) -> set[str]:
    """What must be known before its value is: what makes it relevant, what it is calculated from, what it is in."""
    needed = set(compiled.relevant.references) if compiled.relevant else set()
    if compiled.calculation:
        needed |= compiled.calculation.references
    if compiled.field.parent:
        needed.add(compiled.field.parent)
    return needed
