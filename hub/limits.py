"""How often the hub lets itself be asked: buckets of tokens, by computer where the signature is right, else by address.

A whole regency may stand behind one address, and comes back at once after an outage: so an address counts only for what
failed to prove itself, and a computer that signs is never held up by its neighbours. Nothing is refused for good; the
answer says how long to wait, and a desk waits so long. Counted in the memory of one process, for a bounded number.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Annotated, Final

import msgspec
from sqlalchemy import Connection

from hub.service.identity import setting
from sync.prepared import prepared

SETTING: Final = "limits"
MOST: Final = 20_000
"""Buckets that are kept; of more the longest unused is forgotten, which fills it."""
_Some = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


@prepared
class Rate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many at once after a rest, and so many a minute without end."""

    at_once: _Some
    per_minute: _Some


@prepared
class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an administrator may set.

    Attributes:
        sync: exchanges of one computer.
        bytes: pieces of attachments and letters of one computer, up and down.
        rest: everything else that one computer asks: configuration, packs, numbers, keys.
        strangers: requests from one address that proved nothing: wrong codes, wrong signatures, no signature.
        address_header: behind a proxy of one's own, the field in which that proxy writes the address as the last;
            empty: the connection's own address.
    """

    sync: Rate = Rate(at_once=400, per_minute=1200)
    bytes: Rate = Rate(at_once=1200, per_minute=3000)
    rest: Rate = Rate(at_once=240, per_minute=240)
    strangers: Rate = Rate(at_once=60, per_minute=30)
    address_header: Annotated[str, msgspec.Meta(pattern="^[a-z0-9-]{0,60}$")] = ""


def read_limits(connection: Connection) -> Limits:
    """What was set, or what is usual."""
    found = setting(connection, SETTING)
    return msgspec.json.decode(found, type=Limits) if found else Limits()


class Buckets:
    """One rate for many names."""

    def __init__(self, rate: Rate, monotonic: Callable[[], float], most: int = MOST) -> None:
        self._rate = rate
        self._monotonic = monotonic
        self._most = most
        self._lock = Lock()
        self._known: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._known)

    def take(self, name: Hashable) -> int:
        """Take a token; 0, or the seconds until there is one again."""
        with self._lock:
            tokens = self._tokens(name)
            wait = self._wait(tokens)
            self._known[name] = (tokens if wait else tokens - 1.0, self._monotonic())
            self._known.move_to_end(name)
            if len(self._known) > self._most:
                self._known.popitem(last=False)
            return wait

    def wait(self, name: Hashable) -> int:
        """The seconds until there is a token; 0 where there is one. Nothing is taken."""
        with self._lock:
            return self._wait(self._tokens(name))

    def _tokens(self, name: Hashable) -> float:
        tokens, at = self._known.get(name, (float(self._rate.at_once), 0.0))
        gained = max(self._monotonic() - at, 0.0) * self._rate.per_minute / 60
        return min(tokens + gained, float(self._rate.at_once))

    def _wait(self, tokens: float) -> int:
        return 0 if tokens >= 1.0 else math.ceil((1.0 - tokens) * 60 / self._rate.per_minute)
