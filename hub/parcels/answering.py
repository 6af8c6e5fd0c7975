"""The hub's answer as a parcel: what the desk would have got over the line, to its last question.

It may be written again at any time, with what has happened since, and in several parts when the flash disk is small.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from msgspec.structs import replace

from hub.parcels.keeping import Kept, asking_device, keep, kept_of
from hub.parcels.receiving import TO_BE_TOLD, check_epoch, refusal_of
from hub.service import reading
from hub.service.bench import Sender
from hub.service.configuring import configuration_of
from hub.service.docket import read_request
from hub.service.exchange import Device, exchange
from hub.service.ground import Ground
from hub.service.own_actions import now_of
from hub.service.uploads import sender_of
from sync.carrying import CONFIG, LETTER, PACK, REFUSED, SYNC, Question, key_of, name_of
from sync.encoding import instant_text
from sync.errors import NotAllowed, SyncError
from sync.hub_port import LetterKey
from sync.parcel import ANSWER, Label, ParcelWriter
from sync.parcel_errors import DiskFull
from sync.protocol import BLOB_MAX, ZSTD, SyncAnswer, encode, encode_json
from sync.record import read_action
from sync.wanting import wanted_of

Name = tuple[str, ...]


@dataclass(slots=True)
class Answered:
    """What an answer came to; `left` counts the files that did not fit, `more` whether entries did not either."""

    device: str
    part: int
    entries: int = 0
    verdicts: int = 0
    files: int = 0
    left: int = 0
    more: bool = False

    def told(self) -> dict[str, Any]:
        """For the administrator."""
        found: dict[str, Any] = {"device": self.device, "answer_part": self.part, "entries": self.entries}
        return found | {"verdicts": self.verdicts, "files_out": self.files, "left": self.left, "more": self.more}


@dataclass(slots=True)
class _Answering:
    """One part on its way to a file."""

    ground: Ground
    device: Device
    sender: Sender
    writer: ParcelWriter
    limit: int
    answered: Answered
    touched: dict[tuple[str, str], None] = field(default_factory=dict)

    def tell(self, question: Question) -> Question:
        """Everything that the desk asks for and that fits; what is left to be told."""
        version, packs = self._configuration(question)
        ask = self._entries(question)
        names = dict.fromkeys([*question.wants, *self._names()])
        left = tuple(name for name in names if not self._file(name))
        self.answered.left = len(left)
        return Question(ask=ask, config_version=version, packs=packs, wants=left)

    def _configuration(self, question: Question) -> tuple[str, tuple[str, ...]]:
        content = configuration_of(self.ground, self.sender.office)
        version = str(content["version"])
        if version != question.config_version:
            self.writer.must_put(self.limit, CONFIG, encode_json(content), version)
        packs = tuple(f"{each['id']}@{each['version']}" for each in content["packs"])
        for ref in (each for each in packs if each not in question.packs):
            service, _, number = ref.rpartition("@")
            self.writer.must_put(self.limit, PACK, reading.pack_bytes(self.ground, service, number), service, number)
        return version, packs

    def _entries(self, question: Question) -> Any:
        ask = question.ask
        while True:
            answer = exchange(self.ground, self.device, ask)
            if not self.writer.put_if_fits(self.limit, SYNC, encode(answer, ZSTD)):
                if ask is question.ask:
                    raise DiskFull("not even the first entries fit")
                self.answered.more = True
                return ask
            self._count(answer)
            seen = ask.verdict_seen + len(answer.verdicts)
            ask = replace(ask, cursor=answer.cursor, verdict_seen=seen, epoch=answer.epoch)
            if not answer.more:
                return ask

    def _count(self, answer: SyncAnswer) -> None:
        self.answered.entries += len(answer.actions)
        self.answered.verdicts += len(answer.verdicts)
        for row in answer.actions:
            action = None if isinstance(row.what, str) else read_action(bytes(row.what.action))
            if action is not None and action.request is not None:
                self.touched[action.shard, action.request] = None

    def _names(self) -> Iterator[Name]:
        """What the desk will want once it has read these entries."""
        for key in self.touched:
            with self.ground.store.reading() as connection:
                request = read_request(connection, key, self.ground.catalogue(connection))
            if request is not None:
                yield from (name_of(each.key) for each in wanted_of(request, self.sender.office, {}))

    def _file(self, name: Name) -> bool:
        """Add the bytes of one name; False when they do not fit. What is not there, or not for this office, is none."""
        try:
            found = self._found(name)
        except SyncError:
            return True
        if not self.writer.fits(found.size, self.limit):
            return False
        revision = (found.revision,) if name[0] == LETTER else ()
        self.writer.put(name[0], reading.read_part(self.ground, found, 0, BLOB_MAX).content, *name[1:], *revision)
        self.answered.files += 1
        return True

    def _found(self, name: Name) -> reading.Found:
        key = key_of(name)
        if key is None:
            raise NotAllowed("no such name")
        if isinstance(key, LetterKey):
            return reading.find_letter(self.ground, self.sender, key)
        return reading.find_blob(self.ground, self.sender, key)


def write_answer(ground: Ground, device_id: str, file: BinaryIO, limit: int, *, rest: bool = False) -> Answered:
    """Write the answer to a device's last question, of at most `limit` bytes; with `rest` what the last part left.

    Raises:
        NotKnown: it never asked.
        Refused: it is unknown here or revoked.
        DiskFull: not even the first things fit.
    """
    device, row = asking_device(ground, device_id)
    kept = kept_of(ground, device_id)
    question, part = (kept.rest, kept.part + 1) if rest and kept.rest is not None else (kept.question, 1)
    label = _label(ground, kept, question, part)
    writer = ParcelWriter(file, label, bytes(row.public), ground.identity.key, ground.world.token_bytes)
    answered = Answered(device_id, part)
    going = _Answering(ground, device, sender_of(ground, device), writer, limit, answered)
    after = _told(going, kept, question)
    writer.close()
    keep(ground, device_id, Kept(outbox=kept.outbox, question=kept.question, refused=kept.refused, **after))
    return answered


def _told(going: _Answering, kept: Kept, question: Question) -> dict[str, Any]:
    refused = kept.refused
    if refused is None:
        try:
            check_epoch(going.ground, question.ask)
            return {"rest": going.tell(question), "part": going.answered.part}
        except TO_BE_TOLD as error:
            refused = refusal_of(error)
    going.writer.put(REFUSED, encode_json(refused))
    return {}


def _label(ground: Ground, kept: Kept, question: Question, part: int) -> Label:
    return Label(
        kind=ANSWER,
        id=ground.world.new_id(),
        hub_id=ground.identity.hub_id,
        device_id=question.ask.device_id,
        incarnation=question.ask.incarnation,
        to="",
        made_at=instant_text(now_of(ground)),
        part=part,
        answers=kept.outbox,
    )
