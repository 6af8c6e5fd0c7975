"""One sitting of the judge: rows are locked, then every action is judged in order on what was read under the locks.

Only number books are written here, under the lock of their row. Judging before locking accepted both of two competing
decisions in every race on PostgreSQL; so opening a docket locks, before anything about its request is believed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from domain.actions import Action
from domain.judging import Standing, judge
from domain.posts import Assignment, Interval
from domain.request import Request
from domain.scopes import scope_of_office, scopes_of, shard_of_office
from domain.verdicts import ACCEPTED, Code, Verdict, WaitsFor, forbidden, invalid, parked
from hub.service import numbering, paper
from hub.service.catalogue import Catalogue
from hub.service.consequences import draw_consequences
from hub.service.docket import Docket, Key, Logged, open_docket
from hub.service.ground import Ground
from hub.service.vetting import Vetted
from hub.store.locking import in_order
from sync.record import Envelope

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
        waiting: whether the action lies parked already (it is judged again).
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
    waiting: bool = False


@dataclass
class Sitting:
    """What one transaction judges. Open it with `sit`."""

    ground: Ground
    connection: Connection
    catalogue: Catalogue
    now: datetime
    dockets: dict[Key, Docket] = field(default_factory=dict)
    rulings: list[Ruling] = field(default_factory=list)

    def open(self, keys: Iterable[Key]) -> None:
        """Lock and read requests, in the one order."""
        for shard, request in in_order(keys):
            if (shard, request) not in self.dockets:
                self.dockets[shard, request] = open_docket(self.connection, (shard, request), self.catalogue)

    def judge(self, found: Vetted, sender: Sender, decision: str | None = None, *, waiting: bool = False) -> Ruling:
        """The ruling on an officer's action; an accepted one moves its docket.

        Args:
            found: as vetted.
            sender: whose queue it came in.
            decision: a supervisor's word on an action that waited: accept, refuse or None.
            waiting: whether it lies parked already.
        """
        action = found.action
        assert action is not None, "unreadable bytes never come before the judge"  # noqa: S101 - our own mistake
        docket = self.dockets.get((action.shard, action.request or ""))
        verdict = self._verdict(found, docket, sender, decision, waiting=waiting)
        numbering.settle_number(self, found, verdict)
        ruling = Ruling(found.envelope, action, verdict, sender, found.device_seq, found.office, waiting=waiting)
        return self._settle(ruling, docket)

    def own(self, envelope: Envelope, action: Action) -> Ruling:
        """The ruling on an action of the hub itself, which is true by being said."""
        docket = self.dockets.get((action.shard, action.request or ""))
        return self._settle(Ruling(envelope, action, ACCEPTED), docket)

    def _verdict(
        self, found: Vetted, docket: Docket | None, sender: Sender, decision: str | None, *, waiting: bool
    ) -> Verdict:
        action = found.action
        assert action is not None  # noqa: S101 - as above
        held_back = found.verdict.code is Code.PARKED
        if held_back and (docket is None or decision == "refuse"):
            return forbidden("revoked_key")
        if found.verdict.refused or (held_back and decision is None):
            return found.verdict
        if docket is None:
            return numbering.judge_office_action(self, found, sender)
        if docket.waits_for is not None and not waiting:
            return parked(docket.waits_for)
        verdict = self._by_the_rules(found, docket, decision)
        return paper.judge_letter(self, found, docket, sender, decision) if verdict == ACCEPTED else verdict

    def _by_the_rules(self, found: Vetted, docket: Docket, decision: str | None) -> Verdict:
        action = found.action
        assert action is not None  # noqa: S101 - as above
        if docket.request is not None and action.pack not in {None, docket.request.pack}:
            return invalid("unknown_pack")
        standing = self.standing(found, docket)
        verdict = judge(docket.request, action, standing)
        if verdict.waits_for is not WaitsFor.AUTHORITY or decision is None:
            return verdict
        if decision == "refuse":
            return forbidden("not_assigned")
        return _granted(docket.request, action, standing)

    def standing(self, found: Vetted, docket: Docket) -> Standing:
        """What the rules of the office must know beside request and action."""
        return Standing(
            office=found.office,
            assignments=self.catalogue.assignments_of(found.office),
            interval=found.interval(self.now),
            missing=docket.missing,
            refused=frozenset(docket.refused),
            restored=self.ground.identity.epoch > 1,
        )

    def _settle(self, ruling: Ruling, docket: Docket | None) -> Ruling:
        if docket is None:
            settled = replace(ruling, scopes=self._office_scopes(ruling)) if ruling.verdict == ACCEPTED else ruling
        elif ruling.verdict == ACCEPTED:
            return self._enter(ruling, docket)
        else:
            settled = ruling
            _note(docket, ruling)
        self.rulings.append(settled)
        return settled

    def _enter(self, ruling: Ruling, docket: Docket) -> Ruling:
        before = docket.request
        settled = self._advance(ruling, docket)
        self.rulings.append(settled)
        if ruling.sender is not None and docket.request is not None:
            draw_consequences(self, ruling.action, before, docket.request)
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
        if ruling.action.kind in numbering.KINDS:
            return ((shard_of_office(office), scope_of_office(office)),)
        return ((self.ground.identity.regency, "config"),)


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


def _granted(request: Request | None, action: Action, standing: Standing) -> Verdict:
    """The verdict when a supervisor found that the authority held: judged at an instant at which it did."""
    verdict = judge(request, action, standing)
    for instant in _instants(standing.interval, standing.assignments):
        verdict = judge(request, action, replace(standing, interval=Interval(instant, instant)))
        if verdict == ACCEPTED or verdict.waits_for is WaitsFor.BYTES:
            return verdict
    return verdict


def _instants(interval: Interval, assignments: Iterable[Assignment]) -> list[datetime]:
    edges = {edge for each in assignments for edge in (each.start, each.end) if edge is not None}
    return sorted({interval.start, interval.end, *(edge for edge in edges if interval.start <= edge <= interval.end)})
