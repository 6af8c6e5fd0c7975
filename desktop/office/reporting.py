"""The problem report for support: a few small texts, none of a citizen, all of them shown before they are saved.

It is made by an allow-list: counts, states, versions and codes are written, and never a name, a number of a person, an
answer or a sentence that might quote one. Of the log only the places in the code and the kinds of errors are taken,
because an error's own words may repeat what somebody typed. At last every run of digits as long as a NIK is hidden.
"""

from __future__ import annotations

import json
import platform
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy import Connection

from desktop import crash_trace
from desktop.errors import BadInput
from desktop.files import room_on_disk
from desktop.office import examining
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.reach import Reach
from desktop.phrases import phrase
from desktop.store import browsing, citizens, counting, drafts, remembering, settings
from desktop.store.database import FILE
from domain.actions import Json
from domain.identity import mask_digits
from sync.encoding import instant_text
from sync.prepared import prepared

LOG: Final = "galat.log"
LIBRARIES: Final = (
    "PySide6-Essentials",
    "shiboken6",
    "SQLAlchemy",
    "sqlcipher3",
    "cryptography",
    "pyHanko",
    "typst",
    "pypdfium2",
    "pillow",
    "msgspec",
    "requests",
    "APScheduler",
    "argon2-cffi",
    "keyring",
)
_LOG_TAIL: Final = 64 * 1024
_PLACE: Final = re.compile(r'^\s+File ".*?([\w-]+[/\\][\w.-]+)", line (\d+), in ([\w<>]+)$')
_KIND: Final = re.compile(r"^([A-Za-z_][\w.]*(?:Error|Exception|Exit|Interrupt|Warning))\b")
_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,40}")


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One file of the report: its name in the archive, and all that is in it."""

    name: str
    text: str


def gather(desk: Desk, reach: Reach) -> tuple[ReportFile, ...]:
    """Everything that the report would hold."""
    with desk.database.reading() as connection:
        counted, exchanged = _counts(desk, connection), _exchange(desk, connection)
        chosen = _settings(desk, connection)
    found = (
        ReportFile("baca-saya.txt", _READ_ME.replace("%1", instant_text(desk.outside.now()))),
        _as_file("versi.json", {"program": _versions(), "pustaka": {each: _version(each) for each in LIBRARIES}}),
        _as_file("pengaturan.json", chosen),
        _as_file("jumlah.json", counted),
        _as_file("pemeriksaan.json", _checks(desk, reach)),
        _as_file("pertukaran.json", exchanged),
        ReportFile("galat.txt", _log(desk.profile / LOG)),
        ReportFile("berhenti.txt", _stops(desk.profile)),
    )
    return tuple(ReportFile(each.name, mask_digits(each.text)) for each in found)


def save(desk: Desk, files: Sequence[ReportFile], path: Path) -> Changed:
    """Write exactly what was shown into a ZIP file.

    Raises:
        BadInput: it cannot be written there.
        StoreFull: no room there.
    """
    at = desk.outside.now().timetuple()[:6]
    try:
        with room_on_disk(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for each in files:
                archive.writestr(zipfile.ZipInfo(each.name, at), each.text)
    except OSError as error:
        raise BadInput(
            "laporan_tujuan",
            phrase("Laporan tidak dapat ditulis ke {name}. Periksa tempatnya, lalu coba lagi.", name=path.name),
        ) from error
    names: list[Json] = [each.name for each in files]
    said = phrase("Laporan masalah tersimpan di {path}: {count} berkas, tanpa data warga.", path=path, count=len(files))
    return Changed(told={"file": str(path), "files": names}, sentence=said)


def write_report(desk: Desk, reach: Reach, path: Path) -> Changed:
    """`desk report FILE.zip`."""
    return save(desk, gather(desk, reach), path)


_READ_ME: Final = (
    "Laporan masalah Ketinting, dibuat %1.\n\n"
    "Isinya: versi program dan pustaka, pengaturan tampilan, jumlah permohonan menurut keadaan, "
    "hasil pemeriksaan komputer, kode kesalahan sinkronisasi, dan tempat kesalahan atau berhentinya program.\n\n"
    "Tidak ada: nama, NIK, nomor KK, alamat, isian, lampiran, surat, kata sandi, kunci, dan basis data.\n\n"
    "Berikan berkas ini hanya kepada Diskominfo atau pengelola hub.\n"
)


def _as_file(name: str, content: Mapping[str, Json]) -> ReportFile:
    return ReportFile(name, json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def _versions() -> dict[str, Json]:
    return {
        "ketinting": _version("ketinting"),
        "python": platform.python_version(),
        "sistem": platform.system(),
        "rilis": platform.release(),
        "mesin": platform.machine(),
    }


@prepared
class _Chosen(msgspec.Struct, frozen=True):
    """What of the windows' choices is told; `desktop.preferences` keeps them, but it brings Qt."""

    dark: bool = False
    scale: int = 100
    language: str = "id"
    lock_minutes: int = 10


def _settings(desk: Desk, connection: Connection) -> dict[str, Json]:
    """How the program is set up. The office is named by its region code; officers are only counted."""
    office = desk.office(connection)
    try:
        chosen = msgspec.json.decode((desk.profile / "tampilan.json").read_bytes(), type=_Chosen)
    except (OSError, msgspec.MsgspecError):
        chosen = _Chosen()
    return {
        "kantor": office.id,
        "jenis_kantor": office.kind.value,
        "kertas": office.paper.value,
        "petugas_di_komputer": len(desk.vault.officers()),
        "tampilan": msgspec.to_builtins(chosen),
        "versi_konfigurasi": settings.get(connection, "config_version", str) or "",
    }


def _counts(desk: Desk, connection: Connection) -> dict[str, Json]:
    stages = browsing.counts(connection, desk.enrolled(connection).office)
    kept = list((desk.profile / "blobs").glob("*"))
    return {
        "permohonan": {stage.value: count for stage, count in stages.items()},
        "draf": len(drafts.all_drafts(connection)),
        "warga": citizens.count(connection),
        "lampiran": dict(counting.blobs_by_state(connection)),
        "surat": counting.letters_held(connection),
        "berkas_lampiran": len(kept),
        "ukuran_lampiran": sum(path.stat().st_size for path in kept),
        "ukuran_basis_data": (desk.profile / FILE).stat().st_size,
        "cadangan_harian": len(list((desk.profile / "backups").glob("harian-*.db"))),
    }


def _exchange(desk: Desk, connection: Connection) -> dict[str, Json]:
    contact = desk.contact(connection)
    tried = remembering.last_exchanges(connection, 20)
    refused = counting.refusals(connection).items()
    return {
        "terakhir_tersambung": contact.desk_at or "",
        "selisih_jam_detik": contact.skew.total_seconds() if contact.skew is not None else None,
        "menunggu_menurut_jenis": dict(counting.waiting_by_kind(connection)),
        "ditolak": {f"{code} {reason}": n for (code, reason), n in refused if _CODE.fullmatch(reason)},
        "kode_kesalahan_terakhir": [each.code for each in tried if _CODE.fullmatch(each.code)],
    }


def _checks(desk: Desk, reach: Reach) -> dict[str, Json]:
    """What was found, without the sentences: they may name an officer, a printer, a folder."""
    checks = examining.examine(desk, reach, quick=True).told.get("checks")
    rows = [each for each in checks if isinstance(each, dict)] if isinstance(checks, list) else []
    words: dict[object, Json] = {True: "ok", False: "perlu tindakan", None: "belum diketahui"}
    return {str(each["check"]): words[each["good"]] for each in rows}


def _stops(profile: Path) -> str:
    told = crash_trace.told(profile)
    return f"{told}\n" if told else "Program belum pernah berhenti mendadak di komputer ini.\n"


def _log(path: Path) -> str:
    """The end of the log: where in the code, and which kind of error. An error's own words are left out."""
    try:
        with path.open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - _LOG_TAIL))
            lines = file.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return "Tidak ada catatan kesalahan program di komputer ini.\n"
    kept = [line for line in map(_log_line, lines) if line]
    return "\n".join(kept) + "\n"


def _log_line(line: str) -> str:
    place = _PLACE.match(line)
    if place is not None:
        return f"  {place[1]}, baris {place[2]}, {place[3]}"
    kind = _KIND.match(line)
    return "" if kind is None else kind[1]
