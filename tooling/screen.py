"""A screen, a window manager and an accessibility bus of one's own, where `missing_window_packages` misses nothing.

The stories through real windows and the benchmarks of starting stand on it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from desktop.cli.demo.processes import dying_with_us

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
SIZE = "1366x768x24"
PATIENCE = 20.0


@dataclass
class Screen:
    """What a window's process must know, and the address of the bus on which windows tell of themselves."""

    environment: dict[str, str]
    bus: str


@contextmanager
def own_screen(folder: Path) -> Iterator[Screen]:
    """A screen that is gone afterwards, with everything that was started for it."""
    children: list[subprocess.Popen[bytes]] = []
    try:
        display = _start_x(children)
        environment = {"DISPLAY": display, "XDG_RUNTIME_DIR": str(folder), "NO_AT_BRIDGE": "0"}
        session = _start_session_bus(children, environment)
        environment["DBUS_SESSION_BUS_ADDRESS"] = session
        _start(children, ["openbox", "--sm-disable"], environment)
        _start(children, [LAUNCHER, "--launch-immediately"], environment)
        environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        environment["QT_QPA_PLATFORM"] = "xcb"
        yield Screen(environment, _accessibility_bus(session))
    finally:
        for child in reversed(children):
            _end(child)


def _start(
    children: list[subprocess.Popen[bytes]], command: Sequence[str], more: dict[str, str], *, speaks: bool = False
) -> subprocess.Popen[bytes]:
    """Each in a session of its own, so that what it starts in turn ends with it; and it ends when we are killed."""
    child = subprocess.Popen(
        dying_with_us(command),
        env={**os.environ, **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if speaks else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    children.append(child)
    return child


def _start_x(children: list[subprocess.Popen[bytes]]) -> str:
    """Xvfb says which display was free."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
    return f":{_first_line(_start(children, command, {}, speaks=True))}"


def _start_session_bus(children: list[subprocess.Popen[bytes]], more: dict[str, str]) -> str:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    return _first_line(_start(children, command, more, speaks=True))


def _first_line(child: subprocess.Popen[bytes]) -> str:
    stream: IO[bytes] | None = child.stdout
    line = stream.readline().decode().strip() if stream is not None else ""
    if not line:
        raise RuntimeError(f"{child.args!r} said nothing")
    return line


def _accessibility_bus(session: str) -> str:
    """Ask the session where the accessibility bus is, until its launcher is there."""
    asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
    until = time.monotonic() + PATIENCE
    while True:
        with open_dbus_connection(session) as connection:
            reply = connection.send_and_get_reply(asked, timeout=PATIENCE)
        if reply.header.message_type.name == "method_return":
            return str(reply.body[0])
        if time.monotonic() > until:
            raise RuntimeError(f"no accessibility bus: {reply.body}")
        time.sleep(0.05)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Its whole session, by its id."""
    try:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait(5)
    except ProcessLookupError:
        pass
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait(5)
    if child.stdout is not None:
        child.stdout.close()
