"""A village without any network and the hub meet on a flash disk: nothing twice, nothing lost, nothing in the clear."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec import structs
from sqlalchemy import func, select

from desktop.cli.parsing import build_line_parser
from desktop.office.carrying_out import export_outbox
from desktop.office.exchanging import numbers_wanted
from desktop.store import catalogue, tables
from hub.admin.listing import revoke_device
from hub.cli import parcels
from hub.cli.parsing import Arguments, build_parser
from hub.errors import NotKnown
from hub.errors import Refused as HubRefused
from hub.parcels.answering import Answered, write_answer
from hub.parcels.keeping import keep, kept_of
from hub.service.configuring import configuration_of
from hub.store.growing import actions, blobs
from sync.parcel_errors import DiskFull, ForeignParcel, NotAParcel, ParcelAltered, ParcelCut
from sync.parcel_files import written_beside
from tests.desktop import fakes
from tests.desktop.fakes import VILLAGE
from tests.desktop.house import House, pdf_scan

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


def device_of(house: House, name: str = "desa") -> str:
    desk = house.session(name)._desk
    assert desk is not None
    with desk.database.reading() as connection:
        return desk.enrolled(connection).device_id


def filed(house: House, count: int = 1) -> list[str]:
    return [house.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk") for _ in range(count)]


def stored(house: House) -> tuple[int, int]:
    """Actions and attachments that the hub holds of anybody."""
    with house.town.ground.store.reading() as connection:
        kept = connection.execute(select(func.count()).select_from(actions).where(actions.c.request.is_not(None)))
        files = connection.execute(select(func.count()).select_from(blobs))
        return int(kept.scalar_one()), int(files.scalar_one())


def test_the_same_stick_twice_the_line_between_and_the_wrong_order_count_once(village: House) -> None:
    house = village
    filed(house)
    first, answer = out(house, "satu.ktk"), house.town.folder / "jawab.ktj"
    filed(house)
    second = out(house, "dua.ktk")
    assert hub(house, "import-outbox", str(second), "--out", str(answer))["new"] == 2
    late = house.town.folder / "telat.ktj"
    told = hub(house, "import-outbox", str(first), "--out", str(late))
    assert (told["actions"], told["new"], told["refused_files"]) == (1, 0, 0)
    assert stored(house) == (2, 2)
    assert house.must("desa", "--officer clerk sync")["accepted"] == 2
    filed(house)
    assert house.must("desa", f"import-answer {answer}")["news"] is False
    assert house.must("desa", f"import-answer {late}")["news"] is False
    assert there_and_back(house)["accepted"] == 1
    assert stored(house) == (3, 3)
    assert house.must("desa", "sync")["sent"] == 0


def test_nothing_of_a_citizen_can_be_read_on_the_stick(village: House) -> None:
    house = village
    filed(house)
    sent, answer = out(house), house.town.folder / "jawab.ktj"
    hub(house, "import-outbox", str(sent), "--out", str(answer))
    answers = house.answers("surat-keterangan-usaha").read_text()
    words = [b"%PDF", b"nama", *(each.encode() for each in re.findall(r"\d{16}", answers))]
    assert len(words) > 2
    for path in (sent, answer):
        content = path.read_bytes()
        assert not [word for word in words if word in content], path
    assert not list((house.town.folder / "hub").glob(".kiriman*"))
    assert not list(house.profile("desa").glob(".jawaban*"))


def test_a_stick_that_is_too_small_is_filled_and_the_next_one_goes_on(village: House) -> None:
    house, folder = village, village.town.folder
    large = house.file("besar.pdf", pdf_scan() + os.urandom(900_000))
    for _ in range(2):
        answers = house.answers("surat-keterangan-usaha")
        house.must("desa", f"--officer clerk submit surat-keterangan-usaha --answers {answers} --attach ktp={large}")
        large = house.file("besar.pdf", pdf_scan() + os.urandom(900_000))
    told = house.must("desa", f"export-outbox {folder}/1.ktk --max-mb 1")
    assert (told["actions"], told["files"], told["left"], told["part"]) == (2, 1, 1, 1)
    assert told["size"] <= 1024**2
    told = house.must("desa", f"export-outbox {folder}/2.ktk --max-mb 1 --next")
    assert (told["files"], told["left"], told["part"]) == (1, 0, 2)
    assert hub(house, "import-outbox", f"{folder}/2.ktk")["files"] == 1
    assert hub(house, "import-outbox", f"{folder}/1.ktk", "--out", f"{folder}/1.ktj")["new"] == 0
    assert stored(house) == (2, 2)
    house.must("desa", f"import-answer {folder}/1.ktj")
    assert house.must("desa", f"export-outbox {folder}/3.ktk")["files"] == 0
    house.must("desa", "sync")
    assert {row["unanswered"] for row in house.must("desa", "requests")["requests"]} == {0}


def test_a_full_stick_keeps_nothing_and_the_desk_loses_nothing(village: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house = village
    filed(house)
    target = house.town.folder / "stik" / "kirim.ktk"
    target.parent.mkdir()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=263_000))
    said = house.refused("desa", f"--officer clerk export-outbox {target}", "disk_full")
    assert said.startswith("Flash disk penuh")
    assert not list(target.parent.iterdir())
    monkeypatch.undo()
    house.refused("desa", f"export-outbox {target.parent / 'tidak-ada' / 'x.ktk'}", "disk_gone")
    house.refused("desa", f"import-answer {target}", "disk_gone")
    assert there_and_back(house)["accepted"] == 1


def test_a_file_that_is_cut_changed_or_another_says_so_and_changes_nothing(village: House) -> None:
    house, folder = village, village.town.folder
    filed(house)
    sent, answer = out(house), folder / "jawab.ktj"
    whole = sent.read_bytes()
    cut, changed = house.file("potong.ktk", whole[:-100]), house.file("ubah.ktk", whole[:-50] + b"x" + whole[-49:])
    for path, kind in ((cut, ParcelCut), (changed, ParcelAltered), (house.scan(), NotAParcel)):
        with pytest.raises(kind):
            hub(house, "import-outbox", str(path))
    assert stored(house) == (0, 0)
    hub(house, "import-outbox", str(sent), "--out", str(answer))
    with pytest.raises(ForeignParcel):
        hub(house, "import-outbox", str(answer))
    whole = answer.read_bytes()
    house.file("potong.ktj", whole[:-100])
    house.file("ubah.ktj", whole[:-50] + b"x" + whole[-49:])
    house.refused("desa", f"import-answer {folder}/potong.ktj", "parcel_cut")
    house.refused("desa", f"import-answer {folder}/ubah.ktj", "parcel_altered")
    house.refused("desa", f"import-answer {house.scan()}", "not_a_parcel")
    house.refused("desa", f"import-answer {sent}", "foreign_parcel")
    assert house.must("desa", "requests")["requests"][0]["unanswered"] == 1
    assert house.must("desa", f"import-answer {answer}")["accepted"] == 1


def test_an_answer_for_another_desk_and_a_desk_of_another_hub_are_told_apart(kecamatan: House, tmp_path: Path) -> None:
    house, folder = kecamatan, kecamatan.town.folder
    sent, answer = out(house), folder / "jawab.ktj"
    hub(house, "import-outbox", str(sent), "--out", str(answer))
    house.refused("kecamatan", f"--officer kasi-kesra import-answer {answer}", "foreign_parcel")
    stranger = fakes.Bench(tmp_path / "asing").open_new()
    foreign = export_outbox(stranger, tmp_path / "asing.ktk").told["file"]
    stranger.close()
    with pytest.raises(ForeignParcel):
        hub(house, "import-outbox", str(foreign))
    with pytest.raises(NotKnown):
        hub(house, "export-answer", device_of(house, "kecamatan"), "--out", str(answer))
    revoke_device(house.town.ground, device_of(house))
    with pytest.raises(HubRefused, match="dicabut"):
        hub(house, "import-outbox", str(sent))
    with pytest.raises(HubRefused, match="tidak dikenal"):
        hub(house, "export-answer", "mesin", "--out", str(answer))


def test_a_copied_desk_is_told_to_send_again_and_nothing_is_lost(village: House) -> None:
    house, answer = village, village.town.folder / "jawab.ktj"
    house.restart("desa")
    shutil.copytree(house.profile("desa"), house.profile("salinan"))
    house.submit("salinan", "surat-keterangan-usaha", "ktp", officer="clerk")
    copy = house.town.folder / "salinan.ktk"
    house.must("salinan", f"export-outbox {copy}")
    hub(house, "import-outbox", str(copy))
    filed(house)
    told = hub(house, "import-outbox", str(out(house)), "--out", str(answer))
    assert (told["error"], told["new"]) == ("device_fork", 0)
    assert "Simpan kiriman baru" in house.refused("desa", f"import-answer {answer}", "ask_again")
    assert there_and_back(house)["accepted"] == 2, "its own, and what the copy sent in its name"
    assert stored(house) == (2, 2)


def test_numbers_that_run_low_come_by_stick_too(village: House) -> None:
    village.town.clock.instant += timedelta(days=90)
    house = village
    desk = house.session("desa").desk(build_line_parser().parse_args(["--officer", "clerk", "requests"]))
    assert len(numbers_wanted(desk)[1]) == 2
    came = there_and_back(house)
    assert came["received"] >= 2
    assert numbers_wanted(desk)[1] == ()


def test_new_services_and_offices_come_by_stick_too(village: House) -> None:
    house = village
    house.town.apply({"officers": [{"id": "baru", "name": "Petugas Baru Contoh"}]})
    came = there_and_back(house)
    assert came["news"] is False, "no step was taken"
    desk = house.session("desa")._desk
    assert desk is not None
    with desk.database.reading() as connection:
        version = desk.configuration(connection).version
    assert there_and_back(house, "lagi")["alarms"] == 0
    assert int(version) == int(configuration_of(house.town.ground, VILLAGE)["version"])


def answered(house: House, device: str, name: str, limit: int, *, rest: bool = False) -> Answered:
    with written_beside(house.town.folder / name) as file:
        return write_answer(house.town.ground, device, file, limit, rest=rest)


def test_a_kecamatan_by_stick_gets_the_documents_in_parts_and_in_order(kecamatan: House) -> None:
    """The village has a line, the kecamatan has none; its stick has room for one of two scans."""
    house, folder = kecamatan, kecamatan.town.folder
    house.must("kecamatan", "--officer kasi-kesra requests")
    for _ in range(2):
        for kind in MARRIAGE:
            house.file("scan.pdf", pdf_scan() + os.urandom(40_000 if kind == "kk" else 10))
            house.file(f"{kind}.pdf", (folder / "scan.pdf").read_bytes())
        attached = " ".join(f"--attach {kind}={folder / kind}.pdf" for kind in MARRIAGE)
        line = f"submit dispensasi-nikah --answers {house.answers('dispensasi-nikah')} {attached}"
        house.must("desa", f"--officer clerk {line}")
    house.must("desa", "sync")
    house.must("kecamatan", f"export-outbox {folder / 'kec.ktk'}")
    device = str(hub(house, "import-outbox", str(folder / "kec.ktk"))["device"])
    with pytest.raises(DiskFull):
        answered(house, device, "nol.ktj", 5_000)
    assert not (folder / "nol.ktj").exists()
    first = answered(house, device, "1.ktj", 90_000)
    assert (first.left, first.more, first.part) == (1, False, 1)
    second = answered(house, device, "2.ktj", 90_000, rest=True)
    assert (second.files, second.left, second.part) == (1, 0, 2)
    assert "Ambil bagian sebelumnya" in house.refused("kecamatan", f"import-answer {folder}/2.ktj", "earlier_part")
    came = house.must("kecamatan", f"import-answer {folder}/1.ktj")
    assert (came["received"], came["files"]) == (2, first.files)
    assert house.must("kecamatan", f"import-answer {folder}/2.ktj")["files"] == 1
    assert house.must("kecamatan", "sync")["blobs_received"] == 0


def test_a_hub_that_was_restored_says_so_in_its_answer(village: House) -> None:
    house, answer = village, village.town.folder / "jawab.ktj"
    filed(house)
    sent = out(house)
    ground = house.town.ground
    ground.identity = replace(ground.identity, epoch=2)
    told = hub(house, "import-outbox", str(sent), "--out", str(answer))
    assert (told["error"], told["new"]) == ("epoch_changed", 0)
    house.refused("desa", f"import-answer {answer}", "epoch_changed")
    assert stored(house) == (0, 0)


def test_an_attachment_that_does_not_open_any_more_is_counted_and_the_rest_goes(village: House) -> None:
    house = village
    filed(house)
    desk = house.session("desa")._desk
    assert desk is not None
    with desk.database.reading() as connection:
        (kept,) = {row.file for row in connection.execute(select(tables.blobs.c.file))}
    broken = desk.files.folder / kept
    broken.write_bytes(broken.read_bytes()[:-3])
    told = house.must("desa", f"export-outbox {house.town.folder / 'kirim.ktk'}")
    assert (told["actions"], told["files"], told["alarms"]) == (1, 0, 1)


def test_service_packs_that_the_desk_lacks_come_in_the_answer(village: House) -> None:
    house, answer = village, village.town.folder / "jawab.ktj"
    device = str(hub(house, "import-outbox", str(out(house)))["device"])
    kept = kept_of(house.town.ground, device)
    keep(house.town.ground, device, structs.replace(kept, question=structs.replace(kept.question, packs=())))
    answered(house, device, answer.name, 10**9)
    desk = house.session("desa")._desk
    assert desk is not None
    with desk.database.writing() as connection:
        known = catalogue.known_packs(connection)
        connection.execute(tables.packs.delete())
    house.must("desa", f"import-answer {answer}")
    with desk.database.reading() as connection:
        assert catalogue.known_packs(connection) == known
