"""One command line from its words to its exit code: the world's trouble is one line, our own goes to a log."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop.cli.parsing import WrongUsage, build_parser
from desktop.cli.session import Session
from desktop.cli.speaking import DONE, FAILED, MISUSED, bug_sentence, note_bug, say, say_error
from desktop.errors import WorldError

MakeSession = Callable[[Path, str | None], Session]


def run(argv: list[str], password: str | None, make_session: MakeSession = Session) -> int:
    """Run one command line."""
    try:
        args = build_parser().parse_args(argv)
    except WrongUsage as error:
        say_error(str(error))
        return MISUSED
    except SystemExit as error:  # --help has printed its page
        return int(error.code or 0)
    if args.room == "letter":
        return _guarded(lambda: _verify(args), Path())
    session = make_session(args.profile, password)
    try:
        return _guarded(lambda: _desk(session, args), args.profile)
    finally:
        session.close()


def _desk(session: Session, args: argparse.Namespace) -> int:
    if args.verb == "run":
        from desktop.cli.running import run_script  # noqa: PLC0415 - one verb only

        return run_script(session, args)
    from desktop.cli.verbs import perform  # noqa: PLC0415 - after the words were understood

    changed = perform(session, args)
    say(dict(changed.told), changed.sentence, as_json=getattr(args, "json", False))
    return DONE if changed.told.get("ok", True) else FAILED


def _verify(args: argparse.Namespace) -> int:
    from desktop.cli.verifying import verify_file  # noqa: PLC0415 - pyHanko takes 1.6 s

    told, sentence, good = verify_file(args.file, args.trust)
    say(told, sentence, as_json=getattr(args, "json", False))
    return DONE if good else FAILED


def _guarded(command: Callable[[], int], profile: Path) -> int:
    try:
        return command()
    except WorldError as error:
        say_error(error.line)
    except WrongUsage as error:
        say_error(str(error))
        return MISUSED
    except Exception as error:  # noqa: BLE001 - the edge: ours goes to the log, the person gets a calm line
        note_bug(error, profile)
        say_error(bug_sentence(error))
    return FAILED
