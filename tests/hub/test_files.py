import hashlib
import os
from pathlib import Path

import pytest

from hub.errors import WrongKey
from hub.files import FRAME, DamagedFile, StoredFile, Vault, frames_of
from hub.sealing import DataKey, make_key_file, read_key_file, seal, unseal


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "blobs", DataKey(os.urandom(32)), os.urandom)


def test_what_is_written_is_read_and_never_lies_plain_on_the_disk(vault: Vault) -> None:
    content = b"%PDF-1.7 " + os.urandom(FRAME * 2 + 5)
    file = vault.write("64.02.08", content)
    assert vault.whole(file) == content
    assert vault.sha256(file) == hashlib.sha256(content).digest()
    assert b"%PDF" not in (vault.folder / file.name).read_bytes()
    assert file.name.startswith("64.02.08/")


def test_a_range_is_read_from_the_frames_that_hold_it(vault: Vault) -> None:
    content = os.urandom(FRAME * 3)
    file = vault.write("64.02", content)
    assert b"".join(vault.read(file, FRAME - 2, FRAME + 1)) == content[FRAME - 2 : FRAME + 2]
    assert b"".join(vault.read(file, FRAME * 2)) == content[FRAME * 2 :]
    assert b"".join(vault.read(file, 3, 3)) == content[3:4]


def test_a_piece_that_nobody_committed_is_cut_off_by_the_next(vault: Vault) -> None:
    file = vault.create("64.02")
    counted = vault.append(file, 0, 0, b"first")
    vault.append(file, counted, 1, b"lost in a power cut")
    vault.append(file, counted, frames_of(5), b"second")
    assert vault.whole(file) == b"firstsecond"


@pytest.mark.parametrize("at", [20, -1])
def test_a_changed_byte_is_noticed(vault: Vault, at: int) -> None:
    file = vault.write("64.02", b"a letter")
    path = vault.folder / file.name
    changed = bytearray(path.read_bytes())
    changed[at] ^= 1
    path.write_bytes(changed)
    with pytest.raises(DamagedFile):
        vault.whole(file)


def test_a_frame_does_not_fit_another_file(vault: Vault) -> None:
    one, other = vault.write("64.02", b"one"), vault.write("64.02", b"two")
    (vault.folder / other.name).write_bytes((vault.folder / one.name).read_bytes())
    with pytest.raises(DamagedFile):
        vault.whole(other)
    with pytest.raises(WrongKey):
        vault.whole(StoredFile(other.name, one.sealed_key))


def test_a_file_that_is_gone_is_damage_and_removing_twice_is_not(vault: Vault) -> None:
    file = vault.write("64.02", b"gone")
    vault.remove(file)
    vault.remove(file)
    with pytest.raises(DamagedFile):
        vault.whole(file)


def test_half_a_head_at_the_end_is_the_rest_of_a_cut(vault: Vault) -> None:
    file = vault.write("64.02", b"whole")
    with (vault.folder / file.name).open("ab") as disk:
        disk.write(b"\0\0\0")
    assert vault.whole(file) == b"whole"


def test_a_key_file_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "hub.key"
    made = make_key_file(path, os.urandom)
    assert read_key_file(path).raw == made.raw
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(WrongKey):
        make_key_file(path, os.urandom)
    path.chmod(0o644)
    with pytest.raises(WrongKey, match="chmod 600"):
        read_key_file(path)


@pytest.mark.parametrize("content", ["", "not base64!", "c2hvcnQ="])
def test_a_key_file_that_holds_something_else_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "hub.key"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(WrongKey):
        read_key_file(path)
    with pytest.raises(WrongKey):
        read_key_file(tmp_path / "absent")


def test_what_is_sealed_for_one_context_opens_in_no_other() -> None:
    key = DataKey(os.urandom(32)).derive("test")
    sealed = seal(key, b"secret", "here", os.urandom(12))
    assert unseal(key, sealed, "here") == b"secret"
    with pytest.raises(WrongKey):
        unseal(key, sealed, "there")
