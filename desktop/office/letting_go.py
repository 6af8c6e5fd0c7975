"""Room on this computer: copies of ended requests go when a verified backup of the hub holds them, and come back."""

from __future__ import annotations

from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.timekeeping import effective_now, now_text
from desktop.phrases import phrase
from desktop.store import letting_go
from desktop.store.blobs import files_in_use
from desktop.store.letting_go import Copy
from sync.ballast import free_bytes
from sync.letting_go import KEEPING, may_let_go


def let_go_of_copies(desk: Desk) -> int:
    """Remove what the rule allows; how many copies. Called after an exchange that left nothing to send or to read."""
    with desk.database.reading() as connection:
        if not letting_go.any_copies(connection, effective_now(desk, connection) - KEEPING.shortest):
            return 0
    free = free_bytes(desk.profile)
    with desk.database.writing() as connection:
        now = effective_now(desk, connection)
        found = letting_go.copies(connection, now - KEEPING.shortest)
        durable = desk.contact(connection).durable_through
        gone = [copy for copy in found if may_let_go(copy.held, durable, now, free)]
        for copy in gone:
            letting_go.let_go(connection, copy)
        letting_go.note_at_hub(connection, [copy for copy in found if copy.held.known_at is None])
    if gone:
        _remove(desk, gone)
    return len(gone)


def _remove(desk: Desk, gone: list[Copy]) -> None:
    """Files that no row names any more: one file may serve several requests."""
    with desk.database.reading() as connection:
        used = files_in_use(connection)
    for name in {copy.file for copy in gone} - used:
        desk.files.forget(name)


def fetch_back(desk: Desk, request: str) -> Changed:
    """Have the next exchange bring the documents and the letter of a request back."""
    with desk.database.writing() as connection:
        count = letting_go.want_back(connection, request, now_text(desk, connection))
        wanted = letting_go.count_wanted(connection, request)
    said = (
        phrase("{count} berkas diambil dari hub saat sinkronisasi berikutnya.", count=wanted)
        if wanted
        else phrase("Tidak ada yang perlu diambil: berkas permohonan ini sudah ada di komputer ini.")
    )
    return Changed(requests=(request,), told={"request": request, "documents": count}, sentence=said)
