"""`hub import-outbox` and `hub export-answer`: the exchange by flash disk, at the administrator's hands."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Final

from hub.cli.parsing import Arguments
from hub.parcels.answering import write_answer
from hub.parcels.receiving import receive
from hub.service.ground import Ground
from sync.parcel_errors import disk_words
from sync.parcel_files import ROOMY, copied_from, written_beside

_MIB: Final = 1024**2
_SPARE: Final = 256 * 1024
"""Bytes of a flash disk that are left free: its own books need some."""


def import_outbox(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    """`hub import-outbox FILE [--out ANSWER]`: take it in, and write the answer beside when it is asked for."""
    source = Path(arguments.text("file"))
    with copied_from(source, _copy(arguments)) as file:
        received = receive(ground, file)
    out = arguments.path("out")
    answered = {} if out is None else _write(ground, received.label.device_id, out, arguments)
    return {**received.told(), **answered}


def export_answer(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    """`hub export-answer DEVICE --out ANSWER [--next]`: what has happened since the device's last outbox."""
    return _write(ground, arguments.text("id"), Path(arguments.text("out")), arguments, rest=arguments.flag("next"))


def _write(ground: Ground, device: str, out: Path, arguments: Arguments, *, rest: bool = False) -> dict[str, Any]:
    limit = _limit(out, arguments)
    with written_beside(out) as file:
        answered = write_answer(ground, device, file, limit, rest=rest)
    return {**answered.told(), "answer": str(out), "answer_size": out.stat().st_size}


def _limit(out: Path, arguments: Arguments) -> int:
    with disk_words():
        free = shutil.disk_usage(out.parent).free - _SPARE
    wanted = arguments.text("max_mb")
    return min(free, ROOMY, int(wanted) * _MIB if wanted else ROOMY)


def _copy(arguments: Arguments) -> Path:
    return Path(arguments.text("data")) / ".kiriman.tmp"
