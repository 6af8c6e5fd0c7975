"""What the hub refused or holds back, for the command line, and one of them as a file for those who help."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desktop.errors import BadInput
from desktop.files import room_on_disk
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.unsettled import see_unsettled, stored_one
from desktop.phrases import phrase
from desktop.store.actions import Stored
from domain.actions import Json
from domain.identity import mask_digits
from sync.record import hash_of


def list_unsettled(desk: Desk) -> Changed:
    """The same for the command line."""
    found = see_unsettled(desk)
    told: list[Json] = [
        {
            "action": each.action,
            "request": each.request,
            "kind": each.kind.value,
            "parked": each.parked,
            "dead": each.dead,
            "sentence": each.sentence,
            "again": each.can_again,
            "rows": [{"label": row.label, "mine": row.after, "hub": row.before} for row in each.rows],
        }
        for each in found
    ]
    lines = [f"{each.action}  {each.title} · {each.subject}: {each.sentence}" for each in found]
    return Changed(told={"parked": told}, sentence="\n".join(lines) or phrase("Tidak ada yang ditolak atau tertahan."))


def export_for_support(desk: Desk, action: str, target: Path) -> Changed:
    """The action as it was signed and what the hub said of it, without its payload: no citizen's data is in it.

    Raises:
        NotFound: no such action was refused or held back here.
        BadInput: it cannot be written there, or a file is there already.
    """
    with desk.database.reading() as connection:
        item = stored_one(connection, action)
        device = desk.enrolled(connection).device_id
    written = mask_digits(json.dumps(_told(item, device), ensure_ascii=False, indent=2) + "\n")
    try:
        with room_on_disk(), target.open("x", encoding="utf-8") as file:
            file.write(written)
    except OSError as error:
        raise BadInput(
            "berkas_tidak_dapat_ditulis",
            phrase("Berkas {name} tidak dapat ditulis, atau sudah ada. Pilih nama lain.", name=target.name),
        ) from error
    said = phrase("Tersimpan di {target}, tanpa data warga. Kirimkan kepada pengelola hub.", target=target)
    return Changed(told={"action": action, "file": str(target)}, sentence=said)


def _told(item: Stored, device: str) -> dict[str, Any]:
    payload = item.envelope.payload
    return {
        "device": device,
        "place": item.device_seq,
        "code": item.code.value if item.code else None,
        "reason": item.reason,
        "hash": item.envelope.hash,
        "signature": item.envelope.signature.hex(),
        "action": json.loads(item.envelope.action),
        "payload": None if payload is None else {"size": len(payload), "sha256": hash_of(payload)},
    }
