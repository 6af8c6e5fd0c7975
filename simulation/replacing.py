"""Replacing a name of the programs for a while: for stand-ins, and for mutants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any


@contextmanager
def replaced(what: Mapping[str, Any]) -> Iterator[None]:
    """While this goes on, each ``module:name`` or ``module:Class.name`` is what is given for it."""
    places = [(*_place(name), new) for name, new in what.items()]
    before = [getattr(holder, name) for holder, name, _ in places]
    for holder, name, new in places:
        setattr(holder, name, new)
    try:
        yield
    finally:
        for (holder, name, _), old in zip(places, before, strict=True):
            setattr(holder, name, old)


def _place(dotted: str) -> tuple[Any, str]:
    module, _, path = dotted.partition(":")
    holder: Any = import_module(module)
    *classes, name = path.split(".")
    for each in classes:
        holder = getattr(holder, each)
    return holder, name
