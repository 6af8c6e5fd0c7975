"""The hub as one device sees it, without HTTP: `sync.hub_port.Hub` over the service, for tests and simulation."""

from __future__ import annotations

from dataclasses import dataclass

from hub.errors import HubError, Refused
from hub.service import reading, snapshots, uploads
from hub.service.bench import Sender
from hub.service.configuring import configuration_of
from hub.service.exchange import device_of, exchange
from hub.service.ground import Ground
from hub.service.keyring import decide_key
from hub.service.leasing_calls import lease_for
from sync.errors import HubBusy, SyncError
from sync.errors import Refused as RefusedByHub
from sync.hub_port import Config, LetterKey, Part
from sync.protocol import BlobKey, SyncAnswer, SyncRequest


@dataclass(frozen=True, slots=True)
class DevicePort:
    """One device at one opened hub."""

    ground: Ground
    device: str

    @property
    def _sender(self) -> Sender:
        return uploads.sender_of(self.ground, device_of(self.device))

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        """Push and pull."""
        return exchange(self.ground, device_of(self.device), request)

    def config(self) -> Config:
        """The configuration of the device's office."""
        content = configuration_of(self.ground, self._sender.office)
        return Config(content["version"], content)

    def pack(self, pack_id: str, version: str) -> bytes:
        """A service pack's bytes."""
        try:
            return reading.pack_bytes(self.ground, pack_id, version)
        except HubError as error:
            raise told(error) from error

    def begin_upload(self, key: BlobKey, size: int) -> str:
        """Begin, or find again, an upload."""
        try:
            return uploads.begin_upload(self.ground, self._sender, key, size).upload
        except HubError as error:
            raise told(error) from error

    def upload_offset(self, upload: str) -> int:
        """How many bytes the hub holds."""
        return uploads.progress(self.ground, self._sender, upload).offset

    def append(self, upload: str, offset: int, piece: bytes) -> int:
        """Add a piece."""
        try:
            return uploads.append(self.ground, self._sender, upload, offset, piece).offset
        except HubError as error:
            raise told(error) from error

    def read_blob(self, key: BlobKey, offset: int, length: int) -> Part:
        """A part of an attachment."""
        found = reading.find_blob(self.ground, self._sender, key)
        return reading.read_part(self.ground, found, offset, length)

    def read_letter(self, key: LetterKey, offset: int, length: int) -> Part:
        """A part of the latest revision of a letter."""
        found = reading.find_letter(self.ground, self._sender, key)
        return reading.read_part(self.ground, found, offset, length)

    def read_snapshot(self, sha256: str, offset: int, length: int) -> Part:
        """A part of a snapshot's part."""
        found = snapshots.find_part(self.ground, self._sender, sha256)
        return reading.read_part(self.ground, found, offset, length)

    def decide_key(self, key_id: str, state: str, at: str, signature: bytes) -> None:
        """A head's word on a colleague's key."""
        try:
            decide_key(self.ground, self._sender, key_id, (state, at, signature))
        except HubError as error:
            raise told(error) from error

    def lease(self, office: str, book: str, year: int, count: int) -> None:
        """Ask for numbers."""
        try:
            lease_for(self.ground, self._sender, (office, book, year, count))
        except HubError as error:
            raise told(error) from error

    def hang_up(self) -> None:
        """There is no line to cut: every call ends by itself."""


def told(error: HubError) -> SyncError:
    """What a desk would have been told over HTTP."""
    if isinstance(error, Refused) and error.status in {429, 503}:
        return HubBusy(error.sentence, retry_after=error.retry_after)
    return RefusedByHub(error.code if isinstance(error, Refused) else "not_known", sentence=str(error))
