"""The virtual environment in ``.venv``: made, filled from the locked lists, and left alone when nothing changed."""

import ctypes
import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parent.parent
RUNNING = ("desktop", "hub")
EVERYTHING = ("dev",)
BUILDING = ("build",)
LOCKS = ROOT / "requirements"

# Shared library → Debian package; what Qt needs to draw without a screen (PySide6 6.11 on Debian 12 and 13).
QT_NEEDS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}

# What a real window needs besides, and what drives one in the tests: shared library or program → Debian package.
WINDOWS_NEED = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
DRIVING_NEEDS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "dbus-daemon": "dbus",
    "xdotool": "xdotool",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}


class SetupError(Exception):
    """The machine lacks something; the message names the command that helps."""


@dataclass(frozen=True)
class Environment:
    """A virtual environment in a folder, filled from a folder of wheels: its own, or ``offline``."""

    offline: Path | None = None
    folder: Path = ROOT / ".venv"

    @property
    def python(self) -> Path:
        """The environment's own interpreter."""
        return self.program("python")

    @property
    def wheels(self) -> Path:
        """Where the wheels are that everything is installed from."""
        return self.offline.resolve() if self.offline else self.folder / "wheels"

    def program(self, name: str) -> Path:
        """Give the path of a program that a package installed here."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin") / (name + (".exe" if os.name == "nt" else ""))

    def make_ready(self, groups: Sequence[str]) -> None:
        """Make the environment and install the locked groups, unless that was done before with the same locks.

        Raises:
            SetupError: python3-venv or a system library is missing, or a package could not be installed.
        """
        if groups == EVERYTHING:
            _require_system_libraries()
        if not self._runs():
            self.make()
        stamp = self.folder / f".installed-{'-'.join(groups)}"
        wanted = _fingerprint(groups)
        if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
            return
        print(f"Installing {' and '.join(groups)} into {self.folder.name} (until requirements/ change) …", flush=True)
        if not self.offline:
            self._pip("download", "--dest", str(self.wheels), *_locked(groups))
        self.install_locked(groups)
        stamp.write_text(wanted, encoding="ascii")

    def make(self) -> None:
        """Make the environment anew, empty but for pip."""
        if find_spec("ensurepip") is None:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            raise SetupError(
                f"Python's venv is missing. Run: apt-get install -y --no-install-recommends python{version}-venv"
            )
        venv.EnvBuilder(with_pip=True, clear=True).create(self.folder)

    def install_locked(self, groups: Sequence[str], *options: str) -> None:
        """Install the locked groups from the wheels that are here already."""
        self.install(*options, *_locked(groups))

    def install(self, *words: str) -> None:
        """Let pip install this from the folder of wheels; the locks are whole, so nothing is resolved."""
        self._pip("install", "--no-index", "--find-links", str(self.wheels), *words)

    def _pip(self, verb: str, *words: str) -> None:
        command = [str(self.python), "-m", "pip", "--disable-pip-version-check", verb, "-qq", "--no-deps", *words]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            raise SetupError("The packages could not be installed; the lines above say why. Nothing else was changed.")

    def _runs(self) -> bool:
        """Whether there is an interpreter here, of the version of the one that asks, and not moved from elsewhere."""
        question = "import sys, pip; print(sys.prefix, *sys.version_info[:2])"
        if not self.python.exists():
            return False
        answer = subprocess.run([str(self.python), "-c", question], capture_output=True, text=True, check=False)
        return answer.stdout.split() == [str(self.folder), *map(str, sys.version_info[:2])]


def _locked(groups: Sequence[str]) -> list[str]:
    return ["--require-hashes", *(word for group in groups for word in ("-r", str(LOCKS / f"{group}.txt")))]


def _fingerprint(groups: Sequence[str]) -> str:
    locks = b"".join((LOCKS / f"{group}.txt").read_bytes() for group in groups)
    return hashlib.sha256(locks).hexdigest()


def _require_system_libraries() -> None:
    if missing := missing_system_packages():
        packages = " ".join(missing)
        raise SetupError(f"System libraries are missing. Run: apt-get install -y --no-install-recommends {packages}")


def missing_system_packages() -> list[str]:
    """Give the Debian packages that Qt needs and this machine lacks; elsewhere than on Linux, none."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for library, package in QT_NEEDS.items() if not _loads(library)]


def missing_window_packages() -> list[str]:
    """Give the Debian packages that the stories through real windows need and this machine lacks."""
    lacking = [package for library, package in WINDOWS_NEED.items() if not _loads(library)]
    return lacking + [package for program, package in DRIVING_NEEDS.items() if which(program) is None]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
