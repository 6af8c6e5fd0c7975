"""Commands about what nobody could read, what failed for good, and what is kept no longer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final

from hub.admin import dead, retention
from hub.cli.parsing import Arguments
from hub.errors import HubError
from hub.room import write_new
from hub.service.ground import Ground


def _list(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    return {"dead": [asdict(each) for each in dead.list_dead(ground, all_of_them=arguments.flag("all"))]}


def _again(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    dead.do_again(ground, arguments.text("id"))
    return {"again": arguments.text("id")}


def _settle(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    dead.settle(ground, arguments.text("id"))
    return {"settled": arguments.text("id")}


def _export(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    out, found = Path(arguments.text("out")), dead.report(ground)
    _write(out, retention.as_file(found))
    return {"file": str(out), "dead": len(found["dead"])}


def _write(out: Path, content: bytes) -> None:
    try:
        write_new(out, content)
    except OSError as cause:
        raise HubError(f"Berkas {out} tidak dapat dibuat. Tidak ada yang ditimpa. Periksa letaknya.") from cause


def _plan(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    return retention.plan(ground, _day(arguments))


def _erase(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    """The report is written before anybody is told that something was erased."""
    out = Path(arguments.text("out"))
    if out.exists():
        raise HubError(f"Berkas {out} sudah ada. Tidak ada yang dimusnahkan dan tidak ada yang ditimpa.")
    found = retention.erase_due(ground, arguments.text("decree"), _day(arguments))
    _write(out, retention.as_file(found))
    return {
        "file": str(out),
        **{name: found[name] for name in ("due", "erased", "assess", "keep", "files", "snapshot_parts", "counts")},
    }


def _apply_again(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    try:
        report = Path(arguments.text("file")).read_bytes()
    except OSError as cause:
        raise HubError(f"Berkas {arguments.text('file')} tidak terbaca. Tidak ada yang diubah.") from cause
    return {"erased": retention.apply_again(ground, report)}


def _day(arguments: Arguments) -> date | None:
    text = arguments.text("until")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as cause:
        raise HubError(f"'{text[:20]}' bukan tanggal. Tulis seperti 2031-12-31. Tidak ada yang dimusnahkan.") from cause


COMMANDS: Final[Mapping[str, Callable[[Ground, Arguments], dict[str, Any]]]] = {
    "dead list": _list,
    "dead again": _again,
    "dead settle": _settle,
    "dead export": _export,
    "retention plan": _plan,
    "retention erase": _erase,
    "retention reapply": _apply_again,
}
