from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.office.desk import Desk
from desktop.store import access_log, actions
from desktop.store.desk_log import SqlDeskLog
from domain.actions import ActionKind, Blob
from domain.scopes import scope_of_office
from sync.desk_log import DeskLog
from sync.hub_port import Config
from sync.keys import SigningKey
from sync.record import Draft, Envelope, make
from tests.contracts.desk_log import Bench, DeskLogContract
from tests.contracts.filling import FillingContract
from tests.contracts.repairing import RepairingContract
from tests.contracts.returning import ReturningContract
from tests.desktop import fakes


class SqlBench:
    """The desk's own store on a real disk."""

    home = scope_of_office(fakes.VILLAGE)

    def __init__(self, profile: Path) -> None:
        self._bench = fakes.Bench(profile)
        self._desk: Desk = self._bench.open_new()
        self.officer, self.hub = self._bench.officer, self._bench.hub
        self.log: DeskLog = SqlDeskLog(self._desk.database, self._bench.clock.now)

    def config(self, version: str) -> Config:
        return Config(version, fakes.config_of({"clerk": self.officer}, self.hub, version=version))

    def record(self, *blobs: Blob) -> Envelope:
        envelope = self._submission("clerk", self.officer, *blobs)
        with self._desk.database.writing() as connection:
            actions.append_own(connection, envelope, self.log.state().incarnation)
        return envelope

    def foreign(self) -> Envelope:
        return self._submission("colleague", SigningKey(b"c" * 32))

    def note_access(self) -> None:
        with self._desk.database.writing() as connection:
            access_log.note(connection, access_log.Read("2026-11-20T04:00:00.000Z", "clerk", "shown", "contoh"))

    def reopen(self) -> DeskLog:
        self._desk.close()
        self._desk = self._bench.open_again()
        return SqlDeskLog(self._desk.database, self._bench.clock.now)

    def close(self) -> None:
        self._desk.close()

    def _submission(self, author: str, key: SigningKey, *blobs: Blob) -> Envelope:
        outside = self._desk.outside
        draft = Draft(
            hub_id="hub-contoh",
            id=outside.new_id(),
            shard=fakes.KECAMATAN,
            request=outside.new_id(),
            kind=ActionKind.SUBMIT,
            base=None,
            author=author,
            at=outside.now(),
            hub_at=None,
            step="pengajuan",
            pack="surat-keterangan-usaha@1",
            blobs=blobs,
            body={"service": "surat-keterangan-usaha", "office": fakes.VILLAGE},
        )
        return make(draft, {"answers": {}}, key, outside.token_bytes)


class TestSqlDeskLog(DeskLogContract, ReturningContract, RepairingContract, FillingContract):
    @pytest.fixture
    def bench(self, tmp_path: Path) -> Iterator[Bench]:
        made = SqlBench(tmp_path / "profile")
        yield made
        made.close()
