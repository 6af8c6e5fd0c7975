"""``python -m bench.dictionary``: train the dictionary of the wire anew, and say what it saves.

A village and its kecamatan of the tests speak to the hub's own service; every message between them is kept, and made
many by other names, ids, hashes and salts, so that the dictionary learns words and shapes and nobody's data. It goes to
``resources/wire/`` under the beginning of its own hash; `sync.packing.SPOKEN` names the one that is spoken.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import pytest
import zstandard

from resources.regions import open_regions
from sync.encoding import b64u, unb64u
from sync.protocol import encode_json
from tests.desktop import town as towns
from tests.desktop.house import House
from tests.desktop.town import Town
from tests.quickly import quick_codes

SIZE: Final = 32 * 1024
"""Bytes of a dictionary: more gained less than one in a hundred."""
VARIANTS: Final = 24
LONGEST: Final = 24 * 1024
FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "wire"
_PAYLOAD: Final = re.compile(rb'(?<=",")[A-Za-z0-9_-]{120,}(?=")')
_RANDOM: Final = re.compile(rb"[A-Za-z0-9_-]{43,86}(?![A-Za-z0-9_-])")
_UUID: Final = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
_DIGITS: Final = re.compile(r"\d{5,}")


def heard() -> list[bytes]:
    """Every message of a morning in a village and its kecamatan, as JSON."""
    found: list[bytes] = []
    plain = vars(towns)["exchange"]

    def spied(ground: Any, device: Any, request: Any) -> Any:
        answer = plain(ground, device, request)
        found.extend((encode_json(request), encode_json(answer)))
        return answer

    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
        quick_codes(monkeypatch)
        monkeypatch.setattr(towns, "exchange", spied)
        made = Town(Path(folder))
        house = House(made)
        _morning(house)
        house.close()
        made.close()
    return found


def _morning(house: House) -> None:
    house.enrol("desa", "clerk", "kades")
    house.enrol("kecamatan", "kasi-kesra", "kasi-kesos", "sekcam", "camat")
    for _ in range(2):
        request = house.submit("desa", "dispensasi-nikah", "n1", "n2", "n4", "ktp", "kk", officer="clerk")
        house.must("desa", "sync")
        house.must("kecamatan", "--officer kasi-kesra sync")
        house.must("kecamatan", f"act {request} verify")
        house.must("kecamatan", "sync")
        house.must("kecamatan", f"--officer sekcam act {request} paraf")
        house.must("kecamatan", "sync")
        house.must("kecamatan", "sync")
        house.must("kecamatan", f"--officer camat sign {request} {house.keys('camat')}")
        house.must("kecamatan", "sync")
        house.must("desa", "sync")
        for deed in ("print", "hand-over"):
            house.must("desa", f"act {request} {deed}")
            house.must("desa", "sync")
    for service, kinds in (("surat-keterangan-usaha", ("ktp",)), ("sktm", ("ktp", "kk", "pengantar_rt", "pernyataan"))):
        for _ in range(2):
            request = house.submit("desa", service, *kinds, officer="clerk")
            house.must("desa", "sync")
            house.must("desa", f"--officer kades issue {request} {house.keys('kades')}")
            house.must("desa", "sync")
            house.must("desa", "--officer clerk sync")


def varied(message: bytes, chance: random.Random, names: list[str]) -> bytes:
    """The same message of other people at other desks."""

    def payload(found: re.Match[bytes]) -> bytes:
        raw = unb64u(found[0].decode())
        try:
            content = json.loads(raw[16:])
        except ValueError:
            return b64u(chance.randbytes(len(raw))).encode()
        plain = json.dumps(_other(content, chance, names), ensure_ascii=False, separators=(",", ":")).encode()
        return b64u(chance.randbytes(16) + plain).encode()

    def noise(found: re.Match[bytes]) -> bytes:
        return b64u(chance.randbytes(len(found[0])))[: len(found[0])].encode()

    def other_id(_: re.Match[bytes]) -> bytes:
        digits = chance.randbytes(16).hex()
        return f"{digits[:8]}-{digits[8:12]}-7{digits[13:16]}-8{digits[17:20]}-{digits[20:]}".encode()

    kept = list[bytes]()

    def set_aside(found: re.Match[bytes]) -> bytes:
        kept.append(payload(found))
        return b"\0%d\0" % (len(kept) - 1)

    bare = _UUID.sub(other_id, _RANDOM.sub(noise, _PAYLOAD.sub(set_aside, message)))
    return re.sub(rb"\0(\d+)\0", lambda found: kept[int(found[1])], bare)


def _other(value: Any, chance: random.Random, names: list[str]) -> Any:
    """Other names and numbers in the same shape; words of the program's own stay."""
    if isinstance(value, dict):
        return {key: _other(each, chance, names) for key, each in value.items()}
    if isinstance(value, list):
        return [_other(each, chance, names) for each in value]
    if not isinstance(value, str):
        return value
    told = _DIGITS.sub(lambda found: _number(found[0], chance), value)
    return f"{chance.choice(names)} {chance.choice(names)}" if "Contoh" in told and len(told) < 60 else told


def _number(digits: str, chance: random.Random) -> str:
    """Other digits; a NIK becomes one that nobody can have."""
    return "0" * 16 if len(digits) == 16 else "".join(chance.choices("0123456789", k=len(digits)))


def train(seed: int = 1) -> bytes:
    """A dictionary; of the same messages always the same."""
    chance = random.Random(seed)  # noqa: S311 - for samples
    names = sorted({name.title() for name in open_regions().values()})
    short = [each for each in heard() if len(each) <= LONGEST]
    many = (varied(each, chance, names) for each in short for _ in range(VARIANTS))
    samples: list[bytes | bytearray | memoryview[int]] = list(many)
    return bytes(zstandard.train_dictionary(SIZE, samples, level=9).as_bytes())


def main() -> int:
    """Train, keep, and print its name."""
    content = train()
    name = hashlib.sha256(content).hexdigest()[:8]
    (FOLDER / f"{name}.zdict").write_bytes(content)
    sys.stdout.write(f"{name}: {len(content):,} bytes in {FOLDER.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
