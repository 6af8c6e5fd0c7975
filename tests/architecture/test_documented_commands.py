"""What a page tells a person to type is understood, and every command stands on the page of those who need it."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cli import parsing as desk
from hub.cli import parsing as hub

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"desk": DOCS / "pengguna.md", "hub": DOCS / "hub.md"}
LINE = re.compile(r"^\s*(?:\d+\. `)?ketinting ((?:desk|hub|letter) [^`\n]*)", re.MULTILINE)
LEFT_OUT = ["--data", "x", "--key-file", "x"]
"""Said once on the hub's page, for all its commands."""


def typed(page: Path) -> list[list[str]]:
    """The lines that begin with the command, without remarks and what may be left out."""
    lines = LINE.findall(page.read_text(encoding="utf-8"))
    plain = (re.sub(r"\[[^\]]*\]", "", line.split("  #")[0]).replace("…", "x") for line in lines)
    return [words for each in plain if "PERINTAH" not in (words := shlex.split(each))]


def verbs(parser: argparse.ArgumentParser, before: tuple[str, ...] = ()) -> Iterator[str]:
    rooms = [each.choices for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    for name, under in (pair for each in rooms for pair in each.items()):
        yield from verbs(under, (*before, name))
    if not rooms:
        yield " ".join(before)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_line_that_a_page_has_typed_is_understood(page: Path) -> None:
    lines = typed(page)
    assert len(lines) > 9
    of_desk, of_hub = desk.build_parser(), hub.build_parser()
    for words in lines:
        if words[0] == "hub":
            given = words[1:] if "--data" in words or words[1] == "verify-backup" else [*words[1:], *LEFT_OUT]
            of_hub.parse_args(given)
        else:
            of_desk.parse_args(words)


def test_every_command_stands_on_its_page() -> None:
    asked = {"desk": desk.build_line_parser(), "hub": hub.build_parser()}
    pages = {room: re.sub(r"(\w+) (\w+)\|(\w+)", r"\1 \2 \1 \3", page.read_text()) for room, page in PAGES.items()}
    assert [verb for room, parser in asked.items() for verb in verbs(parser) if verb not in pages[room]] == []
