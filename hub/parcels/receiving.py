"""An outbox from a flash disk: proved, then taken in request by request exactly as from the line.

Each request is a transaction of its own. What is taken stays taken when something later fails, and the same parcel
again, in any order and beside the line, changes nothing.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from msgspec.structs import replace

from hub.parcels.keeping import Kept, asking_device, keep
from hub.service.exchange import Device, exchange
from hub.service.ground import Ground
from hub.service.port import DevicePort
from hub.service.working import work_off
from sync.attachments import upload
from sync.carrying import BLOB, QUESTION, SYNC, CarriedBytes, Question, key_of
from sync.errors import DeviceFork, EpochChanged, Gap, HistoryRewritten, SyncError, TooNew, TooOld, Unreadable
from sync.parcel import OUTBOX, Item, Label, open_parcel, read_label
from sync.parcel_errors import ForeignParcel
from sync.protocol import PIECE_GOOD, ZSTD, BlobKey, ErrorBody, SyncRequest, decode, decode_json

_ALL: Final = 2**53
"""More verdicts than a device will ever have: an outbox is taken in without an answer, which has its own parcel."""
TO_BE_TOLD: Final = (TooOld, TooNew, EpochChanged, Gap, DeviceFork, HistoryRewritten)
"""Refusals of a whole request that the desk has to hear of."""


@dataclass(slots=True)
class Received:
    """What an outbox came to.

    Attributes:
        actions: in it; how many of them are new here is in `new`.
        files: attachments in it; `refused_files` of them were not what they should be.
        refused: the hub's word on all of it; None where it was taken.
    """

    label: Label
    office: str
    actions: int = 0
    new: int = 0
    files: int = 0
    refused_files: int = 0
    refused: ErrorBody | None = None
    question: Question | None = None

    def told(self) -> dict[str, Any]:
        """For the administrator."""
        found: dict[str, Any] = {"device": self.label.device_id, "office": self.office, "outbox": self.label.id}
        found |= {"part": self.label.part, "made_at": self.label.made_at, "actions": self.actions, "new": self.new}
        found |= {"files": self.files, "refused_files": self.refused_files}
        return found | ({"error": self.refused.error, "message": self.refused.message} if self.refused else {})


def receive(ground: Ground, file: BinaryIO) -> Received:
    """Take an outbox in.

    Raises:
        ParcelTrouble: it is cut, changed, or for another hub; nothing of it was taken.
        Refused: its device is unknown here or revoked; likewise.
    """
    label = read_label(file)
    if label.hub_id != ground.identity.hub_id:
        raise ForeignParcel("for another hub")
    device, row = asking_device(ground, label.device_id)
    parcel = open_parcel(file, ground.identity.key, bytes(row.public), OUTBOX)
    received = Received(label, row.office)
    for item, content in parcel.items():
        _take(ground, device, received, item, content)
    if received.question is None:
        raise Unreadable("an outbox without a question")
    _lease(ground, received)
    work_off(ground)  # letters are prepared and compared before the answer is written
    keep(ground, device.device, Kept(outbox=label.id, question=received.question, refused=received.refused))
    return received


def _take(ground: Ground, device: Device, received: Received, item: Item, content: bytes) -> None:
    if item.kind == QUESTION:
        received.question = decode_json(content, Question)
    elif item.kind == SYNC and received.refused is None:
        _exchange(ground, device, received, decode(content, ZSTD, SyncRequest))
    elif item.kind == BLOB:
        received.files += 1
        key = key_of((BLOB, *item.name))
        try:
            if not isinstance(key, BlobKey):
                raise Unreadable("an attachment without a name")
            upload(DevicePort(ground, device.device), CarriedBytes(content), key, PIECE_GOOD)
        except SyncError:  # one attachment never stops another; the answer names it as missing
            received.refused_files += 1


def _exchange(ground: Ground, device: Device, received: Received, request: SyncRequest) -> None:
    received.actions += len(request.push)
    try:
        check_epoch(ground, request)
        known = exchange(ground, device, replace(request, push=[], access=[], cursor={}, verdict_seen=_ALL))
        answer = exchange(ground, device, replace(request, cursor={}, verdict_seen=_ALL))
    except TO_BE_TOLD as error:
        received.refused = refusal_of(error)
    else:
        received.new += answer.ack_through - known.ack_through


def check_epoch(ground: Ground, request: SyncRequest) -> None:
    """What a hub lost that was restored is given back over the line, in several questions and answers.

    Raises:
        EpochChanged: the desk knows this hub as it was before.
    """
    if request.epoch not in {0, ground.identity.epoch}:
        raise EpochChanged(ground.identity.epoch)


def refusal_of(error: SyncError) -> ErrorBody:
    """The same words as over the line."""
    through, epoch = getattr(error, "ack_through", 0), getattr(error, "epoch", 0)
    return ErrorBody(error.code, error.sentence, ack_through=through, epoch=epoch)


def _lease(ground: Ground, received: Received) -> None:
    """Numbers that run low; a wish that cannot be granted is left, as over the line."""
    port = DevicePort(ground, received.label.device_id)
    for each in received.question.leases if received.question else ():
        with suppress(SyncError):
            port.lease(received.office, each.book, each.year, each.count)
