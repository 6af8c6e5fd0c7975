"""``python -m bench.dictionary``: train the dictionary of the wire anew, and say its name.

A village and its kecamatan of the tests speak to the hub's own service. Every message between them is said briefly
(`sync.brief`), which leaves words and shapes, and made many by other names, places and numbers, so that the dictionary
learns the program's words and nobody's data. It goes to ``resources/wire/`` under the beginning of its own hash;
`sync.packing.SPOKEN` names the one that is spoken.
"""

from __future__ import annotations

import hashlib
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import zstandard

from resources.regions import open_regions
from sync import brief, marks, packing
from sync.protocol import encode_json, said_in
from tests.desktop import town as towns
from tests.desktop.house import House
from tests.desktop.town import Town
from tests.quickly import quick_codes

SIZE: Final = 32 * 1024
"""Bytes of a dictionary: more gained less than one in a hundred."""
VARIANTS: Final = 24
LONGEST: Final = 16 * 1024
FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "wire"
_PLACE: Final = re.compile(rb"[0-9]{2}\.[0-9]{2}\.[0-9]{2}(?:\.[0-9]{4})?")
_DATE: Final = re.compile(rb"[12][0-9]{3}-[01][0-9]-[0-3][0-9]")
_NUMBER: Final = re.compile(rb"[0-9]{4,}")
_NAME: Final = re.compile(rb'(?<=":")[^"]*(?:Contoh|contoh)[^"]*(?=")')
_HOME: Final = re.compile(rb'(?<=alamat":")[^"]*(?=")')
_BORN: Final = re.compile(rb'(?<=tempat_lahir":")[^"]*(?=")')
_NOW: Final = re.compile(rb'"(at|hub_at)":' + re.escape(marks.SAME_TIME) + rb"[\x00-\x7f]")
_HOMES: Final = ("RT {n} Desa {name}", "Dusun {name} RT {n}/{m}, Desa {other}", "Jalan {name} No. {m} RT {n} RW {m}")


def heard() -> list[bytes]:
    """The text of every message of a morning in a village and its kecamatan."""
    found: list[bytes] = []
    plain = vars(towns)["exchange"]

    def spied(ground: Any, device: Any, request: Any) -> Any:
        answer = plain(ground, device, request)
        found.append(brief.shorten(encode_json(request), packing.NOTHING).text)
        found.append(brief.shorten(encode_json(answer), said_in(request)).text)
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
    for deed in ("return", "reject"):
        request = house.submit("desa", "dispensasi-nikah", "n1", "n2", "n4", "ktp", "kk", officer="clerk")
        house.must("desa", "sync")
        house.must("kecamatan", "--officer kasi-kesra sync")
        house.must("kecamatan", f"act {request} {deed} --reason contoh")
        house.must("kecamatan", "sync")
        house.must("desa", "sync")
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


def varied(text: bytes, chance: random.Random, names: list[str]) -> bytes:
    """The same message of other people in another place; words of the program's own stay.

    In the tests time stands still; on a desk every action has its own, and the hub's is an older one.
    """
    code = f"{chance.randrange(11, 97)}.{chance.randrange(1, 80):02}.{chance.randrange(1, 60):02}".encode()
    village = b".%d" % chance.randrange(1001, 2200)
    text = _NOW.sub(rb'"\1":' + marks.TIME, text, count=chance.randrange(1, 4))
    text = _NAME.sub(lambda _: " ".join(chance.choices(names, k=chance.randrange(1, 4))).encode(), text)
    text = _HOME.sub(lambda _: _home(chance, names), text)
    text = _BORN.sub(lambda _: chance.choice(names).encode(), text)
    text = _PLACE.sub(lambda found: code + (village if len(found[0]) > len(code) else b""), text)
    text = _DATE.sub(lambda _: f"{chance.randrange(1940, 2027)}-{_two(chance, 12)}-{_two(chance, 28)}".encode(), text)
    return _NUMBER.sub(lambda found: _digits(found[0], chance), text)


def _home(chance: random.Random, names: list[str]) -> bytes:
    name, other = chance.choices(names, k=2)
    return chance.choice(_HOMES).format(name=name, other=other, n=_two(chance, 30), m=_two(chance, 12)).encode()


def _two(chance: random.Random, most: int) -> str:
    return f"{chance.randrange(1, most + 1):02}"


def _digits(digits: bytes, chance: random.Random) -> bytes:
    """Other digits; a NIK becomes one that nobody can have."""
    return b"0" * 16 if len(digits) == 16 else b"".join(b"%d" % chance.randrange(10) for _ in digits)


def samples(seed: int = 1) -> Iterator[bytes]:
    """What it is trained on; of the same messages always the same."""
    chance = random.Random(seed)  # noqa: S311 - for samples
    names = sorted({name.title() for name in open_regions().values()})
    for text in heard():
        if len(text) <= LONGEST:
            yield from (varied(text, chance, names) for _ in range(VARIANTS))


def train() -> bytes:
    """A dictionary."""
    found: list[bytes | bytearray | memoryview[int]] = list(samples())
    return bytes(zstandard.train_dictionary(SIZE, found, level=9).as_bytes())


def main() -> int:
    """Train, keep, and print its name."""
    content = train()
    name = hashlib.sha256(content).hexdigest()[:8]
    (FOLDER / f"{name}.zdict").write_bytes(content)
    sys.stdout.write(f"{name}: {len(content):,} bytes in {FOLDER.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
