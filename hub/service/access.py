"""The access logs of the desks: each entry is chained to the one before it, and taken in without a gap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from hub.service.bench import Sender
from hub.store import rows
from hub.store.growing import access_log, devices
from sync.anchors import next_link
from sync.encoding import b64u, instant_text
from sync.protocol import AccessEntry

ENTRY_MAX: Final = 4096
"""The longest entry, in bytes: who looked at which request, and when."""
_LAST: Final = select(devices.c.last_access, devices.c.access_link).where(*rows.by_key(devices, "shard", "device"))


def take_access(
    connection: Connection, sender: Sender, entries: Iterable[AccessEntry], now: datetime
) -> tuple[int, bytes]:
    """Store the entries that continue the chain, and leave what does not.

    Returns:
        The number of the last that is stored, and its link: a desk that has another one there goes on behind it.
    """
    own = {"shard": sender.shard, "device": sender.device}
    row = connection.execute(_LAST, rows.keyed(**own)).one()
    last, link = int(row.last_access), bytes(row.access_link)
    for each in entries:
        if each.n <= last:
            continue
        content = bytes(each.entry)
        following = next_link(link, content)
        if each.n != last + 1 or b64u(following) != each.link or len(content) > ENTRY_MAX:
            break
        last, link = each.n, following
        stored = {"n": last, "entry": content.decode("utf-8", "replace"), "received_at": instant_text(now)}
        rows.add(connection, access_log, own | stored)
    if last != row.last_access:
        rows.change(connection, devices, own, {"last_access": last, "access_link": link})
    return last, link
