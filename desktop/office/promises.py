"""Until when the service promise of a request runs, on this office's calendar."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from desktop.office.recording import known
from domain.promise import stretches
from domain.sla import due_at
from domain.workdays import WorkCalendar


def due_of(connection: Connection, calendar: WorkCalendar, request: str) -> datetime | None:
    """When it ends; None for a service that promises nothing, and while the clock stands or has ended.

    Raises:
        NotFound: this desk does not have the request or its service pack.
    """
    found = known(connection, request)
    minutes = found.pack.file.sla_minutes
    return due_at(calendar, minutes, stretches(found.request)) if minutes else None
