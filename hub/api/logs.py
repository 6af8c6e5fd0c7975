"""Logs as JSON lines on standard error; every run of sixteen digits is hidden before it is written."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

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


def _to_standard_error(*_named: object) -> structlog.PrintLogger:
    return structlog.PrintLogger(sys.stderr)


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
