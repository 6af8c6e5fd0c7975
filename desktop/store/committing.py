"""One answer of the hub, committed whole: acknowledgement, verdicts, entries, projection, cursor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import msgspec
from sqlalchemy import Connection, bindparam, update
from sqlalchemy.dialects.sqlite import insert

from desktop.store import access_log, blobs, catalogue, citizens, erasing, rewinding, settings, states
from desktop.store import actions as log
from desktop.store import letter_numbers as numbers
from desktop.store.access_log import subject_of
from desktop.store.actions import Stored
from desktop.store.letter_numbers import Lease
from desktop.store.many import say_for_each
from desktop.store.projection import RequestRow, content_in, fold_standing, latest_answers, put_rows, row_of
from desktop.store.tables import actions, cursors, entries
from desktop.store.wanting import note_wants
from domain.actions import Action, ActionKind, Blob
from domain.request import BrokenLog, Request
from domain.timekeeping import NOT_KNOWN, Heard, Uptime
from domain.verdicts import Code
from forms.pack import Pack
from forms.packs import route_of
from sync.desk_copy import Entry
from sync.desk_log import Taken
from sync.encoding import instant_text
from sync.errors import HistoryRewritten
from sync.protocol import VerdictRow
from sync.record import Envelope

_ANSWERS = frozenset({ActionKind.SUBMIT, ActionKind.CORRECT})


_NEW_CURSOR: Final = insert(cursors)
_FURTHER: Final = _NEW_CURSOR.on_conflict_do_update(
    index_elements=["scope"],
    set_={"seq": _NEW_CURSOR.excluded.seq, "anchor": _NEW_CURSOR.excluded.anchor},
    where=cursors.c.seq < _NEW_CURSOR.excluded.seq,
)
_SAID: Final = update(actions).where(actions.c.hash == bindparam("own_hash"))
_ACCEPTED: Final = {"code": Code.OK.value, "reason": "", "waits_for": None, "sent": True}
_STANDS: Final = insert(entries).on_conflict_do_nothing()
_SENT: Final = (
    update(actions)
    .where(actions.c.incarnation == bindparam("life"), actions.c.device_seq <= bindparam("through"))
    .values(sent=True)
)
"""Made once: an exchange says them for each of its entries, and making one costs as much as asking it."""


def commit(connection: Connection, taken: Taken, desk_now: datetime, uptime: Uptime = NOT_KNOWN) -> None:
    """Take a checked answer in. Everything in it may come a second time and changes nothing then.

    Raises:
        HistoryRewritten: accepted entries that no judge could have accepted in this order; nothing is kept.
    """
    touched = note_verdicts(connection, taken.verdicts) | note_entries(connection, taken.entries)
    if taken.epoch > 1:
        rewinding.give_way(connection, taken.entries)
    for scope, (seq, anchor) in taken.cursor.items():
        connection.execute(_FURTHER, {"scope": scope, "seq": seq, "anchor": anchor})
    blobs.mark_missing(connection, taken.missing)
    _note_contact(connection, taken, Heard(taken.hub_now, desk_now, uptime))
    project_all(connection, sorted(touched), instant_text(desk_now))


def project(connection: Connection, request: str, now: str) -> bool:
    """Bring list, wanted bytes and register up to what the log says of a request; False without its service pack.

    Raises:
        HistoryRewritten: the accepted log cannot be.
    """
    return not project_all(connection, (request,), now)


def project_all(connection: Connection, requests: Iterable[str], now: str) -> tuple[str, ...]:
    """Project several, each folded once; gives those whose service pack is still not here. Errors as of `project`."""
    wanted = tuple(requests)
    who = states.enrolled(connection)
    if who is None or not wanted:
        return wanted
    shelf, found = _Shelf(connection), list[_Projected]()
    for request, held in log.of_requests(connection, wanted).items():
        one = _projected(shelf, request, held)
        if one is not None:
            found.append(one)
    put_rows(connection, [one.row for one in found])
    accepted = [one for one in found if one.accepted is not None]
    note_wants(connection, [(one.accepted, one.sizes) for one in accepted if one.accepted], who.office)
    own = [one for one in accepted if one.accepted and one.accepted.filing_office == who.office]
    met = [
        (person, f"permohonan {one.row.id}") for one in own for person in catalogue.persons_of(one.pack, one.answers)
    ]
    citizens.keep_all(connection, met, now)
    return tuple(sorted(set(wanted) - {one.row.id for one in found}))


@dataclass(frozen=True, slots=True)
class _Projected:
    """What the log says of one request."""

    row: RequestRow
    pack: Pack
    answers: Mapping[str, object]
    accepted: Request | None
    sizes: Mapping[str, int]


class _Shelf:
    """What many requests need and one transaction asks for once."""

    def __init__(self, connection: Connection) -> None:
        self.salt = settings.get(connection, "salt", bytes) or b""
        self._connection = connection
        self._packs: dict[str, Pack | None] = {}

    def pack(self, ref: str) -> Pack | None:
        """A service pack; None when it is not here."""
        if ref not in self._packs:
            self._packs[ref] = catalogue.pack_of(self._connection, ref)
        return self._packs[ref]


def _projected(shelf: _Shelf, request: str, held: list[Stored]) -> _Projected | None:
    submitted = next((item.action for item in held if item.action.kind is ActionKind.SUBMIT), None)
    pack = shelf.pack(submitted.pack or "") if submitted else None
    if pack is None:
        return None
    try:
        standing = fold_standing(held, route_of(pack))
    except BrokenLog as error:
        raise HistoryRewritten(f"{request}: {error}") from error
    if standing is None:
        return None
    answers = latest_answers(held)
    row = row_of(held, standing, _subject(shelf, pack, answers))
    return _Projected(row, pack, answers, standing.accepted, _letter_sizes(held))


def _letter_sizes(held: Iterable[Stored]) -> dict[str, int]:
    """The size of each signed letter by the id of the action that signed it: in its body, or as the blob it names."""
    return {
        item.action.id: next((blob.size for blob in item.action.blobs if blob.document == "letter"), None)
        or item.action.whole("size")
        for item in held
        if item.action.kind in {ActionKind.SIGN, ActionKind.ISSUE, ActionKind.SIGNED_ON_PAPER}
    }


def _subject(shelf: _Shelf, pack: Pack, answers: Mapping[str, object]) -> tuple[str, str]:
    """Name for lists and keyed hash of the NIK."""
    person = catalogue.applicant_of(pack, answers)
    name, nik = person.get("nama"), person.get("nik")
    return str(name or ""), subject_of(nik, shelf.salt) if isinstance(nik, str) else ""


def note_verdicts(connection: Connection, found: Sequence[VerdictRow]) -> set[str]:
    """Verdicts on own actions, in order; final ones never change but by a person, after a hub was restored.

    A restored desk may lack the action that one names.
    """
    known = log.by_hashes(connection, [row.action for row in found])
    said, touched = list[dict[str, object]](), set[str]()
    for row in found:
        stored = known.get(row.action)
        if stored is None:
            continue
        if stored.code not in {None, Code.PARKED}:
            if not rewinding.overturned(connection, stored, row):
                continue
            rewinding.forget_what_followed(connection, stored)
        known[row.action] = replace(stored, code=row.code)
        said.append({"own_hash": row.action, **_said_of(row)})
        touched |= {stored.action.request} if stored.action.request else set()
    say_for_each(connection, _SAID, said)
    return touched


def _said_of(row: VerdictRow) -> dict[str, object]:
    return {
        "code": row.code.value,
        "reason": row.reason,
        "waits_for": None if row.waits_for is None else row.waits_for.value,
        "scope": row.scope or None,
        "seq": row.seq,
        "rev": row.rev,
        "sent": True,
    }


def note_entry(connection: Connection, entry: Entry) -> set[str]:
    """An accepted entry in its place, with what it means for this desk; gives the request that it is about."""
    return note_entries(connection, (entry,))


def note_entries(connection: Connection, found: Sequence[Entry]) -> set[str]:
    """The same of several, in order: the log is asked once and written once, whatever their number."""
    known = log.by_hashes(connection, [entry.hash for entry in found])
    fresh = _stored_fresh(connection, known, found)
    noted, accepted, places = list[tuple[Action, Envelope]](), list[dict[str, object]](), list[dict[str, object]]()
    for entry in found:
        here: Stored | Entry | None = known.get(entry.hash) or fresh.get(entry.hash)
        if here is None or here.action is None or here.envelope is None:
            continue
        if here.rev is None or here.rev != entry.rev:
            accepted.append({"own_hash": entry.hash, **_ACCEPTED, "rev": entry.rev})
        of = {"shard": here.action.shard, "action": here.action.id}
        places.append({"scope": entry.scope, "seq": entry.seq, **of, "rev": entry.rev})
        noted.append((here.action, here.envelope))
    say_for_each(connection, _SAID, accepted)
    say_for_each(connection, _STANDS, places)
    blobs.add_all_named(connection, [one for action, envelope in noted for one in _named(action, envelope)])
    for action, _ in noted:
        _take_effects(connection, action)
    return {action.request for action, _ in noted if action.request}


def _stored_fresh(connection: Connection, known: Mapping[str, Stored], found: Sequence[Entry]) -> dict[str, Entry]:
    """Those whose action was not here; it is now. Of two with the same action the first counts."""
    fresh: dict[str, Entry] = {}
    for entry in found:
        if entry.hash not in known and entry.envelope is not None:
            fresh.setdefault(entry.hash, entry)
    log.add_all_received(connection, [(each.envelope, each.rev) for each in fresh.values() if each.envelope])
    return fresh


def _named(action: Action, envelope: Envelope) -> Iterator[tuple[str, str, Blob, str]]:
    """The files that an action names."""
    names = _file_names(action, envelope)
    for blob in action.blobs if action.request is not None else ():
        name = names.get(blob.sha256)
        yield action.shard, action.request or "", blob, name if isinstance(name, str) else ""


def _take_effects(connection: Connection, action: Action) -> None:
    """What an accepted action means for this desk beside the request's fold and its files."""
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
        connection.execute(_SENT, {"life": taken.incarnation, "through": taken.ack_through})
