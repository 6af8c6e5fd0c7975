import os
from pathlib import Path

import pytest

from hub.errors import WrongKey
from hub.sealing import DataKey, make_key_file, read_key_file, seal, unseal


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
