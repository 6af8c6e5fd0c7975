"""``ketinting demo``: the village's and the kecamatan's real windows on a real hub, after a sample week was played.

Hub and link run until both windows are closed; then everything is ended by id and the folder is gone.
"""

from __future__ import annotations

import os
import queue
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.cli.demo import errands
from desktop.cli.demo.citizens import DOCUMENTS
from desktop.cli.demo.earlier import PROGRAM as EARLIER
from desktop.cli.demo.earlier import EarlierClock
from desktop.cli.demo.errands import Errand
from desktop.cli.demo.inhabitants import inhabitant
from desktop.cli.demo.processes import PROGRAM, Child, Nursery, PlayBroken, interruptible
from desktop.cli.demo.scans import save_smooth
from desktop.cli.demo.scene import Scene, set_scene
from desktop.cli.demo.stage import PASSPHRASE, Stage
from desktop.cli.demo.week import KECAMATAN, PASSWORD, Week, play_week
from desktop.door import SAMPLE
from desktop.files import write_durably
from sync.stretching import USUAL, Cost

WINDOWS = {"desa": errands.SEPATIN, "kecamatan": KECAMATAN}
NAMES = {"desa": "Desa Sepatin", "kecamatan": "Kecamatan Anggana"}
SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP")
NO_SCREEN = (
    "Demo ini membuka jendela, tetapi di sini tidak ada layar (DISPLAY dan WAYLAND_DISPLAY kosong). "
    "Jalankan tanpa layar dengan: demo --headless"
)
_ASIDE = timedelta(days=14)
_LOOK = 0.2


def has_screen(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Whether a window can be opened here."""
    return not system.startswith("linux") or any(environment.get(name) for name in SCREEN[:2])


def show() -> int:
    """Play the week, open the windows, stay until both are closed; 0, or 1 with one line that says why not."""
    if not has_screen():
        sys.stderr.write(NO_SCREEN + "\n")
        return 1
    try:
        with interruptible(), tempfile.TemporaryDirectory(prefix="ketinting-contoh-") as folder:
            _show_in(Path(folder))
    except PlayBroken as error:
        sys.stderr.write(f"Demo gagal: {error}\n")
        return 1
    except KeyboardInterrupt:
        pass
    _say("Demo selesai. Semua prosesnya sudah diakhiri dan foldernya dihapus.")
    return 0


def _show_in(folder: Path) -> None:
    with Nursery(folder) as nursery:
        _say("Menyiapkan hub, dua kantor, dan satu minggu permohonan contoh …")
        prepared = prepare(nursery, datetime.now(UTC))
        prepared.stop_hub()
        windows = [open_window(nursery, name, prepared.profile(name)) for name in WINDOWS]
        prepared.serve_hub()  # nobody has signed in meanwhile
        _say(prepared.told())
        stay(prepared.scene, windows, typed_lines())


@dataclass(frozen=True, slots=True)
class Prepared:
    """A hub with a week of requests, and closed desks that wait for somebody to sign in."""

    scene: Scene
    week: Week

    def profile(self, name: str) -> Path:
        """The folder of this window's desk."""
        return self.scene.stage.folder / "desks" / WINDOWS[name]

    def certificate(self, officer: str) -> Path:
        """The PKCS#12 with which this officer signs."""
        return self.scene.certificates[officer]

    def stop_hub(self) -> None:
        """The hub whose clock could be turned ends."""
        self.scene.link.order("cut_all")  # it would wait five seconds for connections that nobody uses any more
        self.scene.hub.stop()

    def serve_hub(self) -> None:
        """From here on it is the one that everybody runs."""
        self.scene.hub.serving_program = (*PROGRAM, "hub")
        self.scene.hub.serve()

    def told(self) -> str:
        """What to try, with the passwords."""
        citizen = inhabitant(200)
        return TOLD.format(
            password=PASSWORD,
            passphrase=PASSPHRASE,
            kades=self.certificate("sepatin-kades"),
            camat=self.certificate("anggana-camat"),
            scans=self.week.scans,
            nik=citizen.nik,
            name=citizen.name,
        )


TOLD = """
Dua jendela dibuka: Desa Sepatin dan Kecamatan Anggana. Semua orang dan surat di dalamnya adalah CONTOH.

  Kata sandi semua petugas : {password}
  Frasa sandi sertifikat   : {passphrase}
  Sertifikat kepala desa   : {kades}
  Sertifikat camat         : {camat}
  Pindaian untuk lampiran  : {scans}

Yang dapat dicoba:
  1. Desa, sebagai petugas: baca alasan pada "Perlu tindakan", lalu perbaiki; cetak surat yang sudah kembali.
  2. Desa: Ctrl+N, pilih Dispensasi Nikah, cari {nik} ({name}) atau namanya.
  3. Desa, Status sinkron: satu tindakan ditolak hub karena kecamatan lebih dahulu memutuskan.
  4. Desa, sebagai kepala desa: tanda tangani dan terbitkan surat yang menunggu.
  5. Kecamatan, sebagai camat: baca surat, A untuk menandatangani, R untuk mengembalikan dengan alasan.
  6. Di sini, ketik "luring" lalu Enter untuk memutus jaringan, "daring" untuk menyambungnya lagi.

Demo berakhir setelah kedua jendela ditutup, atau dengan Ctrl+C di sini.
"""


def prepare(
    nursery: Nursery,
    now: datetime,
    happened: Sequence[Errand] = errands.WEEK,
    people: int = 3_000,
    cost: Cost = USUAL,
) -> Prepared:
    """The hub, the link and the desks after what happened; hub and link run on the real time again, no desk is open."""
    stage = Stage.build(nursery, now, now - _ASIDE)
    clock = EarlierClock(nursery.folder / "clock")
    clock.turn_to(now - _ASIDE)
    draw_scans(stage.folder / "scans")
    scene = set_scene(stage, "kutai-kartanegara", "64.02", (*EARLIER, str(clock.file), "hub"))
    week = Week(scene, clock, stage.folder / "scans", happened, people, cost)
    try:
        play_week(week, now)
    finally:
        for desk in week.desks.values():
            desk.close()
    for name, office in WINDOWS.items():
        note = f"Contoh. Orang dan surat di sini rekaan. Kata sandi semua petugas: {PASSWORD}"
        write_durably(stage.folder / "desks" / office / SAMPLE, f"{NAMES[name]}\n{note}".encode())
    return Prepared(scene, week)


def draw_scans(folder: Path) -> None:
    """One page of each kind of document."""
    for seed, kind in enumerate(sorted({kind for kinds in DOCUMENTS.values() for kind in kinds})):
        lines = [f"Baris {row} dari dokumen contoh, tidak berlaku." for row in range(1, 16)]
        save_smooth(folder, f"{kind}.jpg", f"{kind.upper().replace('_', ' ')} (CONTOH)", lines, seed)


def open_window(nursery: Nursery, name: str, profile: Path, more: Mapping[str, str] | None = None) -> Child:
    """The program's window on this profile, as a process of its own."""
    return nursery.start(name, [*PROGRAM, "app", "--profile", str(profile)], {**on_this_screen(), **(more or {})})


def on_this_screen(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What a window needs to know of this screen; everything else of the play stays in its own folder."""
    found = {name: environment[name] for name in SCREEN if environment.get(name)}
    usual = Path.home() / ".Xauthority"
    if "XAUTHORITY" not in found and usual.exists():
        found["XAUTHORITY"] = str(usual)
    return found


def stay(scene: Scene, windows: list[Child], lines: queue.SimpleQueue[str]) -> None:
    """Until every window is closed; what is typed meanwhile cuts or mends the link."""
    orders: dict[str, Callable[[], object]] = {
        "luring": lambda: scene.link.order("down"),
        "daring": lambda: scene.link.order("through"),
    }
    while any(window.alive for window in windows):
        try:
            word = lines.get(timeout=_LOOK).strip().casefold()
        except queue.Empty:
            continue
        if word in orders:
            orders[word]()
            _say("Jaringan diputus." if word == "luring" else "Jaringan tersambung lagi.")


def typed_lines() -> queue.SimpleQueue[str]:
    """What is typed on this terminal, line by line; nothing where there is no terminal."""
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def listen() -> None:
        for line in sys.stdin:
            lines.put(line)

    if sys.stdin is not None and sys.stdin.isatty():
        threading.Thread(target=listen, daemon=True, name="terminal").start()
    return lines


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
