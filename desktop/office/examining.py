"""`desk doctor`: disk, clock, database, files, access log, hub and version on one page, each with what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from desktop.errors import WorldError
from desktop.heard import retold
from desktop.office.changes import Changed
from desktop.office.checks import Check, look_at_backups, look_at_exchange, look_at_numbers
from desktop.office.desk import Desk
from desktop.office.proofreading import read_over
from desktop.office.reach import Reach
from desktop.office.reserving import see_room
from desktop.office.sealed import Broken, look_at_seals
from desktop.office.timekeeping import read_clock
from desktop.office.unsettled import see_unsettled
from desktop.phrases import phrase
from desktop.store import access_log
from desktop.store import actions as log
from desktop.store.blobs import files_in_use
from desktop.store.letting_go import count_let_go
from domain.actions import Json
from domain.timekeeping import Standing
from sync.errors import SyncError

ROOM_WANTED: Final = 500 * 1024 * 1024
"""Free bytes below which the clerk is told: some weeks of scans."""
CLOCK_SHOWN: Final = timedelta(minutes=2)


def examine(desk: Desk, reach: Reach, *, quick: bool = False) -> Changed:
    """Look at everything. Nothing is changed but what the next exchange fetches: attachments that do not open here.

    Args:
        desk: the open desk.
        reach: to ask the hub.
        quick: see that the sealed files are there, and open none of them.
    """
    looks = {**CHECKS, **({"files": _files_present} if quick else {})}
    checks = [_looked(name, look, desk, reach) for name, look in looks.items()]
    told: list[Json] = [each.told() for each in checks]
    good = all(each.good is not False for each in checks)
    marks = {True: "OK", False: "PERLU TINDAKAN", None: "belum diketahui"}
    lines = "\n".join(f"{marks[each.good]:15} {each.sentence}" for each in checks)
    return Changed(told={"ok": good, "checks": told}, sentence=lines)


def _looked(name: str, look: Callable[[Desk, Reach], Check], desk: Desk, reach: Reach) -> Check:
    """One trouble must not hide the others."""
    try:
        return look(desk, reach)
    except WorldError as error:
        return Check(name, good=False, sentence=error.sentence)


def _room(desk: Desk, _reach: Reach) -> Check:
    room = see_room(desk)
    words = phrase("Ruang kosong {size} GB.", size=f"{room.free / 1024**3:.1f}".replace(".", ","))
    if room.short:
        return Check("disk", good=False, sentence=f"{words} {room.sentence}")
    if room.free < ROOM_WANTED:
        return Check(
            "disk",
            good=False,
            sentence=phrase("{words} Kosongkan ruang supaya pencatatan tidak terhenti.", words=words),
        )
    return Check("disk", good=True, sentence=words)


def _database(desk: Desk, _reach: Reach) -> Check:
    if desk.database.healthy():
        return Check("database", good=True, sentence=phrase("Basis data utuh."))
    said = phrase("Basis data rusak. Jangan hapus apa pun; pulihkan cadangan dengan 'desk restore'.")
    return Check("database", good=False, sentence=said)


def _files(desk: Desk, _reach: Reach) -> Check:
    return _sealed(desk, look_at_seals(desk), phrase("Semua lampiran dan surat di komputer ini utuh."))


def _files_present(desk: Desk, _reach: Reach) -> Check:
    return _sealed(desk, look_at_seals(desk, quick=True), phrase("Semua berkas lampiran ada."))


def _sealed(desk: Desk, broken: list[Broken], well: str) -> Check:
    with desk.database.reading() as connection:
        missing = files_in_use(connection) - desk.files.names() - {each.place.kept.file for each in broken}
    said = [each.sentence for each in broken]
    if missing:
        said.append(
            phrase(
                "{count} berkas sementara hilang dari folder. Pindai ulang konsep yang belum lengkap.",
                count=len(missing),
            )
        )
    if said:
        return Check("files", good=False, sentence=" ".join(said), found=tuple(each.told() for each in broken))
    return Check("files", good=True, sentence=well)


def _access(desk: Desk, _reach: Reach) -> Check:
    with desk.database.reading() as connection:
        whole = access_log.chain_is_whole(connection)
    said = (
        phrase("Catatan akses utuh.") if whole else phrase("Catatan akses pernah diubah. Laporkan kepada Diskominfo.")
    )
    return Check("access_log", good=whole, sentence=said)


def _history(desk: Desk, _reach: Reach) -> Check:
    found = read_over(desk)
    if not found.whole:
        said = phrase(
            "Sebagian riwayat di komputer ini rusak atau hilang; di hub riwayat itu aman. Sinkronkan: hanya bagian itu "
            "yang diambil lagi."
        )
        return Check("history", good=False, sentence=said)
    if found.parts:
        done, parts = found.parts
        said = phrase(
            "Riwayat kantor sedang diisi, yang berjalan lebih dahulu: {done} dari {parts} bagian. Sinkronkan lagi.",
            done=done,
            parts=parts,
        )
        return Check("history", good=None, sentence=said)
    said = phrase("Riwayat di komputer ini utuh: {count} langkah sesuai dengan hub.", count=found.entries)
    if found.mended:
        at, count = found.mended
        said += " " + phrase("Terakhir dibetulkan {day}: {count} langkah diambil lagi.", day=at[:10], count=count)
    return Check("history", good=True, sentence=said)


def _hub(desk: Desk, reach: Reach) -> Check:
    with desk.database.reading() as connection:
        who, contact = desk.enrolled(connection), desk.contact(connection)
        waiting = log.unanswered_count(connection)
    hub, _ = reach.hub(who, contact.hub_keys[-1], contact.nonce)
    words = phrase("{waiting} langkah menunggu dikirim; aman di komputer ini.", waiting=waiting)
    try:
        hub.config()
    except SyncError as error:
        return Check("hub", good=None, sentence=f"{retold(error.sentence)} {words}")
    return Check(
        "hub",
        good=True,
        sentence=phrase("Hub {hub_url} terjangkau dan dikenali. {words}", hub_url=who.hub_url, words=words),
    )


def _set_aside(desk: Desk, _reach: Reach) -> Check:
    dead = [each for each in see_unsettled(desk) if each.dead]
    if not dead:
        return Check("set_aside", good=True, sentence=phrase("Tidak ada langkah yang disisihkan."))
    said = phrase(
        "{count} langkah disisihkan karena hub tidak dapat membacanya. Semuanya aman di komputer ini dan tidak menahan "
        "yang lain. Putuskan di Status sinkron, atau dengan 'desk parked list'.",
        count=len(dead),
    )
    found: tuple[Json, ...] = tuple({"action": each.action, "request": each.request} for each in dead)
    return Check("set_aside", good=False, sentence=said, found=found)


def _let_go(desk: Desk, _reach: Reach) -> Check:
    """Where the disk is short of room and nothing can go, because no verified backup holds it, somebody must know."""
    with desk.database.reading() as connection:
        gone = count_let_go(connection)
        durable = any(desk.contact(connection).durable_through.values())
    if not durable and see_room(desk).free < ROOM_WANTED:
        said = phrase(
            "Ruang di komputer ini terbatas, dan hub belum mempunyai cadangan yang diperiksa, jadi belum ada berkas "
            "lama yang boleh dilepas. Minta pengelola hub membuat cadangan."
        )
        return Check("let_go", good=False, sentence=said)
    said = phrase("{count} berkas lama tinggal di hub saja, semuanya ada dalam cadangannya.", count=gone)
    return Check("let_go", good=True, sentence=said)


def _clock(desk: Desk, _reach: Reach) -> Check:
    with desk.database.reading() as connection:
        found = read_clock(desk, connection)
    if found.standing is Standing.UNKNOWN and found.ahead is None:
        return Check("clock", good=None, sentence=phrase("Jam belum pernah dibandingkan dengan jam hub."))
    wrong = found.standing in {Standing.RECKONED, Standing.WRONG}
    if wrong or (found.ahead is not None and abs(found.ahead) > CLOCK_SHOWN):
        said = phrase(
            "Jam komputer ini berbeda lebih dari dua menit dari jam hub. Setel tanggal dan jam, lalu sinkronkan."
        )
        return Check("clock", good=False, sentence=said)
    return Check("clock", good=True, sentence=phrase("Jam komputer cocok dengan jam hub."))


def _version(desk: Desk, _reach: Reach) -> Check:
    try:
        found = version("ketinting")
    except PackageNotFoundError:
        found = phrase("dari folder sumber")
    officers = ", ".join(desk.vault.officers())
    return Check(
        "version",
        good=True,
        sentence=phrase("Ketinting {found}; petugas di komputer ini: {officers}.", found=found, officers=officers),
    )


CHECKS: Final[Mapping[str, Callable[[Desk, Reach], Check]]] = {
    "disk": _room,
    "database": _database,
    "files": _files,
    "access_log": _access,
    "history": _history,
    "let_go": _let_go,
    "set_aside": _set_aside,
    "exchange": look_at_exchange,
    "numbers": look_at_numbers,
    "backups": look_at_backups,
    "hub": _hub,
    "clock": _clock,
    "version": _version,
}
"""Each look by its name, in the order of the page: a window runs them one by one and shows each as it comes."""
