from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.background import Background, Lane, alive
from desktop.errors import NotFound, WorldError


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def wait(qtbot: QtBot, background: Background) -> None:
    qtbot.waitUntil(lambda: not background.busy)


def test_what_comes_back_comes_back_on_the_main_thread(background: Background, qtbot: QtBot) -> None:
    found: list[tuple[str, str]] = []
    main = threading.current_thread().name
    background.do(
        lambda: threading.current_thread().name, lambda name: found.append((name, threading.current_thread().name))
    )
    wait(qtbot, background)
    assert found == [("ketinting-work_0", main)]


def test_a_lane_keeps_the_order(background: Background, qtbot: QtBot) -> None:
    found: list[int] = []
    for number in range(200):
        background.do(lambda number=number: number, found.append)  # type: ignore[misc] # a default in a lambda
    wait(qtbot, background)
    assert found == list(range(200))


def test_only_the_newest_look_of_a_topic_is_shown(background: Background, qtbot: QtBot) -> None:
    found: list[str] = []
    gate = threading.Event()
    background.do(gate.wait, lambda _: None)
    for letters in ("s", "si", "sit"):
        background.look("find", lambda letters=letters: letters, found.append)  # type: ignore[misc]
    background.look("other", lambda: "other", found.append)
    gate.set()
    wait(qtbot, background)
    assert found == ["sit", "other"]


def test_a_look_that_became_old_while_it_ran_is_dropped(background: Background, qtbot: QtBot) -> None:
    found: list[str] = []
    gate = threading.Event()
    background.look("find", lambda: "old" if gate.wait() else "", found.append)
    background.look("find", lambda: "new", found.append, Lane.SEARCH)
    gate.set()
    wait(qtbot, background)
    assert found == ["new"]


def test_the_worlds_errors_come_back_to_who_asked_or_to_all(background: Background, qtbot: QtBot) -> None:
    asked: list[WorldError] = []
    everybody: list[WorldError] = []
    background.troubled.connect(everybody.append)

    def refuse() -> None:
        raise NotFound("tidak_ada", "Tidak ada.")

    background.do(refuse, lambda _: None, asked.append)
    background.do(refuse, lambda _: None)
    wait(qtbot, background)
    assert [error.code for error in (*asked, *everybody)] == ["tidak_ada", "tidak_ada"]


def test_a_bug_is_logged_and_told_and_the_lane_goes_on(
    background: Background, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    bugs: list[BaseException] = []
    found: list[int] = []
    background.broke.connect(bugs.append)
    background.do(lambda: 1 // 0, lambda _: None)
    background.do(lambda: 7, found.append)
    wait(qtbot, background)
    assert isinstance(bugs[0], ZeroDivisionError)
    assert found == [7]
    assert "broke" in caplog.text


def test_a_page_that_is_gone_is_not_called(background: Background, qtbot: QtBot) -> None:
    gate = threading.Event()
    label = QLabel()
    background.do(lambda: "late" if gate.wait() else "", label.setText)
    label.deleteLater()
    qtbot.wait(10)
    gate.set()
    wait(qtbot, background)


def test_nothing_is_lost_when_the_runner_is_the_only_owner(background: Background, qtbot: QtBot) -> None:
    class Receiver(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.count = 0

        def take(self, _result: int) -> None:
            self.count += 1

    receiver = Receiver()
    for number in range(500):
        background.do(lambda number=number: number, receiver.take, lane=list(Lane)[number % 3])  # type: ignore[misc]
    wait(qtbot, background)
    assert receiver.count == 500


def test_a_closed_runner_takes_nothing_more(qtbot: QtBot) -> None:
    background = Background()
    background.close()
    background.do(lambda: 1, lambda _: pytest.fail("it was closed"))
    assert not background.busy


@pytest.mark.usefixtures("qtbot")
def test_a_page_that_is_gone_is_told_nothing_through_a_partial() -> None:
    page, other = QLabel(), QLabel()
    owner, held = partial(page.setText, "x"), partial(QLabel.show, other)
    assert alive(owner)
    assert alive(held)
    shiboken6.delete(page)
    shiboken6.delete(other)
    assert not alive(owner)
    assert not alive(held)
