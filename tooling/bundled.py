"""What a bundle holds that no import statement names: our rooms, what is found by name at run time, and data files."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("desktop", "domain", "forms", "letters", "resources", "sync")
"""The hub is not for desks."""
HIDDEN = (
    "keyring.backends.SecretService",
    "keyring.backends.Windows",
    "keyring.backends.chainer",
    "keyring.backends.fail",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.null",
    "sqlalchemy.dialects.sqlite",
    "sqlcipher3",
    "typst",
    "truststore",
    "re2",
    "_cffi_backend",
    "num2words.lang_ID",
    "apscheduler.triggers.interval",
    "apscheduler.executors.pool",
    "apscheduler.jobstores.memory",
    "logging.config",
)
METADATA = ("apscheduler", "keyring", "alembic", "sqlalchemy", "pyhanko")
"""Packages that read their own metadata to find their parts."""
NOT_WANTED = (
    "hub",
    "tests",
    "tooling",
    "bench",
    "tkinter",
    "fastapi",
    "uvicorn",
    "psycopg",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "zstandard._cffi",
    "zstandard.backend_cffi",
)
QT_NOT_WANTED = (
    "PySide6/Qt/translations/*",
    "PySide6/Qt/plugins/egldeviceintegrations/*",
    "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/plugins/platforms/libqlinuxfb.so",
    "PySide6/Qt/plugins/platforms/libqvkkhrdisplay.so",
    "PySide6/Qt/plugins/platforms/libqvnc.so",
    "PySide6/Qt/plugins/platforms/libqminimal*.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/lib/libQt6EglF*",
)
"""Qt's own words in other people's languages (ours stand in resources/translations), and screens without windows."""
STRIPPED = (
    "_internal/typst/*.so",
    "_internal/sqlcipher3/*.so",
    "_internal/zstandard/*.so",
    "_internal/cryptography/hazmat/bindings/*.so",
    "_internal/libpython3*.so*",
)
"""Big libraries that came with their debugging symbols; what is under the LGPL stays byte for byte as it came."""
SKIPPED = frozenset({"__pycache__"})


def data_files() -> list[tuple[str, str]]:
    """Files beside our modules, and the migrations, which Alembic reads as files: (file, folder in the bundle)."""
    found = [path for room in ("resources", "letters", "forms", "desktop") for path in (ROOT / room).rglob("*")]
    wanted = [path for path in found if path.is_file() and not SKIPPED & set(path.parts) and _is_data(path)]
    return [(str(path), str(path.parent.relative_to(ROOT))) for path in sorted(wanted)]


def is_wanted(target: str) -> bool:
    """Whether a file that PyInstaller found belongs into the bundle, by its place there."""
    return not any(fnmatchcase(target.replace("\\", "/"), pattern) for pattern in QT_NOT_WANTED)


def _is_data(path: Path) -> bool:
    return path.suffix != ".py" or "migrations" in path.parts
