"""What a screen reader sees: the tree of a window, over the accessibility bus.

A small client in pure Python (jeepney): calls are sent in bulk and their answers gathered, because a page has hundreds
of nodes and one call after the other would make a story slow. The same nodes are asked the same at each look, so the
bytes of a question are made once; only its number is another each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
SECONDS = 15.0
LABELLED_BY = 2
STATES = {
    "checked": 4,
    "enabled": 8,
    "expanded": 10,
    "focusable": 11,
    "focused": 12,
    "selected": 23,
    "showing": 25,
    "visible": 30,
}

LEAVES = frozenset({"label", "push button", "radio button", "check box", "password text", "separator", "graphic"})
"""Nothing is ever in them: they are not asked for children."""

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in a window."""

    place: Place
    role: str
    name: str
    states: frozenset[str]
    children: list[Node] = field(default_factory=list, compare=False, repr=False)

    def walk(self) -> Iterator[Node]:
        """It and everything in it, in the order of the tree."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def showing(self) -> bool:
        """Whether it is on the screen."""
        return "showing" in self.states


class Bus:
    """The accessibility bus."""

    def __init__(self, address: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(address)
        self._roles: dict[Place, str] = {}
        """What a thing is never changes, and Qt gives no id twice: it is asked for once."""

    def close(self) -> None:
        """Leave it."""
        self._connection.close()

    def applications(self) -> list[Place]:
        """Every program that tells of itself."""
        return self._children([ROOT])[0]

    def process_of(self, place: Place) -> int:
        """The process behind a place."""
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        (found,) = self._ask([_written(new_method_call(bus, "GetConnectionUnixProcessID", "s", (place[0],)))])
        return int(found[0]) if found else 0

    def tree(self, root: Place, *, hidden: bool = False) -> Node:
        """The tree of a program; what is not on the screen is left out unless it is asked for."""
        top = self._nodes([root])[0]
        level = [top]
        while level:
            below = self._children([node.place for node in level])
            found = self._nodes([place for places in below for place in places])
            waiting = iter(found)
            for node, places in zip(level, below, strict=True):
                node.children.extend(next(waiting) for _ in places)
            open_here = [node for node in found if hidden or node.showing or node.role in {"frame", "dialog"}]
            level = [node for node in open_here if node.role not in LEAVES]
        return top

    def act(self, node: Node, action: str = "") -> None:
        """Do what it does when it is pressed, or another of its actions by name."""
        names = self._action_names(node)
        number = names.index(action) if action else 0
        self._call(node, "Action", "DoAction", "i", (number,))

    def focus(self, node: Node) -> None:
        """Bring the keyboard to it."""
        self._call(node, "Component", "GrabFocus")

    def write(self, node: Node, text: str) -> None:
        """Put a text in the place of what is there."""
        self._call(node, "EditableText", "SetTextContents", "s", (text,))

    def text(self, node: Node) -> str:
        """What is written in it."""
        found = self._call(node, "Text", "GetText", "ii", (0, -1))
        return str(found[0]) if found else ""

    def select(self, node: Node, number: int) -> None:
        """Choose a child of a list."""
        self._call(node, "Selection", "SelectChild", "i", (number,))

    def labels(self, node: Node) -> list[str]:
        """The names of what labels it: on Linux Qt gives a list the name of what is chosen in it."""
        relations = self._call(node, "Accessible", "GetRelationSet")[0]
        places = [(str(name), str(path)) for kind, found in relations if kind == LABELLED_BY for name, path in found]
        return [each.name for each in self._nodes(places)]

    def middle(self, node: Node) -> tuple[int, int]:
        """Where it is on the screen."""
        found = self._call(node, "Component", "GetExtents", "u", (0,))
        left, top, width, height = found[0]
        return left + width // 2, top + height // 2

    def _action_names(self, node: Node) -> list[str]:
        found = self._call(node, "Action", "GetActions")
        return [str(each[0]) for each in found[0]] if found else []

    def _call(self, node: Node, interface: str, method: str, kinds: str | None = None, words: Any = ()) -> Any:
        address = DBusAddress(node.place[1], node.place[0], f"org.a11y.atspi.{interface}")
        (found,) = self._ask([_written(new_method_call(address, method, kinds, words))])
        assert found is not None, f"{method} is refused by {node}"
        return found

    def _children(self, places: Sequence[Place]) -> list[list[Place]]:
        asked = [_question(place, "GetChildren") for place in places]
        return [[(str(name), str(path)) for name, path in found[0]] if found else [] for found in self._ask(asked)]

    def _nodes(self, places: Sequence[Place]) -> list[Node]:
        told = iter(self._ask([_question(place, asked) for place in places for asked in ("GetState", "Name")]))
        self._learn_roles([place for place in places if place not in self._roles])
        return [_node(place, self._roles.get(place, "gone"), next(told), next(told)) for place in places]

    def _learn_roles(self, places: Sequence[Place]) -> None:
        told = zip(places, self._ask([_question(place, "GetRoleName") for place in places]), strict=True)
        self._roles.update({place: str(found[0]) for place, found in told if found})

    def _ask(self, questions: Sequence[bytes]) -> list[Any]:
        """Send all, then gather the answers in their order; None for a refusal: the thing may be gone already."""
        answers: dict[int, Any] = {}
        for part in _parts(questions, 300):
            serials = [next(self._connection.outgoing_serial) for _ in part]
            self._connection.sock.sendall(b"".join(map(_numbered, part, serials)))
            missing = set(serials)
            while missing:
                reply = self._connection.receive(timeout=SECONDS)
                serial = reply.header.fields.get(HeaderFields.reply_serial, -1)
                if serial in missing:
                    missing.discard(serial)
                    good = reply.header.message_type is MessageType.method_return
                    answers[serial] = reply.body if good else None
        return [answers[serial] for serial in sorted(answers)]


@lru_cache(maxsize=50_000)
def _question(place: Place, asked: str) -> bytes:
    """A question to what stands at a place: one of its methods, or its name."""
    address = DBusAddress(place[1], place[0], ACCESSIBLE)
    return _written(Properties(address).get(asked) if asked == "Name" else new_method_call(address, asked))


def _written(message: Message) -> bytes:
    written: bytes = message.serialise(serial=1)
    return written


def _numbered(question: bytes, serial: int) -> bytes:
    """The question under a number of its own, which stands in the third word of a message (little-endian)."""
    return question[:8] + serial.to_bytes(4, "little") + question[12:]


def _parts(questions: Sequence[bytes], size: int) -> Iterable[Sequence[bytes]]:
    return (questions[at : at + size] for at in range(0, len(questions), size))


def _node(place: Place, role: str, state: Any, name: Any) -> Node:
    words = state[0] if state else [0, 0]
    bits = words[0] | (words[1] << 32)
    states = frozenset(word for word, bit in STATES.items() if bits >> bit & 1)
    return Node(place, role, str(name[0][1]) if name else "", states)
