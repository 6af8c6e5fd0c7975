"""Planted bugs: each is a small change of the real code, and the simulator must find it within 200 seeds.

A simulator that finds nothing proves little until it has found these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
from sqlalchemy import select

from desktop.store import committing, letter_numbers, settings, states
from desktop.store.desk_log import SqlDeskLog
from desktop.store.letter_numbers import Lease
from desktop.store.tables import leases
from domain import judging
from domain.books import Number, NumberState
from domain.verdicts import ACCEPTED
from hub.service import bench, epochs, exchange, freezing, identity, numbering
from hub.store.growing import numbers
from simulation.replacing import replaced
from sync import letting_go, push
from sync.desk_log import Taken
from sync.encoding import instant_text

_LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One planted bug: which promise it breaks, and what is replaced by what."""

    promise: str
    changes: Mapping[str, Any]


def _all_fresh(_connection: Any, _sender: Any, request: Any, _last: int) -> list[Any]:
    return [(each.device_seq, exchange._envelope(each.envelope)) for each in request.push]  # noqa: SLF001 - a mutant


def _acknowledged_at_once(log: Any, state: Any, now: datetime, limit: int, *, whole: bool) -> Any:
    request = _real_build(log, state, now, limit, whole=whole)
    if request.push:
        with log._database.writing() as connection:  # noqa: SLF001 - a mutant
            contact = states.contact(connection)
            sent = msgspec.structs.replace(contact, acked=request.push[-1].device_seq)
            settings.put(connection, "contact", sent)
    return request


def _cursor_first(self: SqlDeskLog, taken: Taken) -> None:
    """The cursor in a transaction of its own, before what it stands behind."""
    for part in (replace(taken, entries=(), verdicts=()), replace(taken, cursor={})):
        with self._database.writing() as connection:
            committing.commit(connection, part, self._now(), self._uptime())


def _on_any_base(request: Any, action: Any, standing: Any) -> Any:
    return judging.judge(request, action if request is None else replace(action, base=request.head), standing)


def _every_step(request: Any) -> Any:
    whole = replace(request, reached=frozenset(range(len(request.route.steps))))
    return _real_scope_keys(whole)


def _void_again(sitting: Any, request: Any) -> Number:
    fresh = _real_number(sitting, request)
    place = [numbers.c[name] == value for name, value in numbering.book_columns(fresh.key).items()]
    free = select(numbers.c.n).where(*place, numbers.c.state == NumberState.VOID.value).order_by(numbers.c.n).limit(1)
    n = sitting.connection.execute(free).scalar()
    if n is None:
        return fresh
    again = replace(fresh, n=int(n), state=NumberState.RESERVED)
    numbering.put_number(sitting.connection, numbering.Entry(again, request.id, request.at.id), sitting.now)
    return again


def _any_lease(connection: Any, place: Any, _incarnation: str, now: str) -> Any:
    """On a desk: leases of former lives are as good as any."""
    lives = connection.execute(select(leases.c.incarnation).order_by(leases.c.first)).scalars()
    return next(filter(None, (_real_next(connection, place, life, now) for life in dict.fromkeys(lives))), None)


def _own_life(held: Lease, _found: Any, _sender: Any) -> Any:
    return held.holder  # type: ignore[attr-defined]  # the hub's lease


def _at_any_time(request: Any, action: Any, standing: Any) -> Any:
    for_ever = tuple(replace(each, start=_LONG_AGO, end=None) for each in standing.assignments)
    return judging.judge(request, action, replace(standing, assignments=for_ever))


def _same_epoch(connection: Any, now: datetime) -> epochs.Restored:
    """A hub that comes out of its backup as if nothing had happened."""
    return epochs.Restored(int(identity.setting(connection, "epoch")), instant_text(now))


def _by_age_alone(held: letting_go.Held, _durable: Any, *rest: Any) -> bool:
    whole = {held.scope: 2**53}
    return letting_go.may_let_go(replace(held, known_at=0), whole, *rest)


_real_build: Final[Callable[..., Any]] = push.build
_real_scope_keys: Final = bench._scope_keys  # noqa: SLF001 - a mutant wraps it
_real_number: Final = freezing._number  # noqa: SLF001 - as above
_real_next: Final = letter_numbers.next_number

MUTANTS: Final[Mapping[str, Mutant]] = {
    "no-dedupe": Mutant(
        "what came before is not taken again",
        {"hub.service.exchange:_fresh_items": _all_fresh, "hub.service.exchange:_stored": lambda *_: {}},
    ),
    "acknowledge-before-answer": Mutant(
        "an action is sent only when a fitting answer says so", {"sync.push:build": _acknowledged_at_once}
    ),
    "cursor-before-data": Mutant(
        "cursor and entries move together", {"desktop.store.desk_log:SqlDeskLog.commit": _cursor_first}
    ),
    "last-writer-wins": Mutant("a decision names the head", {"hub.service.sitting:judge": _on_any_base}),
    "scope-leak": Mutant("nobody reads what never stood there", {"hub.service.bench:_scope_keys": _every_step}),
    "signed-before-bytes": Mutant(
        "nothing is signed without stored bytes", {"hub.service.paper:judge_letter": lambda *_: ACCEPTED}
    ),
    "number-reused-after-void": Mutant("a number is given once", {"hub.service.freezing:_number": _void_again}),
    "old-lease-accepted": Mutant(
        "a lease is bound to one life of a desk",
        {"hub.service.numbering:_life": _own_life, "desktop.store.letter_numbers:next_number": _any_lease},
    ),
    "no-epoch": Mutant("a restored hub says so", {"hub.service.epochs:begin_epoch": _same_epoch}),
    "blob-deleted-early": Mutant(
        "a desk keeps its copy until a verified backup has one",
        {"desktop.office.letting_go:may_let_go": _by_age_alone},
    ),
    "rights-without-date": Mutant(
        "authority holds at the time of the act", {"hub.service.sitting:judge": _at_any_time}
    ),
}
"""By the names of issue and protocol."""

NOT_YET: Final = {
    "judge-before-lock": "needs two connections: tests/hub/test_locking.py on PostgreSQL and SQLite",
}
"""Mutants that the simulator cannot hunt, and why."""


@contextmanager
def planted(name: str) -> Iterator[None]:
    """While this goes on, this process runs the mutant; none for an empty name."""
    with replaced(MUTANTS[name].changes if name else {}):
        yield
