"""What is not said yet: forms half filled in, and decisions inside their ten seconds of undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.store.tables import drafts, pending

FILES: Final = "#lampiran"
"""Where a draft keeps its documents by their kind; no question can have this name."""


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A form being filled in. Saved whole at every pause, so that a power cut costs two seconds of typing at most."""

    id: str
    service: str
    officer: str
    answers: Mapping[str, Any]
    changed_at: str


@dataclass(frozen=True, slots=True)
class PendingDecision:
    """A decision that may still be undone; `due_at` is when its ten seconds end."""

    id: str
    request: str
    officer: str
    kind: str
    body: Mapping[str, Any]
    due_at: str


def keep_draft(connection: Connection, draft: FormDraft) -> None:
    """Save a draft over its older self."""
    row = {
        "id": draft.id,
        "service": draft.service,
        "officer": draft.officer,
        "answers": msgspec.json.encode(draft.answers),
        "changed_at": draft.changed_at,
    }
    connection.execute(insert(drafts).values(row).on_conflict_do_update(index_elements=["id"], set_=row))


def all_drafts(connection: Connection) -> tuple[FormDraft, ...]:
    """The drafts of this desk, the newest first."""
    rows = connection.execute(select(drafts).order_by(drafts.c.changed_at.desc(), drafts.c.id))
    return tuple(
        FormDraft(row.id, row.service, row.officer, msgspec.json.decode(row.answers), row.changed_at) for row in rows
    )


def files_of_drafts(connection: Connection) -> frozenset[str]:
    """Sealed files that drafts name: their documents, not yet part of any request."""
    found: set[str] = set()
    for draft in all_drafts(connection):
        held = draft.answers.get(FILES)
        for each in held.values() if isinstance(held, Mapping) else ():
            if isinstance(each, Mapping):
                found.add(str(each.get("file")))
    return frozenset(found)


def drop_draft(connection: Connection, draft: str) -> None:
    """Forget a draft: it was submitted, or thrown away."""
    connection.execute(delete(drafts).where(drafts.c.id == draft))


def keep_pending(connection: Connection, decision: PendingDecision) -> None:
    """Make a decision durable before its ten seconds begin."""
    row = {
        "id": decision.id,
        "request": decision.request,
        "officer": decision.officer,
        "kind": decision.kind,
        "body": msgspec.json.encode(decision.body),
        "due_at": decision.due_at,
    }
    connection.execute(insert(pending).values(row))


def all_pending(connection: Connection) -> tuple[PendingDecision, ...]:
    """Decisions not yet said; after a kill these are the ones to ask about."""
    rows = connection.execute(select(pending).order_by(pending.c.due_at, pending.c.id))
    return tuple(
        PendingDecision(row.id, row.request, row.officer, row.kind, msgspec.json.decode(row.body), row.due_at)
        for row in rows
    )


def drop_pending(connection: Connection, decision: str) -> bool:
    """Forget a decision: undone, or said in the same transaction; False when it was already gone."""
    return connection.execute(delete(pending).where(pending.c.id == decision)).rowcount == 1
