"""The forms of the wire: both sides hold a dictionary by name; whoever does not know it is spoken to more simply."""

from __future__ import annotations

import hashlib
import re

import pytest

from resources.wire import open_dictionaries
from sync import packing
from sync.errors import Unreadable
from sync.packing import BEST, BRIEF, FORMER, GZIP, SPOKEN, ZSTD, knows, pack, simpler, unpack

PLAIN = b'{"device_id":"64.02.04-contoh","incarnation":"1","epoch":1,"cursor":{},"verdict_seen":0,"push":[]}'


@pytest.mark.parametrize("media_type", [BEST, FORMER, ZSTD, GZIP, f"{ZSTD}; charset=utf-8", f" {BEST.upper()} "])
def test_what_was_packed_comes_out(media_type: str) -> None:
    assert unpack(pack(PLAIN, media_type), media_type) == PLAIN
    assert knows(media_type)


def test_a_dictionary_is_named_by_its_own_hash() -> None:
    found = open_dictionaries()
    assert SPOKEN in found
    assert all(hashlib.sha256(content).hexdigest()[:8] == name for name, content in found.items())


def test_no_dictionary_holds_a_number_that_somebody_could_have() -> None:
    for content in open_dictionaries().values():
        assert not re.findall(rb"(?<!\d)\d{16}(?!\d)", content.replace(b"0" * 16, b""))


def test_a_short_message_is_half_as_long_with_it() -> None:
    assert len(pack(PLAIN, BEST)) <= len(pack(PLAIN, ZSTD)) / 2


@pytest.mark.parametrize("media_type", [f"{ZSTD}; dict=00000000", f"{BRIEF}; dict=00000000", BRIEF, "text/html", ""])
def test_what_is_not_known_is_not_read(media_type: str) -> None:
    assert not knows(media_type)
    with pytest.raises(Unreadable):
        unpack(pack(PLAIN, ZSTD), media_type)


def test_without_the_dictionary_its_bytes_say_nothing() -> None:
    for spoken in (BEST, FORMER):
        with pytest.raises(Unreadable):
            unpack(pack(PLAIN, spoken), ZSTD)


def test_what_is_simpler_ends_at_gzip() -> None:
    assert [simpler(spoken) for spoken in (BEST, FORMER, ZSTD, GZIP)] == [FORMER, ZSTD, GZIP, None]


def test_a_bomb_with_a_dictionary_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "PLAIN_MAX", 1000)
    for spoken in (BEST, FORMER):
        with pytest.raises(Unreadable):
            unpack(pack(b" " * 100_000, spoken), spoken)


@pytest.mark.parametrize("cut", [0, 1, 30, -1])
def test_a_brief_body_that_is_cut_is_refused(cut: int) -> None:
    with pytest.raises(Unreadable):
        unpack(pack(b'["%b"]' % (b"B" * 42 + b"A"), BEST)[:cut], BEST)
