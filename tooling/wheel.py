"""The wheel, built and then used far from this folder: as a desk, and as a server that has no Qt."""

import hashlib
import subprocess
import tempfile
from pathlib import Path

from tooling.environment import ROOT, Environment, SetupError
from tooling.steps import run

RESOURCES = ROOT / "resources"

# Run in the other environment: every file of resources/, its path and SHA-256, as the installed package sees it.
LIST_RESOURCES = """
import hashlib, resources
from importlib.resources import files
def walk(folder, prefix):
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from walk(entry, prefix + entry.name + '/')
        else:
            yield prefix + entry.name, hashlib.sha256(entry.read_bytes()).hexdigest()
for name, digest in walk(files(resources), ''):
    print(digest, name)
"""
# Run in the other environment: all that a play needs to begin, found without this folder.
SET_THE_STAGE = """
from desktop.cli.demo import running
from resources.samples import sample_path
assert sample_path('kutai-kartanegara').read_bytes() and running.ACTS
"""
NO_QT = "import importlib.util, sys; sys.exit(importlib.util.find_spec('PySide6') is not None)"


def check_wheel(environment: Environment) -> int:
    """Build the wheel, install it twice with locked packages only, run its commands and compare its resources."""
    with tempfile.TemporaryDirectory(prefix="ketinting-wheel-") as name:
        folder = Path(name)
        options = ["--wheel", "--no-isolation", "--quiet", "--outdir", str(folder)]
        if status := run([environment.python, "-m", "build", *options, ROOT]):
            return status
        wheel = next(folder.glob("*.whl"))
        try:
            return _try_as_desk(environment, wheel) or _try_as_server(environment, wheel)
        except SetupError as error:
            print(error)
            return 1


def _try_as_desk(environment: Environment, wheel: Path) -> int:
    desk = _install(environment, wheel, "desktop")
    for words in (["--help"], ["demo", "--help"]):
        if status := run([desk.program("ketinting"), *words], wheel.parent):
            return status
    return run([desk.python, "-I", "-c", SET_THE_STAGE], wheel.parent) or _compare_resources(desk, wheel.parent)


def _try_as_server(environment: Environment, wheel: Path) -> int:
    server = _install(environment, wheel, "hub")
    return run([server.python, "-c", NO_QT]) or run([server.program("ketinting"), "hub", "--help"], wheel.parent)


def _install(environment: Environment, wheel: Path, group: str) -> Environment:
    elsewhere = Environment(environment.wheels, wheel.parent / group)
    elsewhere.make()
    elsewhere.install_locked([group], "--no-compile")
    elsewhere.install(str(wheel))
    return elsewhere


def _compare_resources(elsewhere: Environment, folder: Path) -> int:
    """Every file in resources/ must be readable from the installed package, byte for byte."""
    command = [str(elsewhere.python), "-I", "-c", LIST_RESOURCES]
    answer = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    missing = sorted(_resources_here() - set(answer.stdout.splitlines()))
    if missing or answer.returncode:
        print("Not in the wheel, or not as in resources/:", *missing, answer.stderr, sep="\n  ")
    return int(bool(missing or answer.returncode))


def _resources_here() -> set[str]:
    files = (path for path in RESOURCES.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {
        f"{hashlib.sha256(path.read_bytes()).hexdigest()} {path.relative_to(RESOURCES).as_posix()}" for path in files
    }
