"""Proves a bundle: without any Python in reach it enrols at a real hub, files a request, sends it, and opens a window.

``python -m tooling.bundle_check dist/ketinting``; with ``--root DIR`` it runs inside that root, which holds the bundle
as ``/opt/ketinting`` and nothing but the libraries it needs (Linux, as root).
"""

import argparse
import json
import subprocess
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop.cli.demo.citizens import BAKER, business
from desktop.cli.demo.processes import Nursery
from desktop.cli.demo.scene import Scene, set_scene
from desktop.cli.demo.stage import Stage
from desktop.cli.demo.windows import draw_scans
from tooling.screen import own_screen

OFFICE, CLERK, PASSWORD = "64.02.04.2001", "sepatin-petugas", "sampan contoh 2026"
SECONDS = 60.0


@dataclass(frozen=True)
class Bundle:
    """The program, and the root in which it runs."""

    program: Path
    root: Path | None
    folder: Path

    def inside(self, path: Path) -> str:
        """A path as the program sees it."""
        return str(path) if self.root is None else "/" + str(path.relative_to(self.root))

    def command(self, *words: str) -> list[str]:
        """The words that start it."""
        before = [] if self.root is None else ["/usr/sbin/chroot", str(self.root)]
        return [*before, self.inside(self.program), *words]

    def environment(self, more: dict[str, str]) -> dict[str, str]:
        """No path on which anything could be found, and nothing of ours."""
        home = self.inside(self.folder)
        return {"PATH": "", "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8", **more}

    def desk(self, *words: str) -> dict[str, Any]:
        """One command of the desk's."""
        who = ["--officer", CLERK, "--password-file", self.inside(self.folder / "sandi")]
        profile = ["--profile", self.inside(self.folder / "desk")]
        command = self.command("desk", *profile, *who, "--json", *words)
        done = subprocess.run(
            command, env=self.environment({}), capture_output=True, text=True, check=False, timeout=SECONDS
        )
        if done.returncode:
            raise SystemExit(f"{words[0]}: {done.stdout} {done.stderr}")
        found: dict[str, Any] = json.loads(done.stdout)
        return found


def file_a_request(bundle: Bundle, scene: Scene) -> None:
    """Enrol, record a request with its scans, send it."""
    (bundle.folder / "sandi").write_text(PASSWORD + "\n", encoding="utf-8")
    authority = bundle.folder / "ca.pem"
    authority.write_bytes(scene.stage.transport.authority.read_bytes())
    (bundle.folder / "jawaban.json").write_text(json.dumps(business(BAKER, "Kue Contoh")), encoding="utf-8")
    draw_scans(bundle.folder)
    code = scene.hub.enrol_code(OFFICE, CLERK)
    bundle.desk("enrol", "--hub", scene.link.url, "--code", code, "--ca", bundle.inside(authority))
    scans = [f"{kind}={bundle.inside(bundle.folder / f'{kind}.jpg')}" for kind in ("ktp", "kk")]
    attach = [word for scan in scans for word in ("--attach", scan)]
    answers = bundle.inside(bundle.folder / "jawaban.json")
    bundle.desk("submit", "surat-keterangan-usaha", "--answers", answers, *attach)
    bundle.desk("sync")
    (row,) = bundle.desk("requests")["requests"]
    if (row["hub_state"], row["sent"]) != ("at_step", True):
        raise SystemExit(f"the hub has no request: {row}")


def open_a_window(bundle: Bundle) -> float:
    """Seconds until the window is on a screen of its own."""
    with tempfile.TemporaryDirectory() as folder, own_screen(Path(folder)) as screen:
        display = {"DISPLAY": screen.environment["DISPLAY"]}
        began = time.monotonic()
        command = bundle.command("app", "--profile", bundle.inside(bundle.folder / "desk"))
        child = subprocess.Popen(command, env=bundle.environment(display))
        try:
            look = ["/usr/bin/xdotool", "search", "--onlyvisible", "--name", "^Ketinting"]
            while subprocess.run(look, env=display, capture_output=True, check=False).returncode:
                if child.poll() is not None or time.monotonic() - began > SECONDS:
                    raise SystemExit("no window")
                time.sleep(0.02)
            return time.monotonic() - began
        finally:
            child.kill()
            child.wait()


def main() -> int:
    """Prove it and tell the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--root", type=Path)
    asked = parser.parse_args()
    place = None if asked.root is None else asked.root / "tmp"
    with tempfile.TemporaryDirectory(dir=place) as folder, Nursery(Path(folder) / "hub") as nursery:
        program = (asked.folder / "ketinting").resolve()
        bundle = Bundle(program, asked.root and asked.root.resolve(), Path(folder).resolve())
        file_a_request(bundle, set_scene(Stage.build(nursery, datetime.now(UTC)), "kutai-kartanegara", "64.02"))
        seconds = [open_a_window(bundle) for _ in range(3)]
    print(f"enrolled, filed and sent without a Python; window after {', '.join(f'{each:.2f}' for each in seconds)} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
