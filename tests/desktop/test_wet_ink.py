"""The pen instead of a certificate: from the numbered sheet to the scan that everybody sees, over a real hub."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from desktop.office import wet_ink
from desktop.office.receipts import set_receipt
from desktop.office.scanned_pages import sheet_of_picture
from desktop.office.showing import LetterKind, mark_of_copy, see_letter
from sync.errors import Unreachable
from sync.hub_port import LetterKey
from tests.desktop.house import Answer, House, at_camat, desk_of, picture
from tests.desktop.town import DirectHub, cut_at


def words_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def for_the_pen(house: House) -> str:
    """A request whose numbered letter lies on the kecamatan's desk, to be signed by hand."""
    request = at_camat(house)
    house.must("kecamatan", f"--officer camat act {request} prepare --medium paper")
    for _ in range(2):
        house.must("kecamatan", "sync")
    return request


def sync_all(house: House) -> None:
    for desk in ("kecamatan", "desa", "kecamatan", "desa"):
        house.must(desk, "sync")


def refuse_what_cannot_be(house: House, request: str) -> None:
    scan = house.scan()
    line = f"--officer sekcam wet-ink {request} --scan {scan}"
    assert "Camat Contoh" in house.refused("kecamatan", line, "bukan_penanda_tangan")
    for more, error in (
        (f"--scan {scan} --signed-on 2026-12-24", "tanggal_depan"),
        ("--scan tidak-ada.pdf", "lampiran_tidak_terbaca"),
        ("--out tidak/ada/folder.pdf", "tujuan_surat"),
    ):
        house.refused("kecamatan", f"--officer camat wet-ink {request} {more}", error)
    assert house.must("kecamatan", "sync")["sent"] == 0
    assert house.state("kecamatan", request) == "to_sign_on_paper"


def test_a_letter_signed_with_a_pen_goes_all_the_way(village: House) -> None:
    waiting = for_the_pen(village)
    sheet = village.town.folder / "basah.pdf"
    village.must("kecamatan", f"wet-ink {waiting} --out {sheet}")
    assert "Nomor : " in words_of(sheet)
    assert see_letter(desk_of(village, "kecamatan"), waiting).kind is LetterKind.FOR_PEN
    refuse_what_cannot_be(village, waiting)
    photo = village.file("pindaian.jpg", picture(size=(600, 921)))
    told = village.must("kecamatan", f"--officer camat wet-ink {waiting} --scan {photo} --signed-on 2026-11-20")
    assert told["signed_on"] == "2026-11-20"
    assert village.state("kecamatan", waiting) == "signed"
    village.refused("kecamatan", f"letters {waiting} --out {village.town.folder}", "belum_diterima_hub")
    cut_at(village.town, "append", Unreachable("cut"))
    village.refused("kecamatan", "sync", "unreachable")
    village.must("desa", "sync")
    assert village.state("desa", waiting) == "to_sign_on_paper", "nothing is signed before the scan is at the hub"
    sync_all(village)
    see_the_scan_everywhere(village, waiting, told)
    village.must("kecamatan", f"act {waiting} send-by-courier")
    village.must("kecamatan", "sync")
    village.must("desa", "sync")
    for verb in ("received", "print", "hand-over"):
        village.must("desa", f"act {waiting} {verb}")
    village.must("desa", "sync")
    assert village.state("desa", waiting) == "handed_over"


def see_the_scan_everywhere(house: House, request: str, told: Answer) -> None:
    (letter,) = house.must("desa", f"show {request}")["letters"]
    assert (letter["here"], letter["revision"], letter["signer"]) == (True, "scan", "camat")
    out = house.must("desa", f"letters {request} --out {house.town.folder / 'surat'}")
    assert (out["letters"][0]["revision"], out["letters"][0]["sha256"]) == ("scan", told["scan"])
    desk = desk_of(house, "desa")
    assert set_receipt(desk, request).accepted.startswith("64.02.04.2001-"), "the hub's own number"
    shown = see_letter(desk, request)
    assert (shown.kind, shown.accepted, mark_of_copy(shown)) == (LetterKind.SCANNED, True, "SALINAN ke-1")
    with desk.database.reading() as connection:
        hub = DirectHub(house.town, desk.enrolled(connection))
    part = hub.read_letter(LetterKey(request, told["letter"]), 0, 4_000_000)
    assert (part.revision, part.content) == ("signed", Path(out["letters"][0]["file"]).read_bytes())


def test_a_pen_takes_only_what_waits_for_it(village: House, monkeypatch: pytest.MonkeyPatch) -> None:
    request = at_camat(village)
    line = f"--officer camat wet-ink {request} --scan {village.scan()}"
    village.refused("kecamatan", line, "bukan_tanda_tangan_basah")
    village.must("kecamatan", f"--officer camat act {request} prepare --medium paper")
    village.must("kecamatan", "sync")
    cut_at(village.town, "read_letter", Unreachable("cut"))
    village.refused("kecamatan", "sync", "unreachable")
    village.refused("kecamatan", f"wet-ink {request} --out {village.town.folder / 'x.pdf'}", "surat_belum_tiba")
    village.must("kecamatan", "sync")
    made = wet_ink._said
    monkeypatch.setattr(wet_ink, "_said", lambda *args: replace(made(*args), blobs=()))
    village.must("kecamatan", line)
    assert village.must("kecamatan", "sync")["refused"] == 1, "a page that no action names is no letter"


def test_a_picture_becomes_a_sheet_of_the_paper_with_nothing_cut() -> None:
    for kind in ("JPEG", "PNG"):
        pdf = sheet_of_picture(picture(kind, (600, 300)), "F4")
        with pypdfium2.PdfDocument(pdf) as document:
            page = document[0]
            assert [round(side) for side in page.get_size()] == [609, 935]
            (image,) = page.get_objects()
            left, bottom, right, top = image.get_bounds()
        assert (round(left), round(right)) == (0, 609)
        assert round(top - bottom) == 305
        assert round(bottom) == 315
