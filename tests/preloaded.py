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
from desktop.cli.session import Session
from desktop.keys import Vault
from resources.regions import open_regions
from tests.quickly import QUICK, quick_codes

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
# Which cost a password has stands beside it, so that a desk that another interpreter opens knows it too.
pytest.MonkeyPatch().setattr(Session, "vault", property(lambda it: Vault(it.profile, it.outside.token_bytes, QUICK)))
gc.collect()
gc.freeze()
