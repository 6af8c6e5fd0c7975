from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.presence import Presence


def waiting(presence: Presence) -> bool:
    return presence._timer.isActive()


def test_a_key_or_a_mouse_begins_the_minutes_anew_and_nothing_else_does(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    presence = Presence(line)
    line.show()
    qtbot.waitUntil(lambda: line.windowHandle() is not None)
    presence._attend(line.windowHandle())
    presence.watch(1)
    assert waiting(presence)
    window = line.windowHandle()
    for at in (QPoint(9, 9), QPoint(19, 9)):
        presence._timer.stop()
        QTest.mouseMove(window, at)
        qtbot.waitUntil(lambda: waiting(presence), timeout=500)
    presence._timer.stop()
    QTest.keyClick(window, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: waiting(presence), timeout=500)
    presence._timer.stop()
    line.setText("ditulis oleh program")
    line.resize(200, 40)
    qtbot.wait(20)
    assert not waiting(presence)


def test_never_is_never(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    presence = Presence(line)
    line.show()
    presence._attend(line.windowHandle())
    presence.watch(0)
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    assert not waiting(presence)


def test_time_without_anybody_says_gone(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    presence = Presence(line)
    presence.watch(1)
    presence._timer.setInterval(1)
    with qtbot.waitSignal(presence.gone, timeout=1000):
        presence._timer.start()
