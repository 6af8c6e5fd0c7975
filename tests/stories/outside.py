"""Outside forces on a program of ours: another clock, given to its process by Python's own start-up file.

`sitecustomize` is read by every Python before any program; nothing of ours knows of it. What is not Python (TLS, the
file system) keeps the real time.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from desktop.cli.demo.processes import PROGRAM, ROOT, Nursery

_SITE = """
import datetime, time
_real, _shift = time.time, {seconds!r}
time.time = lambda: _real() + _shift

class _Kind(type(datetime.datetime)):
    def __instancecheck__(cls, found):
        return isinstance(found, _datetime)

_datetime = datetime.datetime

class datetime_(_datetime, metaclass=_Kind):
    @classmethod
    def now(cls, tz=None):
        return _datetime.now(tz) + datetime.timedelta(seconds=_shift)

    @classmethod
    def utcnow(cls):
        return _datetime.now(datetime.UTC).replace(tzinfo=None) + datetime.timedelta(seconds=_shift)

datetime.datetime = datetime_
"""


def with_clock(nursery: Nursery, shift: timedelta) -> Mapping[str, str]:
    """The environment of a program whose clock is wrong by so much."""
    folder = nursery.folder / f"jam{shift.total_seconds():+.0f}"
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(_SITE.format(seconds=shift.total_seconds()), encoding="utf-8")
    ours = nursery.environment()
    paths = [str(folder), *filter(None, [ours.get("PYTHONPATH", "")])]
    return {**ours, "PYTHONPATH": os.pathsep.join(paths)}


def at_another_time(nursery: Nursery, shift: timedelta, *words: str) -> subprocess.CompletedProcess[str]:
    """One command of ours on a machine whose clock is wrong by so much."""
    return subprocess.run(
        [*PROGRAM, *words],
        cwd=Path(ROOT),
        env=dict(with_clock(nursery, shift)),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
