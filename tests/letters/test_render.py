"""The pages: paper, kop, words, marks across, space for the pen, and text that stays text."""

import io
from dataclasses import replace

import pypdf
import pytest

from domain.letters import FrozenLetter, Letterhead, Paper, Typesetting
from letters.errors import FontsDiffer, TemplateDiffers, TemplateFailed
from letters.render import (
    render,
    render_letterhead,
    render_preview,
    render_receipt,
    render_wet_ink,
    render_with_fields,
)
from letters.templates import TemplateSource, load_template
from tests.letters.samples import AN_UB, BONTANG, KECAMATAN, KEDIRI, LURAH, ON, PLH, SKTM, draft, frozen, receipt


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def _render(letter: FrozenLetter) -> bytes:
    return render(letter, load_template(letter.draft.service))


@pytest.mark.parametrize(("paper", "size"), [("F4", (215, 330)), ("A4", (210, 297))])
def test_the_paper_is_exact(paper: str, size: tuple[int, int]) -> None:
    page = pypdf.PdfReader(io.BytesIO(_render(frozen(paper=paper)))).pages[0].mediabox
    assert (round(float(page.width) / 72 * 25.4, 2), round(float(page.height) / 72 * 25.4, 2)) == size


def test_it_is_pdf_a_with_every_font_inside() -> None:
    pdf = _render(frozen())
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    xmp = reader.xmp_metadata
    assert xmp is not None
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf
    fonts = reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    descriptors = [font.get_object()["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert len(descriptors) >= 2
    assert all("/FontFile2" in descriptor or "/FontFile3" in descriptor for descriptor in descriptors)


def test_a_kades_signs_without_a_nip() -> None:
    told = words(_render(frozen()))
    assert "PEMERINTAH KABUPATEN KUTAI KARTANEGARA KECAMATAN MUARA MUNTAI DESA KAYU BATU" in told
    assert "SURAT KETERANGAN USAHA Nomor : 500.2.2.4/012/KB/XI/2026" in told
    assert told.index("Kayu Batu, 21 November 2026 Kepala Desa Kayu Batu, Contoh Kepala Desa") > 0
    assert "NIP" not in told
    assert "1 Maret 2019" in told


@pytest.mark.parametrize("kop", [BONTANG, KEDIRI])
def test_a_lurah_signs_with_a_nip_under_the_kop_of_the_kecamatan(kop: object) -> None:
    told = words(_render(frozen(signer=LURAH, kop=kop, place="Bontang")))  # type: ignore[arg-type]
    assert "Lurah Tanjung Laut, Contoh Nama Lurah, S.Sos. NIP 19800101 200501 1 000" in told
    assert "KECAMATAN" in told


@pytest.mark.parametrize("signer", [PLH, AN_UB])
def test_a_substitute_is_written_as_the_rules_want(signer: object) -> None:
    told = words(_render(frozen("dispensasi-nikah", signer, KECAMATAN)))  # type: ignore[arg-type]
    assert f"{' '.join(signer.lines)}, {signer.name} NIP {signer.nip}" in told  # type: ignore[attr-defined]
    assert "Sabtu, 28 November 2026" in told
    assert "tersisa 5 hari kerja" in told


def test_the_family_has_a_row_for_everyone_and_the_second_field_is_empty() -> None:
    told = words(_render(frozen("sktm")))
    assert "4. Anto Contoh 6402041212130000 Anak 12 Pelajar" in told
    assert "Mengetahui" not in told


def test_a_long_family_goes_on_to_the_next_page_with_its_signatures_together() -> None:
    family = SKTM["keluarga"] * 9
    done = render_with_fields(frozen("sktm", content={**SKTM, "keluarga": family}), load_template("sktm"))
    assert {field.page for field in done.fields} == {len(pypdf.PdfReader(io.BytesIO(done.pdf)).pages) - 1}
    assert "Halaman 2 dari 2" in words(done.pdf)


def test_a_field_nobody_filled_is_a_dash() -> None:
    assert "Agama : –" in words(_render(frozen(content={"nama": "Siti Contoh", "agama": ""})))


def test_hostile_text_stays_text() -> None:
    hostile = '#sys.inputs *b* $1+1$ @ref #read("/etc/passwd") ]]] [ <a>x</a> \\u{41} // x /* y */ `z` #{ } = H'
    told = words(_render(frozen(content={"nama": hostile})))
    assert "".join(hostile.split()) in "".join(told.split())
    assert "root:" not in told


def test_a_letter_the_font_lacks_stops_the_letter() -> None:
    with pytest.raises(TemplateFailed) as failure:
        _render(frozen(content={"nama": "Siti 漢"}))
    assert "漢" not in str(failure.value)


def test_a_draft_has_the_mark_and_neither_number_nor_field_nor_footer() -> None:
    pdf = render_preview(draft("sktm"), load_template("sktm"))
    told = words(pdf)
    assert "DRAF" in told
    assert "Nomor : ……" in told
    assert "sertifikat" not in told
    assert b"/AcroForm" not in pdf


def test_a_print_for_the_pen_has_space_and_speaks_of_no_electronic_signature() -> None:
    told = words(render_wet_ink(frozen("sktm"), load_template("sktm")))
    assert "Mengetahui, Nomor Register : ……" in told
    assert "elektronik" not in told
    assert "SALINAN" not in told
    assert "SALINAN" in words(render_wet_ink(frozen("sktm"), load_template("sktm"), "SALINAN"))


def test_the_receipt_says_what_happens_next_and_who_keeps_the_data() -> None:
    told = words(render_receipt(receipt(), ON))
    for part in ("R-2026-0012", "Fotokopi KTP-el", "Foto rumah", "Pasal 21", "Pengendali data", "tidak dipungut biaya"):
        assert part in told
    bare = words(render_receipt(replace(receipt(), documents=(), missing=()), ON))
    assert "Tidak ada dokumen." in bare
    assert "masih harus dilengkapi" not in bare


@pytest.mark.parametrize(("paper", "width"), [("F4", 215), ("A4", 210)])
def test_the_head_of_the_letters_is_set_alone_and_as_wide_as_the_paper(paper: Paper, width: int) -> None:
    kop = Letterhead(("PEMERINTAH KABUPATEN CONTOH", "DESA CONTOH"), "Jalan Contoh Nomor 1", "contoh")
    pdf = render_letterhead(kop, paper)
    assert "DESA CONTOH" in words(pdf)
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert round(float(page.width) / 72 * 25.4) == width
    assert float(page.height) < 200


def test_another_template_or_other_fonts_than_the_frozen_ones_are_refused() -> None:
    with pytest.raises(TemplateDiffers):
        render(frozen(), load_template("sktm"))
    with pytest.raises(FontsDiffer):
        render(replace(frozen(), typesetting=Typesetting("0" * 64, "0.15.2")), load_template("surat-keterangan-usaha"))


def test_every_signature_has_one_field_inside_its_page() -> None:
    head = '#set document(title: "t", date: datetime(year: 2026, month: 11, day: 21))\nx'
    marks = {
        "none": (),
        "another name": (("ttd9", 1, 10, 10, 100, 60),),
        "twice": (("ttd1", 1, 10, 10, 100, 60), ("ttd1", 1, 10, 90, 100, 60)),
        "outside": (("ttd1", 1, 590, 10, 100, 60),),
        "too small": (("ttd1", 1, 10, 10, 100, 10),),
    }
    for wrong in marks.values():
        told = "".join(
            f'#[#metadata((field: "{n}", page: {p}, x: {x}, y: {y}, width: {w}, height: {h})) <ruang-tanda-tangan>]'
            for n, p, x, y, w, h in wrong
        )
        template = TemplateSource("pack-lain", {"main.typ": (head + told).encode()})
        with pytest.raises(TemplateFailed):
            render(frozen(template=template.ref), template)


def test_the_field_lies_exactly_on_the_reserved_space() -> None:
    (field,) = render_with_fields(frozen(), load_template("surat-keterangan-usaha")).fields
    assert field.name == "ttd1"
    assert field.page == 0
    assert field.height == pytest.approx(2.5 / 2.54 * 72, abs=0.01)
    assert field.x + field.width == pytest.approx((215 - 25) / 25.4 * 72, abs=0.02)


@pytest.mark.parametrize("typed", ["modal usaha", "modal usaha.", "modal usaha . "])
def test_a_sentence_ends_with_one_full_stop_whatever_was_typed(typed: str) -> None:
    letter = frozen()
    content = {**letter.draft.content, "keperluan": typed}
    told = words(_render(replace(letter, draft=replace(letter.draft, content=content))))
    assert "keperluan: modal usaha. Demikian" in told
