"""Commands about what nobody could read and what failed for good."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from hub.admin import dead
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
    try:
        write_new(out, json.dumps(found, ensure_ascii=False, indent=2).encode() + b"\n")
    except OSError as cause:
        raise HubError(f"Berkas {out} tidak dapat dibuat. Tidak ada yang ditimpa. Periksa letaknya.") from cause
    return {"file": str(out), "dead": len(found["dead"])}


COMMANDS: Final[Mapping[str, Callable[[Ground, Arguments], dict[str, Any]]]] = {
    "dead list": _list,
    "dead again": _again,
    "dead settle": _settle,
    "dead export": _export,
}
