"""A connection that was ended is known by what lies unread at it."""

from __future__ import annotations

import socket

import pytest

from hub.store import hearing


@pytest.mark.parametrize("polls", [True, False])
def test_silence_is_no_news_and_a_word_or_an_end_is(polls: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hearing, "_POLLS", polls)
    ours, theirs = socket.socketpair()
    with ours:
        assert not hearing.has_news(ours.fileno())
        theirs.close()
        assert hearing.has_news(ours.fileno())
