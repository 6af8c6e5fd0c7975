"""What a command line says: one JSON document or sentences, one line for trouble, and a log for faults of ours."""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path

from domain.identity import mask_digits

DONE, FAILED, MISUSED = 0, 1, 2
WRONG_USAGE, BUG = "salah_perintah", "galat"
"""Words for programs where no `WorldError` has one of its own."""


def say(told: dict[str, object], sentence: str, *, as_json: bool) -> None:
    """Print the outcome: one JSON document, or the sentence."""
    text = json.dumps(told, ensure_ascii=False) if as_json else sentence
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say_error(code: str, line: str, *, as_json: bool) -> None:
    """Print what went wrong: one line for a person, and for a program one document with its word."""
    line = " ".join(line.split())
    if as_json:
        say({"error": code, "message": line}, "", as_json=True)
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def bug_sentence(error: Exception) -> str:
    """What a person reads when the fault is ours."""
    return (
        f"Kesalahan program ({type(error).__name__}). Yang sudah tersimpan tetap aman. "
        "Kirim berkas galat.log dari folder data kepada Diskominfo."
    )


def note_bug(error: Exception, profile: Path) -> None:
    """Write a bug to the profile's log, every run of sixteen digits masked."""
    if not profile.is_dir():
        return
    text = "".join(traceback.format_exception(error))
    try:
        with (profile / "galat.log").open("a", encoding="utf-8") as log:
            log.write(masked(text))
    except OSError:
        return


def masked(text: str) -> str:
    """The text with every run of sixteen digits masked, as in every log."""
    return mask_digits(text)
