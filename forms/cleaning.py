"""What is silently mended in a text before anything reads it, so that two desks store the same answer alike."""

from __future__ import annotations

import unicodedata


def clean_line(text: str) -> str:
    """One line: NFC, no control, bidirectional or invisible signs, single spaces, none at the ends."""
    if text.isascii() and text.isprintable():  # nearly every answer: nothing in it could be left out
        return " ".join(text.split())
    return " ".join(_visible(text, keep="").split())


def clean_paragraphs(text: str) -> str:
    """Several lines: as `clean_line`, but the line breaks stay."""
    lines = _visible(text.replace("\r\n", "\n"), keep="\n").split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip("\n")


def _visible(text: str, keep: str) -> str:
    """Without the categories Cc, Cf, Cs, Co and Cn; signs that end or part a line become spaces, unless kept."""
    return unicodedata.normalize("NFC", "".join(_shown(sign, keep) for sign in text))


def _shown(sign: str, keep: str) -> str:
    if sign in keep:
        return sign
    if sign.isspace():
        return " "
    return "" if unicodedata.category(sign).startswith("C") else sign
