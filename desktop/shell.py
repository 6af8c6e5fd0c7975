"""The one window: the gate before the desk, the workplace after sign-in, the status bar under both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.door import Door
from desktop.dressing import dress_window
from desktop.icons import icon
from desktop.pages.sign_in import SignInPage
from desktop.presence import Presence
from desktop.theme import Meaning, tokens
from desktop.widgets.bars import InlineBar
from desktop.widgets.status import Status, StatusLine

if TYPE_CHECKING:
    from desktop.pages.enrol import EnrolPage

_TOLD_MS = 6000
_KEYS = {
    "Ctrl+N": "new",
    "Ctrl+K": "search",
    "F5": "exchange",
    "Ctrl+J": "queue",
    "Ctrl+L": "lock",
    "F1": "explain",
}


class Shell(QMainWindow):
    """Knows how to show things; what they mean is `desktop.program`'s."""

    key_pressed = Signal(str)
    """``new``, ``search``, ``exchange``, ``queue``, ``lock``, ``explain``."""
    idle = Signal()
    closing = Signal()
    enrol_asked = Signal(object)
    """What was typed to enrol this computer, an `Asked`."""
    enrol_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        dress_window(self)
        self.setWindowTitle("Ketinting")
        self.setWindowIcon(icon("ketinting", tokens().fill, 64))
        self._stack = QStackedWidget()
        self.status = StatusLine()
        self.sign_in = SignInPage()
        self._enrol: EnrolPage | None = None
        self._workplace: QWidget | None = None
        self._gate: QWidget | None = None
        self.may_close: Callable[[], bool] = lambda: True
        self._presence = Presence(self)
        self._presence.gone.connect(self.idle)
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.timeout.connect(lambda: self.status.tell(""))
        self._build()

    def _build(self) -> None:
        central = QWidget()
        self._layout = QVBoxLayout(central)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._stack, 1)
        self._layout.addWidget(self.status)
        self._stack.addWidget(self.sign_in)
        self.setCentralWidget(central)
        self.setMinimumSize(800, 560)
        for keys, name in _KEYS.items():
            self._bind(keys, partial(self.key_pressed.emit, name))

    def _bind(self, keys: str, act: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WindowShortcut)

    def mark_sample(self, office: str, sentence: str) -> None:
        """Say above every page that everything here is made up."""
        self.setWindowTitle(f"Ketinting · {office}")
        bar = InlineBar(Meaning.ATTENTION)
        bar.say(sentence)
        self._layout.insertWidget(0, bar)

    @property
    def enrol(self) -> EnrolPage:
        """Where a code or a file is given; made when it is first asked for: a desk that is enrolled opens without."""
        if self._enrol is None:
            from desktop.pages.enrol import EnrolPage  # noqa: PLC0415 - as above

            self._enrol = EnrolPage()
            self._enrol.asked.connect(self.enrol_asked)
            self._enrol.back.connect(self.enrol_back)
            self._stack.addWidget(self._enrol)
        return self._enrol

    def rebuild_gate(self) -> None:
        """The gate's pages anew, after another look or language."""
        for page in (self.sign_in, self._enrol):
            if page is not None:
                self._stack.removeWidget(page)
                page.deleteLater()
        old, self.status = self.status, StatusLine()
        self._layout.replaceWidget(old, self.status)
        old.hide()
        old.deleteLater()
        self.sign_in, self._enrol = SignInPage(), None
        self._stack.insertWidget(0, self.sign_in)

    def show_sign_in(self, door: Door, chosen: str = "", *, unlocking: bool = False) -> None:
        """Ask who and for the password."""
        self.sign_in.show_door(door, chosen)
        self._stack.setCurrentWidget(self.sign_in)
        self.sign_in.ready(unlocking=unlocking)
        self._forget_gate()
        if not unlocking:
            self.say(Status("cloud-off", Meaning.QUIET, self.tr("Masuk tetap bisa tanpa internet")))

    def show_enrol(self, *, joining: bool, kept: bool = False) -> None:
        """Ask for a code or a file; `kept` for what was typed there before."""
        if not kept:
            self.enrol.prepare(joining=joining)
        self._stack.setCurrentWidget(self.enrol)
        self._forget_gate()
        self.enrol.focus_first()
        if not joining:
            self.say(Status("cloud", Meaning.QUIET, self.tr("Internet hanya diperlukan sekali ini")))

    def show_gate(self, page: QWidget) -> None:
        """Another page before the desk, instead of the last such one."""
        self._forget_gate()
        self._gate = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    @property
    def gate(self) -> QWidget | None:
        """The other page before the desk, where one is shown."""
        return self._gate

    def _forget_gate(self) -> None:
        if self._gate is not None:
            self._stack.removeWidget(self._gate)
            self._gate.deleteLater()
            self._gate = None

    def show_workplace(self, workplace: QWidget) -> None:
        """Show the desk, in place of an older one."""
        if self._workplace is not None and self._workplace is not workplace:
            self._stack.removeWidget(self._workplace)
            self._workplace.deleteLater()
        if self._stack.indexOf(workplace) < 0:
            self._stack.addWidget(workplace)
        self._workplace = workplace
        self._stack.setCurrentWidget(workplace)
        self._forget_gate()

    def forget_workplace(self) -> None:
        """Let go of the desk's pages; whoever built them takes them down."""
        if self._workplace is not None:
            self._stack.removeWidget(self._workplace)
            self._workplace = None

    @property
    def locked(self) -> bool:
        """Whether the gate is shown."""
        return self._stack.currentWidget() is not self._workplace or self._workplace is None

    def say(self, status: Status) -> None:
        """What the status bar says."""
        self.status.say(status)

    def tell(self, sentence: str) -> None:
        """A sentence at the right of the status bar, for some seconds."""
        self.status.tell(sentence)
        self._told.start(_TOLD_MS)

    def bring_back(self) -> None:
        """In front again, from the tray or from under other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def watch_idle(self, minutes: int) -> None:
        """Say `idle` after so many minutes without a key or a mouse; 0 for never."""
        self._presence.watch(minutes)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is on the disk already; say so to whoever has to let go."""
        if not self.may_close():
            event.ignore()
            return
        self._presence.watch(0)
        self._told.stop()
        self.closing.emit()
        super().closeEvent(event)
