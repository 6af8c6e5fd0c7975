"""An open profile behind one or many commands: passwords, officers, the outside."""

from __future__ import annotations

import argparse
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from desktop.errors import WorldError
from desktop.keys import Vault
from desktop.passwords import read_password
from sync.ballast import BALLAST

if TYPE_CHECKING:
    from desktop.office.desk import Desk, Outside
    from desktop.office.reach import Reach


def real_outside() -> Outside:
    """The clock, ids and randomness of this computer."""
    from uuid_utils import uuid7  # noqa: PLC0415 - lazily, like everything behind a verb

    from desktop.office.desk import Outside  # noqa: PLC0415
    from desktop.uptime import uptime  # noqa: PLC0415

    return Outside(
        now=lambda: datetime.now(UTC),
        new_id=lambda: str(uuid7()),
        token_bytes=secrets.token_bytes,
        rand=SystemRandom().random,
        monotonic=time.monotonic,
        sleep=time.sleep,
        uptime=uptime,
        ballast=BALLAST,
    )


def http_reach(outside: Outside) -> Reach:
    """The network of this computer."""
    from desktop.office.reach import HttpReach  # noqa: PLC0415

    return HttpReach(outside.token_bytes)


@dataclass
class Session:
    """One profile during one process. The desk is opened when the first command needs it, and kept.

    Attributes:
        password: of the environment, for tests; read and cleared when the program began.
        reach_by: how to get to a hub; tests give their own.
    """

    profile: Path
    password: str | None
    outside: Outside = field(default_factory=real_outside)
    reach_by: Callable[[Outside], Reach] = http_reach
    _desk: Desk | None = None

    @property
    def vault(self) -> Vault:
        """The key slots of the profile."""
        return Vault(self.profile, self.outside.token_bytes)

    @property
    def reach(self) -> Reach:
        """The road to the hub."""
        return self.reach_by(self.outside)

    def password_of(self, args: argparse.Namespace) -> str:
        """The password that this command line gives."""
        return read_password(getattr(args, "password_file", None), self.password)

    def desk(self, args: argparse.Namespace) -> Desk:
        """The open desk, with the officer of this command line acting.

        Raises:
            WorldError: the password, the profile, or the officer.
        """
        from desktop.office.desk import choose_officer, open_desk  # noqa: PLC0415

        officer = getattr(args, "officer", None)
        if self._desk is None:
            acting = choose_officer(self.vault, officer)
            self._desk = open_desk(self.vault, self.outside, acting, self.password_of(args))
        elif officer is not None and officer != self._desk.officer:
            known = officer in self._desk.opened
            self._desk.act_as(officer, "" if known else self.password_of(args))
        return self._desk

    def adopt(self, desk: Desk) -> None:
        """Keep a desk that enrolment has just opened."""
        self.close()
        self._desk = desk

    def close(self) -> None:
        """Let go of the profile."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None


def split_scan(text: str) -> tuple[str, Path]:
    """``KK=scan.pdf`` as the kind of document and the file.

    Raises:
        WorldError: no equals sign.
    """
    kind, equals, path = text.partition("=")
    if not equals or not kind or not path:
        raise WorldError(
            "lampiran_salah_tulis", f"Tulis lampiran sebagai JENIS=FILE, bukan “{text[:60]}”. Belum ada yang disimpan."
        )
    return kind.strip().lower(), Path(path)
