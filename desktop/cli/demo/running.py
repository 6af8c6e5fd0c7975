"""From the first certificate to the last assertion: the acts in their order, in a folder that is gone afterwards."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.demo import acts
from desktop.cli.demo.ending import collect, keep, search_disks, verify_letters
from desktop.cli.demo.play import Play, scan_everything
from desktop.cli.demo.processes import Json, Nursery, PlayBroken, interruptible
from desktop.cli.demo.scene import seat_all, set_scene
from desktop.cli.demo.stage import Stage
from desktop.cli.speaking import FAILED, MISUSED, say_error

OURS = ("hub", "hub.key", "root.pem", "summary.json")
ACTS: tuple[tuple[str, Callable[[Play], None], str], ...] = (
    (
        "record",
        acts.record_offline,
        "Tanpa jaringan: petugas desa mencatat empat permohonan; listrik padam di tengahnya.",
    ),
    ("issue", acts.issue_offline, "Masih tanpa jaringan: kades menandatangani surat desa dengan nomor pinjaman."),
    (
        "send",
        acts.send_over_a_bad_link,
        "Jaringan datang, putus dua kali; komputer desa dan hub mati di tengah pengiriman.",
    ),
    (
        "decide",
        acts.decide_in_the_kecamatan,
        "Kecamatan: verifikasi, paraf; camat menandatangani, mengembalikan, menolak.",
    ),
    ("correct", acts.correct_in_the_village, "Desa membaca alasan camat dan memperbaiki."),
    ("sign", acts.sign_what_was_corrected, "Hub dihidupkan ulang; camat menandatangani yang sudah diperbaiki."),
    ("hand_over", acts.hand_over, "Desa mencetak dan menyerahkan surat."),
)


class Misused(ValueError):
    """The words after ``demo`` cannot be followed."""


def run(out: Path | None, *, as_json: bool) -> int:
    """Play it all; 0, or 1 with one line that says what did not hold, or 2."""
    began = time.monotonic()
    out = None if out is None else out.resolve()  # the programs of the play live in another folder than whoever asks
    try:
        with interruptible(), tempfile.TemporaryDirectory(prefix="ketinting-demo-") as folder:
            kept = Path(folder) / "out" if out is None else _empty(out)
            summary = play_all(Path(folder) / "play", kept, lambda line: _say(line, quiet=as_json))
    except Misused as error:
        say_error("folder_terisi", str(error), as_json=as_json)
        return MISUSED
    except PlayBroken as error:
        said = f"Demo gagal: {error} Data Anda tidak tersentuh: demo hanya memakai folder sementara."
        say_error("demo_gagal", said, as_json=as_json)
        return FAILED
    except KeyboardInterrupt:
        said = "Demo dihentikan. Semua prosesnya sudah diakhiri dan foldernya dihapus."
        say_error("demo_dihentikan", said, as_json=as_json)
        return FAILED
    sys.stdout.write(json.dumps(summary, ensure_ascii=False) + "\n" if as_json else _told(summary, out, began))
    return 0


def play_all(folder: Path, out: Path, say: Callable[[str], None]) -> Json:
    """The play in a folder of its own, its harvest in ``out``; the summary.

    Raises:
        PlayBroken: something did not hold.
    """
    began = time.monotonic()
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    with Nursery(folder) as nursery:
        play = _set_up(Stage.build(nursery, datetime.now(UTC)), say)
        for name, act, sentence in ACTS:
            with play.act(name, sentence):
                act(play)
        with play.act("verify", "Setiap surat diperiksa lagi, cakram digeledah."):
            shutil.copy(play.scene.stage.root, out / "root.pem")
            ending = collect(play, out)
            for desk in (play.village, play.kecamatan):
                desk.close()
            play.scene.hub.stop()
            verify_letters(nursery, ending)
            searched = search_disks(play)
        seconds = round(time.monotonic() - began, 2)
        return keep(play, ending, {"files_searched": searched, "seconds": seconds})


def _set_up(stage: Stage, say: Callable[[str], None]) -> Play:
    began = time.monotonic()
    say("Menyiapkan hub, jaringan, dua komputer kantor dan otoritas sertifikat sekali pakai. Semua data contoh.")
    with ThreadPoolExecutor(1) as hands:
        scanned = hands.submit(scan_everything, stage.folder / "scans", acts.SERVICES)
        scene = set_scene(stage, "kutai-kartanegara", "64.02")
        village, kecamatan = seat_all(scene, acts.DESKS)
        scanned.result()
    play = Play(scene, village, kecamatan, acts.SERVICES, say=say)
    play.seconds["set_up"] = round(time.monotonic() - began, 2)
    return play


def _empty(out: Path) -> Path:
    """The folder for what is kept: new, empty, or of an earlier play, whose things are taken away.

    Raises:
        Misused: it holds something else.
    """
    if not out.exists() or not any(out.iterdir()):
        return out
    if not (out / "summary.json").is_file():
        raise Misused(f"Folder {out} tidak kosong dan bukan hasil demo. Pilih folder lain; tidak ada yang diubah.")
    for path in [*(out / name for name in OURS), *out.glob("*.pdf")]:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    return out


def _say(line: str, *, quiet: bool) -> None:
    stream = sys.stderr if quiet else sys.stdout
    stream.write(line + "\n")
    stream.flush()


def _told(summary: Json, out: Path | None, began: float) -> str:
    lines = [
        f"  {request['service']:24} {request['state']:12} {len(request['actions']):2} langkah"
        for request in summary["requests"]
    ]
    acts_told = ", ".join(f"{name} {seconds:g} s" for name, seconds in summary["timings"].items())
    lines.append(f"Selesai dalam {time.monotonic() - began:.1f} s ({acts_told}).")
    lines.append("Semua surat sah, semua pernyataan demo terpenuhi." + (f" Hasilnya di {out}." if out else ""))
    return "\n".join(lines) + "\n"
