"""A village without any network and the hub meet on a flash disk: nothing twice, nothing lost, nothing in the clear."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hub.cli import parcels
from hub.cli.parsing import Arguments, build_parser
from tests.desktop.house import House

MARRIAGE = ("n1", "n2", "n4", "ktp", "kk")


def hub(house: House, *words: str) -> dict[str, Any]:
    """A command of the hub's administrator, on the hub of this process."""
    place = ("--data", str(house.town.folder / "hub"), "--key-file", str(house.town.folder / "hub.key"))
    arguments = Arguments(build_parser().parse_args([*words, *place]))
    command = {"import-outbox": parcels.import_outbox, "export-answer": parcels.export_answer}[words[0]]
    return command(house.town.ground, arguments)


def out(house: House, name: str = "kirim.ktk", *words: str) -> Path:
    target = house.town.folder / name
    house.must("desa", f"--officer clerk export-outbox {target} {' '.join(words)}")
    return target


def there_and_back(house: House, name: str = "kirim") -> dict[str, Any]:
    """One trip of the flash disk."""
    sent, answer = out(house, f"{name}.ktk"), house.town.folder / f"{name}.ktj"
    hub(house, "import-outbox", str(sent), "--out", str(answer))
    return house.must("desa", f"import-answer {answer}")


@pytest.fixture
def kecamatan(village: House) -> House:
    """Whose kecamatan has a line, and whose village has none any more."""
    village.enrol("kecamatan", "kasi-kesra", "sekcam", "camat")
    return village


def test_a_letter_is_asked_for_and_comes_back_signed_without_any_line(kecamatan: House) -> None:
    house = kecamatan
    request = house.submit("desa", "dispensasi-nikah", *MARRIAGE, officer="clerk")
    came = there_and_back(house)
    assert (came["sent"], came["accepted"], came["refused"], came["waiting"]) == (1, 1, 0, 0)
    assert house.state("desa", request) == "at_step"
    house.must("kecamatan", "--officer kasi-kesra sync")
    house.must("kecamatan", f"--officer kasi-kesra act {request} verify")
    house.must("kecamatan", f"--officer sekcam act {request} paraf")
    house.must("kecamatan", "sync")
    house.must("kecamatan", "sync")
    house.must("kecamatan", f"--officer camat sign {request} {house.keys('camat')}")
    house.must("kecamatan", "sync")
    answer = house.town.folder / "lagi.ktj"
    found = hub(house, "export-answer", device_of(house), "--out", str(answer))
    assert (found["files_out"], found["left"], found["more"]) == (1, 0, False)
    came = house.must("desa", f"import-answer {answer}")
    assert came["files"] == 1
    assert house.state("desa", request) == "signed"
    (letter,) = house.must("desa", f"letters {request} --out {house.town.folder / 'surat'}")["letters"]
    assert letter["signers"] == ["Camat Contoh"]
    assert house.must("desa", f"import-answer {answer}")["news"] is False


def device_of(house: House) -> str:
    desk = house.session("desa")._desk
    assert desk is not None
    with desk.database.reading() as connection:
        return desk.enrolled(connection).device_id
