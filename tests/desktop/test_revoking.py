"""A letter that should not have gone out: revoked or replaced, over a real hub, with both desks looking on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.cli.commands import run
from desktop.office import showing
from desktop.office.browsing import page_of_requests
from desktop.office.desk import Desk
from desktop.office.opening import open_request
from desktop.office.printable import see_printable
from desktop.office.recognizing import recognize
from desktop.office.showing import LetterKind, see_letter
from desktop.store.browsing import Wanted
from hub.store.growing import letters, numbers
from tests.desktop import fakes
from tests.desktop.camat_morning import requests_of
from tests.desktop.house import House, desk_of, filed

USAHA = "surat-keterangan-usaha"
NIKAH = "dispensasi-nikah"
WRONG = "Tempat usaha keliru"


def book_of(house: House, book: str) -> list[tuple[int, str, str]]:
    """The numbers at the hub: each with what became of it, and why."""
    with house.town.ground.store.reading() as connection:
        rows = connection.execute(select(numbers).where(numbers.c.book == book).order_by(numbers.c.n))
        return [(row.n, row.state, row.reason) for row in rows]


def letter_states(house: House, request: str) -> set[str]:
    with house.town.ground.store.reading() as connection:
        return set(connection.execute(select(letters.c.state).where(letters.c.request == request)).scalars())


def signed_by_camat(house: House, *parts: str) -> list[str]:
    """Letters of the morning that the camat signed, and that the village has."""
    told = requests_of(house)
    found = [told[part] for part in parts]
    for request in found:
        house.must("kecamatan", f"--officer camat sign {request} {house.keys('camat')}")
    house.must("kecamatan", "sync")
    house.must("desa", "--officer clerk sync")
    assert {house.state("desa", request) for request in found} == {"signed"}
    return found


def test_a_village_letter_is_revoked_before_it_ever_left_the_desk_and_its_number_stays_used(village: House) -> None:
    request = filed(village)
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    village.refused("desa", f'--officer clerk act {request} revoke --reason "{WRONG}"', "not_assigned")
    said = village.refused("desa", f"--officer kades act {request} revoke", "alasan_kosong")
    assert "nomor suratnya" in said
    told = village.must("desa", f'--officer kades act {request} revoke --reason "{WRONG}"')
    assert (told["kind"], told["state"]) == ("revoke", "revoked")
    village.refused("desa", f"letters {request} --out {village.town.folder / 'surat'}", "surat_dicabut")
    village.refused("desa", f"act {request} print", "surat_dicabut")
    village.refused("desa", f"act {request} hand-over", "not_open")
    for _ in range(2):
        assert village.must("desa", "sync")["refused"] == 0
    row = next(each for each in village.must("desa", "requests")["requests"] if each["id"] == request)
    assert (row["hub_state"], row["unanswered"]) == ("revoked", 0)
    assert book_of(village, USAHA) == [(1, "used", "revoke")]
    assert letter_states(village, request) == {"revoked"}


def test_the_camat_revokes_what_the_village_hands_over_meanwhile_and_both_know(morning_of: House) -> None:
    house = morning_of
    (request,) = signed_by_camat(house, "whole")
    for verb in ("print", "hand-over"):
        house.must("desa", f"act {request} {verb}")
    house.refused("desa", f'act {request} revoke --reason "bukan kami"', "other_office")
    house.refused("kecamatan", f'--officer kasi-kesra act {request} revoke --reason "{WRONG}"', "not_assigned")
    house.must("kecamatan", f'--officer camat act {request} revoke --reason "{WRONG}"')
    assert house.must("kecamatan", "sync")["accepted"] == 1
    assert book_of(house, NIKAH) == [(1, "used", "revoke"), (2, "reserved", "")]
    assert house.must("desa", "sync")["refused"] == 2
    assert house.state("desa", request) == "revoked"
    shown = house.must("desa", f"show {request}")
    assert [line["note"] for line in shown["trail"] if line["kind"] == "revoke"] == [WRONG]
    assert [letter["counts"] for letter in shown["letters"]] == [False]
    see_it_on_the_desk(house, request)
    refused = house.must("desa", "parked list")["parked"]
    assert {each["kind"] for each in refused} == {"printed", "hand_over"}
    handed = next(each["action"] for each in refused if each["kind"] == "hand_over")
    house.refused("desa", f"parked again {handed}", "not_open")
    house.must("desa", f"parked drop {handed}")


def see_it_on_the_desk(house: House, request: str) -> None:
    """The village sees the letter with the word across, and what to do about the paper that is out."""
    desk = desk_of(house, "desa")
    letter, opened = see_letter(desk, request), open_request(desk, request)
    assert (letter.kind, letter.across) == (LetterKind.SIGNED, "DICABUT")
    assert letter.ending == opened.ending
    assert opened.ending is not None
    assert opened.ending.text.startswith("Camat Contoh, ")
    assert f"{WRONG}. Minta kembali surat yang sudah dicetak atau diserahkan." in opened.ending.text
    assert opened.state_words == "dicabut"
    assert showing.mark_of_copy(letter) == ""


def test_a_revoking_that_came_second_is_said_again_on_what_stands(morning_of: House) -> None:
    house = morning_of
    (request,) = signed_by_camat(house, "whole")
    house.must("desa", f"act {request} hand-over")
    house.must("kecamatan", f'--officer camat act {request} revoke --reason "{WRONG}"')
    house.must("desa", "sync")
    assert house.must("kecamatan", "sync")["refused"] == 1
    assert house.state("kecamatan", request) == "handed_over"
    (parked,) = house.must("kecamatan", "parked list")["parked"]
    assert parked["again"]
    house.must("kecamatan", f"parked again {parked['action']}")
    assert house.must("kecamatan", "sync")["accepted"] == 1
    house.must("desa", "sync")
    assert house.state("desa", request) == "revoked"


def test_a_letter_is_replaced_by_another_that_is_finished(
    morning_of: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house = morning_of
    told = requests_of(house)
    (old,) = signed_by_camat(house, "whole")
    paper = Path(house.must("desa", f"letters {old} --out {house.town.folder / 'surat'}")["letters"][0]["file"])
    assert is_in_force(desk_of(house, "desa"), paper.read_bytes())
    new, line = told["bare"], f'--officer camat act {old} replace --reason "{WRONG}"'
    house.refused("kecamatan", line, "pengganti_tidak_ada")
    house.refused("kecamatan", f"{line} --by {new}", "pengganti_belum_selesai")
    house.refused("kecamatan", f"{line} --by {old}", "not_a_successor")
    house.must("kecamatan", f"--officer camat sign {new} {house.keys('camat')}")
    assert house.must("kecamatan", f"{line} --by {new}")["state"] == "replaced"
    assert house.must("kecamatan", "sync")["accepted"] == 2, "the hub judges both in one sitting"
    assert book_of(house, NIKAH) == [(1, "used", "replace"), (2, "used", "")]
    house.must("desa", "sync")
    assert (house.state("desa", old), house.state("desa", new)) == ("replaced", "signed")
    assert house.must("desa", f"show {old}")["successor"] == new
    house.refused("desa", f"letters {old} --out {house.town.folder / 'surat'}", "surat_diganti")
    assert see_letter(desk_of(house, "desa"), old).across == "DIGANTI"
    it_still_verifies_and_the_record_says_more(house, paper, (old, new), capsys)


def is_in_force(desk: Desk, pdf: bytes) -> bool:
    """The number is the one in the lists; bytes that somebody added behind do not hide whose letter it is."""
    found, grown = recognize(desk, pdf), recognize(desk, pdf + b"\n%")
    assert found is not None
    assert found == grown
    assert recognize(desk, b"%PDF-") is None
    (row,) = (each for each in page_of_requests(desk, Wanted()).lines if each.id == found.request)
    (printable,) = (each for each in see_printable(desk) if each.request == found.request)
    assert found.number == row.number == printable.number
    assert found.number.startswith("400.12.3.2/001/")
    return found.counts


def it_still_verifies_and_the_record_says_more(
    house: House, paper: Path, which: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    line = ["letter", "verify", str(paper), "--trust", str(house.town.folder / "root.pem")]
    line += ["--profile", str(house.profile("desa")), "--officer", "clerk"]
    capsys.readouterr()
    assert run([*line, "--json"], fakes.PASSWORD, lambda profile, _: house.town.session(profile)) == 0
    record = json.loads(capsys.readouterr().out)["record"]
    for told in ("Surat ini sudah diganti surat lain", WRONG, "Penggantinya surat nomor 400.12.3.2/002/"):
        assert told in record["sentence"]
    assert (record["request"], record["successor"], record["counts"], record["state"]) == (*which, False, "replaced")
