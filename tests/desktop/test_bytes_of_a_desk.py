"""Bytes that come in pieces, are waited for, go missing, or are not what they should be."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.office.desk import Desk
from desktop.store import blobs, catalogue, wanting
from desktop.store.blob_bytes import SqlBytes
from desktop.store.tables import partials
from domain.actions import Blob
from sync.attachments import Wanted, download
from sync.encoding import b64u
from sync.errors import BytesAlarm, FalseBytes, Unreachable
from sync.hub_port import LetterKey, Part
from sync.protocol import BlobKey
from tests.desktop import fakes
from tests.desktop.house import House, desk_of, filed
from tests.desktop.town import cut_at


def shelf_of(desk: Desk) -> SqlBytes:
    return SqlBytes(desk.database, desk.files)


def wanted(content: bytes) -> Wanted:
    sha256 = b64u(hashlib.sha256(content).digest())
    return Wanted(BlobKey(fakes.KECAMATAN, "r", sha256), sha256, len(content))


def test_pieces_survive_a_restart_and_end_with_the_whole(desk: Desk) -> None:
    content = bytes(range(256)) * 1000
    this = wanted(content)
    shelf_of(desk).add(this, content[:100_000])
    shelf_of(desk).add(this, content[100_000:150_000])
    assert shelf_of(desk).partial(this) == content[:150_000]
    shelf_of(desk).finish(this, content, "")
    assert shelf_of(desk).partial(this) == b""
    shelf_of(desk).add(this, b"x")
    shelf_of(desk).drop(this)
    assert shelf_of(desk).partial(this) == b""


def test_pieces_with_a_gap_end_before_it(desk: Desk) -> None:
    this = wanted(b"abcdef")
    for piece in (b"ab", b"cd", b"ef"):
        shelf_of(desk).add(this, piece)
    with desk.database.writing() as connection:
        connection.execute(partials.delete().where(partials.c.start == 2))
    assert shelf_of(desk).partial(this) == b"ab"


def test_bytes_that_are_gone_or_changed_are_an_alarm_and_stay(village: House) -> None:
    filed(village)
    desk = desk_of(village, "desa")
    with pytest.raises(BytesAlarm):
        shelf_of(desk).read("A" * 43, 0, 10)
    assert shelf_of(desk).size("A" * 43) is None
    (path,) = desk.files.folder.iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    told = village.must("desa", "sync")
    assert (told["blobs_sent"], len(told["alarms"])) == (0, 1)
    assert "tidak dihapus" in told["alarms"][0]
    assert path.exists()


def test_documents_that_have_not_reached_the_hub_yet_are_waited_for_without_alarm(village: House) -> None:
    village.enrol("kecamatan", "kasi-kesra")
    request = village.submit("desa", "dispensasi-nikah", "ktp", officer="clerk")
    cut_at(village.town, "begin_upload", Unreachable("cut"))
    village.refused("desa", "sync", "unreachable")
    assert village.must("kecamatan", "sync")["alarms"] == []
    assert village.must("kecamatan", f"show {request}")["documents"][0]["here"] is False
    village.must("desa", "sync")
    village.must("kecamatan", "sync")
    assert village.must("kecamatan", f"show {request}")["documents"][0]["here"] is True


def test_the_same_scan_in_two_requests_is_here_for_both(village: House) -> None:
    village.enrol("kecamatan", "kasi-kesra")
    first, second = (village.submit("desa", "dispensasi-nikah", "ktp", officer="clerk") for _ in range(2))
    village.must("desa", "sync")
    village.must("kecamatan", "sync")
    third = village.submit("desa", "dispensasi-nikah", "ktp", officer="clerk")
    village.must("desa", "sync")
    village.must("kecamatan", "sync")
    for request in (first, second, third):
        (document,) = village.must("kecamatan", f"show {request}")["documents"]
        assert (document["state"], document["here"]) == ("stored", True)


def test_a_scan_taken_in_here_is_here_for_what_a_colleague_filed_too(desk: Desk) -> None:
    blob = Blob("A" * 43, 3, "application/pdf", "ktp")
    kept = desk.files.keep([b"abc"])
    named = replace(blob, sha256=b64u(kept.sha256))
    with desk.database.writing() as connection:
        blobs.add_named(connection, fakes.KECAMATAN, "r-colleague", named, "scan.pdf")
        assert blobs.of_request(connection, "r-colleague")[0].state == blobs.ABSENT
        blobs.add_own(connection, (fakes.KECAMATAN, "r-own"), named, "scan.pdf", kept)
        theirs, own = (blobs.of_request(connection, name)[0] for name in ("r-colleague", "r-own"))
    assert (theirs.state, own.state, theirs.kept) == (blobs.STORED, blobs.WAITING, own.kept)


def with_crls(village: House) -> None:
    """The regency's authority has told the hub which certificates it has taken back: none."""
    town = village.town
    for name, crl in zip(("root.crl", "below.crl"), town.authority.crls(town.clock.now()), strict=True):
        (town.folder / name).write_bytes(crl)
    town.apply({"crls": ["root.crl", "below.crl"]})
    village.must("desa", "sync")


def test_a_letter_issued_here_comes_back_with_revocation_data_and_the_printed_one_stays_valid(village: House) -> None:
    with_crls(village)
    request, folder = filed(village), village.town.folder / "surat"
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    (printed,) = village.must("desa", f"letters {request} --out {folder}")["letters"]
    before = Path(printed["file"]).read_bytes()
    assert (printed["revision"], village.must("desa", "sync")["blobs_received"]) == ("signed", 1)
    (kept,) = village.must("desa", f"letters {request} --out {folder}")["letters"]
    assert (kept["revision"], kept["revocation"]) == ("with_revocation", "yes")
    assert Path(kept["file"]).read_bytes().startswith(before)
    assert village.must("desa", f"act {request} print")["ok"]
    assert village.must("desa", "sync")["blobs_received"] == 0


def test_a_letter_that_is_damaged_here_is_fetched_whole(village: House) -> None:
    request = filed(village)
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    village.must("desa", "sync")
    desk = desk_of(village, "desa")
    with desk.database.reading() as connection:
        (row,) = blobs.letters_of(connection, request)
    path = desk.files.folder / row.kept.file
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with_crls(village)
    whole = Wanted(LetterKey(request, row.letter), row.named, row.kept.size, "signed")
    assert shelf_of(desk).partial(whole) == b""


def test_a_hub_that_added_nothing_is_asked_once_with_every_step_and_sends_nothing(village: House) -> None:
    request = filed(village)
    village.must("desa", f"--officer kades issue {request} {village.keys('kades')}")
    village.must("desa", "sync")
    with_crls(village)
    assert village.must("desa", f"act {request} print")["ok"]
    village.must("desa", "sync")
    village.must("desa", "sync")
    desk = desk_of(village, "desa")
    with desk.database.reading() as connection:
        (row,) = blobs.letters_of(connection, request)
        assert wanting.all_wants(connection) == ()
    assert row.revision == "signed"


def test_a_signed_letter_to_which_the_hub_added_revocation_data_is_handed_out_with_it(village: House) -> None:
    town = village.town
    crls = town.authority.crls(town.clock.now())
    (town.folder / "root.crl").write_bytes(crls[0])
    (town.folder / "below.crl").write_bytes(crls[1])
    town.apply({"crls": ["root.crl", "below.crl"]})
    village.enrol("kecamatan", "kasi-kesra", "sekcam", "camat")
    request = village.submit("desa", "dispensasi-nikah", "ktp", officer="clerk")
    village.must("desa", "sync")
    for line in ("sync", f"--officer kasi-kesra act {request} verify", f"--officer sekcam act {request} paraf"):
        village.must("kecamatan", line)
    for line in ("sync", "sync", f"--officer camat sign {request} {village.keys('camat')}", "sync"):
        village.must("kecamatan", line)
    village.must("desa", "sync")
    (letter,) = village.must("desa", f"letters {request} --out {town.folder / 'surat'}")["letters"]
    assert (letter["revision"], letter["revocation"]) == ("with_revocation", "yes")


def test_a_letter_that_is_another_one_is_forgotten(village: House) -> None:
    filed(village)
    desk = desk_of(village, "desa")
    key = LetterKey("tidak-ada", "surat")
    this = Wanted(key, "A" * 43, 3, "signed")

    class Lying:
        def read_letter(self, *_: object) -> Part:
            return Part(b"abc", 3, "signed")

    with pytest.raises(FalseBytes):
        download(Lying(), shelf_of(desk), this)  # type: ignore[arg-type]
    assert shelf_of(desk).partial(this) == b""


def test_the_same_bytes_in_two_requests_are_found_by_their_hash(village: House) -> None:
    first, second = filed(village), filed(village)
    desk = desk_of(village, "desa")
    with desk.database.reading() as connection:
        one, two = (blobs.of_request(connection, request)[0] for request in (first, second))
        assert one.blob.sha256 == two.blob.sha256
        assert blobs.holding(connection, one.blob.sha256) is not None
        assert wanting.all_wants(connection) == ()
        assert catalogue.pack_of(connection, "tidak-ada@1") is None
        assert catalogue.route_of_ref(connection, "tidak-ada@1") is None
