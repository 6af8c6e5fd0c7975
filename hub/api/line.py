"""A connection to the hub: whoever opens one says what he wants soon, or it is closed.

The server below has no such patience of its own: a connection that sends a letter of its head now and then would stay
for ever, and connections are few.
"""

from __future__ import annotations

import asyncio
from typing import ClassVar, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

CONNECTIONS: Final = 1000
"""Connections at once; who comes after them is told that the hub is busy. The regency has some 260 desks."""
IDLE: Final = 30
"""Seconds that a connection may stay open between two requests: a desk that has more to send after an outage waits its
turn that long, and setting up TLS anew costs as much as judging a dozen actions."""
HEAD_MAX: Final = 32 * 1024
"""The longest head of a request, in bytes."""


class Line(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it.

    Attributes:
        head_seconds: in which a head must have come whole.
    """

    head_seconds: ClassVar[float] = 30.0
    _head_due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Begin to wait for a head."""
        super().connection_made(transport)
        self._wait_for_head()

    def data_received(self, received: bytes) -> None:
        """Go on waiting as long as it is not whole."""
        super().data_received(received)
        if self.conn.their_state is not h11.IDLE:
            self._no_wait()
        elif self._head_due is None and self.conn.trailing_data[0]:
            self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any more."""
        self._no_wait()
        super().connection_lost(exc)

    def _wait_for_head(self) -> None:
        self._head_due = self.loop.call_later(self.head_seconds, self.transport.close)

    def _no_wait(self) -> None:
        if self._head_due is not None:
            self._head_due.cancel()
            self._head_due = None
