"""Slots, passwords, the keyring's share, recovery."""

from __future__ import annotations

import base64
import secrets
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop.errors import DamagedStore, NotFound, TooManyTries, WrongPassword
from desktop.keyring_secret import keyring_for_reading, usable_keyring
from desktop.keys import Opened, Vault
from sync.stretching import Cost

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
QUICK = Cost(memory_kib=64, passes=1, lanes=1)


def no_keyring() -> None:
    return None


class FakeKeyring:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


FakeKeyring.__module__, FakeKeyring.__qualname__ = "keyring.backends.SecretService", "Keyring"


def vault(folder: Path) -> Vault:
    return Vault(folder, secrets.token_bytes, QUICK, no_keyring, no_keyring)


def test_the_right_password_opens_the_slot_and_gives_both_keys(tmp_path: Path) -> None:
    made = vault(tmp_path).create("clerk", "sandi yang panjang", b"p" * 32, b"q" * 32)
    assert vault(tmp_path).open("clerk", "sandi yang panjang", NOW) == made
    assert vault(tmp_path).officers() == ("clerk",)


def test_nothing_secret_is_readable_in_the_key_file_or_in_a_traceback(tmp_path: Path) -> None:
    made = vault(tmp_path).create("clerk", "sandi yang panjang", b"p" * 32, b"q" * 32)
    assert made.data_key not in (tmp_path / "keys.json").read_bytes()
    assert repr(made) == "Opened('clerk')"


def test_a_wrong_password_opens_nothing_and_slows_down_after_three(tmp_path: Path) -> None:
    vault(tmp_path).create("clerk", "sandi yang panjang", b"p" * 32, b"q" * 32)
    for _ in range(3):
        with pytest.raises(WrongPassword, match="Kata sandi salah"):
            vault(tmp_path).open("clerk", "bukan", NOW)
    with pytest.raises(TooManyTries, match="Tunggu"):
        vault(tmp_path).open("clerk", "sandi yang panjang", NOW)
    later = NOW + timedelta(seconds=3)
    assert vault(tmp_path).open("clerk", "sandi yang panjang", later).officer == "clerk"
    assert vault(tmp_path).open("clerk", "sandi yang panjang", later).officer == "clerk"


def test_a_clock_set_back_does_not_lock_the_officer_out_for_years(tmp_path: Path) -> None:
    vault(tmp_path).create("clerk", "sandi yang panjang", b"p" * 32, b"q" * 32)
    for _ in range(3):
        with pytest.raises(WrongPassword):
            vault(tmp_path).open("clerk", "bukan", NOW)
    assert vault(tmp_path).open("clerk", "sandi yang panjang", NOW - timedelta(days=400)).officer == "clerk"


def test_each_officer_has_a_slot_of_one_data_key_and_an_own_signing_key(tmp_path: Path) -> None:
    first = vault(tmp_path).create("clerk", "sandi petugas", b"p" * 32, b"q" * 32)
    second = vault(tmp_path).add(first.data_key, "kades", "sandi kades", (b"k" * 32, b"l" * 32))
    assert second == Opened("kades", first.data_key, b"k" * 32)
    assert vault(tmp_path).open("kades", "sandi kades", NOW) == second
    with pytest.raises(WrongPassword):
        vault(tmp_path).open("kades", "sandi petugas", NOW)


def test_an_officer_without_a_slot_is_named(tmp_path: Path) -> None:
    vault(tmp_path).create("clerk", "sandi petugas", b"p" * 32, b"q" * 32)
    with pytest.raises(NotFound, match="kades tidak terdaftar"):
        vault(tmp_path).open("kades", "sandi", NOW)


@pytest.mark.parametrize("content", [b"", b"{", b'{"v": 1}'])
def test_a_damaged_key_file_is_told_apart_from_a_wrong_password(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "keys.json").write_bytes(content)
    with pytest.raises(DamagedStore, match=r"keys\.json"):
        vault(tmp_path).open("clerk", "sandi", NOW)


def test_a_missing_profile_has_no_officers(tmp_path: Path) -> None:
    assert vault(tmp_path / "none").officers() == ()


def test_the_regencys_offline_key_opens_the_data_and_no_other_does(tmp_path: Path) -> None:
    made = vault(tmp_path).create("clerk", "sandi petugas", b"p" * 32, b"q" * 32)
    offline = X25519PrivateKey.generate()
    public = offline.public_key().public_bytes_raw()
    vault(tmp_path).allow_recovery(made.data_key, public)
    vault(tmp_path).allow_recovery(made.data_key, public)
    assert len(vault(tmp_path).read().recovery) == 1
    assert vault(tmp_path).recover(offline.private_bytes_raw()) == made.data_key
    with pytest.raises(WrongPassword, match="pemulihan"):
        vault(tmp_path).recover(X25519PrivateKey.generate().private_bytes_raw())


def test_a_slot_from_another_profile_does_not_open_this_one(tmp_path: Path) -> None:
    vault(tmp_path / "a").create("clerk", "sandi petugas", b"p" * 32, b"q" * 32)
    vault(tmp_path / "b").create("clerk", "sandi petugas", b"p" * 32, b"q" * 32)
    mine, other = vault(tmp_path / "a").read(), vault(tmp_path / "b").read()
    text = (tmp_path / "b" / "keys.json").read_text()
    swapped = text.replace(base64.b64encode(other.check).decode(), base64.b64encode(mine.check).decode())
    (tmp_path / "a" / "keys.json").write_text(swapped)
    with pytest.raises(WrongPassword):
        vault(tmp_path / "a").open("clerk", "sandi petugas", NOW)


def test_with_a_real_keyring_the_password_alone_is_not_enough(tmp_path: Path) -> None:
    ring = FakeKeyring()
    with_ring = Vault(tmp_path, secrets.token_bytes, QUICK, lambda: usable_keyring(find=lambda: ring), lambda: ring)
    made = with_ring.create("clerk", "sandi petugas", b"p" * 32, b"q" * 32)
    assert with_ring.open("clerk", "sandi petugas", NOW) == made
    without = Vault(tmp_path, secrets.token_bytes, QUICK, no_keyring, no_keyring)
    with pytest.raises(DamagedStore, match="keyring"):
        without.open("clerk", "sandi petugas", NOW)
    ring.kept.clear()
    with pytest.raises(DamagedStore, match="keyring"):
        with_ring.open("clerk", "sandi petugas", NOW)


def test_a_keyring_that_is_not_on_the_list_counts_as_none() -> None:
    class PlaintextKeyring(FakeKeyring):
        pass

    PlaintextKeyring.__module__ = "keyrings.alt.file"
    assert usable_keyring(find=PlaintextKeyring) is None
    assert keyring_for_reading(find=PlaintextKeyring) is None


def test_a_keyring_that_fails_or_forgets_counts_as_none() -> None:
    class Forgetful(FakeKeyring):
        def get_password(self, *_: object) -> str | None:
            return None

    Forgetful.__module__, Forgetful.__qualname__ = "keyring.backends.kwallet", "DBusKeyring"

    def broken() -> FakeKeyring:
        raise RuntimeError("no D-Bus")

    assert usable_keyring(find=Forgetful) is None
    assert usable_keyring(find=broken) is None


def test_a_keyring_that_never_answers_counts_as_none() -> None:
    forever = threading.Event()

    def silent() -> FakeKeyring:
        forever.wait()
        return FakeKeyring()

    assert usable_keyring(find=silent, seconds=0.01) is None
    forever.set()


def test_the_systems_own_keyring_is_asked_without_failing() -> None:
    assert usable_keyring(seconds=10) is None or keyring_for_reading() is not None
