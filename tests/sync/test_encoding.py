from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.encoding import b64u, instant_text, read_instant, unb64u
from sync.errors import Unreadable


@given(st.binary(max_size=80))
def test_bytes_come_back_from_their_text(raw: bytes) -> None:
    assert unb64u(b64u(raw)) == raw
    assert unb64u(b64u(raw), size=len(raw)) == raw


@given(st.text(max_size=20))
def test_only_the_one_spelling_of_bytes_is_read(text: str) -> None:
    try:
        raw = unb64u(text)
    except Unreadable:
        return
    assert b64u(raw) == text


@pytest.mark.parametrize("text", ["QQ==", "QR", "Q", "Q Q", "QQ\n", "Q+/Q", "é"])
def test_another_spelling_of_bytes_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        unb64u(text)


def test_bytes_of_another_size_are_refused() -> None:
    with pytest.raises(Unreadable):
        unb64u(b64u(b"abc"), size=4)


@given(st.datetimes(datetime(1970, 1, 1), datetime(9999, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - naive bounds
def test_an_instant_comes_back_to_the_millisecond(instant: datetime) -> None:
    cut = instant - timedelta(microseconds=instant.microsecond % 1000)
    assert read_instant(instant_text(instant)) == cut


def test_an_instant_is_written_in_utc() -> None:
    noon_in_wita = datetime(2026, 11, 21, 12, 0, tzinfo=timezone(timedelta(hours=8)))
    assert instant_text(noon_in_wita) == "2026-11-21T04:00:00.000Z"


def test_an_instant_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="time zone"):
        instant_text(datetime(2026, 1, 1))  # noqa: DTZ001 - the point of the test


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21T04:00:00Z",
        "2026-11-21T04:00:00.000+00:00",
        "2026-11-21 04:00:00.000Z",
        "2026-13-21T04:00:00.000Z",
        "2026-11-21T04:00:60.000Z",
        "0000-11-21T04:00:00.000Z",
        "2026-11-21T04:00:00.000Z\n",
        "٢٠٢٦-11-21T04:00:00.000Z",
    ],
)
def test_another_spelling_of_an_instant_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_instant(text)
