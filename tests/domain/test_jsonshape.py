from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest
from hypothesis import given

from domain.jsonshape import Fields, ShapeError, instant_text
from tests.domain.strategies import instants


class Colour(StrEnum):
    RED = "red"


def test_fields_are_read_as_what_they_are() -> None:
    fields = Fields(
        {"t": "a", "e": "", "n": None, "w": 3, "f": False, "l": ["a", "b"], "c": "red", "d": "2026-11-21", "new": {}}
        | {"i": "2026-11-21T18:17:00+08:00"}
    )

    assert (fields.text("t"), fields.text_or_empty("e"), fields.text_or_none("n")) == ("a", "", None)
    assert (fields.text_or_none("absent"), fields.text_or_none("t")) == (None, "a")
    assert (fields.whole("w", 3, 3), fields.flag("f"), fields.texts("l")) == (3, False, ("a", "b"))
    assert (fields.choice("c", Colour), fields.day("d")) == (Colour.RED, date(2026, 11, 21))
    assert fields.instant("i") == fields.instant_or_none("i") == datetime(2026, 11, 21, 10, 17, tzinfo=UTC)
    assert fields.instant_or_none("n") is None


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("", lambda fields: fields.text("k")),
        ("long", lambda fields: fields.text("k", 3)),
        ("a\nb", lambda fields: fields.text("k")),
        (5, lambda fields: fields.text_or_none("k")),
        (True, lambda fields: fields.whole("k", 0, 9)),
        (10, lambda fields: fields.whole("k", 0, 9)),
        (-1, lambda fields: fields.whole("k", 0, 9)),
        (1.0, lambda fields: fields.whole("k", 0, 9)),
        (1, lambda fields: fields.flag("k")),
        ("ab", lambda fields: fields.items("k")),
        (["a", ""], lambda fields: fields.texts("k")),
        (["a", 1], lambda fields: fields.texts("k")),
        ("blue", lambda fields: fields.choice("k", Colour)),
        ([], lambda fields: fields.choice("k", Colour)),
        ("yesterday", lambda fields: fields.instant("k")),
        ("2026-11-21T18:17:00", lambda fields: fields.instant_or_none("k")),
        ("20261121", lambda fields: fields.day("k")),
        ("2026-13-01", lambda fields: fields.day("k")),
        (20261121, lambda fields: fields.day("k")),
    ],
)
def test_a_field_of_another_kind_is_refused_by_its_name(value: object, read: Callable[[Fields], object]) -> None:
    with pytest.raises(ShapeError, match="“k” must be") as caught:
        read(Fields({"k": value}))

    assert caught.value.key == "k"


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(ShapeError, match="an object"):
        Fields(["k"])


def test_an_instant_without_a_zone_cannot_travel() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        instant_text(datetime(2026, 1, 1))  # noqa: DTZ001 - the fault under test


@given(instants)
def test_an_instant_comes_back_as_it_went(at: datetime) -> None:
    assert instant_text(at).endswith("Z")
    assert Fields({"k": instant_text(at)}).instant("k") == at
