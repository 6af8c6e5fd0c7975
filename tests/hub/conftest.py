from pathlib import Path

import pytest

from hub.store.opening import Store
from tests.hub.databases import postgres_models, sqlite_models, sqlite_store, store
from tests.hub.town import Town, open_town
from tests.quickly import quick_codes

__all__ = ["postgres_models", "sqlite_models", "sqlite_store", "store", "town"]


@pytest.fixture(autouse=True)
def _quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_codes(monkeypatch)


@pytest.fixture
def town(store: Store, tmp_path: Path) -> Town:
    """The sample town; its reference data came with the store."""
    return open_town(store, tmp_path)
