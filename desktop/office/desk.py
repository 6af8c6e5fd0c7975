"""An open desk: one profile, one office, the officers who have given their passwords, and the outside as parameters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from desktop.errors import BadInput, NotAllowed, NotFound
from desktop.files import only_one
from desktop.keys import Opened, Vault
from desktop.phrases import phrase
from desktop.store import states
from desktop.store.blobfiles import BlobFiles
from desktop.store.configuration import Configuration, stored_configuration
from desktop.store.database import FILE, Database, gone_store, is_gone, open_database
from desktop.store.migrating import bring_up_to_date
from desktop.store.states import Contact, Enrolled
from desktop.wrapping import RandomBytes
from domain.offices import Office
from domain.timekeeping import NOT_KNOWN, Uptime
from sync.keys import SigningKey


@dataclass(frozen=True, slots=True)
class Outside:
    """Time, ids and randomness: parameters, so that a test or a simulation can give its own.

    Attributes:
        new_id: UUIDv7 in lower case.
        rand: numbers in [0, 1).
        monotonic: seconds of a clock that never jumps.
        uptime: seconds since the computer was started, with the name of that start; unknown by default.
        ballast: bytes to hold on the disk for the day when it is full; none by default, for what lives for an hour.
    """

    now: Callable[[], datetime]
    new_id: Callable[[], str]
    token_bytes: RandomBytes
    rand: Callable[[], float]
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]
    uptime: Callable[[], Uptime] = lambda: NOT_KNOWN
    ballast: int = 0


@dataclass(slots=True)
class Desk:
    """A profile whose data key is in memory. `officer` acts; others may have given their passwords too."""

    profile: Path
    vault: Vault
    outside: Outside
    database: Database
    files: BlobFiles
    officer: str
    opened: dict[str, Opened] = field(repr=False)

    @property
    def signing_key(self) -> SigningKey:
        """The acting officer's own key on this desk."""
        return SigningKey(self.opened[self.officer].signing_key)

    @property
    def data_key(self) -> bytes:
        """The key of all data of this profile."""
        return next(iter(self.opened.values())).data_key

    def act_as(self, officer: str, password: str) -> None:
        """Let another officer of this desk act, with the officer's own password.

        Raises:
            WrongPassword, TooManyTries, NotFound: as `Vault.open`.
        """
        if officer not in self.opened:
            self.opened[officer] = self.vault.open(officer, password, self.outside.now())
        self.officer = officer

    def enrolled(self, connection: Connection) -> Enrolled:
        """Who this desk is.

        Raises:
            NotAllowed: it is not enrolled yet.
        """
        found = states.enrolled(connection)
        if found is None:
            raise not_enrolled()
        return found

    def configuration(self, connection: Connection) -> Configuration:
        """The regency's configuration as last fetched."""
        found = stored_configuration(connection)
        if found is None:
            raise not_enrolled()
        return found

    def contact(self, connection: Connection) -> Contact:
        """Where the desk stands with its hub."""
        self.enrolled(connection)
        return states.contact(connection)

    def office(self, connection: Connection) -> Office:
        """This desk's office, as the configuration describes it."""
        who = self.enrolled(connection)
        found = self.configuration(connection).office_by_id.get(who.office)
        if found is None:
            raise NotFound(
                "kantor_tidak_dikenal",
                phrase(
                    "Konfigurasi dari hub belum memuat kantor {office_name}. Data tetap aman. Sinkronkan, ulangi.",
                    office_name=who.office_name,
                ),
            )
        return found

    def close(self) -> None:
        """Let go of the database; the keys leave memory with this object."""
        self.database.close()
        self.opened.clear()


def not_enrolled() -> NotAllowed:
    """The one sentence for a desk that has not met its hub."""
    return NotAllowed(
        "belum_terdaftar",
        phrase(
            "Komputer ini belum terdaftar pada hub. Belum ada data di dalamnya. Jalankan 'desk enrol' dengan "
            "kode atau berkas pendaftaran."
        ),
    )


def choose_officer(vault: Vault, officer: str | None) -> str:
    """The officer who acts: the one named, or the only one of this desk.

    Raises:
        NotAllowed: the profile is empty.
        BadInput: several officers and none named.
        NotFound: the one named has no slot here.
    """
    known = vault.officers()
    if not known:
        raise not_enrolled()
    if officer is None and len(known) > 1:
        raise BadInput(
            "petugas_mana",
            phrase(
                "Komputer ini dipakai beberapa petugas. Tidak ada yang berubah. Pakai --officer: {list}.",
                list=", ".join(known),
            ),
        )
    if officer is not None and officer not in known:
        raise NotFound(
            "petugas_tidak_ada",
            phrase(
                "Petugas {officer} tidak terdaftar di komputer ini. Data tetap aman. Pilih petugas lain.",
                officer=officer,
            ),
        )
    return officer or known[0]


def open_desk(vault: Vault, outside: Outside, officer: str | None, password: str) -> Desk:
    """Open a profile with one officer's password.

    Raises:
        WrongPassword, TooManyTries: the password.
        DamagedStore, NewerStore: the database, told apart from a wrong password by the key's check value.
    """
    acting = choose_officer(vault, officer)
    opened = vault.open(acting, password, outside.now())
    if is_gone(vault.folder / FILE):
        raise gone_store()
    return open_with(vault, outside, opened)


def open_with(vault: Vault, outside: Outside, opened: Opened) -> Desk:
    """Open a profile with a slot that is already open."""
    database = open_database(vault.folder / FILE, opened.data_key)
    try:
        with only_one(vault.folder / "migrate.lock"):
            bring_up_to_date(database, vault.folder / "backups")
    except NotAllowed:
        pass  # another process is migrating; our own first transaction waits for it
    files = BlobFiles(vault.folder / "blobs", opened.data_key, outside.token_bytes)
    return Desk(vault.folder, vault, outside, database, files, opened.officer, {opened.officer: opened})
