"""The word of an office's head on a colleague's key: confirmed, or revoked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Row, select

from domain.actions import ActionKind
from domain.posts import HEAD_POSTS
from domain.scopes import shard_of_office
from hub.errors import Refused
from hub.service.bench import Sender
from hub.service.catalogue import Catalogue
from hub.service.ground import Ground
from hub.service.identity import bump_config
from hub.service.own_actions import now_of, say_without_request
from hub.service.sitting import Sitting
from hub.service.writing import write_sitting
from hub.store.growing import officer_keys
from sync.encoding import b64u, instant_text
from sync.errors import BadSignature
from sync.keys import CONFIRM, key_decision, verify

STATES = frozenset({"confirmed", "revoked"})


def decide_key(ground: Ground, sender: Sender, key: str, said: tuple[str, str, bytes]) -> None:
    """Take a head's decision: (state, at, signature).

    Raises:
        Refused: no such key in this office, or not signed by a key of the office's head.
    """
    state, at, signature = said
    with ground.store.writing() as connection:
        catalogue, now = ground.catalogue(connection), now_of(ground)
        shard = shard_of_office(sender.office)
        mine = (officer_keys.c.shard == shard, officer_keys.c.office == sender.office)
        locked = select(officer_keys).where(*mine).order_by(officer_keys.c.key).with_for_update()
        rows = {row.key: row for row in connection.execute(locked)}
        found = rows.get(key)
        if found is None or state not in STATES:
            raise Refused(404, "unknown_key", "Kunci petugas ini tidak dikenal di kantor Anda.")
        heads = [row for row in rows.values() if _is_head(catalogue, row, now) and row.state != "revoked"]
        message = key_decision(ground.identity.hub_id, key, state, at)
        head = next((row for row in heads if _signed(row, message, signature)), None)
        if head is None:
            raise Refused(403, "not_allowed", "Hanya pimpinan kantor yang dapat memutuskan kunci petugas.")
        revoked = instant_text(now) if state == "revoked" else found.revoked_at
        where = (officer_keys.c.shard == shard, officer_keys.c.key == key)
        connection.execute(officer_keys.update().where(*where).values(state=state, revoked_at=revoked))
        _announce(Sitting(ground, connection, catalogue, now), found, state, head.officer)
        bump_config(connection)


def _is_head(catalogue: Catalogue, row: Row[tuple[object, ...]], now: datetime) -> bool:
    mine = (each for each in catalogue.assignments_of(row.office) if each.officer == row.officer)
    return any(each.post in HEAD_POSTS and each.start <= now and (not each.end or now < each.end) for each in mine)


def _signed(row: Row[tuple[object, ...]], message: bytes, signature: bytes) -> bool:
    try:
        verify(bytes(row.public), CONFIRM, message, signature)
    except BadSignature:
        return False
    return True


def _announce(sitting: Sitting, row: Row[tuple[object, ...]], state: str, by: str) -> None:
    body = {"key": row.key, "public": b64u(bytes(row.public)), "officer": row.officer, "office": row.office}
    rest = {"device": row.device, "state": state, "caused_by": by}
    say_without_request(sitting, sitting.ground.identity.regency, ActionKind.KEY_CHANGED, {**body, **rest})
    write_sitting(sitting)
