"""Names that survive a power cut: a folder's own name is in the folder above it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync import durable
from sync.durable import keep_folder


def test_every_folder_above_a_new_one_is_synced_and_those_that_were_there_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(durable, "sync_folder", synced.append)
    keep_folder(tmp_path / "kantor" / "lampiran")
    assert (tmp_path / "kantor" / "lampiran").stat().st_mode & 0o777 == 0o700
    assert synced == [tmp_path, tmp_path / "kantor"]
    keep_folder(tmp_path / "kantor" / "lampiran")
    assert len(synced) == 2
