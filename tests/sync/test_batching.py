"""Batches grow by steps and shrink by halves, towards what a line carries in twenty seconds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.batching import FIRST, STEP, TARGET, Batch, wider
from sync.protocol import ANSWER_BYTES, ANSWER_MOST


@pytest.mark.parametrize(("known", "most", "size"), [(0, 500, FIRST), (37, 500, 37), (900, 500, 500), (0, 3, 3)])
def test_a_desk_begins_where_it_was(known: int, most: int, size: int) -> None:
    assert Batch.after(known, most) == Batch(most, size)


def test_a_full_batch_that_went_well_is_followed_by_a_larger_one() -> None:
    assert Batch(500, 200).went(200, 1.0).size == 200 + STEP
    assert Batch(500, 450).went(450, TARGET).size == 500


def test_a_batch_that_was_not_full_says_nothing_of_larger_ones() -> None:
    assert Batch(500, 200).went(199, 0.1).size == 200
    assert Batch(500, 200).went(0, 0.1).size == 200


def test_a_batch_that_took_too_long_or_was_cut_is_followed_by_half_of_it() -> None:
    assert Batch(500, 200).went(120, TARGET + 1).size == 60
    assert Batch(500, 200).broke(200).size == 100
    assert Batch(500, 1).broke(1).size == 1


def test_a_question_that_carries_nothing_and_a_clock_that_goes_back_change_nothing() -> None:
    assert Batch(500, 200).went(0, TARGET + 1).size == 200
    assert Batch(500, 200).broke(0).size == 200
    assert Batch(500, 200).went(200, -5.0).size == 200


@pytest.mark.parametrize(
    ("wanted", "seconds", "then"),
    [
        (ANSWER_BYTES, 2.0, 2 * ANSWER_BYTES),
        (ANSWER_MOST, 2.0, ANSWER_MOST),
        (2 * ANSWER_BYTES, TARGET, 2 * ANSWER_BYTES),
        (2 * ANSWER_BYTES, -1.0, 2 * ANSWER_BYTES),
        (4 * ANSWER_BYTES, TARGET + 1, 2 * ANSWER_BYTES),
        (ANSWER_BYTES, TARGET + 1, ANSWER_BYTES),
    ],
)
def test_a_full_answer_that_came_soon_is_followed_by_a_larger_one(wanted: int, seconds: float, then: int) -> None:
    assert wider(wanted, seconds) == then


@settings(max_examples=40)
@given(st.integers(1, 500), st.floats(0.2, 200))
def test_on_a_steady_line_a_batch_comes_to_about_twenty_seconds(size: int, rate: float) -> None:
    """`rate`: actions a second."""
    batch = Batch(500, size)
    seen = []
    for _ in range(60):
        seconds = batch.size / rate
        seen.append(seconds)
        batch = batch.went(batch.size, seconds)
        assert 1 <= batch.size <= 500
    settled = seen[20:]
    assert max(settled) <= TARGET + STEP / rate
    assert max(settled) >= min(TARGET, 500 / rate) / 2
