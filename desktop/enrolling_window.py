"""From what was typed on the enrolment page to an open desk. Runs in the background; imports when it is needed."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.keys import Vault
    from desktop.office.desk import Desk, Outside
    from desktop.office.reach import Reach
    from desktop.pages.enrol import Asked


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


def begin_desk(around: Surroundings, profile: Path, asked: Asked) -> Desk:
    """Enrol this computer with its first officer.

    Raises:
        WorldError: the code, the file, the hub, the network, or the password.
    """
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
    import_module("desktop.office.entering").remember_door(desk)
    return desk


def join_desk(desk: Desk, reach: Reach, asked: Asked) -> Desk:
    """Take in another officer by code; it is this officer who acts from now on.

    Raises:
        WorldError: as above.
    """
    changed = import_module("desktop.office.enrolling").add_officer(desk, reach, asked.code, asked.password)
    import_module("desktop.office.entering").enter_again(desk, str(changed.told["officer"]), asked.password)
    return desk
