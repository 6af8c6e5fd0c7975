"""The exchange as a step function: it is asked what to do next and told what came of it.

It holds no thread, socket, clock or file, so one process can play a hundred desks with every fault. Everything that
must survive a kill is in the desk's log; what is here is only the present round, and a new engine begins a new one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from msgspec.structs import replace

from domain.verdicts import REFUSALS, Code
from sync import protocol, pull, push
from sync.batching import Batch, wider
from sync.desk_log import DeskLog, DeskState, Taken
from sync.errors import (
    BytesAlarm,
    DeviceFork,
    EpochChanged,
    FalseBytes,
    FalseEntry,
    HistoryRewritten,
    HubFailed,
    Refused,
    Superseded,
    SyncError,
    TooOld,
    Unreachable,
    Unreadable,
)
from sync.filling import Filling
from sync.hub_port import Config
from sync.protocol import BlobKey, SyncAnswer, SyncRequest, VerdictRow
from sync.pull import Pulled, Short
from sync.repairing import Repairing
from sync.retry import CAP, Backoff
from sync.returning import Returning
from sync.rounds import Round
from sync.steps import BlobStep, Download, FetchConfig, FetchPart, Reply, Step, Upload, fits
from sync.stumbling import Stumbling, stumbles
from sync.totals import Totals

_FORKS: Final = 3
_HALVE_AFTER: Final = 3


@dataclass(frozen=True, slots=True)
class Policy:
    """What a desk may choose.

    Attributes:
        every: the pause between rounds when nothing happens and the hub asks for none.
        push_max: the most actions in a request.
        push_first: in the first one, as the last exchange came to know its line; 0 for not known.
        again: seconds to wait, time after time, for the hub's word on a letter whose bytes it has just got: it sets the
            letter again and compares, which takes it about a second.
        files: whether attachments and letters travel too; without them a costly line carries decisions alone.
        fetch: whether they come down; not to a disk that is full.
    """

    every: timedelta = timedelta(minutes=5)
    push_max: int = protocol.PUSH_MAX
    push_first: int = 0
    again: tuple[float, ...] = (0.3, 0.6, 0.9, 1.2, 1.5)
    files: bool = True
    fetch: bool = True


class Engine:
    """One desk's exchange.

    Attributes:
        trouble: what stopped the last try; None when all is well.
        alarms: attachments that are missing or changed on this desk, in this round.
        due: when to call `on_timer`; None while a round is going on.
        expects: whether it rests only for a moment, because the hub's word on something of this desk is about to come.
        totals: what was done.
        batch: how many actions go into a request.
    """

    def __init__(
        self, log: DeskLog, new_id: Callable[[], str], rand: Callable[[], float], policy: Policy | None = None
    ) -> None:
        self._log = log
        self._new_id = new_id
        self._policy = policy or Policy()
        self._backoff, self._stumbling = Backoff(rand), Stumbling()
        self._filling = Filling()
        self._round: Round | None = Round()
        self._doing: Step | None = None
        self.batch = Batch.after(self._policy.push_first, self._policy.push_max)
        self._asked_at: datetime | None = None
        self.trouble: SyncError | None = None
        self.alarms: list[SyncError] = []
        self.due: datetime | None = None
        self.totals = Totals()
        self.expects = False
        self._next_after = 0
        self._missing: frozenset[BlobKey] = frozenset()
        self._parked: set[str] = set()
        self._waits = iter(self._policy.again)

    def wake(self) -> None:
        """Try now: the network changed, the computer woke up, an action was recorded, or a person asked."""
        self._backoff.forgive()
        self._parked.clear()
        self._waits = iter(self._policy.again)
        self._begin()

    def on_timer(self, now: datetime) -> None:
        """Begin a new round if it is due."""
        if self.due is not None and now >= self.due:
            self._begin()

    def _begin(self) -> None:
        if self._round is None:
            self._round = Round()
            self.alarms = []
        self._round.ask = True
        self.due = None
        self.expects = False

    def next_request(self, now: datetime) -> Step | None:
        """What to do next; None when it is quiet until `due`. Asked again without an answer, it repeats."""
        if self._round is None:
            return None
        with self._log.looking():
            self._doing = self._next_step(self._round, now)
        if self._doing is None:
            soon = self._soon()
            self._rest(now, soon or self._next_after or self._policy.every.total_seconds())
            self.expects = soon is not None
        return self._doing

    def _soon(self) -> float | None:
        """Seconds until the hub may have looked at bytes of this desk that it now has; None when none are looked at."""
        awaited = set(self._log.awaited())
        if self._next_after or not awaited or awaited & self._missing:
            return None
        return next(self._waits, None)

    def _next_step(self, current: Round, now: datetime) -> Step | None:
        if current.aside is not None:
            return current.aside.request(self._log, now)
        if current.config:
            return FetchConfig()
        if current.ask or (current.uploaded and not current.uploads):
            return self._request(current, now)
        if self._policy.files and current.uploads:
            return Upload(current.uploads[0])
        state = self._log.state()
        part = self._filling.step(self._log, state) if self._policy.fetch else None
        if part is not None:
            return part
        lacking = self._log.wanted() if self._policy.files and self._policy.fetch else ()
        wanted = next((each for each in lacking if each.key not in current.skip), None)
        if wanted is not None:
            return Download(wanted)
        return self._request(current, now) if state.queues else None

    def _request(self, current: Round, now: datetime) -> SyncRequest:
        current.uploaded = False
        state = self._log.state()
        if state.doubted and not current.repaired:
            current.aside, current.repaired = Repairing(self._new_id), True
            return current.aside.request(self._log, now)
        self._asked_at = now
        limit = 0 if self._backoff.foreign or self._stumbling.asking else self.batch.size
        asked = push.build(self._log, state, now, limit, whole=current.whole)
        return replace(self._filling.asking(state, asked), want_bytes=current.want)

    def on_answer(self, reply: Reply, now: datetime) -> None:
        """Take what came of the step; an answer that nothing waits for, such as the same one twice, changes nothing."""
        current, doing = self._round, self._doing
        if current is None or not fits(doing, reply):
            return
        try:
            self._take(current, doing, reply, now)
        except SyncError as error:
            self.on_trouble(error, now)

    def _take(self, current: Round, doing: Step | None, reply: Reply, now: datetime) -> None:
        if isinstance(reply, SyncAnswer) and isinstance(doing, SyncRequest):
            if current.aside is not None:
                self._take_aside(current, current.aside, doing, reply)
            else:
                self._take_answer(current, doing, reply, now)
        elif isinstance(reply, Config):
            self._log.save_config(reply)
            current.config = False
        elif isinstance(reply, bytes):
            self.totals.received += self._filling.take(self._log, reply)
            state = self._log.state()
            current.ask = not state.filling or state.queues
        elif isinstance(doing, Upload):
            current.uploads.remove(doing.key)
            current.skip.add(doing.key)
            current.uploaded = True
            self.totals.blobs_sent += 1
        else:
            assert isinstance(doing, Download)  # noqa: S101 - `_fits` has seen to it
            current.skip.add(doing.wanted.key)
            self.totals.blobs_received += 1
        self._doing = None

    def _take_aside(
        self, current: Round, aside: Returning | Repairing, request: SyncRequest, answer: SyncAnswer
    ) -> None:
        done = aside.take(self._log, request, answer)
        self._backoff.reset()
        self.trouble = None
        if done is None:
            return
        current.aside, current.ask = None, True
        if isinstance(aside, Returning):
            self.totals.returned += done
        else:
            self.totals.mended += done

    def _take_answer(self, current: Round, request: SyncRequest, answer: SyncAnswer, now: datetime) -> None:
        with self._log.looking():
            state = self._log.state()
            pulled = pull.check(self._log, state, request, answer)
        expected = answer.more or request.push  # an access log may not fit: its desk lives a second time
        if expected and not pulled.short and not pull.moved(state, pulled.taken):
            raise Unreadable("the hub answers and nothing moves")
        self._log.commit(pulled.taken)
        self._count(pulled.taken, state.acked)
        self._backoff.reset()
        seconds = (now - (self._asked_at or now)).total_seconds()
        self.batch = self.batch.went(len(request.push), seconds)
        current.want = wider(current.want, seconds) if answer.more else current.want
        self.trouble = None
        state = self._log.state()
        self._filling.offered(self._log, state, answer.snapshot)
        self._plan(current, state, request, answer, pulled)
        self._step_over(now)
        self._obey(answer, now)

    def _step_over(self, now: datetime) -> None:
        """The hub answered a question without the actions at which it had failed: they are halved, the last one goes.

        Where it fails at the next one too, it is the hub that is broken, and everything waits.
        """
        if not self._stumbling.asking:
            return
        self.batch, culprit = self._stumbling.answered(self.batch)
        if culprit and not self._log.set_aside(culprit):
            self.trouble = HubFailed("at one action after the other")
            self._rest(now, CAP)

    def _plan(self, current: Round, state: DeskState, request: SyncRequest, answer: SyncAnswer, pulled: Pulled) -> None:
        """Note what is to be done next; `state`: after the answer was taken."""
        current.config = answer.config_version != state.config_version
        current.ask = answer.more or self._more_access(current, request, pulled.taken) or state.queues
        current.uploads = [key for key in answer.missing_blobs if key not in current.skip]
        self._missing = frozenset(answer.missing_blobs)
        self._next_after = max(answer.next_after, 0)
        if pulled.short is Short.UNKNOWN_KEY:
            if pulled.key_id == current.key_asked:
                raise FalseEntry(pull.NO_SUCH_AUTHOR)
            current.key_asked = pulled.key_id
            current.config = current.ask = True
        elif pulled.short is Short.LATER_KIND:
            current.ask = state.queues
            self.trouble = TooOld("an action of a kind that a later program knows")
        elif pulled.short is Short.UNKNOWN_OWN:
            if request.whole:
                raise Unreadable("the hub keeps back this desk's own actions")
            current.whole = current.ask = True

    def _more_access(self, current: Round, request: SyncRequest, taken: Taken) -> bool:
        """Whether the access log goes on at once: a request was full, or the rest was put behind what the hub holds."""
        if taken.access_seam is not None and not current.behind:
            current.behind = True
            return bool(self._log.access_after(taken.access_ack, 1))
        return len(request.access) == protocol.ACCESS_MAX and taken.access_ack >= request.access[-1].n

    def _obey(self, answer: SyncAnswer, now: datetime) -> None:
        pause = max((order.seconds for order in answer.control if order.order == "pause"), default=0)
        if pause > 0:
            self._rest(now, pause)

    def _count(self, taken: Taken, acked: int) -> None:
        codes = [row.code for row in taken.verdicts]
        self.totals.sent += taken.ack_through - acked
        self.totals.accepted += codes.count(Code.OK)
        self.totals.refused += sum(code in REFUSALS for code in codes)
        for row in taken.verdicts:
            self._count_parked(row)
        self.totals.received += sum(entry.envelope is not None for entry in taken.entries)

    def _count_parked(self, row: VerdictRow) -> None:
        waited, waits = row.action in self._parked, row.code is Code.PARKED
        self.totals.parked += waits - waited
        (self._parked.add if waits else self._parked.discard)(row.action)

    def on_trouble(self, error: SyncError, now: datetime) -> None:
        """Take that the step came to nothing. What was committed stays, what was not is tried again later."""
        current, doing = self._round, self._doing
        self._doing = None
        if current is None:
            return
        if isinstance(error, DeviceFork) and current.forks < _FORKS:
            self._log.renumber(self._new_id())
            current.forks += 1
            current.ask = True
        elif isinstance(doing, FetchPart) and isinstance(error, FalseBytes | Unreadable | Refused):
            self._filling.give_up(self._log)
            current.ask = True
        elif isinstance(error, EpochChanged) and not current.returned:
            current.aside, current.returned = Returning(), True
        elif isinstance(error, HistoryRewritten) and not current.repaired:  # more than once would not mend more
            current.aside, current.repaired = Repairing(self._new_id, error), True
        elif isinstance(doing, Upload | Download) and isinstance(error, BytesAlarm | FalseBytes | Superseded | Refused):
            self._pass_over(current, doing, error)
        elif isinstance(doing, SyncRequest) and stumbles(error) and self._stumbling.fell(doing):
            current.ask = True
        else:
            self._fail(doing, error, now)

    def _pass_over(self, current: Round, doing: BlobStep, error: SyncError) -> None:
        """One attachment never blocks another: it waits for the next round."""
        if isinstance(doing, Upload):
            current.uploads.remove(doing.key)
            current.skip.add(doing.key)
        else:
            current.skip.add(doing.wanted.key)
        if not isinstance(error, Superseded):
            self.alarms.append(error)

    def _fail(self, doing: Step | None, error: SyncError, now: datetime) -> None:
        self.trouble = error
        wait = self._backoff.after(error).total_seconds()
        cut = isinstance(error, Unreachable) or self._backoff.failures % _HALVE_AFTER == 0
        if isinstance(doing, SyncRequest) and cut:
            self.batch = self.batch.broke(len(doing.push))
        self._rest(now, CAP if isinstance(error, Refused) else wait)

    def _rest(self, now: datetime, seconds: float) -> None:
        self._round = None
        self.due = now + timedelta(seconds=seconds)
