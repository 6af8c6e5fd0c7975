from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.office.desk import Desk
from desktop.office.submitting import Drafted, read_answers, submit_request
from desktop.store import drafts
from tests.desktop.house import House, at_kasi


@pytest.mark.parametrize(
    ("line", "error", "said"),
    [
        ("--officer sekcam act {} verify", "not_assigned", "tidak memegang jabatan"),
        ("--officer kasi-kesra act {} paraf", "not_open", "tidak terbuka"),
        ("--officer kasi-kesra act {} withdraw --reason x", "other_office", "bukan pada langkah kantor Anda"),
        ("--officer kasi-kesra act {} return", "alasan_kosong", "alasannya"),
        ("--officer kasi-kesra act {} reject --reason ' '", "alasan_kosong", "alasannya"),
        ("--officer kasi-kesra act {} return --reason x --to camat", "not_an_earlier_step", "langkah sebelumnya"),
        ("--officer kasi-kesra act {} return --reason x --to tidak-ada", "langkah_tidak_ada", "Pilih: pengajuan"),
        ("--officer kasi-kesra act {} hand-over", "not_open", "tidak terbuka"),
        ("--officer kasi-kesra act {} print", "belum_ditandatangani", "belum ditandatangani"),
        ("act 00000000-0000-7000-8000-000000000000 verify", "permohonan_tidak_ada", "desk requests"),
    ],
)
def test_what_may_not_be_done_is_said_and_leaves_nothing(village: House, line: str, error: str, said: str) -> None:
    request = at_kasi(village)
    assert said in village.refused("kecamatan", line.format(request), error)
    assert village.must("kecamatan", "sync")["sent"] == 0
    assert village.state("kecamatan", request) == "at_step"


def test_what_may_be_done_is_offered_and_no_more(village: House) -> None:
    request = at_kasi(village)
    assert set(village.must("kecamatan", f"show {request}")["may"]) == {"verify", "return", "reject"}
    assert village.must("kecamatan", f"--officer sekcam show {request}")["may"] == []
    assert set(village.must("desa", f"--officer clerk show {request}")["may"]) == {"add_document", "withdraw"}


def test_the_kecamatan_sees_the_documents_and_every_look_is_noted(village: House) -> None:
    request = at_kasi(village)
    shown = village.must("kecamatan", f"show {request}")
    assert [(each["kind"], each["here"]) for each in shown["documents"]] == [("ktp", True)]
    assert shown["answers"]["pria"]["nama"]
    village.must("kecamatan", "sync")
    village.must("kecamatan", "doctor")


def test_paper_can_be_asked_for_and_taken_back(village: House) -> None:
    request = at_kasi(village)
    village.must("kecamatan", f"act {request} verify")
    village.must("kecamatan", f"--officer sekcam act {request} paraf")
    village.must("kecamatan", "sync")
    village.must("kecamatan", "sync")
    village.must("kecamatan", f"--officer camat act {request} approve")
    village.must("kecamatan", f"act {request} prepare --medium paper")
    for _ in range(3):
        village.must("kecamatan", "sync")
    assert village.state("kecamatan", request) == "to_sign_on_paper"
    (waiting,) = village.must("kecamatan", f"show {request}")["letters"]
    assert waiting["medium"] == "paper"


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"pemohon": {"nik": "123"}}, "pemohon/nik"),
        ({"nama_usaha": ""}, "nama_usaha"),
        ({"nama_usaha": "Warung 漢"}, "nama_usaha"),
        ({"tidak_dikenal": "x"}, "tidak_dikenal"),
    ],
)
def test_wrong_answers_are_named_one_by_one_and_nothing_is_recorded(
    village: House, changes: dict[str, Any], path: str
) -> None:
    answers = village.answers("surat-keterangan-usaha", **changes)
    line = f"--officer clerk submit surat-keterangan-usaha --answers {answers}"
    answer = village.type("desa", line)
    assert answer["error"] == "jawaban_salah"
    assert any(detail.startswith(path) for detail in answer["details"])
    assert village.must("desa", "requests")["requests"] == []


@pytest.mark.parametrize("content", [b"[1]", b"{", b"\xff"])
def test_answers_that_are_no_object_are_refused(village: House, content: bytes) -> None:
    path = village.file("jawaban.json", content)
    village.refused("desa", f"--officer clerk submit sktm --answers {path}", "jawaban_tidak_terbaca")


def test_a_service_that_is_not_offered_names_those_that_are(village: House) -> None:
    line = f"--officer clerk submit paspor --answers {village.answers('sktm')}"
    assert "sktm" in village.refused("desa", line, "layanan_tidak_ada")


def test_a_second_request_of_the_same_person_is_noticed_and_allowed(village: House) -> None:
    first = village.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    line = f"submit surat-keterangan-usaha --answers {village.answers('surat-keterangan-usaha')}"
    told = village.must("desa", line)
    assert told["duplicates"] == [first]
    assert set(told["missing_documents"]) == {"ktp", "kk"}
    assert any("NIK yang sama" in warning for warning in told["warnings"])


def test_an_attachment_that_lies_about_itself_stops_the_whole_submission(village: House) -> None:
    path = village.file("ktp.pdf", b"MZ" * 100)
    answers = village.answers("surat-keterangan-usaha")
    scans = f"--attach kk={village.scan()} --attach ktp={path}"
    line = f"--officer clerk submit surat-keterangan-usaha --answers {answers} {scans}"
    village.refused("desa", line, "lampiran_bukan_isinya")
    assert village.must("desa", "requests")["requests"] == []
    assert not list((village.profile("desa") / "blobs").glob("*"))


def test_documents_are_asked_for_by_name(village: House) -> None:
    request = village.submit("desa", "surat-keterangan-usaha", officer="clerk")
    line = f"attach {request} paspor={village.scan()}"
    assert "Yang diminta" in village.refused("desa", line, "dokumen_tidak_diminta")
    village.refused("desa", f"attach {request} ktp", "lampiran_salah_tulis")
    told = village.must("desa", f"attach {request} ktp={village.scan()}")
    assert told["missing_documents"] == ["kk"]


def test_a_list_is_narrowed_by_state(village: House) -> None:
    request = village.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    assert [row["id"] for row in village.must("desa", "requests --state at_step")["requests"]] == [request]
    assert village.must("desa", "requests --state signed")["requests"] == []
    assert "at_step" in village.refused("desa", "requests --state apa", "keadaan_tidak_dikenal")


def test_what_a_village_recorded_teaches_its_register_and_nobody_elses(village: House) -> None:
    village.enrol("kecamatan", "kasi-kesra")
    village.submit("desa", "dispensasi-nikah", "ktp", officer="clerk")
    village.must("desa", "sync")
    village.must("kecamatan", "sync")
    assert len(village.must("desa", "citizens search contoh")["citizens"]) == 2
    assert village.must("kecamatan", "citizens search contoh")["citizens"] == []


def test_drafts_and_undone_decisions_are_durable(desk: Desk) -> None:
    draft = drafts.FormDraft("d1", "sktm", "clerk", {"keperluan": "sekolah"}, "2026-11-20T04:00:00.000Z")
    newer = drafts.FormDraft("d1", "sktm", "clerk", {"keperluan": "beasiswa"}, "2026-11-20T04:01:00.000Z")
    decision = drafts.PendingDecision("p1", "r1", "camat", "approve", {"n": 1}, "2026-11-20T04:00:10.000Z")
    with desk.database.writing() as connection:
        drafts.keep_draft(connection, draft)
        drafts.keep_draft(connection, newer)
        drafts.keep_pending(connection, decision)
    with desk.database.writing() as connection:
        assert drafts.all_drafts(connection) == (newer,)
        assert drafts.all_pending(connection) == (decision,)
        assert drafts.drop_pending(connection, "p1")
        assert not drafts.drop_pending(connection, "p1")
        drafts.drop_draft(connection, "d1")
        assert drafts.all_drafts(connection) == ()


def test_a_draft_ends_with_its_submission(village: House) -> None:
    village.must("desa", "--officer clerk requests")
    desk = village.session("desa")._desk
    assert desk is not None
    with desk.database.writing() as connection:
        drafts.keep_draft(connection, drafts.FormDraft("d1", "sktm", "clerk", {}, "2026-11-20T04:00:00.000Z"))
    answers: Path = village.answers("surat-keterangan-usaha")
    submit_request(desk, "surat-keterangan-usaha", read_answers(answers), drafted=Drafted("d1"))
    with desk.database.reading() as connection:
        assert drafts.all_drafts(connection) == ()
