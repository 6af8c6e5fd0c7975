"""The problem report holds nothing of a citizen: planted, then looked for in every byte of it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from desktop.cli.speaking import note_bug
from desktop.errors import BadInput
from desktop.office import reporting
from desktop.office.desk import Desk
from desktop.office.submitting import submit_request
from desktop.store import citizens, drafts, remembering
from desktop.store.drafts import FormDraft
from desktop.store.remembering import Tried
from tests.desktop import fakes
from tests.desktop.house import example
from tests.samples import sample_kk, sample_nik

NAME, PLACE, STREET = "Zulkarnaen Tersembunyi", "Kampung Rahasia", "Gang Angsana Tujuh"


def plant(desk: Desk) -> set[str]:
    """A citizen, a request, a draft and a fault that quotes them; gives what must never be seen again."""
    nik, kk = str(sample_nik(5)), str(sample_kk(5))
    person = {"nik": nik, "kk": kk, "nama": NAME, "tempat_lahir": PLACE, "alamat": STREET, "telepon": "081234567890"}
    with desk.database.writing() as connection:
        citizens.keep(connection, person, f"berkas {NAME}.csv", "2026-11-20T04:00:00.000Z")
        answers = {"pemohon": dict(person), "nama_usaha": "Warung Angsana"}
        drafts.keep_draft(connection, FormDraft("d", "surat-keterangan-usaha", "clerk", answers, "2026"))
        remembering.note_exchange(connection, Tried("2026-11-20T04:00:00.000Z", "unreachable", f"Kata {NAME}"))
    filed = example("surat-keterangan-usaha")
    filed["pemohon"] = {**filed["pemohon"], "nama": NAME, "nik": nik, "kk": kk, "alamat": STREET}
    submit_request(desk, "surat-keterangan-usaha", filed)
    try:
        filed[f"{NAME} {nik} {STREET}"]
    except KeyError as error:
        note_bug(error, desk.profile)
    with (desk.profile / reporting.LOG).open("a", encoding="utf-8") as log:
        log.write(f"{NAME} menulis {nik}\nValueError: {STREET} tidak ada\n")
    words = {word for text in (NAME, PLACE, STREET) for word in text.split() if len(word) > 4}
    return words | {nik, kk, nik[:6] + " ", "081234567890", "Angsana", fakes.PASSWORD, "Clerk Contoh"}


def test_nothing_that_was_planted_is_in_the_report(desk: Desk, tmp_path: Path) -> None:
    planted = plant(desk)
    target = tmp_path / "laporan.zip"
    told = reporting.write_report(desk, fakes.NoNetwork(), target).told
    with zipfile.ZipFile(target) as archive:
        content = {name: archive.read(name).decode() for name in archive.namelist()}
    assert sorted(content) == sorted(str(each) for each in told["files"])  # type: ignore[union-attr]
    for word in planted:
        assert not [name for name, text in content.items() if word.casefold() in text.casefold()], word
    assert "KeyError" in content["galat.txt"]
    assert "ValueError" in content["galat.txt"]
    assert "test_reporting.py" in content["galat.txt"]


def test_what_helps_support_is_in_it(desk: Desk) -> None:
    plant(desk)
    (desk.profile / "tampilan.json").write_bytes(b'{"scale": 130, "dark": true, "catatan": "rahasia"}')
    files = {each.name: each.text for each in reporting.gather(desk, fakes.NoNetwork())}
    counted = json.loads(files["jumlah.json"])
    assert (counted["warga"], counted["draf"], counted["permohonan"]["ready"]) == (1, 1, 1)
    assert json.loads(files["pengaturan.json"])["tampilan"]["scale"] == 130
    assert "rahasia" not in files["pengaturan.json"]
    assert json.loads(files["pemeriksaan.json"])["hub"] == "belum diketahui"
    exchanged = json.loads(files["pertukaran.json"])
    assert exchanged["menunggu_menurut_jenis"] == {"submit": 1}
    assert exchanged["kode_kesalahan_terakhir"] == ["unreachable"]
    assert json.loads(files["versi.json"])["pustaka"]["SQLAlchemy"] != "-"


def test_a_computer_without_a_fault_says_so(desk: Desk) -> None:
    (desk.profile / "tampilan.json").write_bytes(b"bukan json")
    files = {each.name: each.text for each in reporting.gather(desk, fakes.NoNetwork())}
    assert files["galat.txt"].startswith("Tidak ada catatan kesalahan")
    assert json.loads(files["pengaturan.json"])["tampilan"]["scale"] == 100


def test_only_the_end_of_a_long_log_is_told(desk: Desk) -> None:
    line = "ValueError: x\n"
    (desk.profile / reporting.LOG).write_text(line * 20_000, encoding="utf-8")
    files = {each.name: each.text for each in reporting.gather(desk, fakes.NoNetwork())}
    assert 0 < files["galat.txt"].count("ValueError") < 6_000


def test_a_report_that_cannot_be_written_is_named(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        reporting.save(desk, reporting.gather(desk, fakes.NoNetwork()), tmp_path / "tidak" / "ada.zip")
