"""Certificates, numbers, clocks: what stands between an officer and a signature, and what is handed out."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2  # type: ignore[import-untyped]
import pytest

from desktop.cli import commands
from desktop.office import exchanging, issuing
from desktop.office.desk import Desk
from desktop.office.signing import prepared_bytes
from desktop.store import letter_numbers as numbers
from desktop.store import settings, states
from sync.encoding import instant_text
from sync.errors import Unreachable
from tests.desktop.house import House, at_camat, at_kasi, desk_of, filed
from tests.desktop.town import OFFICERS, PASSPHRASE, cut_at


def p12_of(house: House, name: str, **life: Any) -> Path:
    begins = house.town.clock.now() - timedelta(**life) if life else house.town.clock.now()
    return house.file("lain.p12", house.town.authority.issue_officer(name, PASSPHRASE, begins, 1).pkcs12)


def test_a_wrong_passphrase_signs_nothing(village: House) -> None:
    request = filed(village)
    wrong = village.file("salah.txt", b"bukan frasa")
    line = f"--officer kades issue {request} --p12 {village.town.p12('kades')} --passphrase-file {wrong}"
    assert "Frasa sandi" in village.refused("desa", line, "WrongPassphrase")


def test_a_file_that_is_no_certificate_signs_nothing(village: House) -> None:
    request = filed(village)
    secret = village.file("frasa.txt", PASSPHRASE.encode())
    p12 = village.file("bukan.p12", b"bukan sertifikat")
    village.refused("desa", f"--officer kades issue {request} --p12 {p12} --passphrase-file {secret}", "NotPkcs12")
    line = f"--officer kades issue {request} --p12 tidak-ada --passphrase-file {secret}"
    village.refused("desa", line, "p12_tidak_terbaca")


def test_another_persons_certificate_signs_nothing(village: House) -> None:
    request = filed(village)
    line = f"--officer kades issue {request} {village.keys('camat')}"
    assert "milik orang lain" in village.refused("desa", line, "CertificateOfAnother")


def test_an_expired_certificate_signs_nothing(village: House) -> None:
    request = filed(village)
    keys = village.keys("kades")
    village.town.clock.instant += timedelta(days=731)
    found = village.type("desa", f"--officer kades issue {request} {keys}")
    assert found["error"] in {"nomor_habis", "CertificateExpired"}


def test_an_expired_certificate_is_named_by_its_sentence(village: House) -> None:
    request = at_camat(village)
    keys = village.keys("camat")
    village.town.clock.instant += timedelta(days=731)
    assert "habis" in village.refused("kecamatan", f"--officer camat sign {request} {keys}", "CertificateExpired")


def test_an_officer_whose_certificate_is_not_registered_signs_nothing(village: House) -> None:
    kades_office = OFFICERS["kades"][1]
    post = {
        "id": "a-pj",
        "officer": "pj",
        "office": kades_office,
        "post": "kades",
        "status": "plh",
        "first": "2026-11-01",
    }
    village.town.apply({"officers": [{"id": "pj", "name": "Pj Contoh"}], "assignments": [post]})
    OFFICERS["pj"] = ("Pj Contoh", kades_office, "kades", None)
    secret = village.file("sandi.txt", b"perahu ketinting lima")
    village.must("desa", f"--officer clerk officer add --code {village.town.code('pj')} --new-password-file {secret}")
    del OFFICERS["pj"]
    request = filed(village)
    village.must("desa", "sync")
    line = f"--officer pj issue {request} {village.keys('kades')}"
    assert "belum didaftarkan" in village.refused("desa", line, "sertifikat_belum_terdaftar")
    line = f"--officer kades issue {request} {village.keys('kades')}"
    village.refused("desa", line, "bukan_penanda_tangan")


def test_a_clerk_signs_nothing(village: House) -> None:
    request = filed(village)
    line = f"--officer clerk issue {request} {village.keys('kades')}"
    assert "jabatan yang menandatangani" in village.refused("desa", line, "bukan_penanda_tangan")


def test_a_letter_is_issued_only_at_its_step(village: House) -> None:
    request = filed(village)
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    line = f"issue {request} {village.keys('kades')}"
    assert "langkah sekarang" in village.refused("desa", line, "bukan_langkah_terbit")


def test_every_letter_has_its_own_number_and_the_block_ends(village: House) -> None:
    requests = [filed(village) for _ in range(2)]
    keys = village.keys("kades")
    given = [village.must("desa", f"--officer kades issue {request} {keys}")["n"] for request in requests]
    assert given == [1, 2]
    desk = desk_of(village, "desa")
    with desk.database.writing() as connection:
        lease = numbers.next_number(connection, place(desk), desk.contact(connection).incarnation, "2026")
        assert lease is not None
        for n in range(3, lease[0].last + 1):
            numbers.use(connection, numbers.Used(*place(desk), n, lease[0].id, "r", "a"))
    last = filed(village)
    assert "sinkronkan" in village.refused("desa", f"--officer kades issue {last} {keys}", "nomor_habis")
    village.must("desa", "sync")
    village.must("desa", "sync")
    assert village.must("desa", f"--officer kades issue {last} {keys}")["n"] == lease[0].last + 1


def place(desk: Desk) -> tuple[str, str, int]:
    with desk.database.reading() as connection:
        return desk.enrolled(connection).office, "surat-keterangan-usaha", 2026


def test_a_number_that_another_process_took_is_not_given_twice(village: House, monkeypatch: pytest.MonkeyPatch) -> None:
    request = filed(village)
    signed = issuing._signed
    desk = desk_of(village, "desa")
    taken: list[int] = []

    def meanwhile(desk_: Desk, found: Any, config: Any, numbered: Any, key: Any) -> Any:
        verified = signed(desk_, found, config, numbered, key)
        if len(taken) < wanted:
            with desk.database.writing() as connection:
                numbers.use(connection, issuing._used(numbered, "r", f"a{len(taken)}"))
            taken.append(numbered.letter.number.n)
        return verified

    monkeypatch.setattr(issuing, "_signed", meanwhile)
    wanted = 1
    assert village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")["n"] == 2
    wanted = 99
    line = f"--officer kades issue {filed(village)} {village.keys('kades')}"
    village.refused("desa", line, "nomor_berebut")


def test_numbers_are_asked_for_before_they_run_out(village: House) -> None:
    desk = desk_of(village, "desa")
    hub, _ = village.session("desa").reach.hub(desk_enrolled(desk), b"", "")
    assert exchanging.ask_for_numbers(desk, hub) == ()
    village.town.clock.instant += timedelta(days=90)
    assert exchanging.ask_for_numbers(desk, hub) == ("sktm", "surat-keterangan-usaha")
    cut_at(village.town, "lease", Unreachable("cut"))
    village.town.clock.instant += timedelta(days=90)
    assert len(exchanging.ask_for_numbers(desk, hub)) == 1


def desk_enrolled(desk: Desk) -> Any:
    with desk.database.reading() as connection:
        return desk.enrolled(connection)


@pytest.mark.parametrize("years", [-20, 20])
def test_a_clock_wrong_by_years_records_and_signs_nothing(village: House, years: int) -> None:
    request = filed(village)
    keys = village.keys("kades")
    desk = desk_of(village, "desa")
    skew_clock(desk, timedelta(days=365 * years))
    assert "Setel tanggal dan jam" in village.refused("desa", f"--officer kades issue {request} {keys}", "jam_salah")
    assert village.must("desa", "requests")["requests"]
    checks = {each["check"]: each["good"] for each in village.type("desa", "doctor")["checks"]}
    assert checks["clock"] is False


def skew_clock(desk: Desk, by: timedelta) -> None:
    """The hub's last answer told another time than this desk's clock by so much."""
    with desk.database.writing() as connection:
        before = states.contact(connection)
        now = desk.outside.now()
        changed = msgspec.structs.replace(before, hub_at=instant_text(now - by), desk_at=instant_text(now))
        settings.put(connection, "contact", changed)


def test_a_letter_that_is_not_ready_is_not_signed(village: House) -> None:
    request = at_kasi(village)
    village.refused("kecamatan", f"--officer camat sign {request} {village.keys('camat')}", "belum_siap_ditandatangani")


def test_a_letter_for_another_signer_is_not_signed(village: House) -> None:
    request = at_camat(village)
    line = f"--officer sekcam sign {request} {village.keys('sekcam')}"
    assert "Camat Contoh" in village.refused("kecamatan", line, "bukan_penanda_tangan")


def test_a_batch_tells_of_each_letter(village: House) -> None:
    request = at_camat(village)
    other = "00000000-0000-7000-8000-000000000000"
    told = village.type("kecamatan", f"--officer camat sign {request} {other} {village.keys('camat')}")
    assert (told["ok"], told["exit"]) == (False, 1)
    assert [each["request"] for each in told["signed"]] == [request]
    assert [each["error"] for each in told["failed"]] == ["permohonan_tidak_ada"]


def test_what_the_camat_sees_is_what_will_be_signed(village: House) -> None:
    request = at_camat(village)
    village.must("kecamatan", "--officer camat requests")
    desk = desk_of(village, "kecamatan")
    pdf = prepared_bytes(desk, request)
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    village.must("kecamatan", f"sign {request} {village.keys('camat')}")
    said = village.refused("kecamatan", f"letters {request} --out {village.town.folder}", "belum_diterima_hub")
    assert "Sinkronkan" in said


def test_prepared_bytes_that_have_not_come_are_not_signed(village: House) -> None:
    request = at_kasi(village)
    village.must("kecamatan", f"act {request} verify")
    village.must("kecamatan", f"--officer sekcam act {request} paraf")
    village.must("kecamatan", "sync")
    cut_at(village.town, "read_letter", Unreachable("cut"))
    village.refused("kecamatan", "sync", "unreachable")
    village.refused("kecamatan", f"--officer camat sign {request} {village.keys('camat')}", "surat_belum_tiba")
    village.must("kecamatan", "sync")
    village.must("kecamatan", f"--officer camat sign {request} {village.keys('camat')}")


def test_a_letter_that_is_not_finished_is_not_handed_out(village: House) -> None:
    request = filed(village)
    out = village.town.folder / "surat"
    village.refused("desa", f"letters {request} --out {out}", "belum_ditandatangani")
    assert not out.exists()


def test_a_folder_that_cannot_be_written_is_named(village: House) -> None:
    request = filed(village)
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    in_the_way = village.file("berkas", b"x")
    village.refused("desa", f"letters {request} --out {in_the_way}", "tujuan_surat")
    village.refused("desa", f"receipt {request} --out {in_the_way}/a.pdf", "tujuan_tanda_terima")


def test_a_letter_whose_bytes_were_changed_is_not_handed_out(village: House) -> None:
    request = filed(village)
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    for path in (village.profile("desa") / "blobs").iterdir():
        found = bytearray(path.read_bytes())
        found[-1] ^= 1
        path.write_bytes(bytes(found))
    village.refused("desa", f"letters {request} --out {village.town.folder / 'surat'}", "berkas_rusak")


def test_the_receipt_tells_what_is_missing_and_what_becomes_of_the_data(village: House) -> None:
    request = filed(village)
    path = village.town.folder / "tanda-terima.pdf"
    village.must("desa", f"receipt {request} --out {path}")
    with pypdfium2.PdfDocument(path) as document:
        words = " ".join(page.get_textpage().get_text_range() for page in document)
    assert request in words.replace("\r\n", "")
    for said in ("kartu keluarga", "UU PDP", "Tanda tangan"):
        assert said.lower() in words.lower()


def test_letter_verify_says_four_things_and_its_exit_code(village: House, capsys: pytest.CaptureFixture[str]) -> None:
    request = filed(village)
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    (letter,) = village.must("desa", f"letters {request} --out {village.town.folder / 'surat'}")["letters"]
    root = village.town.folder / "root.pem"
    assert commands.run(["letter", "verify", letter["file"], "--trust", str(root), "--json"], None) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["utuh"]["answer"] == told["penanda_tangan"]["answer"] == told["rantai_kepercayaan"]["answer"] == "yes"
    assert commands.run(["letter", "verify", letter["file"], "--trust", str(root)], None) == 0
    assert "Kepala Desa Contoh" in capsys.readouterr().out
    changed = village.file("palsu.pdf", Path(letter["file"]).read_bytes().replace(b"/Type", b"/Tipe", 1))
    assert commands.run(["letter", "verify", str(changed), "--trust", str(root)], None) == 1
    capsys.readouterr()
    for file, trust in ((root, root), (Path("tidak-ada"), root), (Path(letter["file"]), Path(letter["file"]))):
        assert commands.run(["letter", "verify", str(file), "--trust", str(trust)], None) == 1
        assert capsys.readouterr().err.count("\n") == 1
