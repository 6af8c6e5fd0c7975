"""The access logs of the desks: each entry is chained to the one before it, and taken in without a gap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from hub.service.bench import Sender
from hub.store.growing import access_log, devices
from hub.store.many import Row, Sheaf
from sync.anchors import next_link
from sync.encoding import b64u, instant_text
from sync.protocol import AccessEntry

ENTRY_MAX: Final = 4096
"""The longest entry, in bytes: who looked at which request, and when."""


def take_access(
    sheaf: Sheaf, sender: Sender, entries: Iterable[AccessEntry], before: tuple[int, bytes], now: datetime
) -> tuple[int, bytes]:
    """Take the entries that continue the chain, leave what does not, and note when the desk was heard.

    Args:
        sheaf: with which it is written, in the transaction that has the device's row locked.
        sender: whose log it is.
        entries: as they came.
        before: the number of the last that is stored, and its link, as the locked row has them.
        now: the instant of the exchange.

    Returns:
        The number of the last that is stored, and its link: a desk that has another one there goes on behind it.
    """
    own, instant = {"shard": sender.shard, "device": sender.device}, instant_text(now)
    (last, link), taken = before, list[Row]()
    for each in entries:
        if each.n <= last:
            continue
        content = bytes(each.entry)
        following = next_link(link, content)
        if each.n != last + 1 or b64u(following) != each.link or len(content) > ENTRY_MAX:
            break
        last, link = each.n, following
        taken.append(own | {"n": last, "entry": content.decode("utf-8", "replace"), "received_at": instant})
    sheaf.add(access_log, taken)
    heard = {"last_seen": instant, "last_access": last, "access_link": link}
    sheaf.change(devices, ("shard", "device"), [own | heard])
    return last, link
