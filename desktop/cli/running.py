"""`desk run`: one open desk, commands line by line, one JSON answer a line. A bad line is answered like a good one."""

from __future__ import annotations

import argparse
import io
import json
import shlex
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from desktop.cli.parsing import WrongUsage, build_line_parser
from desktop.cli.session import Session
from desktop.cli.speaking import BUG, DONE, FAILED, MISUSED, WRONG_USAGE, bug_sentence, note_bug
from desktop.cli.verbs import perform
from desktop.errors import BadInput, WorldError
from desktop.files import trouble_of


def run_script(session: Session, args: argparse.Namespace) -> int:
    """Run every line of a script or of standard input; 1 when any line failed.

    Raises:
        WorldError: the script cannot be read, or the desk not be opened.
    """
    if session.vault.officers():
        session.desk(args)
    worst = DONE
    for line in _lines(args.script):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        answer = answer_line(session, words)
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        worst = worst or int(answer["exit"])
    return FAILED if worst else DONE


def _lines(script: str) -> Iterator[str]:
    if script == "-":
        yield from iter(sys.stdin.readline, "")
        return
    try:
        file: TextIO = Path(script).open(encoding="utf-8")  # noqa: SIM115 - closed below, after the last line
    except OSError as error:
        raise BadInput(
            "skrip_tidak_terbaca",
            f"Berkas perintah {Path(script).name} tidak dapat dibaca. Belum ada yang dijalankan. Periksa letaknya.",
        ) from error
    with file:
        yield from file


def answer_line(session: Session, line: str) -> dict[str, Any]:
    """The answer to one line. Nothing that a line does may end the run."""
    try:
        args = _parsed(line)
    except (WrongUsage, ValueError) as error:
        return {"ok": False, "exit": MISUSED, "error": WRONG_USAGE, "message": str(error)}
    except SystemExit:
        return {"ok": False, "exit": MISUSED, "error": WRONG_USAGE, "message": "Bantuan hanya di luar run."}
    try:
        changed = perform(session, args)
    except WrongUsage as error:
        return {"ok": False, "exit": MISUSED, "error": WRONG_USAGE, "message": str(error)}
    except Exception as error:  # noqa: BLE001 - the edge: ours goes to the log, the run goes on
        return _failed(error, session.profile)
    good = bool(changed.told.get("ok", True))
    return {"ok": good, "exit": DONE if good else FAILED, **changed.told}


def _failed(error: Exception, profile: Path) -> dict[str, Any]:
    trouble = error if isinstance(error, WorldError) else trouble_of(error)
    if trouble is None:
        note_bug(error, profile)
        return {"ok": False, "exit": FAILED, "error": BUG, "message": bug_sentence(error)}
    known = {"ok": False, "exit": FAILED, "error": trouble.code, "message": trouble.sentence}
    return {**known, "details": list(trouble.details)}


@cache
def _line_parser() -> argparse.ArgumentParser:
    """Made once a run: a parser of forty verbs costs more than most of them."""
    return build_line_parser()


def _parsed(line: str) -> argparse.Namespace:
    with redirect_stdout(io.StringIO()):  # a page of help would be no JSON
        args = _line_parser().parse_args(shlex.split(line))
    if args.verb == "run":
        raise WrongUsage("Perintah salah: 'run' tidak dapat dipakai di dalam run.")
    return args
