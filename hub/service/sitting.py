"""One sitting of the judge: rows are locked, then every action is judged in order on what was read under the locks.

Only number books are written here, under the lock of their row. Judging before locking accepted both of two competing
decisions in every race on PostgreSQL; so opening a docket locks, before anything about its request is believed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from domain.actions import Action, ActionKind
from domain.judging import Standing, Successor, judge
from domain.posts import Assignment, Interval
from domain.request import Request
from domain.verdicts import ACCEPTED, BY_SUPERVISOR, Code, Verdict, WaitsFor, forbidden, invalid, parked
from domain.workflow import State
from hub.service import numbering, paper
from hub.service.bench import Bench, Ruling, Sender
from hub.service.consequences import draw_consequences, keep_signed
from hub.service.docket import Docket, read_successor
from hub.service.vetting import Vetted
from sync.encoding import instant_text


class Sitting(Bench):
    """A bench that judges what officers did."""

    def judge(
        self, found: Vetted, sender: Sender, decision: str | None = None, waited_for: str | None = None
    ) -> Ruling:
        """The ruling on an officer's action; an accepted one moves its docket.

        Args:
            found: as vetted.
            sender: whose queue it came in.
            decision: a supervisor's word on an action that waited: accept, refuse or None.
            waited_for: what it lies parked for already; None for one that just came.
        """
        action = found.action
        assert action is not None, "unreadable bytes never come before the judge"  # noqa: S101 - our own mistake
        docket = self.dockets.get((action.shard, action.request or ""))
        verdict = self._verdict(found, docket, sender, decision, waiting=waited_for is not None)
        if self._was_given_back(found):
            verdict = _for_a_person(verdict, decision)
        numbering.settle_number(self, found, verdict)
        ruling = Ruling(found.envelope, action, verdict, sender, found.device_seq, found.office, waited_for=waited_for)
        ruling = replace(ruling, overturned=verdict.refused and self._was_given_back(found))
        before = None if docket is None else docket.request
        settled = self.settle(ruling, docket)
        if verdict == ACCEPTED and docket is not None and docket.request is not None:
            draw = keep_signed if self.replaying else draw_consequences
            draw(self, action, before, docket.request)
        return settled

    def _was_given_back(self, found: Vetted) -> bool:
        """Whether this was accepted once, before the hub was restored."""
        known = self.recovery
        return known is not None and found.received is not None and instant_text(found.received) == known.at

    def _verdict(
        self, found: Vetted, docket: Docket | None, sender: Sender, decision: str | None, *, waiting: bool
    ) -> Verdict:
        action = found.action
        assert action is not None  # noqa: S101 - as above
        held_back = found.verdict.code is Code.PARKED
        if held_back and decision == "refuse":
            return forbidden(BY_SUPERVISOR)
        if held_back and docket is None:
            return forbidden("revoked_key")
        if found.verdict.refused or (held_back and decision is None):
            return found.verdict
        if docket is None:
            return numbering.judge_office_action(self, found, sender)
        if docket.waits_for is not None and not waiting:
            return parked(docket.waits_for)
        if not self._was_given_back(found) and self.is_held(docket):
            return parked(WaitsFor.BASE)
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
            return forbidden(BY_SUPERVISOR)
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
            successor=self._successor(found, docket.request),
        )

    def _successor(self, found: Vetted, request: Request | None) -> Successor | None:
        """The request that a `replace` names: as this sitting has it, else as its row says; no lock, it may go on.

        Of one that was accepted before the hub was restored it is not asked again: what it named may have ended since.
        """
        action = found.action
        if action is None or action.kind is not ActionKind.REPLACE:
            return None
        if request is not None and self._was_given_back(found):
            return Successor(request.filing_office, State.SIGNED)
        docket = self.dockets.get((action.shard, action.text("by")))
        if docket is not None and docket.request is not None:
            return Successor(docket.request.filing_office, docket.request.state)
        return read_successor(self.connection, (action.shard, action.text("by")))


def _for_a_person(verdict: Verdict, decision: str | None) -> Verdict:
    """What was accepted once is never refused by a rule alone: its citizen may hold the letter."""
    if decision == "refuse":
        return forbidden(BY_SUPERVISOR)
    return parked(WaitsFor.AUTHORITY) if verdict.refused else verdict


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
