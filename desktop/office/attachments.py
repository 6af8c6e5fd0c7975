"""Attachments judged by their content, brought to the size of a readable page, without what a camera adds.

Scans are most of the traffic of a village: 1600 pixels (140 dpi of A4) and about 120 kB a page are enough to read a
family card. EXIF holds places and times of a citizen's home and never travels, not even with an original that was asked
to be kept.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import BadInput
from desktop.office.stripping import without_metadata
from desktop.phrases import noted, phrase

LARGEST: Final = 40 * 1024 * 1024
"""What is read at all, in bytes; the service's own limit counts for what is kept."""
LONG_SIDE: Final = 1600
"""Pixels of a page's long side."""
PAGE_BYTES: Final = 160_000
QUALITIES: Final = (80, 70, 62, 55)
WHOLE_QUALITY: Final = 92
"""JPEG of an original that had to be turned upright."""
PIXELS: Final = 80_000_000

_NAMES: Final = {".pdf": "application/pdf", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png"}
_WORDS: Final = {"application/pdf": "PDF", "image/jpeg": noted("gambar JPG"), "image/png": noted("gambar PNG")}
_HEIC: Final = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
"""Brands of the picture format of some phones (ISO 23008-12)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Bytes ready to be kept, and what they are. `pages` of a PDF; a picture is one."""

    content: bytes
    media_type: str
    name: str
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the service takes for this document: media types and size in bytes."""

    label: str
    media_types: tuple[str, ...]
    max_bytes: int


def read_attachment(path: Path, allowed: Allowed, *, whole: bool = False) -> Attachment:
    """Read a file that a person chose, and make it ready. The file itself stays as and where it is.

    Raises:
        BadInput: unreadable, not what its name says, of a type the service does not take, or too large.
    """
    return ready_attachment(_read(path), path.name, allowed, whole=whole)


def ready_attachment(content: bytes, name: str, allowed: Allowed, *, whole: bool = False) -> Attachment:
    """Make bytes ready: a picture smaller and upright, or `whole` at the size it came with.

    Raises:
        BadInput: as `read_attachment`.
    """
    media_type, pages = media_type_of(content), 1
    _check_type(name, content, media_type, allowed)
    if media_type == "application/pdf":
        pages = _count_pages(content, name)
    else:
        content, media_type = smaller_image(content, media_type, name, allowed.media_types, whole=whole)
    if len(content) > allowed.max_bytes:
        limit = f"{allowed.max_bytes / 1_000_000:.1f}".replace(".", ",")
        raise BadInput(
            "lampiran_terlalu_besar",
            phrase(
                "Berkas {name} terlalu besar untuk {label} (paling besar {limit} MB). Belum ada yang disimpan. "
                "Pindai dengan 150-200 dpi, lalu lampirkan lagi.",
                name=name,
                label=allowed.label,
                limit=limit,
            ),
        )
    return Attachment(content, media_type, name, pages)


def media_type_of(content: bytes) -> str:
    """What the first bytes say; empty for anything that no service takes."""
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/png" if content.startswith(b"\x89PNG\r\n\x1a\n") else ""


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if 0 < size <= LARGEST else b""
    except OSError as error:
        raise BadInput(
            "lampiran_tidak_terbaca",
            phrase("Berkas {name} tidak dapat dibaca. Periksa letak dan izinnya.", name=path.name),
        ) from error
    if size == 0:
        raise BadInput("lampiran_kosong", phrase("Berkas {name} kosong. Pindai ulang dokumennya.", name=path.name))
    if not content:
        raise BadInput(
            "lampiran_terlalu_besar",
            phrase(
                "Berkas {name} lebih besar dari {size} MB. Belum ada yang disimpan. Pindai dengan 150-200 dpi, "
                "lalu lampirkan lagi.",
                name=path.name,
                size=LARGEST // 1024 // 1024,
            ),
        )
    return content


def _check_type(name: str, content: bytes, media_type: str, allowed: Allowed) -> None:
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        raise _heic(name)
    said = _NAMES.get(Path(name).suffix.lower())
    taken = phrase(" atau ").join(phrase(_WORDS[kind]) for kind in allowed.media_types)
    if not media_type or said != media_type:
        was = phrase("bukan {words}", words=phrase(_WORDS[said])) if said else phrase("tidak dikenal")
        raise BadInput(
            "lampiran_bukan_isinya",
            phrase(
                "Isi berkas {name} {was} seperti namanya, jadi tidak dilampirkan. Belum ada yang disimpan. "
                "Lampirkan {taken} yang asli dari pemindai.",
                name=name,
                was=was,
                taken=taken,
            ),
        )
    if media_type not in allowed.media_types:
        raise BadInput(
            "lampiran_jenis",
            phrase(
                "Untuk {label} lampirkan {taken}, bukan {words}. Belum ada yang disimpan.",
                label=allowed.label,
                taken=taken,
                words=phrase(_WORDS[media_type]),
            ),
        )


def _heic(name: str) -> BadInput:
    """Photographs of some phones, which nothing on this computer can read."""
    return BadInput(
        "lampiran_heic",
        phrase(
            "Berkas {name} adalah foto HEIC dari ponsel, yang tidak dapat dibaca di komputer ini. Belum ada "
            "yang disimpan. Di ponsel, kirim ulang sebagai JPG, atau setel kamera ke format “Paling "
            "kompatibel” lalu foto lagi.",
            name=name,
        ),
    )


def _count_pages(content: bytes, name: str) -> int:
    import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415 - 4 MB that only a PDF needs

    try:
        with pypdfium2.PdfDocument(content) as document:
            pages = len(document)
    except pypdfium2.PdfiumError as error:
        raise _broken(name) from error
    if not pages:
        raise _broken(name)
    return pages


def _broken(name: str) -> BadInput:
    return BadInput(
        "lampiran_rusak",
        phrase(
            "Berkas {name} rusak atau terkunci sandi, jadi tidak dilampirkan. Belum ada yang disimpan. "
            "Pindai ulang dokumennya.",
            name=name,
        ),
    )


def smaller_image(
    content: bytes, media_type: str, name: str, taken: tuple[str, ...], *, whole: bool = False
) -> tuple[bytes, str]:
    """The page as a JPEG of readable size, or the original without its metadata when that is smaller or `whole`.

    Raises:
        BadInput: the bytes are no picture, or a bomb.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415 - 5 MB that only a picture needs

    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > PIXELS:
                raise _broken(name)
            turned = picture.getexif().get(_ORIENTATION, 1) != 1
            page = ImageOps.exif_transpose(picture).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise _broken(name) from error
    too_wide = max(page.size) > LONG_SIDE and not whole
    stripped = None if turned or too_wide else without_metadata(content, media_type)
    if not whole:
        page.thumbnail((LONG_SIDE, LONG_SIDE))
    if "image/jpeg" not in taken:
        return stripped or _as_png(page), "image/png"
    if stripped is not None and whole:
        return stripped, media_type
    smaller = _jpeg(page, WHOLE_QUALITY) if whole else _first_fitting(page)
    if stripped is not None and len(stripped) <= len(smaller):
        return stripped, media_type
    return smaller, "image/jpeg"


def turned_image(content: bytes, media_type: str, quarters: int) -> bytes:
    """The picture turned right by quarters, in the form it has."""
    from PIL import Image  # noqa: PLC0415 - as above

    turns = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}
    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as picture:
        page = picture.transpose(turns[quarters % 4]) if quarters % 4 else picture.copy()
    return _as_png(page) if media_type == "image/png" else _first_fitting(page.convert("RGB"))


_ORIENTATION: Final = 0x0112


def _first_fitting(page: object) -> bytes:
    smallest = b""
    for smallest in _jpegs(page):
        if len(smallest) <= PAGE_BYTES:
            break
    return smallest


def _jpegs(page: object) -> Iterator[bytes]:
    for quality in QUALITIES:
        yield _jpeg(page, quality)


def _jpeg(page: object, quality: int) -> bytes:
    from PIL import Image  # noqa: PLC0415

    assert isinstance(page, Image.Image)  # noqa: S101 - narrows for the type checker; the caller made it
    written = io.BytesIO()
    page.save(written, "JPEG", quality=quality, optimize=True, exif=b"")
    return written.getvalue()


def _as_png(page: object) -> bytes:
    from PIL import Image  # noqa: PLC0415

    assert isinstance(page, Image.Image)  # noqa: S101 - as above
    written = io.BytesIO()
    page.save(written, "PNG", optimize=True)
    return written.getvalue()
