"""What an engine may want to have done, and what may come of it."""

from __future__ import annotations

from dataclasses import dataclass

from sync.attachments import Wanted
from sync.hub_port import Config
from sync.protocol import BlobKey, SyncAnswer, SyncRequest


@dataclass(frozen=True, slots=True)
class FetchConfig:
    """Fetch ``GET /v1/config`` and answer with it."""


@dataclass(frozen=True, slots=True)
class Upload:
    """Send these bytes, and answer with None."""

    key: BlobKey


@dataclass(frozen=True, slots=True)
class Download:
    """Fetch these bytes into the desk, and answer with None."""

    wanted: Wanted


@dataclass(frozen=True, slots=True)
class FetchPart:
    """Fetch a part of a snapshot, and answer with its bytes."""

    sha256: str
    size: int


BlobStep = Upload | Download
Step = SyncRequest | FetchConfig | Upload | Download | FetchPart
Reply = SyncAnswer | Config | bytes | None


def fits(doing: Step | None, reply: Reply) -> bool:
    """Whether this can be what came of it."""
    if isinstance(reply, SyncAnswer):
        return isinstance(doing, SyncRequest)
    if isinstance(reply, Config):
        return isinstance(doing, FetchConfig)
    if isinstance(reply, bytes):
        return isinstance(doing, FetchPart)
    return isinstance(doing, Upload | Download)
