"""The checker finds what it is there for: each thing that must not be, planted in a history that is whole."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.history.checking import sorted_out, violations
from tests.history.recording import Event

V, DESK, OTHER = "v:contoh", "meja-1", "meja-2"


def entry(seq: int, rev: int, own: str, kind: str = "submit", **more: Any) -> list[Any]:
    about = {"request": "r1", "kind": kind, "base": None, "body": {}, **more}
    return [seq, rev, own, about]


def whole() -> list[Event]:
    """A clerk files, the kecamatan verifies, a second filing is refused; the other desk reads all of it."""
    block = {"office": "desa", "book": "sku", "year": 2026, "first": 1, "last": 20}
    frozen = {"number": {"book": "dn", "year": 2026, "n": 1}}
    log = [
        entry(1, 0, "lease-1", "number_leased", request=None, body=block),
        entry(2, 0, "lease-2", "number_leased", request=None, body={**block, "first": 21, "last": 40}),
        entry(3, 1, "filed"),
        entry(4, 2, "verified", "verify", base="filed"),
        entry(5, 3, "frozen-1", "letter_frozen", base="verified", body=frozen),
    ]
    read = [[V, seq, rev, own] for seq, rev, own, _ in log]
    verdicts = [[1, "filed", "ok", "", V, 3, 1], [2, "late-one", "parked", "waits_for_bytes", "", None, None]]
    later = [[3, "late-one", "conflict", "other_head", "", None, None]]
    again = [["filed", "ok", V, 3, 1], ["late-one", "conflict", "", None, None]]
    return [
        {"what": "saved", "desk": DESK, "device_seq": 1, "hash": "filed"},
        {"what": "saved", "desk": DESK, "device_seq": 2, "hash": "late-one"},
        {"what": "fault", "desk": "", "name": "hub killed"},
        {"what": "committed", "desk": DESK, "ack_through": 2, "verdicts": verdicts, "read": read[:3]},
        {"what": "committed", "desk": DESK, "ack_through": 2, "verdicts": later, "read": read[3:]},
        {"what": "committed", "desk": OTHER, "ack_through": 0, "verdicts": [], "read": read},
        {"what": "asked_again", "desk": DESK, "verdicts": again},
        {"what": "reread", "desk": OTHER, "scope": V, "entries": log},
        {"what": "reread", "desk": DESK, "scope": V, "entries": copy.deepcopy(log)},
    ]


def test_a_history_that_is_whole_has_no_violation() -> None:
    assert violations(sorted_out(whole())) == []


def acknowledged_less(events: list[Event]) -> None:
    events[3]["ack_through"] = events[4]["ack_through"] = 1


def never_judged(events: list[Event]) -> None:
    del events[3]["verdicts"][0]


def accepted_and_gone(events: list[Event]) -> None:
    events[3]["verdicts"][0][5] = 2


def counted_with_a_gap(events: list[Event]) -> None:
    events[4]["verdicts"][0][0] = 4


def changed_when_asked_again(events: list[Event]) -> None:
    events[6]["verdicts"][1][1] = "ok"


def not_all_asked_again(events: list[Event]) -> None:
    del events[6]["verdicts"][1]


def skipped(events: list[Event]) -> None:
    del events[5]["read"][2]


def read_otherwise(events: list[Event]) -> None:
    events[5]["read"][3][3] = "another"


def reread_otherwise(events: list[Event]) -> None:
    events[8]["entries"][0][2] = "another"


def on_another_head(events: list[Event]) -> None:
    for place in (7, 8):
        events[place]["entries"][3][3]["base"] = "lease-1"


def wrong_revision(events: list[Event]) -> None:
    for place in (7, 8):
        events[place]["entries"][4][1] = 4


def twice_in_the_log(events: list[Event]) -> None:
    for place in (7, 8):
        events[place]["entries"].append(
            entry(6, 4, "frozen-1", "letter_frozen", body={"number": {"book": "dn", "year": 2026, "n": 1}})
        )


def leased_twice(events: list[Event]) -> None:
    for place in (7, 8):
        events[place]["entries"][1][3]["body"]["first"] = 20


def a_hole(events: list[Event]) -> None:
    for place in (7, 8):
        events[place]["entries"][4][0] = 6


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (acknowledged_less, "never acknowledged"),
        (never_judged, "never judged"),
        (accepted_and_gone, "is not in the log"),
        (counted_with_a_gap, "without a gap"),
        (changed_when_asked_again, "was conflict and became ok"),
        (not_all_asked_again, "was not judged again"),
        (skipped, "skipped or repeated"),
        (read_otherwise, "what is not its log"),
        (reread_otherwise, "otherwise than others"),
        (on_another_head, "on another head"),
        (wrong_revision, "revision 4 in place of 3"),
        (twice_in_the_log, "stands there 2 times"),
        (leased_twice, "given twice"),
        (a_hole, "places are not counted"),
    ],
)
def test_what_must_not_be_is_found(plant: Callable[[list[Event]], None], said: str) -> None:
    events = whole()
    plant(events)
    found = violations(sorted_out(events))
    assert any(said in each for each in found), found
