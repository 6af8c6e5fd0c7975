"""The way back by flash disk: the hub's answer, proved to its end before anything of it is taken.

It is taken request by request, as from the line; the same answer again, an older one, or one that the line has
overtaken changes nothing. It never tells what time it is: it may be weeks old.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from desktop.errors import HubTrouble
from desktop.files import only_one
from desktop.heard_parcels import NO_NEWS, TAKEN
from desktop.office.carrying_out import forget_parts
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.safekeeping import backup_daily
from desktop.office.services import take_pack
from desktop.office.timekeeping import now_text
from desktop.phrases import phrase
from desktop.store import actions as log_rows
from desktop.store import remembering
from desktop.store.blob_bytes import SqlBytes
from desktop.store.desk_log import SqlDeskLog
from desktop.store.remembering import Tried
from domain.verdicts import REFUSALS, Code
from sync import carrying
from sync.attachments import download
from sync.carrying import BLOB, CONFIG, LETTER, PACK, REFUSED, SYNC, CarriedBytes
from sync.errors import BytesAlarm, DeviceFork, FalseBytes, Superseded, SyncError
from sync.hub_port import Config
from sync.keys import SigningKey
from sync.parcel import ANSWER, Item, Label, open_parcel, read_label
from sync.parcel_errors import AskAgain, ForeignParcel, LaterAnswer
from sync.parcel_files import copied_from
from sync.protocol import BLOB_MAX, ZSTD, EntryRow, ErrorBody, SyncAnswer, decode, decode_json
from sync.reading import LaterKind
from sync.record import read_action


@dataclass(slots=True)
class _Came:
    """What an answer brought; `left`: scopes that only a later program reads to their end."""

    label: Label
    sent: int = 0
    accepted: int = 0
    refused: int = 0
    parked: int = 0
    received: int = 0
    files: int = 0
    alarms: int = 0
    answers: int = 0
    left: set[str] = field(default_factory=set)

    @property
    def nothing(self) -> bool:
        """Whether the desk had heard all of it before."""
        return not (self.answers or self.files)

    @property
    def counts(self) -> dict[str, int]:
        """For the sentence."""
        names = ("accepted", "refused", "parked", "files")
        return {name: getattr(self, name) for name in names}


def import_answer(desk: Desk, source: Path) -> Changed:
    """Take the hub's answer from a flash disk.

    Raises:
        HubTrouble: cut, changed, of another hub or desk, the wrong part first, only in part for this program, the flash
            disk gone (`sync.parcel_errors`), or the hub's refusal of the outbox; what was taken before stays taken.
        NotAllowed: an exchange runs on this profile, or the desk is not enrolled.
    """
    with only_one(desk.profile / "desk.lock"):
        try:
            with copied_from(source, desk.profile / ".jawaban.tmp") as file:
                came = _take(desk, file)
        except SyncError as error:
            _note(desk, error.code, error.sentence)
            raise HubTrouble(error.code, error.sentence) from error
        forget_parts(desk)
        backup_daily(desk)
        if came.left:
            _note(desk, LaterAnswer.code, LaterAnswer.sentence)
            raise HubTrouble(LaterAnswer.code, LaterAnswer.sentence)
        _note(desk, "", NO_NEWS if came.nothing else TAKEN.format(**came.counts))
        return _told(desk, came)


def _take(desk: Desk, file: BinaryIO) -> _Came:
    label = read_label(file)
    with desk.database.reading() as connection:
        who, contact = desk.enrolled(connection), desk.contact(connection)
    if (label.hub_id, label.device_id) != (who.hub_id, who.device_id):
        raise ForeignParcel("of another hub, or for another desk")
    parcel = open_parcel(file, SigningKey(who.device_key), contact.hub_keys[-1], ANSWER)
    log, came = SqlDeskLog(desk.database, desk.outside.now, desk.outside.uptime), _Came(label)
    for item, content in parcel.items():
        _take_item(desk, log, came, item, content)
    return came


def _take_item(desk: Desk, log: SqlDeskLog, came: _Came, item: Item, content: bytes) -> None:
    if item.kind == CONFIG:
        if carrying.is_newer(log, item.name[0]):
            log.save_config(Config(item.name[0], decode_json(content, dict[str, Any])))
    elif item.kind == PACK:
        take_pack(desk, content)
    elif item.kind == SYNC:
        _take_answer(log, came, decode(content, ZSTD, SyncAnswer))
    elif item.kind == REFUSED:
        _obey(desk, log, carrying.refusal(decode_json(content, ErrorBody)))
    elif item.kind in {BLOB, LETTER}:
        _take_bytes(desk, log, came, item, content)


def _take_answer(log: SqlDeskLog, came: _Came, answer: SyncAnswer) -> None:
    before = log.state()
    new = sum(_is_new(log, row) for row in answer.actions)
    taken = carrying.take(log, answer, came.label.incarnation, came.left)
    if taken is None:
        return
    codes = [row.code for row in taken.verdicts]
    came.sent += taken.ack_through - before.acked
    came.accepted += codes.count(Code.OK)
    came.refused += sum(code in REFUSALS for code in codes)
    came.parked += codes.count(Code.PARKED)
    came.received += new
    came.answers += bool(taken.verdicts or taken.entries or taken.ack_through > before.acked)


def _is_new(log: SqlDeskLog, row: EntryRow) -> bool:
    if isinstance(row.what, str):
        return False
    try:
        return log.own_hash(read_action(bytes(row.what.action)).id) is None
    except LaterKind:
        return False


def _obey(desk: Desk, log: SqlDeskLog, error: SyncError) -> None:
    """The hub took nothing. Of a desk that lives twice it wants the same actions under a new life."""
    if isinstance(error, DeviceFork):
        log.renumber(desk.outside.new_id())
        raise AskAgain from error
    raise error


def _take_bytes(desk: Desk, log: SqlDeskLog, came: _Came, item: Item, content: bytes) -> None:
    name = (item.kind, *item.name[: 2 if item.kind == LETTER else 3])
    wanted = carrying.find_wanted(log, name)
    if wanted is None:
        return
    revision = item.name[2] if item.kind == LETTER and len(item.name) > 2 else ""
    try:
        download(CarriedBytes(content, revision), SqlBytes(desk.database, desk.files), wanted, BLOB_MAX)
    except (BytesAlarm, FalseBytes, Superseded):  # one file never stops another
        came.alarms += 1
    else:
        came.files += 1


def _told(desk: Desk, came: _Came) -> Changed:
    with desk.database.reading() as connection:
        waiting = log_rows.unanswered_count(connection)
    said = phrase(NO_NEWS) if came.nothing else phrase(TAKEN, **came.counts)
    told: dict[str, Any] = {
        name: getattr(came, name) for name in ("sent", "accepted", "refused", "parked", "received", "files", "alarms")
    }
    about: dict[str, Any] = {
        "outbox": came.label.answers,
        "part": came.label.part,
        "waiting": waiting,
        "news": not came.nothing,
    }
    return Changed(everything=True, told={**told, **about}, sentence=said)


def _note(desk: Desk, code: str, sentence: str) -> None:
    with desk.database.writing() as connection:
        remembering.note_exchange(connection, Tried(now_text(desk, connection), code, sentence))
