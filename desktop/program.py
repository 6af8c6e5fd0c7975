"""What happens between the windows and the desk: enrol, sign in, lock, change officers, close.

The store, the keyring and the letters' craft are imported by the runner after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.background import Background
from desktop.door import read_door
from desktop.dressing import dress
from desktop.enrolling_window import EnrollingWindow, NewDesk, OneMoreOfficer
from desktop.errors import WorldError
from desktop.first_paint import FirstPaint
from desktop.heartbeat import Clocks, Heartbeat
from desktop.keys import Vault
from desktop.language import Language
from desktop.leaving import Leaving
from desktop.phrases import look_up_with
from desktop.preferences import Preferences, read_preferences, write_preferences
from desktop.shell import Shell
from desktop.theme import Meaning, look
from desktop.warming import Warming
from desktop.widgets.status import Status

if TYPE_CHECKING:
    from desktop.office.desk import Desk, Outside
    from desktop.office.reach import Reach
    from desktop.pages.enrol import Asked
    from desktop.work import Work
    from desktop.workplace import Workplace

DATABASE = "ketinting.db"
"""As `desktop.store.database` calls it, which brings SQLCipher; a test holds the two together."""


@dataclass(frozen=True, slots=True)
class Around:
    """The computer: clock and randomness, the road to a hub, the key slots of a profile."""

    outside_by: Callable[[], Outside]
    reach_by: Callable[[Outside], Reach]
    vault_by: Callable[[Path], Vault]


class Program(QObject):
    """One profile, one window."""

    warm = Signal()
    """What the first paint did not need is imported."""

    def __init__(self, app: QApplication, profile: Path, around: Around) -> None:
        super().__init__()
        self._app, self._profile, self._around = app, profile, around
        self.preferences = read_preferences(profile)
        self._language = Language(app)
        look_up_with(partial(QCoreApplication.translate, ""))
        self._language.speak(self.preferences.language)
        dress(app, self.preferences.look)
        self.shell = Shell()
        self.background = Background(self)
        self.work: Work | None = None
        self.workplace: Workplace | None = None
        self.heartbeat: Heartbeat | None = None
        self.leaving = Leaving(app, self.shell, self, self)
        self._connect()

    def _connect(self) -> None:
        self.background.troubled.connect(lambda error: self.shell.tell(error.sentence))
        self.background.broke.connect(self.broke)
        self.shell.key_pressed.connect(self._key)
        self.shell.idle.connect(self.lock)
        self.shell.closing.connect(self.close)
        self.shell.enrol_asked.connect(self._enrol)
        self.shell.enrol_back.connect(self._back_from_enrol)
        warming = Warming(self.background)
        warming.done.connect(self.warm)
        FirstPaint(self.shell).came.connect(warming.begin)
        self._app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._connect_gate()

    def _connect_gate(self) -> None:
        self.shell.sign_in.entered.connect(self._enter)
        self.shell.sign_in.enrol_wanted.connect(lambda: self.shell.show_enrol(joining=True))
        self.shell.sign_in.restore_wanted.connect(self.show_restore)

    def start(self) -> None:
        """Show the first page; the rest comes in behind it, once it is painted."""
        try:
            officers = self._officers()
        except WorldError as error:
            self.shell.show_sign_in(read_door(self._profile, ()))
            self.shell.sign_in.refuse(error)
        else:
            if officers:
                self.shell.show_sign_in(read_door(self._profile, officers))
            else:
                self.shell.show_enrol(joining=False)
        self.shell.sign_in.allow_enrol(allowed=False)

    def _officers(self) -> tuple[str, ...]:
        """Who may sign in. A database without its keys is no empty computer: enrolling anew would replace it.

        Raises:
            DamagedStore: the key file is broken, or lost.
        """
        vault = self._around.vault_by(self._profile)
        if not vault.exists() and (self._profile / DATABASE).exists():
            vault.read()
        return vault.officers()

    def _enter(self, officer: str, password: str) -> None:
        around, profile, work = self._around, self._profile, self.work

        def act() -> Desk:
            entering = import_module("desktop.office.entering")
            found: Desk = (
                entering.enter_again(work.desk, officer, password)
                if work is not None
                else entering.enter(around.vault_by(profile), around.outside_by(), officer, password)
            )
            return found

        self.background.do(act, self._entered, self._not_entered)

    def _not_entered(self, error: WorldError) -> None:
        if error.code == "belum_terdaftar":  # the program ended between the two halves of the enrolment
            self.shell.show_enrol(joining=False)
            self.shell.enrol.go_on()
            return
        self.shell.sign_in.refuse(error)

    def _entered(self, desk: Desk) -> None:
        from desktop.office import arriving, overview  # noqa: PLC0415 - already here, by the warm-up
        from desktop.work import Work  # noqa: PLC0415

        if self.work is None:
            self.heartbeat = Heartbeat(Clocks(desk.outside.now, desk.outside.monotonic), self)
            self.work = Work(self.background, desk, self._around.reach_by(desk.outside), self.heartbeat)
            self.work.told.connect(self.shell.tell)
            self.work.exchange_changed.connect(self._show_status)
            self.heartbeat.start()
            self.leaving.show_tray()
        same = self.workplace is not None and self.work.me.officer == desk.officer
        self.work.me = overview.see_self(desk)
        self.work.since = arriving.last_seen(desk)
        if same and self.workplace is not None:
            self.shell.show_workplace(self.workplace)
            self.workplace.page.focus_first()
        else:
            self._build_workplace("home", None)
        self.work.refresh_status()
        self.shell.watch_idle(self.preferences.lock_minutes)

    def _build_workplace(self, key: str, thing: object) -> None:
        from desktop.workplace import Workplace  # noqa: PLC0415 - already here, by the warm-up

        assert self.work is not None  # noqa: S101 - there is no workplace without a desk
        self.workplace = Workplace(self.work, self.preferences)
        self.workplace.leave.connect(self._leave)
        # Later, not now: the page that asked is taken down by it.
        self.workplace.preferred.connect(self.prefer, Qt.ConnectionType.QueuedConnection)
        self.shell.show_workplace(self.workplace)
        self.workplace.open(key, thing)
        self._show_status()

    def _leave(self, why: str, thing: object) -> None:
        if why == "join":
            self.shell.show_enrol(joining=True)
        elif why == "restore":
            self.show_restore(thing)
        else:
            self.lock()

    def lock(self) -> None:
        """Ask for the password again. The background goes on sending."""
        if self.work is not None and not self.shell.locked:
            self.shell.watch_idle(0)
            self._note_seen()
            self._ask_again(self.work)

    def _ask_again(self, work: Work) -> None:
        self.shell.sign_in.allow_enrol(allowed=True)
        door = read_door(self._profile, work.desk.vault.officers())
        self.shell.show_sign_in(door, work.desk.officer, unlocking=True)

    def prefer(self, chosen: Preferences) -> None:
        """Another look or language, at once. The system may ask for it too, at a locked window: it stays locked."""
        locked, self.preferences = self.shell.locked, chosen
        write_preferences(self._profile, chosen)
        self._language.speak(chosen.language)
        key, thing = self._take_down()
        dress(self._app, chosen.look)
        self.shell.rebuild_gate()
        self._connect_gate()
        if self.work is None:
            self.start()
            return
        self.work.refresh_words()
        self._build_workplace(key, thing)
        if locked:
            self._ask_again(self.work)
        else:
            self.shell.watch_idle(chosen.lock_minutes)

    def _take_down(self) -> tuple[str, object]:
        """Every widget takes part when the sheet changes, so the old pages go first.

        Returns:
            The page that was shown, and what it showed.
        """
        if self.workplace is None:
            return "home", None
        key, old, self.workplace = self.workplace.key, self.workplace, None
        thing = old.page.thing
        old.page.leave()
        self.shell.forget_workplace()
        shiboken6.delete(old)
        return (key, thing) if key not in {"form", "request"} else ("home", None)

    def show_restore(self, chosen: object = None) -> None:
        """The guided way back to a backup; the desk stays open until it is put in place."""
        from desktop.pages.restore import RestorePage  # noqa: PLC0415 - already here, by the warm-up
        from desktop.restoring_window import RestoringWindow  # noqa: PLC0415 - as above

        vault, desk = self._around.vault_by(self._profile), self.work.desk if self.work is not None else None
        page = RestorePage()
        page.back.connect(self._back_from_enrol)
        restoring = RestoringWindow(page, self.background, vault, self._around.outside_by(), desk)
        restoring.let_go, restoring.done = self._let_go, self._restored
        self.shell.show_gate(page)
        offset = self.work.me.utc_offset if self.work is not None else None
        restoring.begin(Path(chosen) if isinstance(chosen, str) else None, offset)
        page.focus_first()

    def _restored(self) -> None:
        self.start()
        self.shell.sign_in.tell_restored()

    def _let_go(self) -> bool:
        """Close the desk: its pages, its beat, its database; the window stays. False while an exchange runs."""
        if self.work is not None and self.work.exchange.running:
            return False
        self._take_down()
        self.shell.watch_idle(0)
        if self.heartbeat is not None:
            self.heartbeat.stop()
            self.heartbeat = None
        if self.work is not None:
            self.background.wait()
            self.work.desk.close()
            shiboken6.delete(self.work)
            self.work = None
        return True

    def _enrol(self, asked: Asked) -> None:
        enrolment = NewDesk(self._around, self._profile) if self.work is None else OneMoreOfficer(self.work)
        EnrollingWindow(self.shell, self.background, enrolment).begin(asked, self._enrolled)

    def _enrolled(self, desk: Desk) -> None:
        self._entered(desk)
        assert self.work is not None  # noqa: S101 - made just now
        self.work.synchronize()

    def _back_from_enrol(self) -> None:
        if self.workplace is not None:
            self.shell.show_workplace(self.workplace)
        else:
            self.start()

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

            status = status_of(self.work)
            self.shell.say(status)
            self.leaving.say(status)

    def broke(self, bug: BaseException) -> None:
        """A fault of ours: noted without citizens' numbers, and said calmly."""
        translate = QCoreApplication.translate
        sentence = translate("Program", "Ada kesalahan program (%1). Yang sudah disimpan tetap aman.")
        if isinstance(bug, Exception):
            import_module("desktop.cli.speaking").note_bug(bug, self._profile)
        self.shell.tell(sentence.replace("%1", type(bug).__name__))
        if self.shell.locked:
            self.shell.sign_in.ready()
            self.shell.say(Status("warning", Meaning.ATTENTION, sentence.replace("%1", type(bug).__name__)))

    def waiting(self) -> int:
        """How many requests wait to be sent; 0 without a desk."""
        return self.work.exchange.waiting if self.work is not None else 0

    def keeps_running(self) -> bool:
        """Whether the person wants it to live on in the tray."""
        return self.work is not None and self.preferences.keep_running

    def exchange(self) -> None:
        """Exchange now."""
        if self.work is not None:
            self.work.synchronize()

    def _system_changed(self, _scheme: object) -> None:
        if self.preferences.follow_system and look() != self.preferences.look:
            self.prefer(self.preferences)

    def _note_seen(self) -> None:
        """The officer goes away: what comes from now on is news."""
        if self.work is not None:
            desk = self.work.desk
            self.background.do(lambda: import_module("desktop.office.arriving").note_seen(desk), lambda _none: None)

    def close(self) -> None:
        """Let what was asked for end, then let go of the desk."""
        self.shell.watch_idle(0)
        if not self.shell.locked:
            self._note_seen()
        if self.heartbeat is not None:
            self.heartbeat.stop()
        if self.work is not None:
            self.work.cancel()
        self.background.close()
        self.leaving.hide_tray()
        self._language.fall_silent()
        if self.work is not None:
            self.work.desk.close()
            self.work = None
