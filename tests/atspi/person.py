"""Somebody at a window: finds things by role and name, presses, types, waits for what follows."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from shutil import which

from desktop.cli.demo.processes import Child, Nursery
from desktop.cli.demo.windows import open_window
from tests.atspi.tree import Bus, Node, Place
from tooling.screen import Screen

PATIENCE = 20.0
FIRST_LOOK, LOOK = 0.02, 0.15
"""Seconds between two looks: at first soon, then so seldom that the window has time to answer."""


@dataclass
class Window:
    """One program with one window."""

    screen: Screen
    bus: Bus
    child: Child
    place: Place

    @classmethod
    def open(cls, nursery: Nursery, screen: Screen, bus: Bus, profile: Path, more: Mapping[str, str]) -> Window:
        """Start the program and wait until it tells of itself."""
        child = open_window(nursery, profile.name, profile, {**screen.environment, **more})
        found: list[Place] = []

        def there() -> bool:
            assert child.alive, child.errors
            found[:] = [each for each in bus.applications() if bus.process_of(each) == child.pid]
            return bool(found) and any(node.showing for node in bus.tree(found[0]).children)

        patiently(there, lambda: f"no window: {child.errors}")
        return cls(screen, bus, child, found[0])

    def look(self) -> Node:
        """Everything on the screen."""
        assert self.child.alive, self.child.errors
        return self.bus.tree(self.place)

    def find(self, name: str, *roles: str) -> Node:
        """Wait for what has this name or begins so (`*` is anything), in one of these roles; in front comes last."""
        found: list[Node] = []

        def there() -> bool:
            fitting = [node for node in self.look().walk() if node.showing and (not roles or node.role in roles)]
            found[:] = [node for node in fitting if node.name == name] or [
                node for node in fitting if fnmatchcase(node.name.casefold(), f"{name.casefold()}*")
            ]
            return bool(found)

        patiently(there, lambda: f"nothing is called {name!r} {roles}: {self.told()}")
        return found[-1]

    def sees(self, words: str) -> Node:
        """Wait for a text that contains these words."""
        found: list[Node] = []

        def there() -> bool:
            found[:] = [node for node in self.look().walk() if node.showing and words in node.name]
            return bool(found)

        patiently(there, lambda: f"nobody says {words!r}: {self.told()}")
        return found[0]

    def is_gone(self, name: str) -> None:
        """Wait until nothing has this name."""
        patiently(lambda: all(node.name != name for node in self.look().walk()), lambda: f"{name!r} is still there")

    def press(self, name: str) -> None:
        """Press a button, waiting until it may be pressed."""
        node = self.find(name, "push button", "button", "radio button", "toggle button", "check box", "list item")
        self.bus.act(node)

    def settle(self) -> None:
        """Wait until two looks see the same things: a list that was drawn anew has others with the same names."""
        before: list[Node] = []

        def same() -> bool:
            seen, before[:] = list(before), [node for node in self.look().walk() if node.showing]
            return seen == before

        patiently(same, lambda: "the page does not come to rest", pause=LOOK)

    def fill(self, name: str, text: str) -> None:
        """Bring the keyboard to a field and type, over what is there."""
        self.bus.focus(self.find(name, "text", "password text", "entry", "combo box"))
        self._xdotool("key", "--clearmodifiers", "ctrl+a", "type", "--clearmodifiers", "--delay", "2", text)

    def choose(self, label: str, word: str) -> None:
        """Choose in a list by typing how the word begins."""
        found: list[Node] = []

        def there() -> bool:
            around = [node for node in self.look().walk() if node.showing and node.name.startswith(label)]
            found[:] = [each for node in around for each in node.walk() if each.role == "combo box"]
            return bool(found)

        patiently(there, lambda: f"no list is called {label!r}: {self.told()}")
        self.tab_to(found[0])
        self.type(word.split(maxsplit=1)[0])  # a blank opens the list
        self.find(word, "combo box")

    def tab_to(self, node: Node, most: int = 30) -> None:
        """Press Tab until the keyboard is there."""
        for _ in range(most):
            if any(each.place == node.place and "focused" in each.states for each in self.look().walk()):
                return
            self.keys("Tab")
        raise AssertionError(f"Tab does not come to {node}")

    def type(self, text: str) -> None:
        """Type on the keyboard."""
        self._xdotool("type", "--clearmodifiers", "--delay", "2", text)

    def keys(self, *names: str) -> None:
        """Press keys, one after the other."""
        self._xdotool("key", "--clearmodifiers", "--delay", "5", *names)

    def activate(self) -> None:
        """Bring the window to the front: only then it has the keyboard."""
        found = self._xdotool("search", "--sync", "--onlyvisible", "--pid", str(self.child.pid), "--name", ".").split()
        self._xdotool("windowactivate", "--sync", found[-1])

    def told(self) -> list[tuple[str, str]]:
        """Role and name of all that is on the screen, for a failure's sake."""
        return [(node.role, node.name) for node in self.look().walk() if node.showing and node.name]

    def close(self) -> None:
        """Close it as a person would."""
        self.activate()
        self.keys("alt+F4")
        patiently(lambda: not self.child.alive, lambda: "it does not close")

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            [str(which("xdotool")), *words],
            env=self.screen.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout


def patiently(holds: Callable[[], bool], why: Callable[[], str], *, pause: float = FIRST_LOOK) -> None:
    """Wait until it holds."""
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until, why()
        time.sleep(pause)
        pause = min(1.5 * pause, LOOK)
