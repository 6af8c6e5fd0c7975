"""What can be done to a PDF after, or before, it is signed. Names and numbers are samples."""

import io
from collections.abc import Callable
from typing import Any

from pyhanko.pdf_utils import generic as _generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pypdf import PdfReader, PdfWriter

generic: Any = _generic  # it has no types
OVERLAY = b"q BT /F0 14 Tf 1 0 0 1 100 500 Tm (LUNAS) Tj ET Q"


Tamper = Callable[[bytes], bytes]


def _updated(pdf: bytes, change: Callable[[Any], None]) -> bytes:
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _font() -> Any:
    return generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Font"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/Type1"),
            generic.pdf_name("/BaseFont"): generic.pdf_name("/Helvetica"),
        }
    )


def overlay(pdf: bytes) -> bytes:
    """Draw a word over the first page, in a revision of its own."""

    def change(writer: Any) -> None:
        fonts = generic.DictionaryObject({generic.pdf_name("/F0"): _font()})
        resources = generic.DictionaryObject({generic.pdf_name("/Font"): fonts})
        writer.add_stream_to_page(0, writer.add_object(generic.StreamObject(stream_data=OVERLAY)), resources)

    return _updated(pdf, change)


def wordless_overlay(pdf: bytes) -> bytes:
    """Paint a white box over the first page: no word changes."""

    def change(writer: Any) -> None:
        box = generic.StreamObject(stream_data=b"q 1 1 1 rg 100 400 200 100 re f Q")
        writer.add_stream_to_page(0, writer.add_object(box))

    return _updated(pdf, change)


def appended_page(pdf: bytes) -> bytes:
    """Add a page at the end."""

    def change(writer: Any) -> None:
        page = writer.root["/Pages"]["/Kids"][0].get_object()
        copied = generic.DictionaryObject({key: value for key, value in page.items() if key != "/Annots"})
        tree = writer.root["/Pages"]
        tree["/Kids"].append(writer.add_object(copied))
        tree[generic.pdf_name("/Count")] = generic.NumberObject(2)
        writer.update_container(tree["/Kids"])
        writer.mark_update(writer.root.raw_get("/Pages").reference)

    return _updated(pdf, change)


def annotation(pdf: bytes) -> bytes:
    """Stick a note on the first page."""

    def change(writer: Any) -> None:
        note = generic.DictionaryObject(
            {
                generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
                generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
                generic.pdf_name("/Rect"): generic.ArrayObject([generic.NumberObject(n) for n in (100, 500, 300, 550)]),
                generic.pdf_name("/Contents"): generic.pdf_string("LUNAS"),
            }
        )
        writer.register_annotation(writer.root["/Pages"]["/Kids"].raw_get(0).reference, writer.add_object(note))

    return _updated(pdf, change)


def shadow_replaced(pdf: bytes) -> bytes:
    """Hang another page tree into the catalogue, as the shadow attacks do."""

    def change(writer: Any) -> None:
        page = writer.root["/Pages"]["/Kids"][0].get_object()
        fonts = generic.DictionaryObject({generic.pdf_name("/F0"): _font()})
        other = generic.DictionaryObject(
            {
                generic.pdf_name("/Type"): generic.pdf_name("/Page"),
                generic.pdf_name("/MediaBox"): page["/MediaBox"],
                generic.pdf_name("/Resources"): generic.DictionaryObject({generic.pdf_name("/Font"): fonts}),
                generic.pdf_name("/Contents"): writer.add_object(generic.StreamObject(stream_data=OVERLAY)),
            }
        )
        tree = generic.DictionaryObject(
            {
                generic.pdf_name("/Type"): generic.pdf_name("/Pages"),
                generic.pdf_name("/Kids"): generic.ArrayObject([writer.add_object(other)]),
                generic.pdf_name("/Count"): generic.NumberObject(1),
            }
        )
        writer.root[generic.pdf_name("/Pages")] = writer.add_object(tree)
        writer.update_root()

    return _updated(pdf, change)


def saved_again(pdf: bytes) -> bytes:
    """Save the whole file anew, as editors and optimisers do."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def flipped_in_the_text(pdf: bytes) -> bytes:
    """Turn one bit in the first page's stream."""
    at = pdf.index(b"stream") + 200
    return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]


def flipped_in_the_signature(pdf: bytes) -> bytes:
    """Turn one bit at the very end of the last CMS, where the signature's value stands."""
    last = PdfFileReader(io.BytesIO(pdf)).embedded_signatures[-1]
    value = last.signer_info["signature"].native.hex().upper().encode()
    at = pdf.index(value) + len(value) - 1
    return pdf[:at] + (b"0" if pdf[at : at + 1] != b"0" else b"1") + pdf[at + 1 :]


def shorter_range(pdf: bytes) -> bytes:
    """Make the last byte range leave the end of the file out."""
    last = [int(n) for n in PdfFileReader(io.BytesIO(pdf)).embedded_signatures[-1].byte_range]
    before = b" ".join(b"%d" % n for n in last)
    after = b" ".join(b"%d" % n for n in [*last[:3], last[3] - 1])
    return pdf.replace(before, after.ljust(len(before)))


def trailing_words(pdf: bytes) -> bytes:
    """Put a comment after the end, which readers pass over."""
    return pdf + b"\n% LUNAS\n"


def trailing_end(pdf: bytes) -> bytes:
    """The same with the last end once more."""
    return pdf + b"% LUNAS\n" + pdf[pdf.rindex(b"startxref") :]


AFTERWARDS = {
    "a bit flipped in the text": flipped_in_the_text,
    "a bit flipped in the signature": flipped_in_the_signature,
    "a byte range made shorter": shorter_range,
    "a word drawn over the page": overlay,
    "a white box over the page": wordless_overlay,
    "a page appended": appended_page,
    "a note stuck on": annotation,
    "the pages exchanged": shadow_replaced,
    "saved again": saved_again,
    "words after the end": trailing_words,
    "words and an end after the end": trailing_end,
}
