"""The whole road of a request as a play with real processes: ``ketinting demo``.

With ``--headless`` nobody is needed; without it, two windows are opened on a hub with a week of sample requests.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from desktop.cli.parsing import Parser, WrongUsage
from desktop.cli.speaking import FAILED, MISUSED, WRONG_USAGE, say_error

HUB_GROUP = ("fastapi", "structlog", "uvicorn")
NO_HUB = (
    "Demo memerlukan paket hub, yang belum terpasang. Pasang dengan: pip install 'ketinting[hub]' "
    "(dari folder sumber: python3 run.py demo --headless memasangnya sendiri)."
)

OUT_ALONE = (
    "--out hanya bersama --headless: demo dengan jendela menghapus semua data contohnya setelah kedua jendela ditutup. "
    "Tidak ada yang dijalankan."
)

NO_WINDOWS = "PySide6 belum terpasang, jadi jendela tidak dapat dibuka. Jalankan tanpa layar dengan: demo --headless"


def main(argv: Sequence[str]) -> int:
    """Run the play; 0 when all its assertions hold, 1 otherwise, 2 for wrong usage."""
    as_json = "--json" in argv
    try:
        asked = _parser().parse_args(list(argv))
    except WrongUsage as error:
        say_error(WRONG_USAGE, str(error), as_json=as_json)
        return MISUSED
    except SystemExit as error:  # --help has printed its page
        return int(error.code or 0)
    if any(find_spec(name) is None for name in HUB_GROUP):
        say_error("paket_kurang", NO_HUB, as_json=as_json)
        return FAILED
    if not asked.headless:
        if asked.out is not None:
            say_error(WRONG_USAGE, OUT_ALONE, as_json=as_json)
            return MISUSED
        return _show()
    from desktop.cli.demo.running import run  # noqa: PLC0415 - only now is everything there that it needs

    return run(asked.out, as_json=asked.json)


def _show() -> int:
    if find_spec("PySide6") is None:
        say_error("paket_kurang", NO_WINDOWS, as_json=False)
        return FAILED
    from desktop.cli.demo.windows import show  # noqa: PLC0415 - as above

    return show()


def _parser() -> Parser:
    parser = Parser(
        prog="ketinting demo",
        description="Seluruh jalan sebuah permohonan: satu hub, dua kantor, jaringan yang putus. Semua data contoh.",
    )
    parser.add_argument("--headless", action="store_true", help="tanpa layar: seluruh cerita dimainkan sendiri")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="bersama --headless: simpan surat, akar sertifikat, data hub, summary.json",
    )
    parser.add_argument("--json", action="store_true", help="cetak ringkasan sebagai satu dokumen JSON")
    return parser
