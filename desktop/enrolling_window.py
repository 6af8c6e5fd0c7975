"""From what was typed on the enrolment page, over a yes, to an open desk. What it needs is imported by the runner."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.background import Background
    from desktop.errors import WorldError
    from desktop.keys import Vault
    from desktop.office.desk import Desk, Outside
    from desktop.office.introducing import Introduced
    from desktop.office.reach import Reach
    from desktop.pages.enrol import Asked
    from desktop.shell import Shell
    from desktop.work import Work


class Surroundings(Protocol):
    """The computer as `desktop.program.Around` gives it."""

    @property
    def outside_by(self) -> Callable[[], Outside]:
        """Clock and randomness."""
        ...

    @property
    def reach_by(self) -> Callable[[Outside], Reach]:
        """The road to a hub."""
        ...

    @property
    def vault_by(self) -> Callable[[Path], Vault]:
        """The key slots of a profile."""
        ...


class Enrolment(Protocol):
    """Both halves, for a new computer or for one more officer. They run in the background."""

    def introduce(self, asked: Asked) -> Introduced | None:
        """Whom the code is for; None where the person has said yes before."""
        ...

    def settle(self, introduced: Introduced | None, password: str) -> Desk:
        """The desk, with this officer acting."""
        ...


class NewDesk:
    """This computer, with its first officer."""

    def __init__(self, around: Surroundings, profile: Path) -> None:
        self._outside = around.outside_by()
        self._vault, self._reach = around.vault_by(profile), around.reach_by(self._outside)

    def introduce(self, asked: Asked) -> Introduced | None:
        """Whom the code or the file is for.

        Raises:
            WorldError: the code, the file, the hub, the network, or the password.
        """
        introducing, enrolling = import_module("desktop.office.introducing"), import_module("desktop.office.enrolling")
        invitation = (
            introducing.invitation_by_code(asked.url, asked.code, None)
            if asked.file is None
            else introducing.invitation_by_file(asked.file)
        )
        found: Introduced | None = enrolling.introduce_desk(
            self._vault, self._outside, self._reach, invitation, asked.password
        )
        return found

    def settle(self, introduced: Introduced | None, password: str) -> Desk:
        """Enrol it.

        Raises:
            WorldError: the hub or the network.
        """
        enrolling = import_module("desktop.office.enrolling")
        desk: Desk
        desk, changed = enrolling.settle_in(self._vault, self._outside, self._reach, introduced, password)
        enrolling.with_services(desk, self._reach, changed)
        import_module("desktop.office.entering").remember_door(desk)
        return desk


class OneMoreOfficer:
    """Of a desk that is enrolled: by the officer's own code, and it is this officer who acts from then on."""

    def __init__(self, work: Work) -> None:
        self._desk, self._reach = work.desk, work.reach

    def introduce(self, asked: Asked) -> Introduced | None:
        """Whom the code is for.

        Raises:
            WorldError: the code, the hub, the network, or the password.
        """
        enrolling = import_module("desktop.office.enrolling")
        found: Introduced = enrolling.introduce_officer(self._desk, self._reach, asked.code, asked.password)
        return found

    def settle(self, introduced: Introduced | None, password: str) -> Desk:
        """Let the officer in.

        Raises:
            WorldError: the hub or the network.
        """
        changed = import_module("desktop.office.enrolling").let_in(self._desk, self._reach, introduced, password)
        import_module("desktop.office.entering").enter_again(self._desk, str(changed.told["officer"]), password)
        return self._desk


class EnrollingWindow:
    """One press of *Daftarkan*: ask the hub, show whom it named, go on after a yes."""

    def __init__(self, shell: Shell, background: Background, enrolment: Enrolment) -> None:
        self._shell, self._background, self._enrolment = shell, background, enrolment
        self._joining = False

    def begin(self, asked: Asked, done: Callable[[Desk], None]) -> None:
        """`done` gets the open desk."""
        self._asked, self._done = asked, done
        self._background.do(lambda: self._enrolment.introduce(asked), self._show, self._shell.enrol.refuse)

    def _show(self, introduced: Introduced | None) -> None:
        if introduced is None:
            self._settle(None)
            return
        from desktop.pages.introduced import IntroducedPage  # noqa: PLC0415 - after the first paint

        self._joining = introduced.begun.begin.device_id is not None
        page = IntroducedPage(introduced, joining=self._joining)
        page.agreed.connect(lambda: self._settle(introduced))
        page.declined.connect(self._back)
        self._shell.show_gate(page)
        page.focus_first()

    def _settle(self, introduced: Introduced | None) -> None:
        password = self._asked.password
        self._background.do(lambda: self._enrolment.settle(introduced, password), self._done, self._refuse)

    def _refuse(self, error: WorldError) -> None:
        self._shell.show_enrol(joining=self._joining, kept=True)
        self._shell.enrol.refuse(error)

    def _back(self) -> None:
        self._shell.show_enrol(joining=self._joining, kept=True)
        self._shell.enrol.take_back()
