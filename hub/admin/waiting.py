"""What waits, for the person who decides it: with what accepting it cannot bring back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Connection, select

from hub.service.ground import Ground
from hub.service.release import Waiting, waiting_actions
from hub.store.growing import blobs, named_blobs

_BY_A_PERSON: Final = frozenset({"authority_unclear", "letter_differs"})
_HERE: Final = (
    (blobs.c.shard == named_blobs.c.shard)
    & (blobs.c.request == named_blobs.c.request)
    & (blobs.c.sha256 == named_blobs.c.sha256)
)
_LOST: Final = (
    "Berkas yang disebut langkah ini tidak ada di hub; menerimanya tidak mengembalikan berkas itu. Tunggu bila kantor "
    "pembuatnya masih dapat mengirimnya. Bila tidak, tolak langkah ini, dan minta kantor itu menerbitkan surat baru."
)


def list_waiting(ground: Ground) -> list[dict[str, Any]]:
    """Everything that waits, the oldest first; `todo` where there is more to know than accept or refuse."""
    with ground.store.reading() as connection:
        shards = (*ground.catalogue(connection).shards, ground.identity.regency)
        found = waiting_actions(connection, shards)
        return [asdict(each) | {"todo": _todo(connection, each)} for each in found]


def _todo(connection: Connection, each: Waiting) -> str:
    if each.waits_for not in _BY_A_PERSON:
        return ""
    mine = (named_blobs.c.shard == each.shard, named_blobs.c.action == each.action, blobs.c.sha256.is_(None))
    lost = select(named_blobs.c.sha256).select_from(named_blobs.outerjoin(blobs, _HERE)).where(*mine).limit(1)
    return _LOST if connection.execute(lost).first() is not None else ""
