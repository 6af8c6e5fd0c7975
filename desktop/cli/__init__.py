"""The desk on the command line, for scripts, offices that automate, and tests.

Prints one JSON document per command when asked; exits 0 done, 1 refused or failed, 2 wrong usage.
"""

from __future__ import annotations

import logging
import sys
import warnings
from importlib import import_module

from desktop.passwords import take_from_environment


def main(argv: list[str]) -> int:
    """Run one command line; gives the exit code."""
    password = take_from_environment()
    _hush_libraries()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if argv[:1] == ["demo"]:
        return int(import_module("desktop.cli.demo").main(argv[1:]))
    return int(import_module("desktop.cli.commands").run(argv, password))


def _hush_libraries() -> None:
    """Standard error holds our one line: a library's remark or traceback is no sentence for a clerk."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
