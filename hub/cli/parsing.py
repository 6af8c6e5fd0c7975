"""The words of the command line. Nothing here needs SQL, a server or a key."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

from domain.usage import in_indonesian

LONGEST_CODE: Final = 1440
"""Minutes: a code is for today; for longer there is the enrolment file."""

LARGEST: Final = 4095
"""Megabytes: the longest file on a FAT disk."""


class WrongUsage(Exception):
    """The words cannot be understood; exit 2."""


class Parser(argparse.ArgumentParser):
    """Says one line instead of a page, and never ends the process by itself."""

    def error(self, message: str) -> NoReturn:
        """Turn argparse's exit into an error of ours."""
        raise WrongUsage(
            f"Perintah salah: {in_indonesian(message)}. Tidak ada yang diubah. Lihat '{self.prog} --help'."
        )


def _minutes(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= LONGEST_CODE:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text[:20]}' bukan bilangan menit dari 1 sampai {LONGEST_CODE}")


def _size(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= LARGEST:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text[:20]}' bukan bilangan MB dari 1 sampai {LARGEST}")


@dataclass(frozen=True, slots=True)
class Arguments:
    """Parsed arguments, read by name and type."""

    parsed: argparse.Namespace

    @property
    def verb(self) -> str:
        """The command, its parts joined by a blank: ``parked list``."""
        return " ".join(filter(None, (self.parsed.verb, getattr(self.parsed, "subverb", None))))

    def text(self, name: str) -> str:
        """A text; empty when it was not given."""
        found = getattr(self.parsed, name, None)
        return "" if found is None else str(found)

    def path(self, name: str) -> Path | None:
        """A path, or None."""
        found = self.text(name)
        return Path(found) if found else None

    def whole(self, name: str) -> int:
        """A whole number."""
        return int(getattr(self.parsed, name))

    def texts(self, name: str) -> list[str]:
        """A list of texts; empty when none was given."""
        return list(getattr(self.parsed, name, None) or [])

    def flag(self, name: str) -> bool:
        """Whether a flag was given."""
        return bool(getattr(self.parsed, name, False))


Sub = Any
"""What argparse gives for commands of commands; it has no public name."""


def build_parser() -> Parser:
    """All commands."""
    parser = Parser(prog="ketinting hub", description="Pusat data kabupaten atau kota.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="PERINTAH")
    _add_making(verbs)
    _add_reference(verbs)
    _add_enrolment(verbs)
    _add_serving(verbs)
    _add_looking(verbs)
    _add_retention(verbs)
    _add_keeping(verbs)
    _add_parcels(verbs)
    return parser


def _command(verbs: Sub, name: str, described: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = verbs.add_parser(name, help=described, description=described)
    made.add_argument("--data", required=True, metavar="DIR", help="folder data hub")
    made.add_argument("--key-file", required=True, metavar="FILE", help="berkas kunci, di luar folder data")
    made.add_argument("--json", action="store_true", help="satu baris JSON")
    return made


def _group(verbs: Sub, name: str, described: str) -> Sub:
    made = verbs.add_parser(name, help=described, description=described)
    return made.add_subparsers(dest="subverb", required=True, metavar="PERINTAH")


def _add_making(verbs: Sub) -> None:
    made = _command(verbs, "init", "menyiapkan hub, atau memperbarui skemanya")
    made.add_argument("--regency", required=True, metavar="CODE", help="kode kabupaten atau kota, misalnya 64.02")
    made.add_argument("--name", help="nama hub")
    made.add_argument("--database", metavar="URL", help="PostgreSQL; tanpa ini berkas terenkripsi di folder data")
    made.add_argument("--blobs", metavar="URL", help="penyimpanan S3 untuk lampiran dan surat; tanpa ini folder data")


def _add_reference(verbs: Sub) -> None:
    made = _command(verbs, "apply", "memasukkan data rujukan dari satu berkas JSON")
    made.add_argument("file", metavar="FILE.json")
    _add_offices(_group(verbs, "office", "kantor"))
    officers = _group(verbs, "officer", "petugas")
    made = _command(officers, "add", "mendaftarkan petugas")
    made.add_argument("id")
    made.add_argument("--name", required=True)
    made.add_argument("--nip")
    made = _command(officers, "cert", "mendaftarkan sertifikat petugas")
    made.add_argument("id")
    made.add_argument("--cert", required=True, metavar="FILE")
    _add_assignments(_group(verbs, "assignment", "penugasan"))
    made = _command(_group(verbs, "book", "buku nomor"), "set", "nomor awal buku setelah buku kertas")
    made.add_argument("--office", required=True)
    made.add_argument("--book", required=True)
    made.add_argument("--year", required=True, type=int)
    made.add_argument("--first", required=True, type=int)


def _add_offices(offices: Sub) -> None:
    for name, described in (("add", "mendaftarkan kantor"), ("set", "mengubah kantor")):
        made = _command(offices, name, described)
        made.add_argument("id", metavar="CODE")
        made.add_argument("--name")
        made.add_argument("--kop", action="append", metavar="BARIS", help="baris kop, boleh berulang")
        for field in ("address", "postcode", "phone", "email", "paper", "number-code"):
            made.add_argument(f"--{field}")


def _add_assignments(assignments: Sub) -> None:
    made = _command(assignments, "add", "menugaskan petugas pada jabatan")
    made.add_argument("--id", help="nomor penugasan; dibuat sendiri bila kosong")
    for field in ("officer", "office", "post"):
        made.add_argument(f"--{field}", required=True)
    made.add_argument("--from", dest="first", required=True, metavar="TANGGAL")
    made.add_argument("--to", dest="last", metavar="TANGGAL")
    made.add_argument("--seksi")
    made.add_argument("--status", default="definitif", choices=("definitif", "plt", "plh", "pj"))
    made.add_argument("--decree", default="")


def _add_enrolment(verbs: Sub) -> None:
    made = _command(verbs, "enrol-code", "kode pendaftaran: sepuluh menit, sekali pakai, satu untuk tiap petugas")
    made.add_argument("--office", required=True)
    made.add_argument("--officer", required=True, action="append", metavar="ID", help="boleh berulang")
    made.add_argument("--minutes", type=_minutes, default=10, metavar="N", help=f"masa berlaku, 1–{LONGEST_CODE} menit")
    made = _command(verbs, "enrol-file", "berkas pendaftaran untuk tempat tanpa jaringan: tiga puluh hari")
    made.add_argument("--office", required=True)
    made.add_argument("--officer", required=True)
    made.add_argument("--url", required=True, help="alamat hub, https://…")
    made.add_argument("--ca", metavar="FILE", help="sertifikat CA kabupaten")
    made.add_argument("--out", required=True, metavar="FILE")


def _add_serving(verbs: Sub) -> None:
    made = _command(verbs, "serve", "menjalankan hub")
    made.add_argument("--host", default="127.0.0.1")
    made.add_argument("--port", type=int, default=8443)
    made.add_argument("--tls-cert", metavar="FILE")
    made.add_argument("--tls-key", metavar="FILE")


def _add_looking(verbs: Sub) -> None:
    _command(verbs, "doctor", "memeriksa keadaan hub")
    devices = _group(verbs, "devices", "komputer kantor")
    _command(devices, "list", "daftar komputer")
    _command(devices, "revoke", "mencabut komputer yang hilang").add_argument("id")
    described = "tidak lagi menunggu komputer yang belum tersambung sesudah pemulihan hub"
    _command(devices, "skip", described).add_argument("id")
    _command(_group(verbs, "keys", "kunci petugas"), "list", "daftar kunci")
    parked = _group(verbs, "parked", "langkah tertahan")
    _command(parked, "list", "daftar langkah tertahan")
    made = _command(parked, "decide", "memutuskan langkah tertahan")
    made.add_argument("id", metavar="ACTION")
    made.add_argument("decision", choices=("accept", "refuse"))

    dead = _group(verbs, "dead", "kiriman yang tidak terbaca dan pekerjaan yang gagal")
    _command(dead, "list", "daftar yang menunggu perhatian").add_argument("--all", action="store_true", help="semuanya")
    _command(dead, "again", "mengerjakan lagi pekerjaan yang gagal").add_argument("id")
    _command(dead, "settle", "menandai sudah ditangani; tidak ada yang dihapus").add_argument("id")
    _command(dead, "export", "daftar untuk dukungan, tanpa isi").add_argument("--out", required=True, metavar="FILE")


def _add_retention(verbs: Sub) -> None:
    group = _group(verbs, "retention", "masa simpan data pribadi")
    for name, described in (("plan", "apa yang jatuh tempo; tidak ada yang diubah"), ("erase", "memusnahkan")):
        made = _command(group, name, described)
        made.add_argument("--until", metavar="TANGGAL", help="jatuh tempo paling lambat tanggal ini; bawaan hari ini")
    made.add_argument("--decree", required=True, metavar="NOMOR", help="nomor keputusan pemusnahan")
    made.add_argument("--out", required=True, metavar="FILE", help="berita pemusnahan; simpan bersama cadangan")
    described = "memusnahkan lagi menurut berita pemusnahan, sesudah hub dipulihkan dari cadangan yang lebih tua"
    _command(group, "reapply", described).add_argument("file", metavar="FILE")


def _add_keeping(verbs: Sub) -> None:
    made = _command(verbs, "backup", "menulis seluruh hub ke satu berkas terenkripsi; hub boleh tetap berjalan")
    made.add_argument("--out", required=True, metavar="FILE")
    _add_passphrase(made)
    described = "memulihkan cadangan ke tempat sementara dan memeriksa semua isinya"
    made = verbs.add_parser("verify-backup", help=described, description=described)
    made.add_argument("file", metavar="FILE")
    made.add_argument("--data", metavar="DIR", help="folder data hub yang dicadangkan: hasilnya dicatat di sana")
    made.add_argument("--key-file", metavar="FILE", help="berkas kunci hub itu")
    made.add_argument("--json", action="store_true", help="satu baris JSON")
    _add_passphrase(made)
    made = _command(
        verbs, "restore", "memulihkan hub dari cadangan ke folder kosong; berkas kunci ditulis bila belum ada"
    )
    made.add_argument("file", metavar="FILE")
    made.add_argument(
        "--database", metavar="URL", help="PostgreSQL kosong; tanpa ini berkas terenkripsi di folder data"
    )
    made.add_argument("--blobs", metavar="URL", help="penyimpanan S3 yang kosong; tanpa ini folder data")
    _add_passphrase(made)


def _add_passphrase(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--password-file", required=True, metavar="FILE", help="kata sandi cadangan, atau - untuk masukan baku"
    )


def _add_parcels(verbs: Sub) -> None:
    made = _command(verbs, "import-outbox", "menerima kiriman dari flash disk kantor tanpa jaringan")
    made.add_argument("file", metavar="FILE")
    _add_answer(made, required=False)
    made = _command(verbs, "export-answer", "menulis jawaban untuk komputer yang pernah mengirim lewat flash disk")
    made.add_argument("id", metavar="KOMPUTER")
    made.add_argument("--next", action="store_true", help="lanjutan: yang belum termuat di berkas sebelumnya")
    _add_answer(made, required=True)


def _add_answer(made: argparse.ArgumentParser, *, required: bool) -> None:
    made.add_argument("--out", required=required, metavar="FILE", help="berkas jawaban untuk dibawa kembali")
    made.add_argument("--max-mb", type=_size, metavar="N", help="ukuran berkas paling besar; biasanya sisa flash disk")
