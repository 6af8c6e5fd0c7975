"""``python3 run.py build``: the desk as one folder that needs no Python, with the licences of everything in it."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path
from shutil import which

from tooling.bundled import STRIPPED
from tooling.environment import ROOT, Environment
from tooling.steps import run_in_turn

BUNDLE = ROOT / "dist" / "ketinting"
TEXTS = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
LGPL = """\
These parts are under the GNU Lesser General Public License and are used unmodified. You may replace them with another
build of the same version: the libraries in _internal/PySide6 and _internal/shiboken6 (Qt for Python and Qt, from
https://code.qt.io), and the package num2words (https://pypi.org/project/num2words), which lies in _internal as it came.
"""


def build_bundle(environment: Environment) -> int:
    """Build the folder with PyInstaller and lay the licences beside it."""
    folders = ("--distpath", ROOT / "dist", "--workpath", ROOT / "build")
    command: list[str | Path] = [
        environment.python,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "WARN",
        *folders,
    ]
    return run_in_turn([*command, ROOT / "packaging" / "ketinting.spec"], [environment.python, "-m", "tooling.bundle"])


def write_licences(bundle: Path, installed: Iterable[Distribution]) -> list[str]:
    """Copy the licence texts of what is in the bundle; the names of packages that brought none."""
    silent: list[str] = []
    target = bundle / "licences"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    shutil.copyfile(ROOT / "LICENSE", target / "Ketinting.txt")
    (target / "LGPL.txt").write_text(LGPL, encoding="utf-8")
    for package in sorted(installed, key=lambda each: each.metadata["Name"].lower()):
        texts = [file for file in package.files or () if file.name.upper().startswith(TEXTS)]
        for text in texts:
            kept = target / package.metadata["Name"] / text.name
            kept.parent.mkdir(exist_ok=True)
            shutil.copyfile(text.locate(), kept)
        if not texts:
            silent.append(package.metadata["Name"])
    return silent


def strip_symbols(bundle: Path, strip: str | None = None) -> None:
    """Take the debugging symbols out of what has many; where there is no ``strip`` (binutils), they stay.

    Raises:
        CalledProcessError: a library could not be read; the bundle is not whole.
    """
    program = strip or which("strip")
    wanted = [path for pattern in STRIPPED for path in bundle.glob(pattern) if not path.is_symlink()]
    if program is None or sys.platform != "linux" or not wanted:
        return
    subprocess.run([program, "--strip-unneeded", *wanted], check=True)


def megabytes(folder: Path) -> float:
    """What a folder takes on a disk; a link takes nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


if __name__ == "__main__":
    strip_symbols(BUNDLE)
    without = write_licences(BUNDLE, distributions())
    print(
        f"{BUNDLE}: {megabytes(BUNDLE):.0f} MB. Packages whose wheel has no licence text: {', '.join(without) or '-'}"
    )
    sys.exit(0)
