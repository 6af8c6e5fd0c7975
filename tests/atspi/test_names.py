"""What a screen reader says of every page: nothing that the keyboard reaches is without a name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli.demo.week import PASSWORD
from desktop.cli.demo.windows import Prepared
from tests.atspi.person import Window
from tests.atspi.tree import Node

NAMED_BY_WHAT_THEY_HOLD = frozenset({"application", "frame", "list", "table cell", "tree item"})


@pytest.mark.slow
def test_every_page_of_a_clerk_says_what_its_parts_are(open_window: Callable[[Path], Window], town: Prepared) -> None:
    window = open_window(town.profile("desa"))
    assert nameless(window) == []
    window.fill("Kata sandi", PASSWORD)
    window.keys("Return")
    window.find("Permohonan baru", "push button")
    places = [node.name for node in window.look().walk() if node.role == "radio button" and node.showing]
    assert len(places) >= 4
    for place in places:
        window.press(place)
        window.settle()
        assert nameless(window) == [], place
    window.keys("ctrl+n")
    window.find("Cari layanan", "text")
    assert nameless(window) == []
    window.press("Dispensasi Nikah")
    window.find("Tanggal nikah", "text")
    assert nameless(window) == []


def nameless(window: Window) -> list[Node]:
    """What the keyboard reaches but has no name; a list of choices is named by its label."""
    return [
        node
        for node in window.look().walk()
        if node.showing and "focusable" in node.states and not node.name.strip() and not _named(window, node)
    ]


def _named(window: Window, node: Node) -> bool:
    return node.role in NAMED_BY_WHAT_THEY_HOLD or bool(window.bus.labels(node))
