"""`ketinting hub …`: the administrator's command line.

One JSON document on standard output, errors as one line on standard error; exit 0 done, 1 refused or failed, 2 wrong
usage. Passwords never stand in the arguments: the database's may come in `KETINTING_DATABASE_URL`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from hub.cli.parsing import Arguments, build_parser


def main(argv: Sequence[str]) -> int:
    """Run one command; `argv` holds the words after ``hub``."""
    parsed = build_parser().parse_args(list(argv))
    from hub.cli.commands import run  # noqa: PLC0415 - --help needs neither SQL nor a server
    from hub.errors import HubError  # noqa: PLC0415 - as above

    arguments = Arguments(parsed)
    try:
        found = run(arguments)
    except HubError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if found.document is not None:
        _print(found.document, indented=not arguments.flag("json"))
    return found.status


def _print(document: dict[str, Any], *, indented: bool) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2 if indented else None) + "\n")
    sys.stdout.flush()
