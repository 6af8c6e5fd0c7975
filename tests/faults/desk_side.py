"""A desk's folder opened with the desk's own code: what is in it, and whether it holds together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select

from desktop.cli.session import real_outside
from desktop.errors import DamagedStore, WorldError
from desktop.keys import Opened, Vault
from desktop.office.desk import Desk, choose_officer, open_with
from desktop.store import projection, tables
from desktop.store.blobfiles import Kept
from desktop.store.database import FILE, gone_store, is_gone
from sync.encoding import unb64u
from tests.desktop.projections import check_projection
from tests.faults.findings import CORRUPT, LOST, UNSIGNED, Finding

Fact = tuple[object, ...]
Facts = frozenset[Fact]
_QUESTIONS: Final = (
    "SELECT 'own', hash FROM actions WHERE own",
    "SELECT 'verdict', hash, code, rev FROM actions WHERE code IS NOT NULL AND code <> 'parked'",
    "SELECT 'entry', scope, seq, action FROM entries",
    "SELECT 'look', n, hex(link) FROM access_log",
    "SELECT 'bytes', request, sha256 FROM blobs WHERE file IS NOT NULL",
    "SELECT 'letter', request, letter, revision FROM letters",
    "SELECT 'number', office, book, year, n, request FROM numbers",
    "SELECT 'lease', id FROM leases",
    "SELECT 'enrolled' FROM settings WHERE name = 'enrolled'",
)
"""What stays once it was there."""
TOLD_BY_THE_HUB: Final = (
    "SELECT 'verdict', hash, code, rev FROM actions WHERE own AND code IS NOT NULL AND code <> 'parked'",
    "SELECT 'entry', scope, seq, action FROM entries",
    "SELECT 'blob', request, sha256 FROM blobs WHERE own AND state = 'stored'",
    "SELECT 'signed', request, named FROM letters WHERE revision = 'signed'",
)
"""What a desk has because its hub said it: the hub must never have it no more."""


class DeskOpener:
    """Opens folders of one computer; a password is stretched once for each state of the key file."""

    def __init__(self, passwords: Mapping[str, str]) -> None:
        self._passwords = passwords
        self._opened: dict[bytes, Opened] = {}

    def open(self, profile: Path) -> Desk:
        """The desk in this folder, as the program opens it.

        Raises:
            WorldError: as the program would say it.
        """
        outside = real_outside()
        vault = Vault(profile, outside.token_bytes)
        officer = choose_officer(vault, next(iter(vault.officers()), None))
        key = (profile / "keys.json").read_bytes()
        if key not in self._opened:
            self._opened[key] = vault.open(officer, self._passwords[officer], outside.now())
        if is_gone(profile / FILE):
            raise gone_store()
        return open_with(vault, outside, self._opened[key])

    def facts(self, profile: Path, questions: tuple[str, ...] = _QUESTIONS) -> Facts:
        """What is in this folder."""
        desk = self.open(profile)
        try:
            return facts_of(desk, questions)
        finally:
            desk.close()

    def check(self, profile: Path, acknowledged: Facts) -> list[Finding]:
        """What is wrong with this folder, of which this much had been acknowledged."""
        looked = (profile / f"{FILE}-wal").exists()  # then opening it looks at every page
        try:
            desk = self.open(profile)
        except WorldError as error:
            return [Finding(LOST, f"the desk does not open: {error.line}")] if acknowledged else []
        try:
            return [*_lost(desk, acknowledged), *_troubles(desk, looked=looked)]
        except WorldError as error:
            return [Finding(CORRUPT, error.line)]
        finally:
            desk.close()


def facts_of(desk: Desk, questions: tuple[str, ...] = _QUESTIONS) -> Facts:
    """What an open desk has."""
    with desk.database.reading() as connection:
        rows = [connection.exec_driver_sql(question).all() for question in questions]
    officers = {("officer", officer) for officer in desk.vault.officers()} if questions is _QUESTIONS else set()
    return frozenset({tuple(row) for each in rows for row in each} | officers)


def _lost(desk: Desk, acknowledged: Facts) -> Iterator[Finding]:
    for fact in sorted(acknowledged - facts_of(desk), key=str):
        yield Finding(LOST, f"{fact} was there when the desk had said so")


def _troubles(desk: Desk, *, looked: bool) -> Iterator[Finding]:
    """Everything in this desk that does not hold together."""
    if not looked and not desk.database.healthy():
        yield Finding(CORRUPT, "SQLite or SQLCipher finds a broken page")
        return
    try:
        check_projection(desk)
    except AssertionError as error:
        yield Finding(CORRUPT, f"the list is not the fold of the log: {str(error)[:200]}")
    with desk.database.reading() as connection:
        if unfolded := projection.unfolded(connection):
            yield Finding(CORRUPT, f"{len(unfolded)} requests of the log are not in the list")
        named = {row.file: row for table in (tables.blobs, tables.letters) for row in connection.execute(select(table))}
    for name, row in named.items():
        if name is not None and not _reads(desk, row):
            yield Finding(CORRUPT, f"the bytes {row.sha256} of {row.request} do not read")
    yield from _signed_without_bytes(desk)
    with desk.database.writing() as connection:  # what is recorded next can be
        connection.exec_driver_sql("UPDATE settings SET value = value WHERE name = 'contact'")


def _reads(desk: Desk, row: Any) -> bool:
    try:
        desk.files.read_all(Kept(row.file, row.wrapped_key, unb64u(row.sha256), row.size))
    except DamagedStore:
        return False
    return True


def _signed_without_bytes(desk: Desk) -> Iterator[Finding]:
    """An action that signed a letter has the letter here, or the letter is listed as wanted."""
    signing = "SELECT id, request, kind FROM actions WHERE kind = 'issue' AND own OR code = 'ok' AND kind IN (?, ?)"
    here = (
        "SELECT request FROM wants UNION SELECT request FROM blobs WHERE file IS NULL UNION "
        "SELECT request FROM letters WHERE revision IN ('signed', 'with_revocation')"
    )
    with desk.database.reading() as connection:
        known = {row.request for row in connection.exec_driver_sql(here)}
        for row in connection.exec_driver_sql(signing, ("issue", "sign")).all():
            if row.request not in known:
                yield Finding(UNSIGNED, f"{row.kind} {row.id} is in the log and its letter is nowhere")
