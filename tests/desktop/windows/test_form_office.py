"""What a form does without a window: documents held with the draft, persons found, second requests, drafts kept."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from desktop.cli.demo.citizens import BAKER, FISHERMAN, MOTHER, business
from desktop.errors import BadInput, NotFound
from desktop.office import drafting, holding, register, scanner
from desktop.office.browsing import page_of_drafts, page_of_requests
from desktop.office.desk import Desk, open_desk
from desktop.office.drafting import Filling
from desktop.office.duplicates import same_open
from desktop.office.filed import code_of, see_filed
from desktop.office.finding import find
from desktop.office.holding import Held
from desktop.office.legibility import Doubt, measure
from desktop.office.scanner import ScanFile, Settling
from desktop.office.sheets import places_of, sheets_of
from desktop.store import blobs, drafts
from desktop.store.browsing import Stage, Wanted
from domain.actions import Json
from forms.documents import AskedDocument
from tests.desktop import fakes
from tests.desktop.house import pdf_scan, picture
from tests.desktop.windows.pictures import page_picture
from tooling.sample_desk import PASSWORD
from tooling.screenshots.story import NOW


@pytest.fixture(scope="module")
def desk(morning: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    profile = tmp_path_factory.mktemp("isian") / "desa"
    shutil.copytree(morning / "desa", profile)
    clock = fakes.Clock(NOW)
    opened = open_desk(fakes.quick_vault(profile), fakes.outside(clock), "sepatin-petugas", PASSWORD)
    yield opened
    opened.close()


@pytest.fixture
def filling(desk: Desk) -> Filling:
    return drafting.begin(desk, "surat-keterangan-usaha")


def asked(desk: Desk, filling: Filling, kind: str = "ktp") -> AskedDocument:
    form = drafting.judge(desk, filling.pack, filling.answers)
    return next(each for each in form.documents if each.kind == kind)


def hold(desk: Desk, filling: Filling, folder: Path, name: str = "ktp.jpg", content: bytes = b"") -> Held:
    (folder / name).write_bytes(content or page_picture())
    return holding.hold_file(desk, asked(desk, filling), folder / name)


def test_a_document_outlives_its_source_and_goes_with_the_request(desk: Desk, filling: Filling, tmp_path: Path) -> None:
    held = hold(desk, filling, tmp_path)
    assert (tmp_path / "ktp.jpg").exists()
    filling = replace(filling, answers=business(BAKER, "Kue Contoh"), scans={"ktp": held})
    drafting.keep(desk, filling)
    (tmp_path / "ktp.jpg").unlink()
    again = drafting.reopen(desk, filling.draft)
    assert (again.restored, again.scans, again.answers) == (True, filling.scans, filling.answers)
    with desk.database.reading() as connection:
        assert held.file in blobs.files_in_use(connection)
    request = str(drafting.submit(desk, again, "KUR kedua").told["request"])
    with desk.database.reading() as connection:
        (row,) = blobs.of_request(connection, request)
        assert (row.blob.document, row.kept) == ("ktp", held.kept)
        assert filling.draft not in [each.id for each in drafts.all_drafts(connection)]


def test_a_document_thrown_away_with_its_draft_leaves_nothing(desk: Desk, filling: Filling, tmp_path: Path) -> None:
    held = hold(desk, filling, tmp_path)
    filling = replace(filling, scans={"ktp": held})
    drafting.keep(desk, filling)
    drafting.discard(desk, filling)
    assert held.file not in desk.files.names()
    with pytest.raises(NotFound):
        drafting.reopen(desk, filling.draft)


def test_a_document_that_is_no_longer_asked_for_stays_at_home(desk: Desk, filling: Filling, tmp_path: Path) -> None:
    held = hold(desk, filling, tmp_path)
    answers = business(FISHERMAN, "Kedua Contoh")
    told = drafting.submit(desk, replace(filling, answers=answers, scans={"tidak_diminta": held})).told
    with desk.database.reading() as connection:
        assert blobs.of_request(connection, str(told["request"])) == ()


def test_a_picture_is_turned_and_may_keep_its_size(desk: Desk, filling: Filling, tmp_path: Path) -> None:
    wide = page_picture((2400, 1200))
    held = hold(desk, filling, tmp_path, content=wide)
    assert measure(holding.bytes_of(desk, held)).side == 1600
    turned = holding.turn(desk, holding.said_readable(held), 1)
    assert turned.seen
    assert turned.file != held.file
    assert page_size(holding.bytes_of(desk, turned)) == (800, 1600)
    whole = holding.hold_file(desk, asked(desk, filling), tmp_path / "ktp.jpg", whole=True)
    assert page_size(holding.bytes_of(desk, whole)) == (2400, 1200)
    assert whole.whole
    pasted = holding.hold_bytes(desk, asked(desk, filling), "tempelan.png", picture("PNG", (900, 600)))
    assert (pasted.source, pasted.is_picture) == ("", True)
    assert page_size(holding.bytes_of(desk, holding.turn(desk, pasted, 0))) == (900, 600)


def page_size(content: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(content)).size


def test_a_pdf_says_its_pages_and_is_not_turned(desk: Desk, filling: Filling, tmp_path: Path) -> None:
    held = hold(desk, filling, tmp_path, "ktp.pdf", pdf_scan(3))
    assert (held.pages, held.doubts, held.is_picture) == (3, (), False)
    with pytest.raises(BadInput, match="PDF tidak dapat diputar"):
        holding.turn(desk, held, 1)


def test_a_photograph_of_some_phones_is_refused_with_what_to_do(desk: Desk, filling: Filling, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="kirim ulang sebagai JPG"):
        hold(desk, filling, tmp_path, "foto.heic", b"\0\0\0\x18ftypheic" + b"\0" * 40)
    with pytest.raises(BadInput, match="kirim ulang sebagai JPG"):
        hold(desk, filling, tmp_path, "foto.jpg", b"\0\0\0\x18ftypmif1" + b"\0" * 40)


@pytest.mark.parametrize(
    ("changes", "doubts"),
    [
        ({}, ()),
        ({"blur": 4}, (Doubt.BLURRED,)),
        ({"light": 0.2}, (Doubt.DARK,)),
        ({"size": (600, 400)}, (Doubt.SMALL,)),
        ({"lines": 0}, (Doubt.FLAT,)),
    ],
)
def test_a_scan_that_may_not_be_readable_is_doubted(changes: dict[str, float], doubts: tuple[Doubt, ...]) -> None:
    assert measure(page_picture(**changes)).doubts == doubts  # type: ignore[arg-type]


def test_what_an_older_program_kept_of_documents_is_left_out() -> None:
    assert holding.read_held({"ktp": "/tmp/ktp.jpg"}) == {}
    assert holding.read_held(None) == {}


def test_the_second_request_is_shown_beside_the_first_however_the_nik_was_typed(desk: Desk, filling: Filling) -> None:
    owner = MOTHER.on_form(
        "nik", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "agama", "pekerjaan", "alamat"
    )
    answers: dict[str, Json] = {**business(MOTHER, "Warung Contoh"), "pemohon": owner}
    drafting.submit(desk, replace(filling, answers=answers))
    nik = MOTHER.nik
    typed = {**owner, "nik": f"{nik[:4]} {nik[4:8]}.{nik[8:12]}-{nik[12:]}"}
    second = replace(filling, answers={**answers, "pemohon": typed, "nama_usaha": "Kedai Contoh"})
    form = drafting.judge(desk, second.pack, second.answers)
    (same,) = same_open(desk, second, form)
    assert same.stage is Stage.READY
    assert [(line.label, line.old, line.new) for line in same.lines] == [
        ("Nama usaha", "Warung Contoh", "Kedai Contoh")
    ]
    told = drafting.submit(desk, second, "Usaha yang lain").told
    assert told["duplicates"] == [same.request]
    assert same_open(desk, replace(second, request="yang-lain"), form) == ()
    assert same_open(desk, replace(second, answers={}), form) == ()


def test_a_half_typed_correction_is_a_draft_too(desk: Desk) -> None:
    returned = next(
        line for line in page_of_requests(desk, Wanted(stage=Stage.RETURNED)).lines if line.state == "returned"
    )
    begun = drafting.correct(desk, returned.id)
    assert begun.attached == frozenset()
    drafting.keep(desk, replace(begun, answers={**begun.answers, "tempat_nikah": "Rumah Contoh"}))
    again = drafting.correct(desk, returned.id)
    assert (again.draft, again.request, again.restored) == (begun.draft, returned.id, True)
    assert again.answers["tempat_nikah"] == "Rumah Contoh"
    assert drafting.reopen(desk, begun.draft).request == returned.id
    drafting.submit(desk, again)
    assert begun.draft not in [line.id for line in page_of_drafts(desk).lines]


def test_a_person_fills_in_and_another_one_leaves_nothing_of_the_first(filling: Filling) -> None:
    typed = replace(filling, answers={"pemohon": {"telepon": "0812", "nama": "Salah"}})
    first = {"nik": "1", "nama": "Satu Contoh", "kk": "9"}
    one = drafting.with_person(typed, "pemohon", first)
    assert one.answers["pemohon"] == {"telepon": "0812", "nama": "Satu Contoh", "nik": "1", "kk": "9"}
    two = drafting.with_person(one, "pemohon", {"nik": "2", "nama": "Dua Contoh"}, first)
    assert two.answers["pemohon"] == {"telepon": "0812", "nama": "Dua Contoh", "nik": "2"}


def test_persons_are_listed_with_what_tells_namesakes_apart_and_their_number_masked(desk: Desk) -> None:
    page = register.list_persons(desk, "siti rah")
    (baker,) = page.people
    assert (baker.name, baker.born, page.after) == (BAKER.name, "1991-08-17", 0)
    assert "Sepatin" in baker.place
    assert BAKER.nik not in baker.nik
    assert register.list_persons(desk, "contoh").people[0].name <= register.list_persons(desk, "contoh").people[-1].name
    assert register.list_persons(desk, "dusun").people == ()
    assert register.list_persons(desk, "rahmah sepatin").people == page.people
    assert register.list_persons(desk, "!").people == ()
    assert register.list_persons(desk, BAKER.nik[:13]).people == page.people
    whole = register.person_of_row(desk, baker.id)
    assert whole is not None
    assert whole.person["nik"] == BAKER.nik
    assert register.person_of_nik(desk, "6402 9999 9999 9999") is None


def test_a_long_section_is_parted_and_says_so(desk: Desk) -> None:
    pack = drafting.begin(desk, "dispensasi-nikah").pack
    sheets = sheets_of(pack)
    assert [(sheet.title, sheet.part, sheet.parts) for sheet in sheets][1:3] == [
        ("Calon suami", 1, 2),
        ("Calon suami", 2, 2),
    ]
    assert [sheet.first for sheet in sheets][1:3] == [True, False]
    assert max(len(sheet.references) for sheet in sheets) <= 7


def test_what_is_worked_out_wrongly_is_mended_where_it_is_asked(desk: Desk) -> None:
    pack = drafting.begin(desk, "dispensasi-nikah").pack
    form = drafting.judge(desk, pack, {"tanggal_nikah": "2027-06-01"})
    places = places_of(sheets_of(pack), form)
    assert places["hari_kerja_tersisa"] == 0
    assert places["wanita/nik"] == 3


def test_a_scan_is_offered_when_two_looks_found_it_alike(tmp_path: Path) -> None:
    settling = Settling()
    growing, whole, empty = (ScanFile(tmp_path / name, size, 5) for name, size in (("a", 1), ("b", 9), ("c", 0)))
    assert settling.ready([growing, whole, empty]) == ((), True)
    grown = ScanFile(growing.path, 2, 6)
    assert settling.ready([grown, whole, empty]) == ((whole,), True)
    assert settling.ready([grown, whole]) == ((grown, whole), False)


def test_the_scanners_folder_is_chosen_once_and_only_looked_into(desk: Desk, tmp_path: Path) -> None:
    assert scanner.scanner_folder(desk) is None
    with pytest.raises(BadInput, match="tidak dapat dibuka"):
        scanner.choose_scanner_folder(desk, tmp_path / "tidak-ada")
    scanner.choose_scanner_folder(desk, tmp_path)
    assert scanner.scanner_folder(desk) == tmp_path
    for name in ("scan.pdf", "foto.JPG", "catatan.txt", ".tersembunyi.pdf"):
        (tmp_path / name).write_bytes(b"x")
    now = datetime.now(UTC)
    assert {each.path.name for each in scanner.look_into(tmp_path, now)} == {"scan.pdf", "foto.JPG"}
    assert scanner.look_into(tmp_path, now + timedelta(days=1)) == ()
    scanner.choose_scanner_folder(desk, None)
    assert scanner.scanner_folder(desk) is None


def test_the_end_tells_what_is_next_until_when_and_what_is_missing(desk: Desk, filling: Filling) -> None:
    request = str(drafting.submit(desk, replace(filling, answers=business(FISHERMAN, "Ikan Contoh"))).told["request"])
    filed = see_filed(desk, request)
    assert filed.code == code_of(request)
    assert len(filed.code) == 9
    assert filed.next_steps == ("Tanda tangan kepala desa atau lurah",)
    assert "pukul" in filed.expected
    assert (filed.away, filed.first, filed.service) == (False, True, "surat-keterangan-usaha")
    assert len(filed.missing) == 2
    assert [hit.key for hit in find(desk, filed.code.lower())] == [request]
    assert find(desk, "0000-0000") == ()
