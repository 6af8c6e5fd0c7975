"""What happens between the windows and the desk: enrol, sign in, lock, change officers, close.

The store, the keyring and the letters' craft are imported by the runner after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.background import Background
from desktop.door import read_door
from desktop.dressing import dress
from desktop.errors import WorldError
from desktop.heartbeat import Clocks, Heartbeat
from desktop.keys import Vault
from desktop.preferences import Preferences, read_preferences, write_preferences
from desktop.shell import Shell
from desktop.theme import Meaning
from desktop.widgets.status import Status
from resources.translations import translation_path

if TYPE_CHECKING:
    from desktop.office.desk import Desk, Outside
    from desktop.office.reach import Reach
    from desktop.pages.enrol import Asked
    from desktop.work import Work
    from desktop.workplace import Workplace

LATE = ("desktop.office.entering", "desktop.office.enrolling", "desktop.workplace")
"""What is imported after the first paint."""


@dataclass(frozen=True, slots=True)
class Around:
    """The computer: clock and randomness, the road to a hub, the key slots of a profile."""

    outside_by: Callable[[], Outside]
    reach_by: Callable[[Outside], Reach]
    vault_by: Callable[[Path], Vault]


class Program(QObject):
    """One profile, one window."""

    def __init__(self, app: QApplication, profile: Path, around: Around) -> None:
        super().__init__()
        self._app, self._profile, self._around = app, profile, around
        self.preferences = read_preferences(profile)
        self._translator = QTranslator(self)
        self._translate()
        dress(app, self.preferences.look)
        self.shell = Shell()
        self.background = Background(self)
        self.work: Work | None = None
        self.workplace: Workplace | None = None
        self.heartbeat: Heartbeat | None = None
        self._connect()

    def _connect(self) -> None:
        self.background.troubled.connect(lambda error: self.shell.tell(error.sentence))
        self.background.broke.connect(self._broke)
        self.shell.key_pressed.connect(self._key)
        self.shell.idle.connect(self.lock)
        self.shell.closing.connect(self.close)
        self._connect_gate()

    def _connect_gate(self) -> None:
        self.shell.sign_in.entered.connect(self._enter)
        self.shell.sign_in.enrol_wanted.connect(lambda: self.shell.show_enrol(joining=True))
        self.shell.enrol.asked.connect(self._enrol)
        self.shell.enrol.back.connect(self._back_from_enrol)

    def start(self) -> None:
        """Show the first page, then bring in the rest behind it."""
        vault = self._around.vault_by(self._profile)
        officers = vault.officers()
        if officers:
            self.shell.show_sign_in(read_door(self._profile, officers))
        else:
            self.shell.show_enrol(joining=False)
        self.shell.sign_in.allow_enrol(allowed=False)
        QTimer.singleShot(0, self._warm_up)

    def _warm_up(self) -> None:
        self.background.do(lambda: [import_module(name) for name in LATE], lambda _modules: None)

    def _enter(self, officer: str, password: str) -> None:
        if self.work is not None:
            desk = self.work.desk
            self.background.do(
                lambda: _entering().enter_again(desk, officer, password), self._entered, self._not_entered
            )
            return
        around, profile = self._around, self._profile

        def open_it() -> Desk:
            desk: Desk = _entering().enter(around.vault_by(profile), around.outside_by(), officer, password)
            return desk

        self.background.do(open_it, self._entered, self._not_entered)

    def _not_entered(self, error: WorldError) -> None:
        self.shell.sign_in.refuse(error)

    def _entered(self, desk: Desk) -> None:
        from desktop.office import overview  # noqa: PLC0415 - already here, by the warm-up
        from desktop.work import Work  # noqa: PLC0415

        if self.work is None:
            self.heartbeat = Heartbeat(Clocks(desk.outside.now, desk.outside.monotonic), self)
            self.work = Work(self.background, desk, self._around.reach_by(desk.outside), self.heartbeat)
            self.work.told.connect(self.shell.tell)
            self.work.exchange_changed.connect(self._show_status)
            self.heartbeat.start()
        same = self.workplace is not None and self.work.me.officer == desk.officer
        self.work.me = overview.see_self(desk)
        if same and self.workplace is not None:
            self.shell.show_workplace(self.workplace)
            self.workplace.page.focus_first()
        else:
            self._build_workplace("home")
        self.work.refresh_status()
        self.shell.watch_idle(self.preferences.lock_minutes)

    def _build_workplace(self, key: str) -> None:
        from desktop.workplace import Workplace  # noqa: PLC0415 - already here, by the warm-up

        assert self.work is not None  # noqa: S101 - there is no workplace without a desk
        self.workplace = Workplace(self.work, self.preferences)
        self.workplace.leave.connect(self._leave)
        # Later, not now: the page that asked is taken down by it.
        self.workplace.preferred.connect(self.prefer, Qt.ConnectionType.QueuedConnection)
        self.shell.show_workplace(self.workplace)
        self.workplace.open(key, None)
        self._show_status()

    def _leave(self, why: str) -> None:
        if why == "join":
            self.shell.show_enrol(joining=True)
        else:
            self.lock()

    def lock(self) -> None:
        """Ask for the password again. The background goes on sending."""
        if self.work is not None and not self.shell.locked:
            self.shell.watch_idle(0)
            self.shell.sign_in.allow_enrol(allowed=True)
            door = read_door(self._profile, self.work.desk.vault.officers())
            self.shell.show_sign_in(door, self.work.desk.officer, unlocking=True)

    def prefer(self, chosen: Preferences) -> None:
        """Another look or language, at once."""
        self.preferences = chosen
        write_preferences(self._profile, chosen)
        self._translate()
        key = self._take_down()
        dress(self._app, chosen.look)
        self.shell.rebuild_gate()
        self._connect_gate()
        if self.work is not None:
            self.work.refresh_words()
            self._build_workplace(key)
            self.shell.watch_idle(chosen.lock_minutes)

    def _take_down(self) -> str:
        """Every widget takes part when the sheet changes, so the old pages go first. Gives the page that was shown."""
        if self.workplace is None:
            return "home"
        key, old, self.workplace = self.workplace.key, self.workplace, None
        old.page.leave()
        self.shell.forget_workplace()
        shiboken6.delete(old)
        return key if key not in {"form", "request"} else "home"

    def _enrol(self, asked: Asked) -> None:
        act = self._join(asked) if self.work is not None else self._begin(asked)
        self.background.do(act, self._enrolled, self.shell.enrol.refuse)

    def _begin(self, asked: Asked) -> Callable[[], Desk]:
        around, profile = self._around, self._profile

        def begin() -> Desk:
            enrolling = import_module("desktop.office.enrolling")
            outside = around.outside_by()
            invitation = (
                enrolling.invitation_by_code(asked.url, asked.code, None)
                if asked.file is None
                else enrolling.invitation_by_file(asked.file)
            )
            reach = around.reach_by(outside)
            desk: Desk
            desk, changed = enrolling.enrol_desk(around.vault_by(profile), outside, reach, invitation, asked.password)
            enrolling.with_services(desk, reach, changed)
            _entering().remember_door(desk)
            return desk

        return begin

    def _join(self, asked: Asked) -> Callable[[], Desk]:
        assert self.work is not None  # noqa: S101 - asked by the caller
        desk, reach = self.work.desk, self.work.reach

        def join() -> Desk:
            changed = import_module("desktop.office.enrolling").add_officer(desk, reach, asked.code, asked.password)
            _entering().enter_again(desk, str(changed.told["officer"]), asked.password)
            return desk

        return join

    def _enrolled(self, desk: Desk) -> None:
        self._entered(desk)
        assert self.work is not None  # noqa: S101 - made just now
        self.work.synchronize()

    def _back_from_enrol(self) -> None:
        if self.workplace is not None:
            self.shell.show_workplace(self.workplace)

    def _key(self, name: str) -> None:
        if self.work is None or self.workplace is None or self.shell.locked:
            return
        if name == "lock":
            self.lock()
        elif name == "exchange":
            self.work.synchronize()
        else:
            self.workplace.open(name, None)

    def _show_status(self) -> None:
        if self.work is not None:
            from desktop.saying import status_of  # noqa: PLC0415 - after the first paint

            self.shell.say(status_of(self.work))

    def _broke(self, bug: BaseException) -> None:
        translate = QCoreApplication.translate
        sentence = translate("Program", "Ada kesalahan program (%1). Yang sudah disimpan tetap aman.")
        self.shell.tell(sentence.replace("%1", type(bug).__name__))
        if self.shell.locked:
            self.shell.sign_in.ready()
            self.shell.say(Status("warning", Meaning.ATTENTION, sentence.replace("%1", type(bug).__name__)))

    def _translate(self) -> None:
        self._app.removeTranslator(self._translator)
        path = translation_path(self.preferences.language)
        if path.exists() and self._translator.load(str(path)):
            self._app.installTranslator(self._translator)

    def close(self) -> None:
        """Let what was asked for end, then let go of the desk."""
        self.shell.watch_idle(0)
        if self.heartbeat is not None:
            self.heartbeat.stop()
        self.background.close()
        if self.work is not None:
            self.work.desk.close()
            self.work = None


def _entering() -> Any:
    """Imported by the runner, never by the first paint."""
    return import_module("desktop.office.entering")
