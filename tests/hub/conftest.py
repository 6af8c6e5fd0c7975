from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.store.opening import Store
from tests.doors import shut_doors
from tests.hub.databases import postgres_models, sqlite_models, sqlite_store, store
from tests.hub.sharding import watched
from tests.hub.town import Town, open_town
from tests.quickly import quick_codes

shut_doors()

__all__ = ["postgres_models", "sqlite_models", "sqlite_store", "store", "town"]


@pytest.fixture(autouse=True)
def _quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_codes(monkeypatch)


@pytest.fixture(autouse=True)
def unsharded_queries() -> Iterator[list[str]]:
    """What the hub asks of a growing table without its shard; a test of this room fails by it."""
    with watched() as found:
        yield found
    assert not found


@pytest.fixture
def town(store: Store, tmp_path: Path) -> Town:
    """The sample town; its reference data came with the store."""
    return open_town(store, tmp_path)
