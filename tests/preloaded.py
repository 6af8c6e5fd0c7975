"""Everything that a program of ours may import without a window: read once by the process that tests fork from."""

from __future__ import annotations

import gc
import pkgutil
from importlib import import_module

import pytest

import desktop.cli
import desktop.office
import desktop.store
import hub
from resources.regions import open_regions
from tests.quickly import quick_codes

WINDOWS = ("desktop.cli.demo", "desktop.cli.session")
"""What draws, or plays."""

for _room in (desktop.cli, desktop.office, desktop.store, hub):
    for _found in pkgutil.walk_packages(_room.__path__, f"{_room.__name__}."):
        if not _found.name.startswith(WINDOWS) and "migrations" not in _found.name:
            import_module(_found.name)
for _late in ("pyhanko.sign.signers", "typst", "uvicorn", "alembic.command", "desktop.files", "letters.verdict"):
    import_module(_late)
open_regions()
quick_codes(pytest.MonkeyPatch())
gc.collect()
gc.freeze()
