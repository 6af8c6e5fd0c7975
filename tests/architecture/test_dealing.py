"""The tests of a dear world stay on one worker and come first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.dealing import DEAR, ORDER, TOGETHER, InPieces, dearest_first
from tooling.check import ROADS

ROOT = Path(__file__).parents[2]


@dataclass
class Named:
    nodeid: str


def test_what_shares_a_world_is_one_piece_and_all_else_is_single() -> None:
    dealt = InPieces.__new__(InPieces)  # it wants a run to deal to
    pieces = {dealt._split_scope(f"{TOGETHER[1]}test_stories.py::test_{name}") for name in ("satu", "dua[x@y]")}
    assert len(pieces) == 1
    assert dealt._split_scope("tests/hub/test_api.py::test_x") == "tests/hub/test_api.py::test_x"


def test_the_dearest_come_first_and_the_others_keep_their_order() -> None:
    items: list[Any] = [Named("tests/a.py::b"), Named("tests/a.py::a"), Named(f"{TOGETHER[0]}::x")]
    dearest_first(items)
    assert [each.nodeid for each in items] == [f"{TOGETHER[0]}::x", "tests/a.py::b", "tests/a.py::a"]


def test_single_dear_tests_come_before_the_people_at_windows() -> None:
    items: list[Any] = [Named("tests/a.py::b"), Named(f"{TOGETHER[2]}test_x.py::y"), Named(f"{DEAR[0]}::x")]
    dearest_first(items)
    assert [each.nodeid.split("::")[0] for each in items] == [DEAR[0], f"{TOGETHER[2]}test_x.py", "tests/a.py"]


@pytest.mark.parametrize("world", [*ORDER, *ROADS])
def test_every_world_is_where_it_is_said_to_be(world: str) -> None:
    assert (ROOT / world).exists()
