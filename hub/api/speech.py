"""How the hub answers: a reply, and what every error looks like on the wire: Indonesian, free of personal data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy.exc import DataError, IntegrityError, OperationalError, SQLAlchemyError

from hub.errors import HubError, NotKnown, Refused, StorageFull
from sync.errors import (
    BadSignature,
    DeviceFork,
    EnrolmentRefused,
    EpochChanged,
    Gap,
    HistoryRewritten,
    HubFull,
    NotAllowed,
    SyncError,
    TooNew,
    TooOld,
    Unreadable,
)
from sync.protocol import JSON, ErrorBody, encode_error, encode_json


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer before it is signed."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def json_reply(value: object, status: int = 200) -> Reply:
    """A JSON body."""
    return Reply(status, encode_json(value), {"content-type": JSON})


def error_reply(status: int, body: ErrorBody, retry_after: int | None = None) -> Reply:
    """An answer that is no success."""
    headers = {"content-type": JSON} | ({} if retry_after is None else {"retry-after": str(retry_after)})
    return Reply(status, encode_error(body), headers)


_STATUS: Final[tuple[tuple[type[SyncError], int], ...]] = (
    (TooOld, 426),
    (TooNew, 426),
    (DeviceFork, 409),
    (Gap, 409),
    (EpochChanged, 409),
    (HistoryRewritten, 409),
    (NotAllowed, 403),
    (BadSignature, 401),
    (EnrolmentRefused, 403),
    (Unreadable, 400),
)
_SAFE: Final = "Data tetap tersimpan di komputer Anda."


def reply_to(error: Exception) -> Reply:
    """What the caller is told about an error; the log is told the rest."""
    if isinstance(error, SyncError):
        return _sync_reply(error)
    if isinstance(error, Refused):
        return error_reply(error.status, ErrorBody(error.code, error.sentence), error.retry_after)
    if isinstance(error, NotKnown):
        return error_reply(404, ErrorBody("not_known", str(error)))
    if isinstance(error, StorageFull):
        return error_reply(503, ErrorBody(HubFull.code, HubFull.sentence), retry_after=60)
    if isinstance(error, OperationalError):
        return error_reply(503, ErrorBody("busy", f"Hub sedang sibuk. {_SAFE}"), retry_after=5)
    away = isinstance(error, (HubError, SQLAlchemyError, OSError))
    if away and not isinstance(error, (DataError, IntegrityError)):  # those two are about what was sent
        return error_reply(503, ErrorBody("busy", f"Hub sedang terganggu. {_SAFE}"), retry_after=30)
    return error_reply(500, ErrorBody("failed", f"Hub mengalami kesalahan. {_SAFE}"), retry_after=30)


def _sync_reply(error: SyncError) -> Reply:
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 400)
    return error_reply(status, _sync_body(error))


def _sync_body(error: SyncError) -> ErrorBody:
    if isinstance(error, EnrolmentRefused):
        return ErrorBody(error.reason, error.sentence, tries_left=error.tries_left)
    if isinstance(error, Gap):
        return ErrorBody(error.code, error.sentence, ack_through=error.ack_through)
    if isinstance(error, EpochChanged):
        return ErrorBody(error.code, error.sentence, epoch=error.epoch)
    return ErrorBody(error.code, error.sentence)
