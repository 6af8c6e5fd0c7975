from __future__ import annotations

import getpass
import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from desktop.errors import BadInput
from desktop.passwords import check_new_password, read_password, take_from_environment


def test_the_environment_is_cleared_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETINTING_PASSWORD", "rahasia contoh")
    assert take_from_environment() == "rahasia contoh"
    assert "KETINTING_PASSWORD" not in os.environ


def test_a_file_gives_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "sandi").write_text("perahu lima\r\nbaris lain\n")
    assert read_password(str(tmp_path / "sandi"), "bukan ini") == "perahu lima"


def test_standard_input_gives_one_line_for_each_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("satu\ndua\n"))
    assert [read_password("-", None), read_password("-", None)] == ["satu", "dua"]


def test_a_terminal_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", terminal)
    monkeypatch.setattr(getpass, "getpass", lambda prompt: f"jawab {prompt}")
    assert read_password(None, None, "Sandi: ") == "jawab Sandi: "


def test_without_any_source_the_way_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(BadInput, match="--password-file"):
        read_password(None, None)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_password_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "sandi").write_bytes(content)
    with pytest.raises(BadInput, match="sandi tidak dapat dibaca"):
        read_password(str(tmp_path / "sandi"), None)


@pytest.mark.parametrize(
    "password", ["pendek", "a" * 129, "aaaaaaaaaaaa", "17081990", "1990-08-17", "Desa Sepatin", "desasepatin123"]
)
def test_what_the_first_guesses_find_is_refused(password: str) -> None:
    with pytest.raises(BadInput):
        check_new_password(password, office_names=("Desa Sepatin",), born=date(1990, 8, 17))


def test_a_long_sentence_is_welcome() -> None:
    check_new_password("perahu ketinting di hulu mahakam", office_names=("", "Desa Sepatin"), born=date(1990, 8, 17))
