"""Logs as JSON lines on standard error; every run of sixteen digits is hidden before it is written."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any, TextIO, cast

import structlog

from domain.identity import mask_digits


def mask(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Hide numbers of identity cards wherever they got into a log line."""
    return {name: _masked(value) for name, value in event.items()}


def _masked(value: object) -> object:
    return (
        mask_digits(value)
        if isinstance(value, str)
        else value
        if isinstance(value, (int, float))
        else mask_digits(str(value))
    )


class _Patient:
    """Standard error, often a file on the very disk that is full: a line that does not fit must not cost an answer."""

    def write(self, text: str) -> int:
        """Say it if there is room."""
        with suppress(OSError):
            sys.stderr.write(text)
        return len(text)

    def flush(self) -> None:
        """Let it go if there is room."""
        with suppress(OSError):
            sys.stderr.flush()


STANDARD_ERROR = cast("TextIO", _Patient())


def _to_standard_error(*_named: object) -> structlog.PrintLogger:
    return structlog.PrintLogger(STANDARD_ERROR)


class _IntoOurLog(logging.Handler):
    """Lines of libraries that log by the standard library: JSON and masked like ours."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say it again as ours."""
        found = {"exc_info": record.exc_info} if record.exc_info else {}
        structlog.get_logger().log(record.levelno, record.getMessage(), logger=record.name, **found)


def set_up_logs(level: int = logging.INFO) -> None:
    """Send our log lines, and uvicorn's, to standard error as JSON."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            mask,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=_to_standard_error,
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    if not any(isinstance(handler, _IntoOurLog) for handler in root.handlers):
        root.addHandler(_IntoOurLog(logging.WARNING))
