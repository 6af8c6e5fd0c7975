"""The world's errors, told apart from our own bugs at every edge.

    WorldError
    ├── WrongPassword      the slot does not open
    ├── TooManyTries       wait before the next try
    ├── DamagedStore       the database or a blob cannot be read
    ├── NewerStore         written by a newer program
    ├── StoreFull          the disk has no room left
    ├── StoreFailing       the disk does not read or write now
    ├── NotAllowed         the officer or the request's state forbids it
    ├── NotFound           no such request, letter, service, citizen
    ├── BadInput           answers, files or options that cannot be taken
    ├── Rejected           a certificate, PKCS#12, letter or key that may not be used
    └── HubTrouble         unreachable, foreign answer, refused enrolment, busy

Every message is a whole Indonesian sentence or several: what happened, whether the data is safe, what to do. Anything
that is not a `WorldError` is a bug of ours.
"""

from __future__ import annotations

from collections.abc import Sequence


class WorldError(Exception):
    """Something in the world, not in the program. `code` is short, stable and for support."""

    def __init__(self, code: str, sentence: str, details: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.details = tuple(details)

    @property
    def line(self) -> str:
        """Everything on one line, as the command line shows it."""
        return " ".join([self.sentence, *(f"[{detail}]" for detail in self.details)]).replace("\n", " ")


class WrongPassword(WorldError):
    """The password does not open the officer's slot."""


class TooManyTries(WorldError):
    """Wrong passwords slow down; nothing was tried this time."""


class DamagedStore(WorldError):
    """The database, a blob or the key file cannot be read although the password is right."""


class NewerStore(WorldError):
    """A newer program wrote this profile."""


class StoreFull(WorldError):
    """The disk is full; nothing half done was kept."""


class StoreFailing(WorldError):
    """The disk does not read or write now: nothing says that what it holds is damaged."""


class NotAllowed(WorldError):
    """The officer has no right, or the request does not stand where this could be done."""


class NotFound(WorldError):
    """There is no such thing on this desk."""


class BadInput(WorldError):
    """Answers, files or options that cannot be taken as they are."""


class Rejected(WorldError):
    """A certificate, a letter or a key that may not be used."""


class HubTrouble(WorldError):
    """The hub cannot be reached, is not ours, or said no."""
