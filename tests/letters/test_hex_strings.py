"""A hexadecimal string is read at once where that is safe, and always as pyHanko would read it."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfStreamError

from letters.hex_strings import PIECE, digits_until_bracket, read_at_once

STRINGS = (
    b"<>",
    b"<48616C6F>",
    b"<48616c6>",
    b"<FEFF00480061>",
    b"<48 61\n6C 6F>",
    b"<4861%komentar>\n6C>",
    b"<" + b"30" * PIECE + b">",
    b"<" + b"3" * PIECE + b">",
    b"<" + b"3" * (PIECE - 1) + b">",
    b"<" + b"3" * PIECE + b" 1>",
)


def read(text: bytes) -> tuple[Any, bytes]:
    """What the string is, and what is left behind it."""
    stream = io.BytesIO(b"..." + text + b" /Next")
    stream.seek(3)
    found = generic.read_hex_string_from_stream(stream)
    return (type(found), found), stream.read()


@pytest.mark.parametrize("text", STRINGS, ids=range(len(STRINGS)))
def test_a_string_is_the_same_and_ends_where_it_did(text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    read_at_once()
    ours = read(text)
    monkeypatch.setattr("letters.hex_strings.digits_until_bracket", lambda _stream: None)
    assert ours == read(text)


@pytest.mark.parametrize("text", [b"<48", b"<48zz>", b"<" + b"3" * 2 * PIECE])
def test_a_broken_string_is_refused_by_pyhanko(text: bytes) -> None:
    read_at_once()
    with pytest.raises(PdfStreamError):
        generic.read_hex_string_from_stream(io.BytesIO(text))


def test_what_is_only_digits_is_not_read_one_by_one() -> None:
    assert digits_until_bracket(io.BytesIO(b"<3031>")) == b"3031"
    assert digits_until_bracket(io.BytesIO(b"<30 31>")) is None


def test_saying_it_twice_changes_nothing() -> None:
    read_at_once()
    once = generic.read_hex_string_from_stream
    read_at_once()
    assert generic.read_hex_string_from_stream is once
