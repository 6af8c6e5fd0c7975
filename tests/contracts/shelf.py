"""What any place for stored files must keep, whatever it is made of: a subclass gives the fixture `shelf`."""

from __future__ import annotations

import hashlib
import os

import pytest

from hub.errors import WrongKey
from hub.files import FRAME, StoredFile, Vault, frames_of
from hub.sealing import DataKey
from hub.shelf import DamagedFile, LostFile, Shelf


class ShelfContract:
    """A vault over a shelf."""

    @pytest.fixture
    def vault(self, shelf: Shelf) -> Vault:
        return Vault(shelf, DataKey(os.urandom(32)), os.urandom)

    def raw(self, vault: Vault, name: str) -> bytes:
        with vault.shelf.opened(name) as file:
            return file.read()

    def test_what_is_written_is_read_and_never_lies_there_plain(self, vault: Vault) -> None:
        content = b"%PDF-1.7 " + os.urandom(FRAME * 2 + 5)
        file = vault.write("64.02.08", content)
        assert vault.whole(file) == content
        assert vault.sha256(file) == hashlib.sha256(content).digest()
        assert b"%PDF" not in self.raw(vault, file.name)
        assert file.name.startswith("64.02.08/")

    def test_a_range_is_read_from_the_frames_that_hold_it(self, vault: Vault) -> None:
        content = os.urandom(FRAME * 3)
        file = vault.write("64.02", content)
        assert b"".join(vault.read(file, FRAME - 2, FRAME + 1)) == content[FRAME - 2 : FRAME + 2]
        assert b"".join(vault.read(file, FRAME * 2)) == content[FRAME * 2 :]
        assert b"".join(vault.read(file, 3, 3)) == content[3:4]

    def test_a_file_grows_by_pieces_of_any_size(self, vault: Vault) -> None:
        file, at, frame, whole = vault.create("64.02"), 0, 0, b""
        for size in (1, FRAME, FRAME + 1, 3000):
            piece = os.urandom(size)
            at, frame, whole = vault.append(file, at, frame, piece), frame + frames_of(size), whole + piece
        assert vault.whole(file) == whole
        assert b"".join(vault.read(file, FRAME - 5, FRAME + 5)) == whole[FRAME - 5 : FRAME + 6]

    def test_a_piece_that_nobody_committed_is_cut_off_by_the_next(self, vault: Vault) -> None:
        file = vault.create("64.02")
        counted = vault.append(file, 0, 0, b"first")
        vault.append(file, counted, 1, b"lost in a power cut")
        vault.append(file, counted, frames_of(5), b"second")
        assert vault.whole(file) == b"firstsecond"

    @pytest.mark.parametrize("at", [20, -1])
    def test_a_changed_byte_is_noticed(self, vault: Vault, at: int) -> None:
        file = vault.write("64.02", b"a letter")
        changed = bytearray(self.raw(vault, file.name))
        changed[at] ^= 1
        vault.shelf.put(file.name, 0, bytes(changed))
        with pytest.raises(DamagedFile):
            vault.whole(file)

    def test_a_frame_does_not_fit_another_file(self, vault: Vault) -> None:
        one, other = vault.write("64.02", b"one"), vault.write("64.02", b"two")
        vault.shelf.put(other.name, 0, self.raw(vault, one.name))
        with pytest.raises(DamagedFile):
            vault.whole(other)
        with pytest.raises(WrongKey):
            vault.whole(StoredFile(other.name, one.sealed_key))

    def test_a_file_that_is_gone_is_lost_and_removing_twice_is_not(self, vault: Vault) -> None:
        file, other = vault.write("64.02", b"gone"), vault.write("64.02", b"stays")
        vault.append(file, len(self.raw(vault, file.name)), 1, b"more")
        vault.remove(file)
        vault.remove(file)
        with pytest.raises(LostFile):
            vault.whole(file)
        assert vault.whole(other) == b"stays"

    def test_half_a_head_at_the_end_is_the_rest_of_a_cut(self, vault: Vault) -> None:
        file = vault.write("64.02", b"whole")
        vault.shelf.put(file.name, len(self.raw(vault, file.name)), b"\0\0\0")
        assert vault.whole(file) == b"whole"

    def test_an_empty_place_is_known_and_a_cleared_one_is_empty(self, vault: Vault) -> None:
        assert vault.shelf.is_empty()
        vault.write("64.02", b"one")
        vault.write("64.02.04", b"two")
        assert not vault.shelf.is_empty()
        vault.shelf.clear()
        assert vault.shelf.is_empty()

    def test_a_place_that_works_takes_bytes(self, vault: Vault) -> None:
        assert vault.shelf.takes_bytes()
