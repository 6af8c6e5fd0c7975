"""The key slots of a profile: one random data key, wrapped once per officer, and each officer's own signing key.

`keys.json` holds no secret in the clear. Only the officer's password (with the system keyring's share, where there is
a real keyring) opens the officer's slot; a recovery slot is sealed to the regency's offline key. The data key itself
never changes: a new password wraps it again.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from desktop.attempts import check_may_try, forget_failures, note_failure
from desktop.errors import DamagedStore, NotFound, WrongPassword
from desktop.files import write_durably
from desktop.keyring_secret import Backend, keep_secret, keyring_for_reading, read_secret, usable_keyring
from desktop.phrases import phrase
from desktop.wrapping import (
    DoesNotOpen,
    RandomBytes,
    check_value,
    key_of_password,
    open_sealed,
    seal_for,
    unwrap,
    wrap,
)
from sync.durable import keep_folder
from sync.prepared import prepared
from sync.stretching import USUAL, Cost

FILE: Final = "keys.json"
_DATA_KEY, _SIGNING_KEY, _RECOVERY = b"kt-data-key\0", b"kt-signing-key\0", b"kt-recovery\0"

FindKeyring = Callable[[], Backend | None]


@prepared
class Slot(msgspec.Struct, frozen=True):
    """One officer's slot. `keyring` says whether the system's keyring holds a share of its key."""

    officer: str
    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    keyring: bool
    data_key: bytes
    signing_key: bytes
    public: bytes

    @property
    def cost(self) -> Cost:
        """What one guess at this slot costs."""
        return Cost(self.memory_kib, self.passes, self.lanes)


@prepared
class Recovery(msgspec.Struct, frozen=True):
    """The data key, sealed to a public key of the regency whose private half is kept offline."""

    public: bytes
    sealed: bytes


@prepared
class KeyFile(msgspec.Struct, frozen=True):
    """What `keys.json` holds. `check` tells a wrong data key from a damaged database."""

    v: int
    profile: str
    check: bytes
    slots: tuple[Slot, ...] = ()
    recovery: tuple[Recovery, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """What a person's password opened: the key of all data, and that person's Ed25519 private key (32 bytes each)."""

    officer: str
    data_key: bytes
    signing_key: bytes

    def __repr__(self) -> str:
        """No secret ever reaches a log through a traceback."""
        return f"Opened({self.officer!r})"


@dataclass(frozen=True, slots=True)
class Vault:
    """The key file of one profile folder, and the outside it needs."""

    folder: Path
    token_bytes: RandomBytes
    cost: Cost = USUAL
    new_keyring: FindKeyring = usable_keyring
    old_keyring: FindKeyring = keyring_for_reading

    @property
    def path(self) -> Path:
        """The key file."""
        return self.folder / FILE

    def exists(self) -> bool:
        """Whether this profile has any slot yet."""
        return self.path.exists()

    def read(self) -> KeyFile:
        """The key file as it stands.

        Raises:
            DamagedStore: it is missing or cannot be understood.
        """
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=KeyFile)
        except (OSError, msgspec.MsgspecError) as error:
            raise DamagedStore(
                "kunci_rusak",
                phrase(
                    "Berkas kunci keys.json tidak ada atau rusak. Data masih terenkripsi di komputer ini. Pulihkan "
                    "dari cadangan dengan 'desk restore', atau hubungi Diskominfo."
                ),
            ) from error

    def officers(self) -> tuple[str, ...]:
        """Ids of the officers with a slot, in the order they joined."""
        return tuple(slot.officer for slot in self.read().slots) if self.exists() else ()

    def create(self, officer: str, password: str, signing_key: bytes, public: bytes) -> Opened:
        """Begin a profile: a new data key and the first slot. Replaces any older key file."""
        opened = Opened(officer, self.token_bytes(32), signing_key)
        profile = self.token_bytes(8).hex()
        file = KeyFile(1, profile, check_value(opened.data_key))
        self._write(replace_slot(file, self._new_slot(profile, opened, password, public)))
        return opened

    def add(self, data_key: bytes, officer: str, password: str, keys: tuple[bytes, bytes]) -> Opened:
        """Add an officer's slot, or replace it (a new password, a new key). `keys` are (private, public)."""
        file = self.read()
        opened = Opened(officer, data_key, keys[0])
        self._write(replace_slot(file, self._new_slot(file.profile, opened, password, keys[1])))
        return opened

    def remove(self, officer: str) -> None:
        """Take an officer's slot away: the hub refused to certify its key."""
        file = self.read()
        kept = tuple(slot for slot in file.slots if slot.officer != officer)
        self._write(msgspec.structs.replace(file, slots=kept))

    def open(self, officer: str, password: str, now: datetime) -> Opened:
        """Open an officer's slot.

        Raises:
            NotFound: no such slot here.
            TooManyTries: too many wrong passwords lately; the password was not tried.
            WrongPassword: it does not open.
        """
        file = self.read()
        slot = next((slot for slot in file.slots if slot.officer == officer), None)
        if slot is None:
            raise NotFound(
                "petugas_tidak_ada",
                phrase(
                    "Petugas {officer} tidak terdaftar di komputer ini. Data tetap aman. Pilih petugas lain.",
                    officer=officer,
                ),
            )
        check_may_try(self.folder, officer, now)
        try:
            opened = self._open_slot(file, slot, password)
        except DoesNotOpen as error:
            note_failure(self.folder, officer, now)
            raise _wrong_password() from error
        forget_failures(self.folder, officer)
        return opened

    def allow_recovery(self, data_key: bytes, public: bytes) -> None:
        """Seal the data key to the regency's offline key, once per key."""
        file = self.read()
        if any(slot.public == public for slot in file.recovery):
            return
        sealed = seal_for(public, data_key, _RECOVERY + file.profile.encode())
        self._write(msgspec.structs.replace(file, recovery=(*file.recovery, Recovery(public, sealed))))

    def recover(self, private: bytes) -> bytes:
        """The data key, opened with the regency's offline private key.

        Raises:
            WrongPassword: no recovery slot fits this key.
        """
        file = self.read()
        for slot in file.recovery:
            try:
                found = open_sealed(private, slot.sealed, _RECOVERY + file.profile.encode())
            except DoesNotOpen:
                continue
            if hmac.compare_digest(check_value(found), file.check):
                return found
        raise WrongPassword(
            "kunci_pemulihan",
            phrase("Kunci pemulihan ini bukan untuk komputer ini. Data tetap aman. Periksa kuncinya."),
        )

    def _write(self, file: KeyFile) -> None:
        keep_folder(self.folder)
        write_durably(self.path, msgspec.json.format(msgspec.json.encode(file), indent=1))

    def _new_slot(self, profile: str, opened: Opened, password: str, public: bytes) -> Slot:
        salt, officer = self.token_bytes(16), opened.officer.encode()
        backend = self.new_keyring()
        share = self.token_bytes(32) if backend else None
        if backend and share:
            keep_secret(backend, f"{profile}:{opened.officer}", share)
        key = key_of_password(password, salt, self.cost, keyring_secret=share, purpose=officer)
        return Slot(
            opened.officer,
            salt,
            self.cost.memory_kib,
            self.cost.passes,
            self.cost.lanes,
            share is not None,
            wrap(key, opened.data_key, _DATA_KEY + officer, self.token_bytes),
            wrap(key, opened.signing_key, _SIGNING_KEY + officer, self.token_bytes),
            public,
        )

    def _open_slot(self, file: KeyFile, slot: Slot, password: str) -> Opened:
        share = self._share(file, slot) if slot.keyring else None
        officer = slot.officer.encode()
        key = key_of_password(password, slot.salt, slot.cost, keyring_secret=share, purpose=officer)
        data_key = unwrap(key, slot.data_key, _DATA_KEY + officer)
        if not hmac.compare_digest(check_value(data_key), file.check):
            raise DoesNotOpen
        return Opened(slot.officer, data_key, unwrap(key, slot.signing_key, _SIGNING_KEY + officer))

    def _share(self, file: KeyFile, slot: Slot) -> bytes:
        backend = self.old_keyring()
        share = read_secret(backend, f"{file.profile}:{slot.officer}") if backend else None
        if share is None:
            raise DamagedStore(
                "gantungan_kunci",
                phrase(
                    "Gantungan kunci sistem (keyring) yang memegang sebagian kunci petugas ini tidak dapat dibuka. "
                    "Data tetap aman dan terenkripsi. Buka kunci sistem lalu coba lagi, atau minta pemulihan kepada "
                    "Diskominfo."
                ),
            )
        return share


def replace_slot(file: KeyFile, slot: Slot) -> KeyFile:
    """The key file with this slot in place of the same officer's older one."""
    kept = tuple(old for old in file.slots if old.officer != slot.officer)
    return msgspec.structs.replace(file, slots=(*kept, slot))


def _wrong_password() -> WrongPassword:
    return WrongPassword(
        "sandi_salah",
        phrase(
            "Kata sandi salah. Data tetap aman dan tidak ada yang berubah. Periksa huruf besar-kecil, lalu coba lagi."
        ),
    )
