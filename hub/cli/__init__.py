"""`ketinting hub …`: the administrator's command line.

One JSON document on standard output, errors as one line on standard error; exit 0 done, 1 refused or failed, 2 wrong
usage. With ``--json`` a failure is a document too: ``{"error": …, "message": …}``. Passwords never stand in the
arguments: the database's may come in `KETINTING_DATABASE_URL`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from hub.cli.parsing import Arguments, WrongUsage, build_parser


def main(argv: Sequence[str]) -> int:
    """Run one command; `argv` holds the words after ``hub``."""
    as_json = "--json" in argv
    try:
        arguments = Arguments(build_parser().parse_args(list(argv)))
    except WrongUsage as error:
        return _failed(("salah_perintah", str(error)), 2, as_json=as_json)
    except SystemExit as error:  # --help has printed its page
        return int(error.code or 0)
    from hub.cli.commands import run  # noqa: PLC0415 - --help needs neither SQL nor a server
    from hub.cli.troubles import told  # noqa: PLC0415 - as above

    try:
        found = run(arguments)
    except Exception as error:  # noqa: BLE001 - the edge: the administrator gets one line, ours goes to a log
        return _failed(told(error, arguments.path("data")), 1, as_json=as_json)
    if found.document is not None:
        _print(found.document, indented=not as_json)
    return found.status


def _failed(trouble: tuple[str, str], status: int, *, as_json: bool) -> int:
    word, sentence = trouble[0], " ".join(trouble[1].split())
    if as_json:
        _print({"error": word, "message": sentence}, indented=False)
    sys.stderr.write(sentence + "\n")
    return status


def _print(document: dict[str, Any], *, indented: bool) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2 if indented else None) + "\n")
    sys.stdout.flush()
