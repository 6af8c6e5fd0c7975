"""The appearance of a signature field."""

import io

import pypdf
import pytest

from letters.errors import PrepareRefused
from letters.stamp import SignerBlock, Stamp, render_stamp
from letters.typeset import FieldBox
from tests.letters.conftest import SECOND_STAMP, STAMP, URL
from tests.letters.samples import ON

BOX = FieldBox("ttd1", 0, 0, 0, 218.27, 172.91)


def test_the_stamp_is_as_large_as_its_field() -> None:
    page = pypdf.PdfReader(io.BytesIO(render_stamp(STAMP, BOX))).pages[0]
    assert [round(float(side), 2) for side in page.mediabox] == [0, 0, BOX.width, BOX.height]
    assert "Pindai kode QR" in page.extract_text()


def test_the_second_signer_stands_whole_in_the_stamp() -> None:
    told = " ".join(pypdf.PdfReader(io.BytesIO(render_stamp(SECOND_STAMP, BOX))).pages[0].extract_text().split())
    assert told.startswith("Mengetahui, Nomor Register : 400/017/KMM/2026 Plh. Camat Muara Muntai")
    assert told.endswith("Contoh Sekcam, S.H. NIP 19720101 199801 2 000")


def test_a_long_line_of_substitution_shrinks_rather_than_loses_the_name() -> None:
    lines = ("a.n. Camat Muara Muntai", "Sekretaris Kecamatan", "u.b.", "Kepala Seksi Kesejahteraan Sosial")
    heading = ("Mengetahui,", "Nomor Register : 400/017/KMM/2026", "Muara Muntai, 24 November 2026")
    block = SignerBlock(
        heading, lines, "Drs. H. Contoh Nama yang Panjang Sekali, S.Sos., M.Si.", "19720101 199801 2 000"
    )
    (page,) = pypdf.PdfReader(io.BytesIO(render_stamp(Stamp(URL, ON, block), BOX))).pages
    assert " ".join(page.extract_text().split()).endswith("M.Si. NIP 19720101 199801 2 000")


def test_the_same_stamp_gives_the_same_bytes_and_another_address_others() -> None:
    assert render_stamp(STAMP, BOX) == render_stamp(Stamp(URL, ON), BOX)
    assert render_stamp(STAMP, BOX) != render_stamp(Stamp(URL + "x", ON), BOX)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://", "https://contoh.go.id/a b", "https://" + "x" * 300])
def test_only_a_plain_web_address_goes_into_a_qr(url: str) -> None:
    with pytest.raises(PrepareRefused):
        Stamp(url, ON)
