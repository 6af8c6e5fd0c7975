"""A person at the window: presses what is named, waits until everything asked for has come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.pages.new_request import NewRequestPage
from desktop.pages.page import Page
from desktop.program import Program
from desktop.work import Work
from desktop.workplace import Workplace

PATIENCE_MS = 20_000

W = TypeVar("W", bound=QWidget)


@dataclass
class Person:
    """Drives one program."""

    program: Program
    bot: QtBot

    def settle(self) -> None:
        """Everything asked for has come back, and what it asked for in turn."""
        for _ in range(3):
            if self.program.background.busy:
                self._wait()
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _wait(self) -> None:
        """Until the last answer has come: who looks again every ten milliseconds sees it later, and pays for each.

        What a timer asks for in the same moment may be under way by then.
        """
        loop, late = QEventLoop(), QTimer()
        late.setSingleShot(True)
        late.timeout.connect(loop.quit)
        late.start(PATIENCE_MS)
        self.program.background.quiet.connect(loop.quit)
        loop.exec()
        assert late.isActive(), "what was asked for does not come back"

    def activate(self) -> None:
        """Bring the window to the front; only then it has the keyboard."""
        self.program.shell.activateWindow()
        self.bot.waitUntil(self.program.shell.isActiveWindow)

    def enter(self, officer: str, password: str) -> None:
        """Sign in."""
        self.program.shell.sign_in.entered.emit(officer, password)
        self.settle()

    @property
    def workplace(self) -> Workplace:
        assert self.program.workplace is not None, self.program.shell.sign_in._field.error
        return self.program.workplace

    @property
    def work(self) -> Work:
        assert self.program.work is not None
        return self.program.work

    @property
    def page(self) -> Page:
        return self.workplace.page

    def open(self, key: str, thing: object = None) -> Page:
        """Go to a page."""
        self.workplace.open(key, thing)
        self.settle()
        return self.page

    def button(self, word: str, within: QWidget | None = None) -> QPushButton:
        """A visible button by the name that a screen reader says; the first that begins so."""
        found = [each for each in visible(within or self.program.shell, QPushButton) if each.accessibleName() == word]
        found += [each for each in visible(within or self.program.shell, QPushButton) if _begins(each, word)]
        assert found, (word, [each.accessibleName() for each in visible(self.program.shell, QPushButton)])
        return found[0]

    def sees(self, word: str) -> bool:
        """Whether there is such a button."""
        return self.button(word).isVisible()

    def press(self, word: str) -> None:
        """Press it with the mouse."""
        QTest.mouseClick(self.button(word), Qt.MouseButton.LeftButton)
        self.settle()

    def type(self, name: str, text: str) -> None:
        """Type into the field with this name, over what is there."""
        found = [each for each in visible(self.program.shell, QWidget) if each.accessibleName() == name]
        field = next(each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, wherever the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.program.shell, key, modifier)
        self.settle()


def visible(root: QWidget, kind: type[W]) -> list[W]:
    return [each for each in root.findChildren(kind) if each.isVisible()]


def _begins(button: QPushButton, word: str) -> bool:
    return button.accessibleName().startswith(word)


def focusable(root: QWidget) -> Iterator[QWidget]:
    """What the keyboard can reach."""
    for each in visible(root, QWidget):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled():
            yield each


def begin(person: Person, service: str) -> NewRequestPage:
    """A new form of this service."""
    person.open("new", service)
    person.settle()
    assert isinstance(person.page, NewRequestPage)
    return person.page
