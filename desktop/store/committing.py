"""One answer of the hub, committed whole: acknowledgement, verdicts, entries, projection, cursor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec
from sqlalchemy import Connection, bindparam, update
from sqlalchemy.dialects.sqlite import insert

from desktop.store import access_log, blobs, catalogue, citizens, erasing, rewinding, settings, states
from desktop.store import actions as log
from desktop.store import letter_numbers as numbers
from desktop.store.access_log import subject_of
from desktop.store.actions import Stored
from desktop.store.letter_numbers import Lease
from desktop.store.projection import content_in, fold_standing, latest_answers, put_row, row_of
from desktop.store.tables import actions, cursors, entries
from desktop.store.wanting import note_wants
from domain.actions import Action, ActionKind
from domain.request import BrokenLog
from domain.timekeeping import NOT_KNOWN, Heard, Uptime
from domain.verdicts import Code
from forms.pack import Pack
from forms.packs import route_of
from sync.desk_log import Entry, Taken
from sync.encoding import instant_text
from sync.errors import HistoryRewritten
from sync.protocol import VerdictRow
from sync.record import Envelope

_ANSWERS = frozenset({ActionKind.SUBMIT, ActionKind.CORRECT})


def commit(connection: Connection, taken: Taken, desk_now: datetime, uptime: Uptime = NOT_KNOWN) -> None:
    """Take a checked answer in. Everything in it may come a second time and changes nothing then.

    Raises:
        HistoryRewritten: accepted entries that no judge could have accepted in this order; nothing is kept.
    """
    touched: set[str] = set()
    for row in taken.verdicts:
        touched |= _note_verdict(connection, row)
    for entry in taken.entries:
        touched |= note_entry(connection, entry)
    if taken.epoch > 1:
        rewinding.give_way(connection, taken.entries)
    for scope, (seq, anchor) in taken.cursor.items():
        statement = insert(cursors).values(scope=scope, seq=seq, anchor=anchor)
        newer = {"seq": seq, "anchor": anchor}
        further = statement.on_conflict_do_update(index_elements=["scope"], set_=newer, where=cursors.c.seq < seq)
        connection.execute(further)
    blobs.mark_missing(connection, taken.missing)
    _note_contact(connection, taken, Heard(taken.hub_now, desk_now, uptime))
    for request in sorted(touched):
        project(connection, request, instant_text(desk_now))


def project(connection: Connection, request: str, now: str) -> bool:
    """Bring list, wanted bytes and register up to what the log says of a request; False without its service pack.

    Raises:
        HistoryRewritten: the accepted log cannot be.
    """
    who = states.enrolled(connection)
    held = log.of_request(connection, request)
    submitted = next((item.action for item in held if item.action.kind is ActionKind.SUBMIT), None)
    pack = catalogue.pack_of(connection, submitted.pack or "") if submitted else None
    if pack is None or who is None:
        return False
    try:
        standing = fold_standing(held, route_of(pack))
    except BrokenLog as error:
        raise HistoryRewritten(f"{request}: {error}") from error
    if standing is None:
        return False
    answers = latest_answers(held)
    put_row(connection, row_of(held, standing, _subject(connection, pack, answers)))
    if standing.accepted is not None:
        note_wants(connection, standing.accepted, who.office, _letter_sizes(held))
        if who.office == standing.accepted.filing_office:
            for person in catalogue.persons_of(pack, answers):
                citizens.keep(connection, person, f"permohonan {request}", now)
    return True


def _letter_sizes(held: Iterable[Stored]) -> dict[str, int]:
    """The size of each signed letter by the id of the action that signed it: in its body, or as the blob it names."""
    return {
        item.action.id: next((blob.size for blob in item.action.blobs if blob.document == "letter"), None)
        or item.action.whole("size")
        for item in held
        if item.action.kind in {ActionKind.SIGN, ActionKind.ISSUE, ActionKind.SIGNED_ON_PAPER}
    }


def _subject(connection: Connection, pack: Pack, answers: Mapping[str, object]) -> tuple[str, str]:
    """Name for lists and keyed hash of the NIK."""
    salt = settings.get(connection, "salt", bytes) or b""
    person = catalogue.applicant_of(pack, answers)
    name, nik = person.get("nama"), person.get("nik")
    return str(name or ""), subject_of(nik, salt) if isinstance(nik, str) else ""


def _note_verdict(connection: Connection, row: VerdictRow) -> set[str]:
    """A verdict on an own action; final ones never change but by a person, after a hub was restored.

    A restored desk may lack the action that one names.
    """
    stored = log.by_hash(connection, row.action)
    if stored is None or (stored.code not in {None, Code.PARKED} and not rewinding.overturned(connection, stored, row)):
        return set()
    connection.execute(
        update(actions)
        .where(actions.c.hash == row.action)
        .values(
            code=row.code.value,
            reason=row.reason,
            waits_for=None if row.waits_for is None else row.waits_for.value,
            scope=row.scope or None,
            seq=row.seq,
            rev=row.rev,
            sent=True,
        )
    )
    return {stored.action.request} if stored.action.request else set()


def note_entry(connection: Connection, entry: Entry) -> set[str]:
    """An accepted entry in its place, with what it means for this desk; gives the request that it is about."""
    known = log.by_hash(connection, entry.hash)
    action = known.action if known else entry.action
    envelope = known.envelope if known else entry.envelope
    if action is None or envelope is None:
        return set()
    if known is None:
        log.add_received(connection, envelope, entry.rev)
    elif known.rev is None or known.rev != entry.rev:
        accepted = {"code": Code.OK.value, "reason": "", "waits_for": None, "rev": entry.rev, "sent": True}
        connection.execute(update(actions).where(actions.c.hash == entry.hash).values(**accepted))
    row = {"scope": entry.scope, "seq": entry.seq, "shard": action.shard, "action": action.id, "rev": entry.rev}
    connection.execute(insert(entries).values(row).on_conflict_do_nothing())
    _effects(connection, action, envelope)
    return {action.request} if action.request else set()


def _effects(connection: Connection, action: Action, envelope: Envelope) -> None:
    """What an accepted action means for this desk beside the request's fold."""
    if action.request is not None:
        names = _file_names(action, envelope)
        for blob in action.blobs:
            name = names.get(blob.sha256)
            blobs.add_named(connection, action.shard, action.request, blob, name if isinstance(name, str) else "")
    if action.kind is ActionKind.NUMBER_LEASED:
        _keep_lease(connection, action)
    if action.kind is ActionKind.ERASED:
        erasing.erase(connection, action)


def _file_names(action: Action, envelope: Envelope) -> Mapping[str, object]:
    content = content_in(envelope) if action.blobs else None
    found = content.get("files") if content else None
    return found if isinstance(found, dict) else {}


def _keep_lease(connection: Connection, action: Action) -> None:
    who = states.enrolled(connection)
    if who is None or action.text("device") != who.device_id:
        return
    numbers.keep_lease(
        connection,
        Lease(
            id=action.id,
            office=action.text("office"),
            book=action.text("book"),
            year=action.whole("year"),
            first=action.whole("first"),
            last=action.whole("last"),
            incarnation=action.text("incarnation"),
            expires=action.text("expires"),
        ),
    )


def _note_contact(connection: Connection, taken: Taken, answer: Heard) -> None:
    before = states.contact(connection)
    keys = before.hub_keys
    if taken.new_hub_key is not None and taken.new_hub_key != keys[-1]:
        keys = (*keys, taken.new_hub_key)
    same = taken.incarnation == before.incarnation
    after = msgspec.structs.replace(
        before if taken.carried else states.reached(before, answer),
        hub_keys=keys,
        epoch=taken.epoch,
        verdict_seen=max(before.verdict_seen, taken.verdict_seen),
        acked=max(before.acked, taken.ack_through) if same else before.acked,
        access_acked=taken.access_ack if taken.access_seam else max(before.access_acked, taken.access_ack),
        nonce=taken.nonce,
        durable_through=dict(taken.durable_through),
        orders=tuple(order.order for order in taken.controls),
    )
    settings.put(connection, "contact", after)
    if taken.access_seam is not None:
        access_log.go_on_behind(connection, taken.access_ack, taken.access_seam)
    if same:
        mine = (actions.c.incarnation == taken.incarnation) & (actions.c.device_seq <= taken.ack_through)
        connection.execute(update(actions).where(mine).values(sent=True))


def project_all(connection: Connection, requests: Iterable[str], now: str) -> tuple[str, ...]:
    """Project several; gives those whose service pack is still not here."""
    return tuple(request for request in requests if not project(connection, request, now))
