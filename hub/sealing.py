"""Keys at rest: one data key outside the data folder, from which every other key of the hub is derived.

The data key is 32 random bytes in a file of mode 0600. The database, the hub's identity, secrets of enrolments and the
keys of stored files each use a key of their own, derived by HKDF-SHA-256 with a name.
"""

import base64
import binascii
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hub.errors import WrongKey
from hub.room import write_new
from sync.durable import keep_folder

_NONCE = 12


@dataclass(frozen=True, slots=True, repr=False)
class DataKey:
    """The 32 bytes on which everything at rest depends. Never printed."""

    raw: bytes

    def derive(self, purpose: str) -> bytes:
        """A key of 32 bytes for one purpose and no other."""
        return HKDF(SHA256(), 32, salt=None, info=b"ketinting-hub/" + purpose.encode()).derive(self.raw)


def read_key_file(path: Path) -> DataKey:
    """The data key of a hub.

    Raises:
        WrongKey: the file is missing, open to other accounts, or holds something else.
    """
    try:
        mode = path.stat().st_mode
        text = path.read_text(encoding="ascii").strip()
        raw = base64.b64decode(text, validate=True)
    except (OSError, UnicodeDecodeError, binascii.Error) as cause:
        raise WrongKey(
            f"Berkas kunci {path} tidak terbaca. Data tidak diubah. Periksa letaknya, lalu jalankan lagi."
        ) from cause
    if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
        raise WrongKey(f"Berkas kunci {path} dapat dibaca akun lain. Data tidak diubah. Jalankan: chmod 600 {path}")
    if len(raw) != 32:
        raise WrongKey(f"Berkas kunci {path} tidak berisi kunci hub. Data tidak diubah. Periksa berkasnya.")
    return DataKey(raw)


def make_key_file(path: Path, token_bytes: Callable[[int], bytes]) -> DataKey:
    """Write a new data key, for its owner alone, and never over another file.

    Raises:
        WrongKey: the file is there already or cannot be written.
        StorageFull: no room; no file is left behind.
    """
    raw = token_bytes(32)
    try:
        keep_folder(path.parent, 0o755)
        write_new(path, base64.b64encode(raw) + b"\n")
    except OSError as cause:
        raise WrongKey(
            f"Berkas kunci {path} tidak dapat dibuat. Berkas yang ada tidak diubah. Pilih tempat lain."
        ) from cause
    return DataKey(raw)


def seal(key: bytes, plain: bytes, context: str, nonce: bytes) -> bytes:
    """AES-256-GCM: `nonce` (12 random bytes) ‖ ciphertext ‖ tag, bound to `context`."""
    return nonce + AESGCM(key).encrypt(nonce, plain, context.encode())


def unseal(key: bytes, sealed: bytes, context: str) -> bytes:
    """The plain bytes.

    Raises:
        WrongKey: the key or the context is another one, or the bytes were changed.
    """
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], context.encode())
    except InvalidTag as cause:
        raise WrongKey(
            "Kunci hub tidak cocok dengan data yang tersimpan. Data tidak diubah. Periksa berkas kunci."
        ) from cause
