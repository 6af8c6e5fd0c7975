from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import DamagedStore, StoreFull
from desktop.store.blobfiles import PIECE, BlobFiles, Kept

KEY = b"k" * 32


def files(folder: Path) -> BlobFiles:
    return BlobFiles(folder / "blobs", KEY, secrets.token_bytes)


@pytest.mark.parametrize("size", [1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7])
def test_what_is_kept_comes_back_from_any_place(tmp_path: Path, size: int) -> None:
    content = secrets.token_bytes(size)
    kept = files(tmp_path).keep([content[:5], content[5:]])
    assert (kept.size, files(tmp_path).read_all(kept)) == (size, content)
    for start in {0, 1, size // 2, size - 1, PIECE - 1, PIECE} & set(range(size)):
        assert b"".join(files(tmp_path).read(kept, start)) == content[start:]


@settings(max_examples=20, deadline=None)
@given(content=st.binary(min_size=1, max_size=300_000))
def test_any_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    made = files(tmp_path_factory.mktemp("b"))
    assert made.read_all(made.keep([content])) == content


def test_nothing_of_the_content_or_its_hash_is_on_the_disk(tmp_path: Path) -> None:
    content = b"%PDF-1.7 Warga Contoh 6402044606759001" * 100
    kept = files(tmp_path).keep([content])
    (path,) = (tmp_path / "blobs").iterdir()
    assert b"%PDF" not in path.read_bytes()
    assert b"Contoh" not in path.read_bytes()
    assert kept.sha256.hex()[:12] not in path.name


def change(path: Path, how: str) -> None:
    found = bytearray(path.read_bytes())
    if how == "flip":
        found[PIECE // 2] ^= 1
    elif how == "cut":
        del found[PIECE + 16 :]
    elif how == "swap":
        found[: PIECE + 16], found[PIECE + 16 : 2 * (PIECE + 16)] = (
            found[PIECE + 16 : 2 * (PIECE + 16)],
            found[: PIECE + 16],
        )
    path.write_bytes(bytes(found))


@pytest.mark.parametrize("how", ["flip", "cut", "swap", "gone"])
def test_a_file_that_was_changed_cut_swapped_or_removed_is_told(tmp_path: Path, how: str) -> None:
    kept = files(tmp_path).keep([secrets.token_bytes(3 * PIECE)])
    path = tmp_path / "blobs" / kept.file
    path.unlink() if how == "gone" else change(path, how)
    with pytest.raises(DamagedStore, match="tidak dihapus"):
        files(tmp_path).read_all(kept)


def test_a_row_that_names_other_bytes_is_told(tmp_path: Path) -> None:
    kept = files(tmp_path).keep([b"satu"])
    with pytest.raises(DamagedStore):
        files(tmp_path).read_all(Kept(kept.file, kept.wrapped_key, b"0" * 32, kept.size))


def test_another_profiles_key_opens_nothing(tmp_path: Path) -> None:
    kept = files(tmp_path).keep([b"satu"])
    other = BlobFiles(tmp_path / "blobs", b"x" * 32, secrets.token_bytes)
    with pytest.raises(DamagedStore):
        other.read_all(kept)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreFull):
        files(tmp_path).keep([b"satu"])
    assert files(tmp_path).names() == frozenset()
    assert BlobFiles(tmp_path / "none", KEY, secrets.token_bytes).names() == frozenset()


def test_a_forgotten_file_is_gone(tmp_path: Path) -> None:
    kept = files(tmp_path).keep([b"satu"])
    files(tmp_path).forget(kept.file)
    files(tmp_path).forget(kept.file)
    assert files(tmp_path).names() == frozenset()
