"""Requests by the short code that a citizen was told: the last eight letters and digits of their number."""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import Connection, select

from desktop.store.tables import request_names, requests

_CODE: Final = re.compile(r"([0-9a-f]{4})[- ]?([0-9a-f]{4})")


def with_code(connection: Connection, words: str) -> tuple[tuple[str, str, str], ...]:
    """Id, applicant and service of the requests with this code; nothing for words that are no code.

    Two requests may share a code once in some hundred thousand; both are given.
    """
    found = _CODE.fullmatch(words.strip().casefold())
    if found is None:
        return ()
    joined = requests.join(request_names, request_names.c.request == requests.c.id)
    query = select(requests.c.id, requests.c.subject, requests.c.service).select_from(joined)
    query = query.where(request_names.c.code == "".join(found.groups()))
    return tuple((row.id, row.subject, row.service) for row in connection.execute(query))
