"""The camat's five minutes: a queue over a real hub, one review list, one passphrase, an outcome per letter."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.cli.demo.citizens import COUPLES, marriage
from desktop.errors import BadInput, NotAllowed, NotFound, Rejected
from desktop.office import batching, deciding, reviewing, weighing
from desktop.office.desk import open_with
from desktop.office.recording import known
from desktop.office.showing import LetterKind
from desktop.office.submitting import correct_request
from desktop.store.browsing import Wanted, page
from domain.actions import ActionKind
from domain.workflow import State
from sync.record import hash_of
from tests.desktop import fakes
from tests.desktop.camat_morning import WHOLE, camat_of, file_marriage, requests_of
from tests.desktop.fakes import KECAMATAN, VILLAGE
from tests.desktop.house import House
from tests.desktop.town import PASSPHRASE
from tooling.sample_desk import accept, begin_desk, carry, file_request, hear, outside_at


def test_what_waits_says_what_takes_it_on(morning_of: House) -> None:
    queue = deciding.see_queue(camat_of(morning_of))
    assert [each.quick for each in queue] == ["sign", "sign"]
    assert all(each.left for each in queue)


def test_the_most_overdue_comes_first(morning_of: House) -> None:
    morning_of.town.clock.instant += timedelta(days=20)
    late = deciding.see_queue(camat_of(morning_of))
    assert [each.late for each in late] == [True, True]
    assert [each.minutes for each in late] == sorted(each.minutes or 0 for each in late)


def test_the_letter_that_is_weighed_is_the_one_that_the_hub_froze(morning_of: House) -> None:
    desk, told = camat_of(morning_of), requests_of(morning_of)
    weighed = weighing.weigh(desk, told["whole"])
    assert weighed.letter.kind is LetterKind.PREPARED
    with desk.database.reading() as connection:
        frozen = known(connection, told["whole"]).request.frozen
    assert frozen is not None
    assert hash_of(weighed.letter.pdf) == frozen.prepared
    assert weighed.quick is ActionKind.SIGN
    assert sorted({each.label for each in weighed.sheets})
    first = weighed.sheets[0]
    assert weighing.sheet_bytes(desk, told["whole"], first.sha256).startswith(b"%PDF")
    with pytest.raises(NotFound, match="belum diterima"):
        weighing.sheet_bytes(desk, told["bare"], "A" * 43)


def test_what_is_doubtful_is_named_in_words(morning_of: House) -> None:
    desk, told = camat_of(morning_of), requests_of(morning_of)
    before = reviewing.review(desk, [told["whole"], told["bare"]])
    assert [each.doubts[0] for each in before] == ["Belum Anda buka."] * 2
    for request in told.values():
        weighing.weigh(desk, request)
    whole, bare = reviewing.review(desk, [told["whole"], told["bare"]])
    assert whole.clear, whole
    assert any("belum ada" in doubt for doubt in bare.doubts)
    assert not bare.stop


def test_the_list_names_another_open_request_of_the_same_person(morning_of: House) -> None:
    told = requests_of(morning_of)
    again = file_marriage(morning_of, 0, *WHOLE)
    morning_of.must("desa", "sync")
    morning_of.must("kecamatan", "--officer camat sync")
    desk = camat_of(morning_of)
    weighing.weigh(desk, told["whole"])
    (line,) = reviewing.review(desk, [told["whole"]])
    assert any(doubt.startswith("Mirip permohonan") for doubt in line.doubts), again


def test_a_letter_that_does_not_open_is_not_signed_unseen(morning_of: House) -> None:
    desk, told = camat_of(morning_of), requests_of(morning_of)
    with desk.database.reading() as connection:
        row = deciding.letter_to_sign(connection, told["whole"])
    assert row is not None
    path = desk.profile / "blobs" / row.kept.file
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    (line,) = reviewing.review(desk, [told["whole"]])
    assert "tidak dapat ditampilkan" in line.stop


def test_one_passphrase_signs_what_was_chosen_and_the_hub_agrees(morning_of: House) -> None:
    desk, told = camat_of(morning_of), requests_of(morning_of)
    key = batching.open_key(desk, morning_of.town.p12("camat"), PASSPHRASE)
    for request in told.values():
        changed = batching.take_on(desk, request, ActionKind.SIGN, key)
        assert "belum diterima" in changed.sentence
    assert batching.certificates_of(desk).path == str(morning_of.town.p12("camat"))
    with pytest.raises(NotAllowed):
        batching.take_on(desk, told["whole"], ActionKind.SIGN, key)
    assert morning_of.must("kecamatan", "--officer camat sync")["sent"] == 2
    assert {morning_of.state("kecamatan", request) for request in told.values()} == {"signed"}


def test_a_kill_in_the_middle_of_a_batch_loses_no_letter_that_was_told_as_signed(morning_of: House) -> None:
    desk, told = camat_of(morning_of), requests_of(morning_of)
    key = batching.open_key(desk, morning_of.town.p12("camat"), PASSPHRASE)
    batching.take_on(desk, told["whole"], ActionKind.SIGN, key)
    copy = morning_of.town.folder / "setelah-mati"
    shutil.copytree(desk.profile, copy)
    vault = fakes.quick_vault(copy)
    survivor = open_with(vault, fakes.outside(), vault.open("camat", fakes.PASSWORD, fakes.NOON))
    with survivor.database.reading() as connection:
        listed = {each.row.id: each.row.state for each in page(connection, KECAMATAN, Wanted())}
    survivor.close()
    assert (listed[told["whole"]], listed[told["bare"]]) == ("signed", "to_sign")


@pytest.mark.parametrize(("who", "words"), [("sekcam", "bukan milik"), ("camat", "Frasa sandi")])
def test_a_certificate_that_does_not_fit_signs_nothing(morning_of: House, who: str, words: str) -> None:
    desk = camat_of(morning_of)
    passphrase = PASSPHRASE if who == "sekcam" else "salah"
    with pytest.raises(Rejected) as refused:
        batching.open_key(desk, morning_of.town.p12(who), passphrase)
    assert refused.value.sentence
    assert batching.certificates_of(desk).path == ""


def test_on_a_plane_the_content_is_approved_and_signing_follows(morning_of: House) -> None:
    """The letter's bytes are not here: the approval is recorded, the signature waits for them."""
    desk, told = camat_of(morning_of), requests_of(morning_of)
    with desk.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM letters")
    (line,) = [each for each in deciding.see_queue(desk) if each.id == told["whole"]]
    assert (line.quick, line.note) == ("approve", "Berkas surat belum diterima komputer ini")
    batching.take_on(desk, told["whole"], ActionKind.APPROVE)
    (line,) = [each for each in deciding.see_queue(desk) if each.id == told["whole"]]
    assert line.quick == ""
    assert line.note.startswith("Sudah Anda setujui")
    with desk.database.reading() as connection:
        assert known(connection, told["whole"]).request.state is State.TO_SIGN


def test_a_letter_that_is_here_is_signed_without_a_network_and_waits_for_the_hub(morning_of: House) -> None:
    desk, told = camat_of(morning_of), requests_of(morning_of)
    key = batching.open_key(desk, morning_of.town.p12("camat"), PASSPHRASE)
    batching.take_on(desk, told["whole"], ActionKind.SIGN, key)
    with desk.database.reading() as connection:
        standing = known(connection, told["whole"]).standing
    assert standing.expected.state is State.SIGNED
    assert standing.accepted is not None
    assert standing.accepted.state is State.TO_SIGN


def test_what_a_correction_changed_is_shown_with_both_answers_and_told_before_a_batch(tmp_path: Path) -> None:
    now = fakes.Clock().now
    village = begin_desk(tmp_path / "desa", VILLAGE, ("sepatin-petugas",), outside_at(now))
    office = begin_desk(tmp_path / "kecamatan", KECAMATAN, ("anggana-kasi-kesra",), outside_at(now))
    first = marriage(COUPLES[0], now().date())
    request = file_request(village, "dispensasi-nikah", first)
    carry(village, office, request)
    assert weighing.weigh(office, request).differences == ()
    said = {"to": "pengajuan", "reason": "lihat_catatan", "note": "Tempatnya?"}
    hear(village, request, "anggana-kasi-kesra", ActionKind.RETURN, dict(said))
    correct_request(village, request, {**first, "tempat_nikah": "Balai Desa Contoh"})
    accept(village, request)
    carry(village, office, request)
    (line,) = reviewing.review(office, [request])
    assert line.kind is ActionKind.VERIFY
    assert "Diperbaiki sejak terakhir Anda buka." in line.doubts
    weighed = weighing.weigh(office, request)
    assert [(each.before, each.after) for each in weighed.differences] == [
        (str(first["tempat_nikah"]), "Balai Desa Contoh")
    ]
    (line,) = reviewing.review(office, [request])
    assert "Diperbaiki sejak terakhir Anda buka." not in line.doubts
    village.close()
    office.close()


def test_what_is_no_longer_open_says_so_in_the_list(morning_of: House) -> None:
    desk, told = camat_of(morning_of), requests_of(morning_of)
    key = batching.open_key(desk, morning_of.town.p12("camat"), PASSPHRASE)
    batching.take_on(desk, told["whole"], ActionKind.SIGN, key)
    (line,) = reviewing.review(desk, [told["whole"], "tidak-ada"])
    assert line.kind is None
    assert line.stop == "Langkah ini sudah tidak terbuka."


def test_a_file_that_is_not_there_is_no_certificate(morning_of: House) -> None:
    with pytest.raises(BadInput, match="tidak dapat dibaca"):
        batching.open_key(camat_of(morning_of), morning_of.town.folder / "tidak-ada.p12", PASSPHRASE)


def test_a_request_is_folded_once_in_a_snapshot_and_anew_in_the_next(morning_of: House) -> None:
    desk, request = camat_of(morning_of), requests_of(morning_of)["whole"]
    with desk.database.reading() as connection:
        first = known(connection, request)
        assert known(connection, request) is first
    with desk.database.reading() as connection:
        assert known(connection, request) is not first
    with desk.database.writing() as connection:
        assert known(connection, request) is not known(connection, request)
