"""A connection that is being set up can be left: a name that nobody resolves, a route or a TLS that never answers.

Each of these is in the system's hands, and each has its own way of being ended, or none. So the dialling is done on a
thread of its own, and whoever waits for it may go.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock, Thread


class Dial:
    """One connection being set up. Whoever has left it hears no more of it; what still comes of it is closed."""

    def __init__(self, connect: Callable[[], None], close: Callable[[], None]) -> None:
        self._connect = connect
        self._close = close
        self._news = Event()
        self._turn = Lock()
        self._left = self._done = False
        self._trouble: Exception | None = None
        self.thread = Thread(target=self._dial, daemon=True, name="dialling")

    def wait(self) -> None:
        """Set it up.

        Raises:
            ConnectionAbortedError: somebody left it.
            Exception: whatever `connect` raised.
        """
        self.thread.start()
        self._news.wait()
        if self._left:
            raise ConnectionAbortedError("left while it was being set up")
        if self._trouble is not None:
            raise self._trouble

    def leave(self) -> None:
        """Let go of it at once, from any thread; nothing when it is there already."""
        with self._turn:
            self._left = self._left or not self._done
        self._news.set()

    def _dial(self) -> None:
        try:
            self._connect()
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            self._trouble = error
        with self._turn:
            self._done = True
        if self._left:
            self._close()
        self._news.set()
