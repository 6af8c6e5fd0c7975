"""Making an action: judged by the rules of the hub, signed by its author, queued and projected in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import Connection

from desktop.errors import NotAllowed, NotFound
from desktop.office.desk import Desk
from desktop.office.timekeeping import effective_now, read_clock
from desktop.phrases import phrase
from desktop.store import actions as log
from desktop.store import catalogue, projection
from desktop.store.actions import Stored
from desktop.store.committing import project
from desktop.store.projection import Standing, fold_standing
from domain import judging, reasons
from domain.actions import Action, ActionKind, Blob, Json
from domain.judging import Successor
from domain.posts import Interval
from domain.request import Request
from domain.workflow import State
from forms.pack import Pack
from forms.packs import route_of
from sync.encoding import instant_text
from sync.record import Draft, make, read_action


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an officer says, before it is signed. `base` is the action that the officer saw last."""

    kind: ActionKind
    request: str
    shard: str
    base: str | None
    step: str | None = None
    pack: str | None = None
    blobs: tuple[Blob, ...] = ()
    body: Mapping[str, Json] = field(default_factory=dict)
    content: Mapping[str, object] | None = None
    at: datetime | None = None


class More(TypedDict, total=False):
    """What can be said beside where a request stands; as of `Said`."""

    step: str | None
    pack: str | None
    blobs: tuple[Blob, ...]
    body: Mapping[str, Json]
    content: Mapping[str, object] | None
    at: datetime | None


def said_on(standing: Request, kind: ActionKind, **more: Unpack[More]) -> Said:
    """Something said of a request as the officer sees it: on its head, at its step where no other is named."""
    place: More = {"step": standing.at.id}
    return Said(kind=kind, request=standing.id, shard=standing.shard, base=standing.head, **(place | more))


@dataclass(frozen=True, slots=True)
class Known:
    """All that this desk knows of a request."""

    log: tuple[Stored, ...]
    standing: Standing
    pack: Pack

    @property
    def request(self) -> Request:
        """Where it stands with this desk's unanswered actions counted in."""
        return self.standing.expected


def known(connection: Connection, request: str) -> Known:
    """A request with its log and its pack; folded once in a snapshot, which cannot change under it.

    Raises:
        NotFound: this desk does not have it, or its service pack has not come yet.
    """
    folded: dict[str, Known] = connection.get_execution_options().get("folded", {})
    if request not in folded:
        folded[request] = _folded(connection, request)
    return folded[request]


def _folded(connection: Connection, request: str) -> Known:
    held = tuple(log.of_request(connection, request))
    pack = catalogue.pack_of(connection, (held[0].action.pack or "")) if held else None
    standing = fold_standing(held, route_of(pack)) if pack else None
    if pack is None or standing is None:
        raise NotFound(
            "permohonan_tidak_ada",
            phrase(
                "Permohonan {request} tidak ada di komputer ini. Periksa nomornya dengan 'desk requests', atau "
                "sinkronkan lebih dahulu.",
                request=request[:40],
            ),
        )
    return Known(held, standing, pack)


def record(desk: Desk, connection: Connection, said: Said, before: Request | None) -> Action:
    """Judge, sign, queue and project one action, inside the caller's transaction.

    Args:
        desk: with the acting officer.
        connection: of the transaction; an error takes everything back.
        said: what to say.
        before: the request as the officer sees it; None for a submission.

    Raises:
        NotAllowed: the hub would refuse it; nothing was made.
    """
    who, contact = desk.enrolled(connection), desk.contact(connection)
    draft = Draft(
        hub_id=who.hub_id,
        id=desk.outside.new_id(),
        shard=said.shard,
        request=said.request,
        kind=said.kind,
        base=said.base,
        author=desk.officer,
        at=said.at or read_clock(desk, connection).instant,
        hub_at=contact.hub_time,
        step=said.step,
        pack=said.pack,
        blobs=said.blobs,
        body=said.body,
    )
    envelope = make(draft, said.content, desk.signing_key, desk.outside.token_bytes)
    action = read_action(envelope.action)
    verdict = judging.judge(before, action, _standing(desk, connection, action))
    if verdict.refused:
        raise NotAllowed(verdict.reason, reasons.sentence(verdict.reason))
    log.append_own(connection, envelope, contact.incarnation)
    project(connection, said.request, instant_text(desk.outside.now()))
    return action


def _standing(desk: Desk, connection: Connection, action: Action) -> judging.Standing:
    """What the judge must know of this office, and of the request that a `replace` names."""
    found = office_standing(desk, connection, effective_now(desk, connection))
    other = projection.row(connection, action.text("by")) if action.kind is ActionKind.REPLACE else None
    return found if other is None else replace(found, successor=Successor(other.filing_office, State(other.state)))


def office_standing(desk: Desk, connection: Connection, at: datetime) -> judging.Standing:
    """What a judge must know: this desk's office, the posts, and the time since the hub was heard."""
    who, contact = desk.enrolled(connection), desk.contact(connection)
    heard = contact.hub_time or at
    interval = Interval(min(heard, at), max(heard, at))
    return judging.Standing(who.office, desk.configuration(connection).all_assignments, interval)


def moment(desk: Desk) -> datetime:
    """Now, by the desk's one clock, cut to milliseconds as actions carry it."""
    with desk.database.reading() as connection:
        return read_clock(desk, connection).instant
