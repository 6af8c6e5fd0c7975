"""What officers do at a desk, chosen by chance among what the desk offers them: by its own use cases and rules."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Final

from desktop.errors import BadInput, NotAllowed, NotFound
from desktop.office.acting import VERBS, Decision, act
from desktop.office.desk import Desk
from desktop.office.holding import Held
from desktop.office.issuing import issue_with
from desktop.office.recording import known, moment, office_standing
from desktop.office.signing import sign_letter
from desktop.office.submitting import attach_documents, correct_request, submit_request
from desktop.office.timekeeping import read_clock
from domain.actions import ActionKind
from domain.judging import Standing, open_kinds
from domain.request import Request
from domain.workflow import ENDINGS
from resources.packs import open_examples
from simulation.computers import Computer
from simulation.papers import stand_in_key
from simulation.places import SERVICES
from sync.encoding import b64u

_ONWARD: Final[dict[ActionKind, float]] = {
    ActionKind.VERIFY: 8,
    ActionKind.PARAF: 8,
    ActionKind.SIGN: 12,
    ActionKind.ISSUE: 12,
    ActionKind.CORRECT: 8,
    ActionKind.HAND_OVER: 3,
    ActionKind.RETURN: 0.8,
    ActionKind.REJECT: 0.3,
    ActionKind.REVOKE: 0.4,
    ActionKind.REPLACE: 0.4,
}
"""What moves a request, and how often it is chosen among what is open."""
_ASIDE: Final[dict[ActionKind, float]] = {
    ActionKind.APPROVE: 2,
    ActionKind.WITHDRAW: 1,
    ActionKind.PREPARE: 2,
    ActionKind.ADD_DOCUMENT: 1,
    ActionKind.PRINTED: 2,
}
"""What happens beside it; it is looked for once in thirty times."""
_NO: Final[dict[ActionKind, float]] = {ActionKind.REJECT: 1, ActionKind.WITHDRAW: 1}
_VERB: Final = {kind: verb for verb, kind in VERBS.items()}
_TRIES: Final = 6
_WEDDING: Final = date(2026, 11, 21)
"""The last day of which the examples' answers tell as one to come."""
_ENDED: Final = ", ".join(f"'{state.value}'" for state in ENDINGS)
_OPEN: Final = (
    "SELECT r.id, count(*), sum(a.code IS NULL), sum(a.code = 'ok'), sum(a.code = 'parked') FROM requests r "  # noqa: S608
    f"JOIN actions a ON a.request = r.id WHERE r.state NOT IN ({_ENDED}) GROUP BY r.id ORDER BY r.id"
)
"""Requests that are not at an end, and what tells whether their logs have moved."""
_FINISHED: Final = "SELECT id FROM requests WHERE hub_state IN ('signed', 'handed_over') ORDER BY id"
_LARGE: Final = 150_000
"""Bytes of the scan that goes in three pieces."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, in words; empty where the desk offered nothing."""

    told: str


NOTHING: Final = Done("")


def do_something(computer: Computer, chance: random.Random) -> Done:
    """One deed at this desk, by whichever of its officers finds something to do."""
    officers = chance.sample(computer.seat.officers, len(computer.seat.officers))
    if chance.random() < 0.15:
        done = file_something(computer, chance)
        if done is not None:
            return done
    offer = _offer(computer)
    for officer in officers:
        with computer.acting(officer) as desk:
            done = _decide(desk, offer, chance)
        if done is not None:
            return done
    return NOTHING


def file_something(computer: Computer, chance: random.Random) -> Done | None:
    """A new request, where this office files any."""
    if computer.seat.office.count(".") != 3:
        return None
    with computer.acting(chance.choice(computer.seat.officers)) as desk:
        return _submit(desk, chance)


def end_something(computer: Computer, chance: random.Random) -> Done | None:
    """A request whose letter lies ready to be signed comes to nothing: rejected, or taken back."""
    offer = _offer(computer)
    ready = replace(offer, requests=tuple(each for each in offer.requests if each.frozen is not None))
    for officer in chance.sample(computer.seat.officers, len(computer.seat.officers)):
        with computer.acting(officer) as desk:
            done = _decide(desk, ready, chance, _NO)
        if done is not None:
            return done
    return None


def _submit(desk: Desk, chance: random.Random) -> Done | None:
    """File a request; None where the desk says that this officer may not, or that the day of the wedding is over."""
    service = chance.choices(SERVICES, (4, 2, 2))[0]
    example = _example(service)
    some = [kind for kind in example["documents"] if chance.random() < 0.15]
    scans = [_scan(desk, kind, chance) for kind in some]
    try:
        request = submit_request(desk, service, example["answers"], scans).told["request"]
    except (NotAllowed, NotFound):
        return None
    except BadInput:
        if not _is_over(desk):
            raise
        return None
    return Done(f"{desk.officer} files {service} {_short(str(request))} with {len(scans)} scans")


def _is_over(desk: Desk) -> bool:
    """Whether the examples tell of a day that is past by this desk's clock; else a form that refuses them is wrong."""
    return max(moment(desk), desk.outside.now()).date() > _WEDDING


@cache
def _example(service: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(open_examples(service, 1))
    return found


def _scan(desk: Desk, kind: str, chance: random.Random) -> tuple[str, Held]:
    """A sealed scan as a draft holds it; its first bytes are a JPEG's."""
    size = _LARGE if chance.random() < 0.1 else chance.randrange(200, 3000)
    content = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + chance.randbytes(64) + bytes(size)
    kept = desk.files.keep([content])
    return kind, Held(
        name=f"{kind}.jpg",
        media_type="image/jpeg",
        size=kept.size,
        file=kept.file,
        key=b64u(kept.wrapped_key),
        sha256=b64u(kept.sha256),
    )


@dataclass(frozen=True, slots=True)
class _Offer:
    """What a desk could offer its officers now: the office's standing, and the requests that are not at an end."""

    standing: Standing
    requests: tuple[Request, ...]


def _offer(computer: Computer) -> _Offer:
    """Requests are folded anew only when something of their log has changed: choosing is no part of what is tried."""
    desk, folds = computer.desk, computer.folds
    found: list[Request] = []
    with desk.database.reading() as connection:
        standing = office_standing(desk, connection, read_clock(desk, connection).instant)
        for request, *log in connection.exec_driver_sql(_OPEN):
            kept = folds.get(request)
            if kept is None or kept[0] != log:
                kept = folds[request] = (log, known(connection, request).request)
            found.append(kept[1])
    return _Offer(standing, tuple(found))


def _decide(
    desk: Desk, offer: _Offer, chance: random.Random, wish: Mapping[ActionKind, float] | None = None
) -> Done | None:
    """One of what the desk offers this officer, on one of the requests that are not at an end."""
    for found in chance.sample(offer.requests, min(_TRIES, len(offer.requests))):
        weights = wish or (_ASIDE if chance.random() < 0.03 else _ONWARD)
        kinds = [kind for kind in open_kinds(found, offer.standing, desk.officer) if kind in weights]
        if ActionKind.SIGN in kinds and chance.random() < 0.9:
            kinds = [ActionKind.SIGN]  # most letters that are ready are signed; one that is not here waits
        if kinds:
            kind = chance.choices(kinds, [weights[each] for each in kinds])[0]
            return _say(desk, found.id, kind, chance)
    return None


def _say(desk: Desk, request: str, kind: ActionKind, chance: random.Random) -> Done | None:
    """Do it; None where the desk itself says that it cannot be done now."""
    try:
        _do(desk, request, kind, chance)
    except (NotAllowed, NotFound):
        return None
    except BadInput:
        if not _is_over(desk):
            raise
        return None
    return Done(f"{desk.officer} does {kind.value} on {_short(request)}")


def _do(desk: Desk, request: str, kind: ActionKind, chance: random.Random) -> None:
    if kind is ActionKind.CORRECT:
        with desk.database.reading() as connection:
            service = known(connection, request).request.service
        correct_request(desk, request, _example(service)["answers"])
    elif kind is ActionKind.ADD_DOCUMENT:
        with desk.database.reading() as connection:
            service = known(connection, request).request.service
        attach_documents(desk, request, [_scan(desk, chance.choice(_example(service)["documents"]), chance)])
    elif kind is ActionKind.ISSUE:
        issue_with(desk, request, stand_in_key(desk.officer))
    elif kind is ActionKind.SIGN:
        sign_letter(desk, request, stand_in_key(desk.officer))
    else:
        act(desk, request, _decision(desk, request, kind, chance))


def _decision(desk: Desk, request: str, kind: ActionKind, chance: random.Random) -> Decision:
    with desk.database.reading() as connection:
        found: Request = known(connection, request).request
    finished = [each for each in _finished(desk) if each != request] if kind is ActionKind.REPLACE else []
    if kind is ActionKind.REPLACE and not finished:
        raise NotFound("belum_ada", "contoh")
    by = chance.choice(finished) if kind is ActionKind.REPLACE else ""
    to = chance.choice([step.id for step in found.route.steps[: found.step]] or [""])
    medium = "electronic" if chance.random() < 0.9 else "paper"
    return Decision(_VERB[kind], reason="contoh", to=to if kind is ActionKind.RETURN else "", medium=medium, by=by)


def _finished(desk: Desk) -> list[str]:
    """Requests whose letter may take the place of another's."""
    with desk.database.reading() as connection:
        return [row[0] for row in connection.exec_driver_sql(_FINISHED)]


def _short(request: str) -> str:
    return request[-6:]
