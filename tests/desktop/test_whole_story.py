"""From enrolment to hand-over, over the hub's own service: what the demo plays with real processes."""

from __future__ import annotations

from pathlib import Path

from tests.desktop.house import House


def test_a_request_goes_from_the_village_to_the_camat_and_back(house: House) -> None:
    house.enrol("desa", "clerk", "kades")
    house.enrol("kecamatan", "kasi-kesra", "sekcam", "camat")
    request = house.submit("desa", "dispensasi-nikah", "n1", "n2", "n4", "ktp", "kk", officer="clerk")
    house.restart("desa")
    sent = house.must("desa", "--officer clerk sync")
    assert (sent["sent"], sent["accepted"], sent["blobs_sent"]) == (1, 1, 1)
    came = house.must("kecamatan", "--officer kasi-kesra sync")
    assert came["received"] >= 1
    house.must("kecamatan", f"--officer kasi-kesra act {request} verify")
    house.must("kecamatan", f"--officer sekcam act {request} paraf")
    assert house.must("kecamatan", "sync")["accepted"] == 2
    assert house.must("kecamatan", "sync")["blobs_received"] == 1, "the hub has prepared the letter meanwhile"
    assert house.state("kecamatan", request) == "to_sign"
    house.must("kecamatan", f"--officer camat sign {request} {house.keys('camat')}")
    assert house.must("kecamatan", "sync")["accepted"] == 1
    house.must("desa", "sync")
    assert house.state("desa", request) == "signed"
    out: Path = house.town.folder / "surat"
    (letter,) = house.must("desa", f"letters {request} --out {out}")["letters"]
    assert Path(letter["file"]).read_bytes().startswith(b"%PDF-")
    assert letter["signers"] == ["Camat Contoh"]
    house.must("desa", f"act {request} print")
    house.must("desa", f"act {request} hand-over")
    assert house.must("desa", "sync")["refused"] == 0
    assert house.state("desa", request) == "handed_over"


def test_a_village_letter_is_issued_without_a_network_and_accepted_later(village: House) -> None:
    house = village
    request = house.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    issued = house.must("desa", f"--officer kades issue {request} {house.keys('kades')}")
    assert issued["n"] == 1
    out = house.town.folder / "surat"
    assert house.must("desa", f"letters {request} --out {out}")["letters"][0]["signers"] == ["Kepala Desa Contoh"]
    done = house.must("desa", "sync")
    assert done["refused"] == 0, house.must("desa", f"show {request}")["refusals"]
    house.must("desa", "sync")
    row = next(row for row in house.must("desa", "requests")["requests"] if row["id"] == request)
    assert (row["state"], row["hub_state"], row["unanswered"]) == ("signed", "signed", 0)


def test_a_letter_with_two_signers_is_signed_in_the_village_and_by_the_camat(house: House) -> None:
    house.enrol("desa", "clerk", "kades")
    house.enrol("kecamatan", "kasi-kesos", "camat")
    request = house.submit("desa", "sktm", "ktp", "kk", "pengantar_rt", "pernyataan", officer="clerk")
    house.must("desa", f"--officer kades issue {request} {house.keys('kades')}")
    house.must("desa", "sync")
    house.must("desa", "sync")
    house.must("kecamatan", "sync")
    house.must("kecamatan", f"--officer kasi-kesos act {request} verify")
    house.must("kecamatan", "sync")
    house.must("kecamatan", "sync")
    house.must("kecamatan", f"--officer camat sign {request} {house.keys('camat')}")
    house.must("kecamatan", "sync")
    house.must("desa", "sync")
    (letter,) = house.must("desa", f"letters {request} --out {house.town.folder / 'surat'}")["letters"]
    assert letter["signers"] == ["Kepala Desa Contoh", "Camat Contoh"]


def test_a_returned_request_is_corrected_and_a_rejected_one_ends(house: House) -> None:
    house.enrol("desa", "clerk")
    house.enrol("kecamatan", "kasi-kesra", "sekcam", "camat")
    kinds = ("n1", "n2", "n4", "ktp", "kk")
    first, second = (house.submit("desa", "dispensasi-nikah", *kinds) for _ in range(2))
    house.must("desa", "sync")
    house.must("kecamatan", "--officer kasi-kesra sync")
    house.must("kecamatan", f'act {first} return --reason "Lampirkan N4 asli"')
    house.must("kecamatan", f'act {second} reject --reason "Bukan wilayah kecamatan ini"')
    house.must("kecamatan", "sync")
    house.must("desa", "sync")
    assert (house.state("desa", first), house.state("desa", second)) == ("returned", "rejected")
    notes = [line["note"] for line in house.must("desa", f"show {first}")["trail"]]
    assert "Lampirkan N4 asli" in notes
    house.must("desa", f"attach {first} n4={house.scan('n4.pdf')}")
    house.must("desa", f"correct {first} --answers {house.answers('dispensasi-nikah')}")
    assert house.must("desa", "sync")["refused"] == 0
    assert house.state("desa", first) == "at_step"
