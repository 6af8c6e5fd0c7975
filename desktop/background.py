"""The only door off the main thread, and back.

One long-lived runner with one signal: a signal that belongs to the task it reports on loses results in silence. Work
goes to one of a few lanes; within a lane everything happens in order. A look with a topic is dropped when a newer look
with the same topic was asked for; a deed is never dropped. The world's errors come back as sentences, our own mistakes
go to the log and to whoever listens to `broke`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from desktop.collecting import Collecting
from desktop.errors import WorldError

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Lane(StrEnum):
    """Where work goes; each lane is one thread."""

    WORK = "work"
    """Looks and deeds of the pages, in the order they were asked for."""
    SEARCH = "search"
    """Answers to keystrokes; never behind a save."""
    EXCHANGE = "exchange"
    """The hub; may take minutes."""


@dataclass(frozen=True, slots=True)
class _Ended:
    """What came of one piece of work."""

    asked: _Asked
    result: object = None
    trouble: WorldError | None = None
    bug: BaseException | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    act: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[WorldError], None] | None
    topic: str
    generation: int


class Background(QObject):
    """Lives as long as the program. Every `then` and `failed` runs on the main thread."""

    troubled = Signal(object)
    """A `WorldError` that nobody took."""
    broke = Signal(object)
    """A mistake of ours, an exception."""
    quiet = Signal()
    """Nothing is asked for that has not come back."""
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._generations: dict[str, int] = {}
        self._open = 0
        self._closed = False
        self._collecting = Collecting(self)
        self._collecting.begin()
        self._ended.connect(self._come_back, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is asked for that has not come back."""
        return self._open > 0

    def look(self, topic: str, act: Callable[[], T], then: Callable[[T], None], lane: Lane = Lane.WORK) -> None:
        """Read something; a newer look with the same topic makes this one's answer worthless."""
        generation = self._generations.get(topic, 0) + 1
        self._generations[topic] = generation
        self._submit(lane, _Asked(act, then, None, topic, generation))

    def do(
        self,
        act: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[WorldError], None] | None = None,
        lane: Lane = Lane.WORK,
    ) -> None:
        """Do something; what came of it is always told."""
        self._submit(lane, _Asked(act, then, failed, "", 0))

    def wait(self) -> None:
        """Let everything asked for end; new work may be asked for afterwards. What came of it is told as usual."""
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=False)
        self._lanes.clear()

    def close(self) -> None:
        """Let everything asked for end, then no more."""
        self._closed = True
        self.wait()
        self._collecting.end()

    def _submit(self, lane: Lane, asked: _Asked) -> None:
        if self._closed:
            return
        self._open += 1
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"ketinting-{lane.value}")
        self._lanes[lane].submit(self._run, asked)

    def _run(self, asked: _Asked) -> None:
        """On the lane's thread."""
        if asked.topic and self._generations.get(asked.topic) != asked.generation:
            self._ended.emit(_Ended(asked))
            return
        try:
            ended = _Ended(asked, result=asked.act())
        except WorldError as error:
            ended = _Ended(asked, trouble=error)
        except BaseException as error:  # noqa: BLE001 - a bug must not vanish in a thread
            ended = _Ended(asked, bug=error)
        if shiboken6.isValid(self):
            self._ended.emit(ended)

    def _come_back(self, ended: _Ended) -> None:
        self._open -= 1
        asked = ended.asked
        stale = bool(asked.topic) and self._generations.get(asked.topic) != asked.generation
        if ended.bug is not None:
            _log.error("a piece of background work broke", exc_info=ended.bug)
            self.broke.emit(ended.bug)
        elif ended.trouble is not None:
            self._tell(asked, ended.trouble)
        elif not stale and alive(asked.then):
            asked.then(ended.result)
        if self._open == 0:
            self.quiet.emit()

    def _tell(self, asked: _Asked, trouble: WorldError) -> None:
        if asked.failed is not None and alive(asked.failed):
            asked.failed(trouble)
        else:
            self.troubled.emit(trouble)


def alive(then: Callable[..., None]) -> bool:
    """Whether the page that asked is still there; Qt deletes widgets that Python still remembers.

    Looks at the owner of a method, at what a function inside one holds on to, and into a `partial`.
    """
    if isinstance(then, partial):
        return alive(then.func) and all(shiboken6.isValid(each) for each in then.args if isinstance(each, QObject))
    cells = getattr(then, "__closure__", None) or ()
    held = [getattr(then, "__self__", None), *(cell.cell_contents for cell in cells)]
    return all(shiboken6.isValid(each) for each in held if isinstance(each, QObject))
