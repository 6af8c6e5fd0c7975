"""A secret in the system's keyring, only where the keyring is a real one.

`keyrings.alt` keeps plain text in silence and a locked keyring may wait for a window that nobody sees, so the back ends
are listed here and tried once, in a thread that may be given up.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final, Protocol, TypeVar

SERVICE: Final = "Ketinting"
REAL: Final = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
    }
)
SECONDS: Final = 5.0

T = TypeVar("T")


class Backend(Protocol):
    """What this module asks of a keyring."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""

    def get_password(self, service: str, username: str) -> str | None:
        """Give it back."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""


def usable_keyring(*, find: Callable[[], Backend] | None = None, seconds: float = SECONDS) -> Backend | None:
    """The system's keyring when it is a real one and passes a set/get/delete test in time; else None."""
    return _in_time(lambda: _tested((find or _system_keyring)()), seconds)


def keyring_for_reading(*, find: Callable[[], Backend] | None = None, seconds: float = SECONDS) -> Backend | None:
    """The keyring without the test: what was stored in it is the test."""
    return _in_time(lambda: _real((find or _system_keyring)()), seconds)


def read_secret(backend: Backend, name: str, seconds: float = SECONDS) -> bytes | None:
    """The secret kept under this name; None when it is gone or the keyring stays silent."""
    found = _in_time(lambda: backend.get_password(SERVICE, name), seconds)
    return bytes.fromhex(found) if found else None


def keep_secret(backend: Backend, name: str, secret: bytes) -> None:
    """Keep 32 bytes under this name (Windows allows 2,560)."""
    backend.set_password(SERVICE, name, secret.hex())


def _system_keyring() -> Backend:
    import keyring  # noqa: PLC0415 - 0.2 s and D-Bus, only where a slot needs it

    return keyring.get_keyring()


def _real(backend: Backend) -> Backend | None:
    kind = type(backend)
    return backend if f"{kind.__module__}.{kind.__qualname__}" in REAL else None


def _tested(backend: Backend) -> Backend | None:
    if _real(backend) is None:
        return None
    backend.set_password(SERVICE, "self-test", "ketinting")
    kept = backend.get_password(SERVICE, "self-test")
    backend.delete_password(SERVICE, "self-test")
    return backend if kept == "ketinting" else None


def _in_time(ask: Callable[[], T | None], seconds: float) -> T | None:
    """Ask in a thread of its own; a keyring that fails or does not answer counts as none."""
    answers: list[T | None] = []

    def run() -> None:
        try:
            answers.append(ask())
        except Exception:  # noqa: BLE001 - any failure of a foreign keyring means that there is none
            answers.append(None)

    worker = threading.Thread(target=run, name="keyring", daemon=True)
    worker.start()
    worker.join(seconds)
    return answers[0] if answers else None
