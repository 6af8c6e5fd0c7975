"""Whether a restored database is a hub's: every chain, signature, payload, count and stored file is looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, func, select

from domain.verdicts import Code
from hub.backup.contents import Begin, End
from hub.errors import DamagedBackup, HubError
from hub.files import StoredFile, Vault
from hub.sealing import DataKey
from hub.service import identity
from hub.store.growing import actions, blobs, entries, officer_keys, payloads, requests, revisions, scopes
from sync.anchors import GENESIS, next_anchor
from sync.encoding import b64u
from sync.errors import SyncError
from sync.record import Envelope, check_payload, check_signature, read_action

_AT_ONCE: Final = 500


def prove(connection: Connection, vault: Vault, begin: Begin, end: End) -> int:
    """Look at everything; how many actions were proved.

    Raises:
        DamagedBackup: something does not hold.
    """
    own = _identity(connection, begin)
    _prove_scopes(connection)
    proved = _prove_actions(connection, own)
    _prove_revisions(connection)
    _prove_files(connection, vault, frozenset(end.missing))
    return proved


def _identity(connection: Connection, begin: Begin) -> identity.Identity:
    try:
        own = identity.read(connection, DataKey(begin.key))
    except HubError as cause:
        raise DamagedBackup("identity") from cause
    if (own.hub_id, own.regency, own.epoch) != (begin.hub_id, begin.regency, begin.epoch):
        raise DamagedBackup("identity")
    return own


def _rows(connection: Connection, query: Any) -> Iterator[Row[Any]]:
    yield from connection.execute(query.execution_options(yield_per=_AT_ONCE))


def _prove_scopes(connection: Connection) -> None:
    """Entries are counted without a hole, each anchor follows from the one before, and the head is the last."""
    for head in connection.execute(select(scopes).order_by(scopes.c.shard, scopes.c.scope)).all():
        seq, anchor = 0, GENESIS
        for row in _rows(connection, _entries(head.shard, head.scope)):
            seq, anchor = seq + 1, next_anchor(anchor, row.hash, row.rev)
            if (row.seq, bytes(row.anchor)) != (seq, anchor):
                raise DamagedBackup(f"{head.scope} {row.seq}")
        if (seq, anchor) != (head.seq, bytes(head.anchor)):
            raise DamagedBackup(head.scope)
    entered = connection.execute(select(func.count()).select_from(entries)).scalar_one()
    if entered != connection.execute(select(func.coalesce(func.sum(scopes.c.seq), 0))).scalar_one():
        raise DamagedBackup("entries")


def _entries(shard: str, scope: str) -> Any:
    here = and_(actions.c.shard == entries.c.action_shard, actions.c.action == entries.c.action)
    columns = (entries.c.seq, entries.c.rev, entries.c.anchor, actions.c.hash)
    where = (entries.c.shard == shard, entries.c.scope == scope)
    return select(*columns).select_from(entries.join(actions, here)).where(*where).order_by(entries.c.seq)


def _prove_actions(connection: Connection, own: identity.Identity) -> int:
    """Every action has the hash it is known by; those that count have their author's signature and their payload."""
    keys = {row.key: bytes(row.public) for row in connection.execute(select(officer_keys))}
    keys[own.key.key_id] = own.key.public
    here = and_(actions.c.shard == payloads.c.shard, actions.c.action == payloads.c.action)
    columns = (actions.c.action, actions.c.hash, actions.c.code, actions.c.envelope, actions.c.signature)
    query = select(*columns, payloads.c.payload).select_from(actions.outerjoin(payloads, here))
    proved = 0
    for row in _rows(connection, query):
        payload = None if row.payload is None else bytes(row.payload)
        envelope = Envelope(bytes(row.envelope), bytes(row.signature), payload)
        if envelope.hash != row.hash:
            raise DamagedBackup(row.action)
        if row.code in {Code.OK.value, Code.PARKED.value}:
            _prove_action(row.action, envelope, keys)
        proved += 1
    return proved


def _prove_action(name: str, envelope: Envelope, keys: dict[str, bytes]) -> None:
    try:
        action = read_action(envelope.action)
        check_signature(envelope, keys.get(action.key_id, b""))
        check_payload(envelope, action)
    except SyncError as cause:
        raise DamagedBackup(name) from cause
    if action.id != name:
        raise DamagedBackup(name)


def _prove_revisions(connection: Connection) -> None:
    """Each request counts its accepted actions without a hole, and its row says how many they are."""
    counted = (func.count(actions.c.rev).label("count"), func.max(actions.c.rev).label("last"))
    joined = requests.outerjoin(
        actions, and_(actions.c.shard == requests.c.shard, actions.c.request == requests.c.request)
    )
    query = select(requests.c.request, requests.c.rev, *counted).select_from(joined)
    for row in _rows(connection, query.group_by(requests.c.shard, requests.c.request, requests.c.rev)):
        if not row.count == (row.last or 0) == row.rev:
            raise DamagedBackup(row.request)


def _prove_files(connection: Connection, vault: Vault, missing: frozenset[str]) -> None:
    """Every stored file opens and has the hash that its row names."""
    for table in (blobs, revisions):
        for row in _rows(connection, select(table.c.file, table.c.sha256, table.c.sealed_key)):
            if row.file not in missing:
                _prove_file(vault, row)


def _prove_file(vault: Vault, row: Row[Any]) -> None:
    try:
        found = vault.sha256(StoredFile.of(row))
    except HubError as cause:
        raise DamagedBackup(row.file) from cause
    if b64u(found) != row.sha256:
        raise DamagedBackup(row.file)
