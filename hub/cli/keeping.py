"""`hub backup`, `hub verify-backup`, `hub restore`: the passphrase comes from a file or from standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hub.admin.folder import Elsewhere, Place, open_hub
from hub.backup.restoring import note_verified, restore, verify
from hub.backup.writing import make_backup
from hub.cli.parsing import Arguments
from hub.errors import HubError
from hub.service.ground import Ground
from hub.world import World


def passphrase_of(arguments: Arguments) -> str:
    """The first line of `--password-file FILE|-`.

    Raises:
        HubError: it cannot be read.
    """
    source = arguments.text("password_file")
    if source == "-":
        return sys.stdin.readline().rstrip("\r\n")
    try:
        return Path(source).read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as cause:
        raise HubError(
            f"Berkas kata sandi {source} tidak terbaca. Tidak ada yang diubah. Periksa letak dan izinnya."
        ) from cause


def elsewhere(arguments: Arguments) -> Elsewhere:
    """What of the hub lies outside its folder: `--database`, `--blobs`, or from the environment."""
    database = arguments.text("database") or os.environ.get("KETINTING_DATABASE_URL") or None
    return Elsewhere(database, arguments.text("blobs") or os.environ.get("KETINTING_BLOBS_URL") or None)


def backup(ground: Ground, arguments: Arguments) -> dict[str, Any]:
    """`backup --out FILE`."""
    out = Path(arguments.text("out"))
    made = make_backup(ground, out, passphrase_of(arguments))
    about = {"file": str(out), "made_at": made.made_at, "rows": made.rows, "files": made.files, "bytes": made.size}
    return {**about, "missing_files": list(made.missing)}


def verify_backup(arguments: Arguments, world: World) -> dict[str, Any]:
    """`verify-backup FILE`; with the hub it was made of, what is durable is raised to it."""
    folder, key_file = arguments.path("data"), arguments.path("key_file")
    if (folder is None) is not (key_file is None):
        raise HubError("Pemeriksaan memerlukan --data dan --key-file bersama-sama. Tidak ada yang diubah.")
    proved = verify(Path(arguments.text("file")), passphrase_of(arguments), world)
    if folder is None or key_file is None:
        return {"verified": True, **proved.counted, "noted": False}
    ground = open_hub(Place(folder, key_file), world)
    try:
        return {"verified": True, **proved.counted, "noted": note_verified(ground, proved)}
    finally:
        ground.close()


def restore_hub(place: Place, arguments: Arguments, world: World) -> dict[str, Any]:
    """`restore FILE`."""
    return restore(Path(arguments.text("file")), place, passphrase_of(arguments), world, elsewhere(arguments))
