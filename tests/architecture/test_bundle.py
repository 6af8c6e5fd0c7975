"""The recipe of the bundle names what exists; the bundle itself is built and proved by hand (docs/packaging.md)."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import distribution, distributions
from importlib.util import find_spec
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from tooling.bundle import megabytes, strip_symbols, write_licences
from tooling.bundled import HIDDEN, METADATA, ROOMS, ROOT, STRIPPED, data_files, is_wanted

SPEC = ROOT / "packaging" / "ketinting.spec"


def test_the_recipe_is_python_and_takes_its_names_from_one_place() -> None:
    tree = ast.parse(SPEC.read_text(encoding="utf-8"))
    taken = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "tooling.bundled"]
    assert {"HIDDEN", "METADATA", "ROOMS"} <= {name.name for node in taken for name in node.names}


def test_everything_that_is_named_exists() -> None:
    assert [name for name in HIDDEN if find_spec(name) is None] == []
    assert [name for name in METADATA if not distribution(name).version] == []
    assert [room for room in ROOMS if not (ROOT / room / "__init__.py").exists()] == []


def test_migrations_packs_fonts_and_translations_are_taken_along() -> None:
    taken = {Path(file).relative_to(ROOT).as_posix() for file, _ in data_files()}
    assert "desktop/store/migrations/env.py" in taken
    assert "resources/packs/sktm/1/pack.json" in taken
    assert "resources/translations/ketinting_en.qm" in taken
    assert any(name.startswith("resources/fonts/") and name.endswith(".ttf") for name in taken)
    assert not any("__pycache__" in name for name in taken)


def test_what_qt_needs_stays_and_screens_without_windows_go() -> None:
    kept = ("lib/libQt6Gui.so.6", "plugins/platforms/libqxcb.so", "plugins/platforms/libqwayland.so")
    gone = ("translations/qt_ar.qm", "plugins/platforms/libqlinuxfb.so", "lib/libQt6EglFSDeviceIntegration.so.6")
    assert all(is_wanted(f"PySide6/Qt/{name}") for name in kept)
    assert not any(is_wanted(f"PySide6/Qt/{name}") for name in gone)
    assert not is_wanted("PySide6\\Qt\\translations\\qt_ar.qm")


def test_nothing_under_the_lgpl_is_stripped() -> None:
    assert not any("PySide6" in pattern or "shiboken6" in pattern for pattern in STRIPPED)


def test_only_debugging_symbols_are_taken_out(tmp_path: Path) -> None:
    library = tmp_path / "_internal" / "typst" / "_typst.so"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"no library")
    strip_symbols(tmp_path, "/bin/true")
    if sys.platform == "linux":
        with pytest.raises(CalledProcessError):
            strip_symbols(tmp_path, "/bin/false")
    assert library.read_bytes() == b"no library"
    assert megabytes(tmp_path) == 10 / 1e6


def test_licences_lie_beside_the_program(tmp_path: Path) -> None:
    wanted = [each for each in distributions() if each.metadata["Name"].lower() in {"sqlalchemy", "keyring"}]
    assert write_licences(tmp_path, wanted) == []
    assert (tmp_path / "licences" / "Ketinting.txt").read_text("utf-8").startswith("Mozilla Public License")
    assert any((tmp_path / "licences").glob("*/LICENSE*"))
    assert "replace" in (tmp_path / "licences" / "LGPL.txt").read_text("utf-8")
