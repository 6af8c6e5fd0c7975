"""Requests by the short code that a citizen was told: the last eight letters and digits of their number."""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import Connection, func, select

from desktop.store.tables import requests

_CODE: Final = re.compile(r"([0-9a-f]{4})[- ]?([0-9a-f]{4})")


def with_code(connection: Connection, words: str) -> tuple[tuple[str, str, str], ...]:
    """Id, applicant and service of the requests with this code; nothing for words that are no code.

    Looks at every row, but only for whole codes: a person types one now and then. Two requests may share a code once
    in some hundred thousand; both are given.
    """
    found = _CODE.fullmatch(words.strip().casefold())
    if found is None:
        return ()
    query = select(requests.c.id, requests.c.subject, requests.c.service).where(
        func.substr(requests.c.id, -8) == "".join(found.groups())
    )
    return tuple((row.id, row.subject, row.service) for row in connection.execute(query))
