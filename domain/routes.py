"""The route of a service: the steps a request walks, as values of the service pack that travel with its version."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.posts import Requirement, SignerRule


class StepAct(StrEnum):
    """What moves a request past a step."""

    FILL = "fill"
    """The filing office's answers; the first step of every route, and only the first."""
    VERIFY = "verify"
    PARAF = "paraf"
    APPROVE = "approve"
    ISSUE = "issue"
    """The filing office signs offline with a number that it leased."""
    SIGN = "sign"
    """The hub prepares the letter; the office signs those bytes."""


FILING = "filing"
KECAMATAN = "kecamatan"
AGENCY_PREFIX = "agency:"


@dataclass(frozen=True, slots=True)
class Step:
    """One step. Exactly one of `signers` (acts issue and sign) and `posts` (the others) says who may take it.

    Attributes:
        place: ``filing``, ``kecamatan`` or ``agency:<office id>``.
        minutes: the service promise for this step, in office minutes; 0 for none.
    """

    id: str
    act: StepAct
    place: str
    label: str
    posts: tuple[str, ...] = ()
    seksi: str | None = None
    signers: tuple[SignerRule, ...] = ()
    minutes: int = 0

    def requirement(self) -> Requirement:
        """Who may take this step, in the terms of `domain.posts`."""
        return Requirement(posts=self.posts, seksi=self.seksi, signers=self.signers)

    def office_for(self, filing_office: str) -> str:
        """The id of the office at which a request filed by `filing_office` stands in this step."""
        if self.place == FILING:
            return filing_office
        if self.place == KECAMATAN:
            return ".".join(filing_office.split(".")[:3])
        return self.place.removeprefix(AGENCY_PREFIX)


class InvalidRoute(ValueError):
    """A route that no request could walk; the text says why."""


@dataclass(frozen=True, slots=True)
class Route:
    """The steps in order. The first is ``fill`` at the filing office; ids are unique."""

    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        """Refuse a route that no request could walk."""
        ids = [step.id for step in self.steps]
        if len(self.steps) < 2 or len(set(ids)) != len(ids):
            raise InvalidRoute("a route has two or more steps with different ids")
        if self.steps[0].act is not StepAct.FILL or self.steps[0].place != FILING:
            raise InvalidRoute("a route begins with the filing office filling in the answers")
        if any(step.act is StepAct.FILL for step in self.steps[1:]):
            raise InvalidRoute("only the first step fills in answers")
        if any(step.act is StepAct.ISSUE and step.place != FILING for step in self.steps):
            raise InvalidRoute("only the filing office issues with a leased number")

    def index(self, step_id: str) -> int | None:
        """Where the step with this id is; None when the route has none."""
        return next((i for i, step in enumerate(self.steps) if step.id == step_id), None)
