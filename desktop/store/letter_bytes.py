"""Which request a letter's PDF belongs to, found by its bytes: a signed letter grows at its end and nowhere else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Final

from sqlalchemy import Connection, String, bindparam, func, or_, select

from desktop.store.tables import letters
from sync.encoding import b64u

_WANTED: Final = select(func.json_each(bindparam("wanted", type_=String)).table_valued("value").c.value)


def letter_with(connection: Connection, pdf: bytes) -> tuple[str, str] | None:
    """Request and letter of which these bytes are a revision, or begin with one; None where this desk has none such."""
    sizes = select(letters.c.size).where(letters.c.size <= len(pdf)).distinct().order_by(letters.c.size)
    wanted = list(_beginnings(pdf, connection.execute(sizes).scalars()))
    fitting = or_(letters.c.sha256.in_(_WANTED), letters.c.named.in_(_WANTED))
    query = select(letters.c.request, letters.c.letter).where(fitting).limit(1)
    row = connection.execute(query, {"wanted": json.dumps(wanted)}).first()
    return None if row is None else (row.request, row.letter)


def _beginnings(pdf: bytes, sizes: Iterable[int]) -> Iterator[str]:
    """The hash of the first so many bytes, for each size in rising order, and of the whole."""
    hashed, at = hashlib.sha256(), 0
    for size in (*sizes, len(pdf)):
        hashed.update(pdf[at:size])
        at = size
        yield b64u(hashed.copy().digest())
