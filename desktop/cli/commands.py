"""One command line from its words to its exit code: the world's trouble is one line, our own goes to a log."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop.cli.parsing import WrongUsage, build_parser
from desktop.cli.session import Session
from desktop.cli.speaking import BUG, DONE, FAILED, MISUSED, WRONG_USAGE, bug_sentence, note_bug, say, say_error
from desktop.errors import WorldError
from desktop.files import trouble_of

MakeSession = Callable[[Path, str | None], Session]


def run(argv: list[str], password: str | None, make_session: MakeSession = Session) -> int:
    """Run one command line."""
    as_json = "--json" in argv
    try:
        args = build_parser().parse_args(argv)
    except WrongUsage as error:
        say_error(WRONG_USAGE, str(error), as_json=as_json)
        return MISUSED
    except SystemExit as error:  # --help has printed its page
        return int(error.code or 0)
    if args.room == "letter" and args.profile is None:
        return _guarded(lambda: _verify(args, None), Path(), as_json=as_json)
    session = make_session(args.profile, password)
    try:
        command = _verify if args.room == "letter" else _desk
        return _guarded(lambda: command(args, session), args.profile, as_json=as_json)
    finally:
        session.close()


def _desk(args: argparse.Namespace, session: Session) -> int:
    if args.verb == "run":
        from desktop.cli.running import run_script  # noqa: PLC0415 - one verb only

        return run_script(session, args)
    from desktop.cli.verbs import perform  # noqa: PLC0415 - after the words were understood

    changed = perform(session, args)
    say(dict(changed.told), changed.sentence, as_json=getattr(args, "json", False))
    return DONE if changed.told.get("ok", True) else FAILED


def _verify(args: argparse.Namespace, session: Session | None) -> int:
    from desktop.cli.verifying import verify_file  # noqa: PLC0415 - pyHanko takes 1.6 s

    desk = None if session is None else session.desk(args)
    told, sentence, good = verify_file(args.file, args.trust, desk)
    say(told, sentence, as_json=getattr(args, "json", False))
    return DONE if good else FAILED


def _guarded(command: Callable[[], int], profile: Path, *, as_json: bool) -> int:
    try:
        return command()
    except WorldError as error:
        say_error(error.code, error.line, as_json=as_json)
    except WrongUsage as error:
        say_error(WRONG_USAGE, str(error), as_json=as_json)
        return MISUSED
    except Exception as error:  # noqa: BLE001 - the edge: ours goes to the log, the person gets a calm line
        say_error(*_told(error, profile), as_json=as_json)
    return FAILED


def _told(error: Exception, profile: Path) -> tuple[str, str]:
    """The word and the line for what is no `WorldError`: the system's trouble with a file, or a bug."""
    trouble = trouble_of(error)
    if trouble is not None:
        return trouble.code, trouble.line
    note_bug(error, profile)
    return BUG, bug_sentence(error)
