from __future__ import annotations

import copy

import pytest

from domain.actions import Blob
from sync.desk_log import AuthorKey, DeskLog
from sync.hub_port import Config
from sync.record import Envelope
from tests.contracts.desk_log import Bench, DeskLogContract
from tests.contracts.filling import FillingContract
from tests.contracts.repairing import RepairingContract
from tests.contracts.returning import ReturningContract
from tests.sync.fakes import CONFIG, VILLAGE, MemoryDeskLog, Officer, key_of


class MemoryBench:
    home = VILLAGE

    def __init__(self) -> None:
        self._clerk, self._colleague = Officer("clerk"), Officer("colleague")
        self.officer, self.hub = self._clerk.key, key_of("hub")
        keys = {
            self.officer.key_id: AuthorKey(self.officer.public, is_hub=False),
            self.hub.key_id: AuthorKey(self.hub.public, is_hub=True),
        }
        self._memory = MemoryDeskLog("desk-a", (VILLAGE, CONFIG), self.hub.public, keys)
        self.log: DeskLog = self._memory

    def config(self, version: str) -> Config:
        return Config(version, {"version": version, "keys": []})

    def record(self, *blobs: Blob) -> Envelope:
        return self._memory.record(self._clerk.submit(blobs=blobs))

    def foreign(self) -> Envelope:
        return self._colleague.submit()

    def note_access(self) -> None:
        self._memory.note("contoh")

    def reopen(self) -> DeskLog:
        return copy.deepcopy(self._memory)


class TestMemoryDeskLog(DeskLogContract, ReturningContract, RepairingContract, FillingContract):
    @pytest.fixture
    def bench(self) -> Bench:
        return MemoryBench()
