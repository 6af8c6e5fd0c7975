"""The words of the command line. Nothing heavy is imported here, so that a wrong word is answered at once."""

from __future__ import annotations

import argparse
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from domain.usage import in_indonesian

VERBS = (
    "verify",
    "paraf",
    "approve",
    "return",
    "reject",
    "withdraw",
    "hand-over",
    "print",
    "prepare",
    "send-by-courier",
    "received",
    "revoke",
    "replace",
)


class WrongUsage(Exception):
    """The line cannot be understood; exit 2."""


class Parser(argparse.ArgumentParser):
    """Says one line instead of a page, and never ends the process by itself."""

    def error(self, message: str) -> NoReturn:
        """Turn argparse's exit into an error of ours."""
        said = f"Perintah salah: {in_indonesian(message)}."
        raise WrongUsage(f"{said} Tidak ada yang diubah. Lihat '{self.prog} --help'.")


def build_parser() -> Parser:
    """`ketinting desk …` and `ketinting letter …`; `hub` and `demo` have parsers of their own."""
    parser = Parser(prog="ketinting", description="Pelayanan surat desa dan kecamatan, dengan atau tanpa jaringan.")
    rooms = parser.add_subparsers(dest="room", required=True, parser_class=Parser)
    desk = rooms.add_parser("desk", help="komputer kantor ini", parents=[_common()])
    desk.add_argument("--profile", type=Path, required=True, metavar="DIR", help="folder data kantor ini")
    add_verbs(desk)
    letter = rooms.add_parser("letter", help="surat").add_subparsers(dest="verb", required=True, parser_class=Parser)
    verify = letter.add_parser("verify", help="periksa tanda tangan sebuah PDF", parents=[_common()])
    verify.add_argument("file", type=Path, metavar="FILE.pdf")
    verify.add_argument("--trust", type=Path, required=True, metavar="ROOT.pem")
    verify.add_argument("--profile", type=Path, metavar="DIR", help="tanyakan juga catatan kantor ini")
    return parser


@cache
def build_line_parser() -> Parser:
    """One line of `desk run`: the same verbs, without the profile."""
    parser = Parser(prog="", parents=[_common()])
    add_verbs(parser)
    return parser


def _common() -> Parser:
    """What may stand before or after a verb."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--officer", metavar="ID", help="petugas yang bertindak")
    common.add_argument("--password-file", metavar="FILE", help="berkas kata sandi, atau - untuk masukan baku")
    common.add_argument("--json", action="store_true", help="satu dokumen JSON pada keluaran baku")
    return common


def add_verbs(parser: argparse.ArgumentParser) -> None:
    """Every verb of a desk."""
    verbs = parser.add_subparsers(dest="verb", required=True, parser_class=Parser, metavar="PERINTAH")
    _identity(verbs)
    _requests(verbs)
    _letters(verbs)
    _upkeep(verbs)


if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[Parser]  # noqa: SLF001 - argparse has no public name for it


def _verb(verbs: Verbs, name: str, text: str) -> Parser:
    return verbs.add_parser(name, help=text, parents=[_common()])


_UNASKED = "jangan tanyakan dulu kantor dan petugasnya"


def _identity(verbs: Verbs) -> None:
    enrol = _verb(verbs, "enrol", "daftarkan komputer ini pada hub")
    enrol.add_argument("--hub", metavar="URL")
    enrol.add_argument("--code", metavar="KODE")
    enrol.add_argument("--ca", type=Path, metavar="FILE", help="sertifikat CA kabupaten (PEM)")
    enrol.add_argument("--file", type=Path, metavar="FILE", help="berkas pendaftaran")
    enrol.add_argument("--yes", action="store_true", help=_UNASKED)
    officer = _verb(verbs, "officer", "petugas di komputer ini").add_subparsers(
        dest="sub", required=True, parser_class=Parser
    )
    add = _verb(officer, "add", "tambah petugas dengan kodenya sendiri")
    add.add_argument("--code", required=True, metavar="KODE")
    add.add_argument("--new-password-file", metavar="FILE", help="kata sandi petugas baru, atau -")
    add.add_argument("--yes", action="store_true", help=_UNASKED)
    devices = _verb(verbs, "devices", "kunci petugas di kantor ini").add_subparsers(
        dest="sub", required=True, parser_class=Parser
    )
    _verb(devices, "list", "daftar kunci")
    _verb(devices, "confirm", "sahkan kunci petugas").add_argument("id", metavar="ID")
    _verb(devices, "revoke", "cabut kunci petugas").add_argument("id", metavar="ID")


def _requests(verbs: Verbs) -> None:
    _verb(verbs, "services", "layanan yang tersedia")
    submit = _verb(verbs, "submit", "catat permohonan baru")
    submit.add_argument("service", metavar="LAYANAN")
    submit.add_argument("--answers", type=Path, required=True, metavar="FILE.json")
    submit.add_argument("--attach", action="append", default=[], metavar="JENIS=FILE")
    correct = _verb(verbs, "correct", "perbaiki permohonan yang dikembalikan")
    correct.add_argument("request", metavar="PERMOHONAN")
    correct.add_argument("--answers", type=Path, required=True, metavar="FILE.json")
    correct.add_argument("--attach", action="append", default=[], metavar="JENIS=FILE")
    attach = _verb(verbs, "attach", "lampirkan dokumen")
    attach.add_argument("request", metavar="PERMOHONAN")
    attach.add_argument("attach", nargs="+", metavar="JENIS=FILE")
    listed = _verb(verbs, "requests", "daftar permohonan")
    listed.add_argument("--state", metavar="KEADAAN")
    _verb(verbs, "show", "satu permohonan dengan jejaknya").add_argument("request", metavar="PERMOHONAN")
    act = _verb(verbs, "act", "putuskan atau catat sesuatu pada permohonan")
    act.add_argument("request", metavar="PERMOHONAN")
    act.add_argument("act", choices=VERBS)
    act.add_argument("--to", default="", metavar="LANGKAH")
    act.add_argument("--reason", default="", metavar="TEKS")
    act.add_argument("--by", default="", metavar="PERMOHONAN", help="replace: permohonan surat penggantinya")
    act.add_argument("--medium", choices=("electronic", "paper"), default="electronic")


def _letters(verbs: Verbs) -> None:
    issue = _verb(verbs, "issue", "terbitkan surat tingkat desa: nomor dan tanda tangan")
    issue.add_argument("request", metavar="PERMOHONAN")
    sign = _verb(verbs, "sign", "tanda tangani surat yang sudah disiapkan hub")
    sign.add_argument("request", nargs="+", metavar="PERMOHONAN")
    for verb in (issue, sign):
        verb.add_argument("--p12", type=Path, required=True, metavar="FILE")
        verb.add_argument("--passphrase-file", metavar="F", help="frasa sandi sertifikat, atau -")
    letters = _verb(verbs, "letters", "simpan surat yang sudah ditandatangani")
    letters.add_argument("request", metavar="PERMOHONAN")
    letters.add_argument("--out", type=Path, required=True, metavar="DIR")
    wet = _verb(
        verbs, "wet-ink", "surat yang ditandatangani di kertas: tulis untuk dicetak, atau catat hasil pindainya"
    )
    wet.add_argument("request", metavar="PERMOHONAN")
    chosen = wet.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--out", type=Path, metavar="FILE.pdf", help="surat bernomor untuk dicetak")
    chosen.add_argument("--scan", type=Path, metavar="FILE", help="halaman yang sudah ditandatangani dan distempel")
    wet.add_argument("--signed-on", type=date.fromisoformat, metavar="TTTT-BB-HH", help="tanggal tanda tangan")
    receipt = _verb(verbs, "receipt", "tanda terima untuk pemohon")
    receipt.add_argument("request", metavar="PERMOHONAN")
    receipt.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def _megabytes(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 4095:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text[:20]}' bukan bilangan MB dari 1 sampai 4095")


def _upkeep(verbs: Verbs) -> None:
    _verb(verbs, "sync", "kirim dan terima sekarang")
    out = _verb(verbs, "export-outbox", "simpan kiriman ke flash disk, untuk kantor tanpa jaringan")
    out.add_argument("file", type=Path, metavar="FILE")
    out.add_argument("--max-mb", type=_megabytes, metavar="N", help="ukuran berkas paling besar")
    out.add_argument("--next", action="store_true", help="lanjutan: lampiran yang belum termuat tadi")
    _verb(verbs, "import-answer", "ambil jawaban hub dari flash disk").add_argument("file", type=Path, metavar="FILE")
    described = "ambil lagi berkas permohonan lama yang tinggal di hub saja"
    _verb(verbs, "fetch", described).add_argument("request", metavar="PERMOHONAN")
    parked = _verb(verbs, "parked", "yang ditolak atau tertahan di hub").add_subparsers(
        dest="sub", required=True, parser_class=Parser
    )
    _verb(parked, "list", "daftar, dengan kedua versinya")
    _verb(parked, "again", "terapkan versi ini lagi").add_argument("action", metavar="LANGKAH")
    _verb(parked, "drop", "lepaskan versi ini, pakai versi hub").add_argument("action", metavar="LANGKAH")
    exported = _verb(parked, "export", "simpan satu langkah untuk dukungan, tanpa data warga")
    exported.add_argument("action", metavar="LANGKAH")
    exported.add_argument("file", type=Path, metavar="FILE.json")
    citizens = _verb(verbs, "citizens", "daftar penduduk").add_subparsers(
        dest="sub", required=True, parser_class=Parser
    )
    taken = _verb(citizens, "import", "ambil dari CSV atau Excel")
    taken.add_argument("file", type=Path, metavar="FILE.csv|xlsx")
    taken.add_argument("--preview", action="store_true", help="periksa saja, jangan simpan")
    search = _verb(citizens, "search", "cari nama, alamat atau NIK")
    search.add_argument("words", nargs="+", metavar="KATA")
    search.add_argument("--after", type=int, default=0, metavar="ID", help="lanjutkan sesudah baris ini")
    _verb(verbs, "backup", "simpan cadangan terenkripsi").add_argument("file", type=Path, metavar="FILE")
    _verb(verbs, "restore", "pulihkan dari cadangan").add_argument("file", type=Path, metavar="FILE")
    doctor = _verb(verbs, "doctor", "periksa komputer ini, dengan segel setiap berkas")
    doctor.add_argument("--quick", action="store_true", help="lihat saja apakah berkasnya ada, tanpa membukanya")
    report = _verb(verbs, "report", "laporan masalah tanpa data warga")
    report.add_argument("file", type=Path, metavar="FILE.zip")
    run = _verb(verbs, "run", "buka sekali, jalankan perintah baris demi baris")
    run.add_argument("--script", default="-", metavar="FILE", help="berkas perintah, atau - untuk masukan baku")
