"""The bench of one transaction: locked dockets, and the rulings that are to be written when all is judged.

Everything that rules on something stands on it; `hub.service.sitting` adds the judgement of officers' actions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from domain.actions import Action, ActionKind
from domain.request import Request
from domain.scopes import CONFIG, scope_of_office, scopes_of, shard_of_office
from domain.verdicts import ACCEPTED, Verdict
from hub.service.catalogue import Catalogue
from hub.service.docket import Docket, Key, Logged, open_dockets
from hub.service.entering import Entered
from hub.service.ground import Ground
from hub.service.recovering import Recovery, recovery_of
from hub.store.many import Row, Sheaf
from sync.record import Envelope

BOOK_KINDS: Final = frozenset(
    {ActionKind.NUMBER_LEASED, ActionKind.NUMBER_USED, ActionKind.NUMBER_RETURNED, ActionKind.NUMBER_VOIDED}
)
"""Kinds of a book's life: where no request is named, the office of the book reads them."""
ScopeKey = tuple[str, str]
"""Shard and name of a scope."""


@dataclass(frozen=True, slots=True)
class Sender:
    """A device as its locked row knows it, in one of its lives."""

    shard: str
    device: str
    office: str
    incarnation: str
    started_at: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One action with its verdict, to be written.

    Attributes:
        sender: None for the hub's own.
        office: of the author's key; empty where unknown.
        scopes: where an accepted action is entered.
        catch_up: scopes that are routed to for the first time, with what was accepted earlier.
        waited_for: what the action lies parked for already, when it is judged again; None for one that just came.
        overturned: a person ended what had been accepted before the hub was restored: whoever read it must be told.
    """

    envelope: Envelope
    action: Action
    verdict: Verdict
    sender: Sender | None = None
    device_seq: int = 0
    office: str = ""
    rev: int | None = None
    scopes: tuple[ScopeKey, ...] = ()
    catch_up: tuple[tuple[ScopeKey, tuple[Logged, ...]], ...] = ()
    waited_for: str | None = None
    overturned: bool = False

    @property
    def is_news(self) -> bool:
        """Whether the sender must be told: everything but that it still waits for the same."""
        return self.waited_for is None or self.waited_for != self.verdict.waits_for


@dataclass
class Bench:
    """What one transaction rules on.

    Attributes:
        sheaf: what is written when all is judged.
        entered: what was entered in each scope, once it is written.
        told: the rows of the verdicts that were told then, by columns.
        replaying: what is ruled on was accepted before the hub was restored, and its consequences come with it.
        readers: the computers, by locked rows, that may hold what is ruled on as it was accepted once.
    """

    ground: Ground
    connection: Connection
    catalogue: Catalogue
    now: datetime
    dockets: dict[Key, Docket] = field(default_factory=dict)
    rulings: list[Ruling] = field(default_factory=list)
    sheaf: Sheaf = field(default_factory=Sheaf)
    entered: Mapping[ScopeKey, Entered] = field(default_factory=dict)
    told: Sequence[Row] = ()
    replaying: bool = False
    readers: tuple[Sender, ...] = ()
    _recovery: Recovery | None = None

    @property
    def recovery(self) -> Recovery | None:
        """The time after a restore; None for a hub that was never restored."""
        if self._recovery is None and self.ground.identity.epoch > 1:
            self._recovery = recovery_of(self.connection, self.ground.identity, self.catalogue)
        return self._recovery

    def is_held(self, docket: Docket) -> bool:
        """Whether a computer may still give back what was lost of this request."""
        found = self.recovery
        return found is not None and found.holds(self.connection, docket)

    def awaits(self, office: str) -> bool:
        """Whether a computer of this office has not come back since the restore."""
        found = self.recovery
        return found is not None and office in found.offices

    def open(self, keys: Iterable[Key]) -> None:
        """Lock and read requests, in the one order."""
        new = set(keys) - self.dockets.keys()
        if new:
            self.dockets |= open_dockets(self.connection, new, self.catalogue)

    def own(self, envelope: Envelope, action: Action) -> Ruling:
        """The ruling on an action of the hub itself, which is true by being said."""
        docket = self.dockets.get((action.shard, action.request or ""))
        return self.settle(Ruling(envelope, action, ACCEPTED), docket)

    def settle(self, ruling: Ruling, docket: Docket | None) -> Ruling:
        """Note a ruling; an accepted one moves its docket and gets its places."""
        if docket is None:
            settled = replace(ruling, scopes=self._office_scopes(ruling)) if ruling.verdict == ACCEPTED else ruling
        elif ruling.verdict == ACCEPTED:
            settled = self._advance(ruling, docket)
        else:
            settled = ruling
            _note(docket, ruling)
        self.rulings.append(settled)
        return settled

    def _advance(self, ruling: Ruling, docket: Docket) -> Ruling:
        before = frozenset[str]() if docket.request is None else scopes_of(docket.request)
        earlier = tuple(docket.log)
        pack = docket.request.pack if docket.request else ruling.action.pack
        rev = docket.accept(ruling.action, self.catalogue.route(pack))
        request = docket.request
        assert request is not None  # noqa: S101 - it was just accepted
        keys = _scope_keys(request)
        fresh = tuple((key, earlier) for key in keys if key[1] not in before and earlier)
        return replace(ruling, rev=rev, scopes=keys, catch_up=fresh)

    def _office_scopes(self, ruling: Ruling) -> tuple[ScopeKey, ...]:
        """A number's life is read by its office, everything else without a request by every desk."""
        office = ruling.action.text("office") or ruling.office
        if ruling.action.kind in BOOK_KINDS:
            return ((shard_of_office(office), scope_of_office(office)),)
        return ((self.ground.identity.regency, CONFIG),)


def _note(docket: Docket, ruling: Ruling) -> None:
    if ruling.verdict.refused:
        docket.refused.add(ruling.action.hash)
    elif docket.waits_for is None:
        docket.waits_for = ruling.verdict.waits_for


def _scope_keys(request: Request) -> tuple[ScopeKey, ...]:
    """Home first: where the action is stored; the others refer to it."""
    steps = request.route.steps
    offices = {steps[place].office_for(request.filing_office) for place in request.reached}
    keys = {(shard_of_office(office), scope_of_office(office)) for office in offices}
    home = (shard_of_office(request.filing_office), scope_of_office(request.filing_office))
    return (home, *sorted(keys - {home}))
