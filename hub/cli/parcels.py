"""`hub import-outbox` and `hub export-answer`: the exchange by flash disk, at the administrator's hands."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from hub.cli.parsing import Arguments
from hub.parcels.answering import write_answer
from hub.parcels.receiving import receive
from hub.service.ground import Ground
from sync.parcel_files import copied_from, room_for, written_beside

_MIB: Final = 1024**2


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
    wanted = arguments.text("max_mb")
    limit = room_for(out, int(wanted) * _MIB if wanted else None)
    with written_beside(out) as file:
        answered = write_answer(ground, device, file, limit, rest=rest)
    return {**answered.told(), "answer": str(out), "answer_size": out.stat().st_size}


def _copy(arguments: Arguments) -> Path:
    return Path(arguments.text("data")) / ".kiriman.tmp"
