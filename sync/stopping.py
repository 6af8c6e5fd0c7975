"""The wish to end an exchange, spoken from another thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event


class Stop:
    """One exchange may be asked once to end; it does so between two requests or two pieces of a file.

    A request that hangs is cut, so that nobody waits for a time-out.
    """

    def __init__(self) -> None:
        self._asked = Event()
        self._hang_up: Callable[[], None] | None = None

    def ask(self) -> None:
        """End it soon. Safe from any thread, at any time, more than once."""
        self._asked.set()
        hang_up = self._hang_up
        if hang_up is not None:
            hang_up()

    def asked(self) -> bool:
        """Whether somebody wants it to end."""
        return self._asked.is_set()

    @contextmanager
    def cutting(self, hang_up: Callable[[], None]) -> Iterator[None]:
        """While this goes on, to ask is also to hang up."""
        self._hang_up = hang_up
        try:
            yield
        finally:
            self._hang_up = None
