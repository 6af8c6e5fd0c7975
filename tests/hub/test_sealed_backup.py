"""The outside of a backup: what no hub writes is refused before anything is believed."""

from __future__ import annotations

import io
from collections.abc import Iterator

import msgspec
import pytest

from hub.backup import contents, laying
from hub.backup.sealed import PIECE, Head, SealedReader, SealedWriter, new_head, read_head
from hub.errors import DamagedBackup
from sync.stretching import Cost

CHEAP = Cost(64, 1, 1)
WORDS = "kata sandi contoh yang panjang"


def _sealed(parts: Iterator[tuple[str, bytes]]) -> io.BytesIO:
    """A backup file with these members."""
    file = io.BytesIO()
    head, key = new_head(("0002", "2026-11-16T01:00:00.000Z"), WORDS, CHEAP, bytes)
    sealed = SealedWriter(file, head, key)
    tar = contents.TarWriter(sealed)
    for name, content in parts:
        tar.add(name, content)
    tar.finish()
    sealed.finish()
    file.seek(0)
    return file


def test_large_pieces_come_back_as_they_went_in() -> None:
    content = bytes(range(256)) * (PIECE // 100)
    file = _sealed(iter([("begin.json", content)]))
    found = {name: part.read() for name, part in contents.members(SealedReader(file, WORDS))}
    assert found == {"begin.json": content}
    file.seek(0)
    assert read_head(file).schema == "0002"


@pytest.mark.parametrize("head", [{"memory_kib": 2**40}, {"passes": 0}, {"lanes": 99}, {"salt": b""}])
def test_a_head_that_asks_for_too_much_is_refused_before_anything_is_stretched(head: dict[str, object]) -> None:
    usual, _ = new_head(("0002", "x"), WORDS, CHEAP, bytes)
    written = msgspec.json.encode(msgspec.structs.replace(usual, **head))
    file = io.BytesIO(b"ketinting-cadangan-hub-1\n" + len(written).to_bytes(4, "big") + written)
    with pytest.raises(DamagedBackup):
        SealedReader(file, WORDS)
    assert isinstance(usual, Head)


def test_members_that_no_hub_writes_are_refused() -> None:
    begin = msgspec.json.encode(
        contents.Begin(hub_id="h", regency="64.02", name="n", epoch=1, schema="0002", made_at="x", key=bytes(32))
    )
    other = begin.replace(b"0002", b"0001")
    for parts in ([], [("x", b"")], [("begin.json", b"{")], [("begin.json", other)]):
        with pytest.raises(DamagedBackup):
            laying.open_inside(_sealed(iter(parts)), WORDS)
    with pytest.raises(DamagedBackup):
        contents.unpack_rows(b"no zstd")
