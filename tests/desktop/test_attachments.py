from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from desktop.errors import BadInput
from desktop.office import attachments, stripping
from desktop.office.attachments import Allowed, media_type_of, read_attachment
from tests.desktop.house import pdf_scan, picture

ANY = Allowed("“Kartu keluarga”", ("application/pdf", "image/jpeg", "image/png"), 5_000_000)


def kept(folder: Path, name: str, content: bytes, allowed: Allowed = ANY) -> attachments.Attachment:
    (folder / name).write_bytes(content)
    return read_attachment(folder / name, allowed)


def with_exif(orientation: int = 1) -> bytes:
    image = Image.effect_noise((400, 300), 40).convert("RGB")
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    exif[Base.Make] = "Kamera Contoh"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "S"
    written = io.BytesIO()
    image.save(written, "JPEG", quality=30, exif=exif, comment=b"rumah warga")
    return written.getvalue()


def test_a_pdf_is_kept_as_it_is(tmp_path: Path) -> None:
    content = pdf_scan()
    assert kept(tmp_path, "kk.PDF", content) == attachments.Attachment(content, "application/pdf", "kk.PDF")


def test_a_large_photograph_becomes_a_readable_page_without_exif(tmp_path: Path) -> None:
    content = picture(size=(4000, 3000), quality=95)
    found = kept(tmp_path, "kk.jpg", content)
    image = Image.open(io.BytesIO(found.content))
    assert (image.format, max(image.size)) == ("JPEG", 1600)
    assert len(found.content) < len(content) / 2
    assert not image.getexif()


def test_a_small_photograph_keeps_its_pixels_and_loses_its_metadata(tmp_path: Path) -> None:
    content = with_exif()
    found = kept(tmp_path, "kk.jpg", content)
    assert len(found.content) < len(content)
    assert b"Kamera Contoh" not in found.content
    assert b"rumah warga" not in found.content
    before, after = (Image.open(io.BytesIO(each)).convert("RGB").tobytes() for each in (content, found.content))
    assert before == after


def test_a_turned_photograph_is_turned_upright(tmp_path: Path) -> None:
    found = kept(tmp_path, "kk.jpeg", with_exif(orientation=6))
    assert Image.open(io.BytesIO(found.content)).size == (300, 400)


def test_a_drawing_stays_a_png_when_that_is_smaller(tmp_path: Path) -> None:
    written = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(written, "PNG")
    found = kept(tmp_path, "denah.png", written.getvalue())
    assert found.media_type == "image/png"
    assert len(found.content) <= len(written.getvalue())


def test_a_png_stays_a_png_where_nothing_else_is_taken(tmp_path: Path) -> None:
    only = Allowed("“Denah”", ("image/png",), 20_000_000)
    assert kept(tmp_path, "a.png", picture("PNG", (3000, 100)), only).media_type == "image/png"
    assert kept(tmp_path, "b.png", picture("PNG", (300, 100)), only).media_type == "image/png"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kk.pdf", b"MZ\x90\0 this program cannot be run in DOS mode" * 20),
        ("kk.jpg", b"<html><body>masuk</body></html>"),
        ("kk.png", picture("JPEG")),
        ("kk.exe", b"MZ" * 100),
        ("kk", pdf_scan()),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(BadInput, match="seperti namanya") as caught:
        kept(tmp_path, name, content)
    assert "Belum ada yang disimpan" in caught.value.sentence


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("kk.pdf", b"%PDF-1.7 rusak", "rusak"),
        ("kk.jpg", picture()[:200], "rusak"),
        ("kk.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "rusak"),
        ("kk.pdf", b"", "kosong"),
    ],
)
def test_a_broken_or_empty_file_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        kept(tmp_path, name, content)


def test_a_pdf_without_a_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="rusak"):
        kept(tmp_path, "kk.pdf", pdf_scan(pages=0))


def test_what_is_over_the_limit_of_the_service_is_refused(tmp_path: Path) -> None:
    small = Allowed("“KK”", ("application/pdf",), 100)
    with pytest.raises(BadInput, match="terlalu besar untuk “KK”"):
        kept(tmp_path, "kk.pdf", pdf_scan(), small)


def test_what_nobody_would_wait_for_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "LARGEST", 100)
    with pytest.raises(BadInput, match="lebih besar dari"):
        kept(tmp_path, "kk.pdf", pdf_scan())


def test_a_type_that_the_service_does_not_take_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="bukan gambar JPG"):
        kept(tmp_path, "kk.jpg", picture(), Allowed("“KK”", ("application/pdf",), 5_000_000))


def test_a_bomb_of_pixels_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "PIXELS", 1000)
    with pytest.raises(BadInput, match="rusak"):
        kept(tmp_path, "kk.jpg", picture())


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"kk\.pdf tidak dapat dibaca"):
        read_attachment(tmp_path / "kk.pdf", ANY)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"RIFF....WEBP"])
def test_everything_else_is_of_no_type_that_is_taken(content: bytes) -> None:
    assert media_type_of(content) == ""


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\xff\xd8\xff\xe1\x00\x04ab\x00", "image/jpeg"),
        (b"\xff\xd8\xff\xe1", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png"),
    ],
)
def test_a_structure_that_is_not_understood_is_left_to_the_painter(content: bytes, media_type: str) -> None:
    assert stripping.without_metadata(content, media_type) is None


def test_text_in_a_png_goes_and_the_picture_stays(tmp_path: Path) -> None:
    notes = PngInfo()
    notes.add_text("Author", "Kamera Contoh")
    content = picture("PNG", (50, 40), pnginfo=notes)
    found = stripping.without_metadata(content, "image/png")
    assert found is not None
    assert b"Kamera" not in found
    assert Image.open(io.BytesIO(found)).size == (50, 40)
