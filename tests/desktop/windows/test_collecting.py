import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.background import Background
from desktop.collecting import Collecting, collect_what_is_due


class Knot:
    """Lies in a cycle and says on which thread it was taken apart."""

    def __init__(self, said: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: said.append(threading.get_ident()))


@pytest.fixture(autouse=True)
def _limits() -> Iterator[None]:
    before = gc.get_threshold()
    gc.collect()
    gc.set_threshold(50, 5, 5)
    yield
    gc.set_threshold(*before)
    assert gc.isenabled()


def tie(knots: int, said: list[int]) -> None:
    for _ in range(knots):
        Knot(said)


def test_what_a_background_thread_drops_is_collected_on_the_main_thread(qtbot: QtBot) -> None:
    said: list[int] = []
    background = Background()
    with qtbot.waitSignal(background.quiet):
        background.do(lambda: tie(500, said), lambda _none: None)
    there = set(said) - {threading.get_ident()}
    collect_what_is_due()
    background.close()
    assert not there
    assert set(said) == {threading.get_ident()}


def test_the_collector_is_free_when_nobody_keeps_it() -> None:
    one, other = Collecting(), Collecting()
    one.begin()
    other.begin()
    one.end()
    assert not gc.isenabled()
    one.end()
    other.end()
    assert gc.isenabled()


def test_nothing_is_collected_before_it_is_due() -> None:
    gc.collect()
    said: list[int] = []
    gc.disable()
    tie(3, said)
    collect_what_is_due()
    assert said == []
    tie(100, said)
    collect_what_is_due()
    gc.enable()
    assert len(said) >= 100
