"""What can go wrong at the hub, as sentences for the person in front of it.

HubError                 the world's: a sentence says what happened and what to do (exit 1, one line)
├── WrongKey             the key file is missing, readable by others, or of another hub
├── NewerSchema          the database was written by a newer program
├── OldSchema            the database awaits its migration
├── OldSqlite            the SQLite library lacks a fix that the record depends on
├── NotInitialised       the folder holds no hub
├── Refused(code)        a request that the hub declines; carries an HTTP status and a word for programs
└── NotKnown             an office, officer or pack that was never entered
"""

from dataclasses import dataclass


class HubError(Exception):
    """Something outside this program that a person can mend; the text is the sentence to show."""


class WrongKey(HubError):
    """The key file does not fit."""


class NewerSchema(HubError):
    """The database is from the future."""


class OldSchema(HubError):
    """The database was not migrated."""


class OldSqlite(HubError):
    """SQLite before 3.51.3 can lose a committed write when its log restarts."""


class NotInitialised(HubError):
    """There is no hub in this folder."""


class NotKnown(HubError):
    """A name that the reference tables do not hold."""


@dataclass
class Refused(HubError):
    """A request that is answered with `status` and the body ``{"error": code, "message": sentence}``.

    Attributes:
        code: a word for programs, stable.
        sentence: Indonesian, for the officer: what happened, whether the data is safe, what to do.
        retry_after: seconds, for 429 and 503.
    """

    status: int
    code: str
    sentence: str
    retry_after: int | None = None

    def __str__(self) -> str:
        return self.sentence
