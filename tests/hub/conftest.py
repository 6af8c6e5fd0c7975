from pathlib import Path

import pytest

from hub.store.opening import Store
from tests.hub.databases import sqlite_store, store
from tests.hub.town import Town, build_town

__all__ = ["sqlite_store", "store", "town"]


@pytest.fixture
def town(store: Store, tmp_path: Path) -> Town:
    return build_town(store, tmp_path)
