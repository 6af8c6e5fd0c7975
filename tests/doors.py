"""Doors to large libraries: behind them nothing of ours runs, and nothing is traced while coverage is counted.

What coverage counts is our own lines, but Python calls its tracer for every line of every library too: under it,
nine tenths of a letter's test were pyHanko, pypdf and SQLAlchemy, run two to three times as slowly. A door stops
tracing on the way in and goes on with it on the way out (ADR 0142). Functions of ours that a library calls behind a
door (a type's conversion of a parameter) are not counted there; none of a strict room is called so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import Any

import coverage

DOORS = (
    "alembic.operations.base:AbstractOperations.invoke",
    "argparse:_ActionsContainer.add_argument",
    "argparse:_SubParsersAction.add_parser",
    "asn1crypto.core:Sequence.dump",
    "pyhanko.pdf_utils.generic:IndirectObject.get_object",
    "pyhanko.pdf_utils.reader:PdfFileReader.__init__",
    "pyhanko.pdf_utils.writer:BasePdfFileWriter.import_page_as_xobject",
    "pyhanko.sign.validation:validate_pdf_signature",
    "pyhanko.sign.validation.generic_cms:extract_certs_for_validation",
    "pyhanko.sign.validation.generic_cms:validate_sig_integrity",
    "pypdf:PageObject.extract_text",
    "pypdf:PageObject.extract_xform_text",
    "pypdf:PdfReader.__init__",
    "pypdf:PdfWriter.__init__",
    "pypdf:PdfWriter.write",
    "segno:make",
    "sqlalchemy.engine.base:Connection.__exit__",
    "sqlalchemy.engine.base:Connection.execute",
    "sqlalchemy.engine.base:Engine.dispose",
    "sqlalchemy.engine.util:TransactionalContext.__exit__",
    "sqlalchemy.sql.schema:MetaData.reflect",
)


def shut_doors() -> None:
    """Nothing is traced behind the doors of this process from now on; where nothing is counted, nothing is done."""
    if coverage.Coverage.current() is None:
        return
    for door in DOORS:
        module, _, place = door.partition(":")
        *above, name = place.split(".")
        owner: Any = import_module(module)
        for part in above:
            owner = getattr(owner, part)
        if not hasattr(getattr(owner, name), "__wrapped__"):
            setattr(owner, name, untraced(getattr(owner, name)))


def untraced(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, behind a door."""

    @wraps(function)
    def behind(*these: Any, **named: Any) -> Any:
        tracer = sys.gettrace()
        if tracer is None:
            return function(*these, **named)
        sys.settrace(None)
        try:
            return function(*these, **named)
        finally:
            sys.settrace(tracer)

    return behind
