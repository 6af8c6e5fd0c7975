from __future__ import annotations

import io
import json
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.files import only_one
from sync.enrolment import ALPHABET, _check_letter, make_code
from sync.errors import EnrolmentRefused, ForeignAnswer, HubBusy, SyncError, Unreachable
from sync.keys import short_key
from tests.desktop import fakes
from tests.desktop.house import House
from tests.desktop.town import cut_at

HUB = "--hub https://hub.contoh.example"


def test_a_desk_is_enrolled_by_a_file(house: House) -> None:
    told = house.must("desa", f"enrol --file {house.town.file('clerk')}")
    assert (told["office"], told["officer"]) == (fakes.VILLAGE, "clerk")
    assert {each["id"] for each in house.must("desa", "services")["services"]} >= {"sktm", "dispensasi-nikah"}


def test_a_mistyped_code_is_found_before_anything_is_sent(house: House) -> None:
    said = house.refused("desa", f"enrol {HUB} --code AAAA-BBBB-CCCC", "mistyped")
    assert "salah ketik" in said


def test_with_a_wrong_code_neither_side_believes_the_other(house: House) -> None:
    code = house.town.code("clerk")
    said = house.refused("desa", f"enrol {HUB} --code {wrong_secret(code)}", "not_the_hub")
    assert "belum terdaftar" in said
    assert "Mungkin kode salah ketik" in said
    assert "alamat hub" in said
    house.must("desa", f"enrol {HUB} --code {code}")


def test_a_code_that_the_hub_never_gave_is_refused(house: House) -> None:
    from_elsewhere = make_code(lambda size: bytes(range(size)))
    assert "minta kode baru" in house.refused("desa", f"enrol {HUB} --code {from_elsewhere}", "wrong").lower()


def wrong_secret(code: str) -> str:
    """The same locator with another secret, its check letter right."""
    letters = code.replace("-", "")[:-1]
    changed = letters[:5] + ALPHABET[(ALPHABET.index(letters[5]) + 1) % 32] + letters[6:]
    return changed + _check_letter(changed)


def test_a_code_works_once(house: House) -> None:
    code = house.town.code("clerk")
    house.must("desa", f"enrol {HUB} --code {code}")
    assert "sudah dipakai" in house.refused("lain", f"enrol {HUB} --code {code}", "used")


def test_a_code_ends_after_ten_minutes(house: House) -> None:
    code = house.town.code("clerk")
    house.town.clock.instant += timedelta(minutes=11)
    assert "kedaluwarsa" in house.refused("desa", f"enrol {HUB} --code {code}", "expired")


def test_a_changed_enrolment_file_is_refused(house: House) -> None:
    path = house.town.file("clerk")
    content = json.loads(path.read_text())
    path.write_text(json.dumps({**content, "url": "https://palsu.contoh.example"}))
    assert "diubah" in house.refused("desa", f"enrol --file {path}", "bad_file")
    assert "tidak dapat dibaca" in house.refused("desa", "enrol --file tidak-ada", "berkas_tidak_terbaca")


@pytest.mark.parametrize("words", ["enrol", "enrol --code X", "enrol --hub https://a --code X --file y"])
def test_half_an_invitation_is_told(house: House, words: str) -> None:
    assert "--code" in house.refused("desa", words, "pendaftaran_kurang")


def test_a_weak_password_is_refused_and_the_code_is_still_good(house: House) -> None:
    code = house.town.code("clerk")
    secret = house.file("lemah", b"Sepatin")
    house.refused("desa", f"enrol {HUB} --code {code} --password-file {secret}", "sandi_lemah")
    house.must("desa", f"enrol {HUB} --code {code}")


def test_the_offices_name_is_no_password(house: House) -> None:
    secret = house.file("lemah", b"Desa Sepatin")
    said = house.refused(
        "desa", f"enrol {HUB} --code {house.town.code('clerk')} --password-file {secret}", "sandi_lemah"
    )
    assert "kantor" in said


@pytest.mark.parametrize("by", ["code", "file"])
def test_a_no_at_the_terminal_leaves_nothing_behind_and_the_invitation_still_works(
    house: House, by: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = (
        f"enrol {HUB} --code {house.town.code('clerk')}" if by == "code" else f"enrol --file {house.town.file('clerk')}"
    )
    monkeypatch.setattr("sys.stdin", Terminal("t\nYa\n"))
    assert "kodenya masih berlaku" in house.refused("desa", line, "tidak_disetujui")
    assert not house.profile("desa").exists()
    asked = capsys.readouterr().err
    for told in (
        "Desa Sepatin",
        "Petugas Contoh",
        "https://hub.contoh.example",
        short_key(house.town.ground.identity.key.public),
        "[y/t]",
    ):
        assert told in asked
    assert house.must("desa", line)["officer"] == "clerk"
    assert house.must("desa", "sync")["refused"] == 0


def test_an_officer_who_says_no_at_the_terminal_has_no_slot(village: House, monkeypatch: pytest.MonkeyPatch) -> None:
    line = f"officer add --code {village.town.code('clerk')} --new-password-file {village.file('s', b'sandi lain 26')}"
    before = village.session("desa").vault.read()
    monkeypatch.setattr("sys.stdin", Terminal("\n"))
    village.refused("desa", line, "tidak_disetujui")
    assert village.session("desa").vault.read() == before
    village.must("desa", f"{line} --yes")


class Terminal(io.StringIO):
    """Somebody sits at it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("verb", ["enrol_finish", "enrol_finished"])
def test_a_line_that_breaks_in_the_middle_costs_nothing(house: House, verb: str) -> None:
    code = house.town.code("clerk")
    cut_at(house.town, verb)
    assert "tidak dapat dihubungi" in house.refused("desa", f"enrol {HUB} --code {code}", "unreachable")
    told = house.must("desa", f"enrol {HUB} --code {code}")
    assert told["officer"] == "clerk"
    assert house.must("desa", "sync")["refused"] == 0


@pytest.mark.parametrize("verb", ["enrol_begin", "enrol_finish", "enrol_finished"])
def test_a_hub_that_is_busy_for_a_moment_is_waited_for(house: House, verb: str) -> None:
    cut_at(house.town, verb, HubBusy("429", retry_after=17.0))
    house.must("desa", f"enrol {HUB} --code {house.town.code('clerk')}")
    assert house.town.clock.slept == [17.0]


def test_a_hub_that_is_busy_for_long_says_when_to_come_again(house: House) -> None:
    code = house.town.code("clerk")
    cut_at(house.town, "enrol_begin", HubBusy("429", retry_after=240.0))
    said = house.refused("desa", f"enrol {HUB} --code {code}", "busy")
    assert "4 menit" in said
    assert "masih berlaku" in said
    assert house.town.clock.slept == []
    house.must("desa", f"enrol {HUB} --code {code}")


def test_nobody_waits_for_ever_for_a_hub_that_stays_busy(house: House) -> None:
    house.town.cut.append(always_busy)
    assert "1 menit" in house.refused("desa", f"enrol {HUB} --code {house.town.code('clerk')}", "busy")
    assert 0 < sum(house.town.clock.slept) <= 60


def always_busy(_verb: str) -> None:
    raise HubBusy("503")


def test_after_a_broken_line_another_code_begins_anew(house: House) -> None:
    cut_at(house.town, "enrol_finish")
    house.refused("desa", f"enrol {HUB} --code {house.town.code('clerk')}", "unreachable")
    assert house.must("desa", f"enrol {HUB} --code {house.town.code('clerk')}")["officer"] == "clerk"


def test_a_desk_is_enrolled_once(village: House) -> None:
    said = village.refused("desa", f"enrol {HUB} --code {village.town.code('clerk')}", "sudah_terdaftar")
    assert "Data tetap aman" in said


def test_a_desk_that_met_no_hub_says_what_to_do(house: House) -> None:
    assert "desk enrol" in house.refused("desa", "requests", "belum_terdaftar")


def test_an_officer_of_another_office_does_not_join(village: House) -> None:
    secret = village.file("sandi", fakes.PASSWORD.encode())
    line = f"officer add --code {village.town.code('camat')} --new-password-file {secret}"
    village.refused("desa", line, "wrong")
    assert village.session("desa").vault.officers() == ("clerk", "kades")


def test_an_officer_whose_last_word_was_lost_joins_all_the_same(house: House) -> None:
    house.enrol("desa", "clerk")
    cut_at(house.town, "enrol_finished")
    secret = house.file("sandi", fakes.PASSWORD.encode())
    house.must("desa", f"officer add --code {house.town.code('kades')} --new-password-file {secret}")
    house.must("desa", "sync")
    listed = house.must("desa", "--officer kades devices list")["devices"]
    assert {each["officer"] for each in listed} == {"clerk", "kades"}


def test_an_officer_whom_the_hub_refuses_leaves_no_slot(house: House) -> None:
    house.enrol("desa", "clerk")
    cut_at(house.town, "enrol_finish", EnrolmentRefused("locked"))
    secret = house.file("sandi", fakes.PASSWORD.encode())
    house.refused("desa", f"officer add --code {house.town.code('kades')} --new-password-file {secret}", "locked")
    assert house.session("desa").vault.officers() == ("clerk",)


def test_several_officers_and_nobody_named(village: House) -> None:
    village.restart("desa")
    assert "--officer" in village.refused("desa", "requests", "petugas_mana")
    assert "tidak terdaftar" in village.refused("desa", "--officer camat requests", "petugas_tidak_ada")


def test_the_head_confirms_a_colleagues_key(village: House) -> None:
    waiting = [
        each for each in village.must("desa", "--officer kades devices list")["devices"] if each["state"] == "certified"
    ]
    (mine,) = waiting
    assert mine["officer"] == "clerk"
    village.must("desa", f"--officer kades devices confirm {mine['id']}")
    village.must("desa", "sync")
    assert {each["state"] for each in village.must("desa", "devices list")["devices"]} == {"confirmed"}
    assert "menunggu" in village.refused("desa", f"devices confirm {mine['id']}", "kunci_tidak_ada")


def test_only_the_head_confirms(village: House) -> None:
    listed = village.must("desa", "--officer clerk devices list")["devices"]
    (mine,) = [each for each in listed if each["state"] == "certified"]
    said = village.refused("desa", f"devices confirm {mine['id']}", "refused")
    assert "pimpinan" in said


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (ForeignAnswer("html"), "foreign_answer", "bukan hub"),
        (Unreachable("no route"), "unreachable", "tidak dapat dihubungi"),
        (HubBusy("503"), "busy", "sibuk"),
    ],
)
def test_trouble_on_the_line_is_told_and_the_work_stays(village: House, error: SyncError, code: str, said: str) -> None:
    request = village.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    cut_at(village.town, "exchange", error)
    assert said in village.refused("desa", "sync", code)
    assert village.must("desa", "sync")["sent"] == 1
    assert village.state("desa", request) == "at_step"


def test_a_second_exchange_on_the_same_profile_is_told_to_wait(village: House) -> None:
    with only_one(village.profile("desa") / "desk.lock"):
        assert "sedang berjalan" in village.refused("desa", "--officer clerk sync", "sedang_dipakai")


def test_no_secret_and_no_citizen_is_on_the_disk(village: House) -> None:
    village.submit("desa", "surat-keterangan-usaha", "ktp", "kk", officer="clerk")
    village.must("desa", "sync")
    village.restart("desa")
    everything = b"".join(path.read_bytes() for path in Path(village.profile("desa")).rglob("*") if path.is_file())
    for found in (b"6402", b"%PDF", b"Contoh", fakes.PASSWORD.encode(), b"SQLite format 3"):
        assert found not in everything


def test_a_database_whose_keys_are_lost_is_not_replaced_by_enrolling_anew(village: House) -> None:
    village.restart("desa")
    (village.profile("desa") / "keys.json").unlink()
    line = f"enrol --hub https://hub.contoh.example --code {village.town.code('clerk')}"
    assert "Pulihkan dari cadangan" in village.refused("desa", line, "kunci_rusak")
    assert (village.profile("desa") / "ketinting.db").stat().st_size
