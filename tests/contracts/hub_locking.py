"""What any database must keep under competition: the contract that both stores of the hub pass.

Two connections begin together, and whoever has read a request waits a little before judging it, so that the other
would read it too. Judged before locking, both of two competing decisions are accepted; locked first, one of them finds
the other's. That the contract finds a hub that judges first is a test of its own: `tests/hub/test_competing.py`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from domain.actions import ActionKind
from domain.verdicts import Code
from hub.store.opening import Store
from sync.protocol import VerdictRow
from tests.hub.desks import Desk, enrol
from tests.hub.stories import decide, submit_with_scans
from tests.hub.town import KECAMATAN, VILLAGE, Town


class TwoDecisions:
    """Tests of a store; a subclass gives the fixture `town`."""

    def test_of_two_officers_who_decide_at_once_one_is_first(self, town: Town) -> None:
        village = enrol(town, VILLAGE, "clerk")
        one, other = enrol(town, KECAMATAN, "kasi-kesra"), enrol(town, KECAMATAN, "kasi-kesra")
        for _ in range(3):
            request = submit_with_scans(village, "clerk", "dispensasi-nikah").request or ""
            one.sync()
            other.sync()
            decide(one, "kasi-kesra", ActionKind.VERIFY, request)
            decide(other, "kasi-kesra", ActionKind.REJECT, request, reason="ganda")
            with pausing_before_judgement(town.ground.store):
                codes = sorted(row.code for told in at_once(one.sync, other.sync) for row in told)
            assert codes == [Code.CONFLICT, Code.OK]

    def test_many_desks_that_file_at_once_lose_nothing(self, town: Town) -> None:
        desks = [enrol(town, VILLAGE, "clerk") for _ in range(4)]
        for desk in desks:
            for _ in range(3):
                _submit(desk)
        at_once(*(desk.sync for desk in desks))
        reader = desks[0]
        reader.sync()
        filed = [each for each in reader.entries[reader.scope] if each.kind is ActionKind.SUBMIT]
        assert len(filed) == 12
        assert reader.cursor[reader.scope][0] == len(reader.entries[reader.scope])


@contextmanager
def pausing_before_judgement(store: Store) -> Iterator[None]:
    """Whoever has asked for a request's row, locked or not, gives the other the time to do the same."""
    never = threading.Event()

    def pause(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if "FROM requests" in statement:
            never.wait(0.03)

    event.listen(store.engine, "after_cursor_execute", pause)
    try:
        yield
    finally:
        event.remove(store.engine, "after_cursor_execute", pause)


def _submit(desk: Desk) -> None:
    from tests.hub.stories import submit  # noqa: PLC0415 - one use

    submit(desk, "clerk", "surat-keterangan-usaha")


def at_once(*work: Callable[[], list[VerdictRow]]) -> list[list[VerdictRow]]:
    """Do all of it in threads that begin together."""
    barrier = threading.Barrier(len(work))

    def begin(each: Callable[[], list[VerdictRow]]) -> list[VerdictRow]:
        barrier.wait(20)
        return each()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(begin, work))
