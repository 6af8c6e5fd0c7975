"""Said briefly: shorter, and the same byte for byte; whatever else comes is refused."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import marks
from sync.anchors import GENESIS
from sync.brief import Brief, Known, lengthen, shorten
from sync.encoding import b64u
from sync.errors import Unreadable
from sync.marks import number

MOST = 100_000
NOTHING = Known()
HASH, SALT = bytes(range(32)), b"s" * 16
ID = b"01a20213-b0d0-7565-8a21-c2881c23ce98"
LATER = b"01a20213-b0d1-7565-8a21-c2881c23ce98"
CONTENT = b'{"answers":{"nama":"Contoh"},"files":{}}'
PAYLOAD = SALT + CONTENT
NAMED = hashlib.sha256(PAYLOAD).digest()


def there_and_back(plain: bytes, known: Known = NOTHING) -> Brief:
    found = shorten(plain, known)
    assert lengthen(found, known, MOST) == plain
    return found


def texts(*raw: bytes) -> bytes:
    return json.dumps([b64u(each) for each in raw]).encode()


def test_a_hash_travels_as_its_bytes_and_a_second_time_as_a_name() -> None:
    found = there_and_back(texts(HASH, HASH))
    assert found.beside == HASH
    assert found.text == b'["%b", "%b\x02"]' % (marks.HASH, marks.SAME_HASH)


def test_a_signature_and_other_random_bytes_lie_beside_the_text() -> None:
    signature, nonce = bytes(range(64)), bytes(range(22))
    assert there_and_back(texts(signature, nonce)).beside == signature + bytes([22]) + nonce


def test_ids_and_times_tell_how_far_they_lie_behind_the_last() -> None:
    times = b'"2026-11-22T04:00:00.000Z","2026-11-22T04:00:00.007Z","2026-11-22T04:00:00.000Z"'
    found = there_and_back(b'["%b","64.02.04-%b","%b",%b]' % (ID, LATER, ID, times))
    assert len(found.beside) == 6 + 10 + 1 + 10 + 4 + 1


def test_the_hash_of_a_payload_that_follows_is_reckoned() -> None:
    found = there_and_back(texts(NAMED, PAYLOAD, NAMED))
    assert found.beside == SALT
    assert CONTENT in found.text


def test_a_hash_that_is_named_before_its_payload_comes_is_sent() -> None:
    assert there_and_back(texts(NAMED, NAMED, PAYLOAD)).beside == NAMED + SALT


def test_a_payload_in_a_payload_lies_beside_it() -> None:
    inner = b64u(PAYLOAD).encode()
    assert PAYLOAD in there_and_back(texts(SALT + b'{"cms":"%b","padded":"padded"}' % inner)).beside


def test_what_the_reader_has_said_himself_is_only_named() -> None:
    plain = b'["%b","%b","%b"]' % (b64u(HASH).encode(), ID, b64u(GENESIS).encode())
    assert there_and_back(plain, Known((HASH,), (ID,))).beside == b""


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b'{"text":"with \x00 and \x0c and \x1f and\nlines"}',
        b'["%b","%b","%b"]' % (b"B" * 43, b" " * 43, b"\xc3\xa9" * 40),
        b'["contoh contoh contoh 123","2026-13-41T04:00:00.000Z","9999-12-31T23:59:59.999Z"]',
        b'["%b","%b"]' % (ID.upper(), ID.replace(b"-", b"")),
        b'["surat-keterangan-usaha","%b","%b' % (b"A" * 31, ID),
        texts(SALT + b'{"nama":"\x01"}' + b" " * 40),
    ],
)
def test_what_only_looks_like_something_stays(plain: bytes) -> None:
    there_and_back(plain)


PIECES = st.one_of(
    st.binary(max_size=8),
    st.sampled_from([b'"%b"' % ID, b'"64.02-%b"' % LATER, texts(HASH), texts(NAMED), texts(PAYLOAD), texts(SALT)]),
    st.sampled_from([b'"2026-11-22T04:00:00.000Z"', b'"1969-11-22T04:00:00.000Z"', b'"', b"\\"]),
)


@given(st.lists(PIECES, max_size=12).map(b"".join))
def test_whatever_is_said_briefly_is_understood(plain: bytes) -> None:
    there_and_back(plain, Known((HASH,), (LATER,)))


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        (marks.HASH, HASH[:-1]),
        (b"", b"left over"),
        (marks.CODED, b""),
        (marks.CODED, b"\xff" * 9),
        (marks.SAME_HASH + b"\x04", b""),
        (marks.SAME_ID + b"\x00", b""),
        (marks.SAME_TIME + b"\x01", b""),
        (marks.SAME_HASH, b""),
        (marks.ODD, b""),
        (b"\x00", b""),
        (b"\x1f", b""),
        (marks.ID, b"\x01" + bytes(10)),
        (marks.ID, number(1 << 49) + bytes(10)),
        (marks.TIME, number(1 << 62)),
        (marks.TIME, b"\xff\xff\xff\xff\xff\xff\xff\xff\x7f"),
        (marks.OPEN, SALT),
        (marks.OPEN + marks.OPEN, SALT * 2),
        (marks.CLOSE, b""),
        (marks.DUE, b""),
        (marks.DUE + marks.DUE + marks.OPEN + marks.CLOSE, SALT),
        (marks.OPEN + marks.DUE + marks.CLOSE, SALT),
        (marks.DUE + marks.SAME_HASH + b"\x02" + marks.OPEN + marks.CLOSE, SALT),
    ],
)
def test_what_nobody_said_so_is_refused(text: bytes, beside: bytes) -> None:
    with pytest.raises(Unreadable):
        lengthen(Brief(text, beside), NOTHING, MOST)


def test_what_becomes_too_long_is_refused_before_it_is() -> None:
    named = marks.HASH + (marks.SAME_HASH + b"\x00") * MOST
    for text in (b" " * (MOST + 1), named, marks.OPEN + b" " * MOST + marks.CLOSE):
        with pytest.raises(Unreadable):
            lengthen(Brief(text, HASH), NOTHING, MOST)


def test_another_readers_message_is_not_this_ones() -> None:
    found = shorten(texts(HASH), Known((HASH,)))
    with pytest.raises(Unreadable):
        lengthen(found, NOTHING, MOST)


@given(st.binary(max_size=40), st.binary(max_size=80))
def test_no_bytes_break_the_reader(text: bytes, beside: bytes) -> None:
    with suppress(Unreadable):
        lengthen(Brief(text, beside), Known((HASH,), (ID,)), MOST)
