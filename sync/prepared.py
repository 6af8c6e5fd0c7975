"""Types that are read from JSON, made ready for it before a second thread can be there.

msgspec works out how to read a type when the first value of it is read, and lets go of the interpreter meanwhile. A
second thread that comes now reads by a half-made plan, and the whole process ends without a word (msgspec 0.22; ADR
0091). An import is done by one thread, so that is where types are made ready.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

import msgspec

Whole = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
"""A count or place as the record writes it: what is larger, or below zero, is nobody's, and no database takes it."""
Kind = TypeVar("Kind", bound=msgspec.Struct)


def prepared(kind: type[Kind]) -> type[Kind]:
    """Make this type and all that lies in it ready to be read; stands over a class whose fields name what is above."""
    msgspec.json.Decoder(kind)
    return kind
