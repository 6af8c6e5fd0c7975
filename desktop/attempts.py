"""Wrong passwords slow down: a durable count per officer, kept beside the key file.

Argon2 makes each guess dear; this keeps a person at the keyboard from trying many. Who can change the clock or the file
gains nothing against the slots themselves.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from desktop.errors import TooManyTries
from desktop.files import write_durably
from desktop.phrases import phrase
from sync.prepared import prepared

FILE: Final = "attempts.json"
FREE: Final = 3
LONGEST: Final = timedelta(minutes=15)


@prepared
class Failures(msgspec.Struct, frozen=True):
    """How often in a row, and when the last time was."""

    count: int
    last: datetime


def check_may_try(folder: Path, officer: str, now: datetime) -> None:
    """Refuse a try that comes too soon: after three wrong ones 2, 4, 8 … seconds, at most a quarter of an hour.

    Raises:
        TooManyTries: with the seconds to wait.
    """
    failures = _read(folder).get(officer)
    if failures is None or failures.count < FREE:
        return
    wait = min(timedelta(seconds=2 ** min(failures.count - FREE + 1, 20)), LONGEST)
    left = failures.last + wait - now
    if timedelta(0) < left <= LONGEST:
        raise TooManyTries(
            "terlalu_sering",
            phrase(
                "Kata sandi salah {count} kali. Tunggu {seconds} detik, lalu coba lagi. Data tetap aman.",
                count=failures.count,
                seconds=int(left.total_seconds()) + 1,
            ),
        )


def note_failure(folder: Path, officer: str, now: datetime) -> None:
    """Count one more wrong password."""
    known = _read(folder)
    before = known.get(officer)
    known[officer] = Failures((before.count if before else 0) + 1, now)
    write_durably(folder / FILE, msgspec.json.encode(known))


def forget_failures(folder: Path, officer: str) -> None:
    """The right password clears the count."""
    known = _read(folder)
    if known.pop(officer, None) is not None:
        write_durably(folder / FILE, msgspec.json.encode(known))


def _read(folder: Path) -> dict[str, Failures]:
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=dict[str, Failures])
    except (OSError, msgspec.MsgspecError):
        return {}
