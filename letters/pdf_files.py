"""PDF files through pyHanko: opened without surprise, updated so that the same work gives the same bytes.

pyHanko takes 1.6 s to import; everything that needs it is imported by the functions here and in its neighbours.
"""

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from letters.errors import LettersError, PdfUnreadable
from letters.hex_strings import read_at_once

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.reader import PdfFileReader

LARGEST = 20_000_000
"""Bytes of the largest PDF that is looked at; our letters have a tenth of a million."""


@contextmanager
def reading(pdf: bytes) -> Iterator["PdfFileReader"]:
    """A reader over the bytes. What a hostile file makes pyHanko raise inside the block comes out as PdfUnreadable."""
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - see the module

    read_at_once()
    if len(pdf) > LARGEST:
        raise PdfUnreadable(f"{len(pdf)} bytes")
    try:
        yield _not_encrypted(PdfFileReader(io.BytesIO(pdf)))
    except (LettersError, MemoryError):
        raise
    except Exception as error:  # its filters and parsers raise what they like
        raise PdfUnreadable(f"{type(error).__name__}: {error}") from error


def _not_encrypted(reader: "PdfFileReader") -> "PdfFileReader":
    if reader.encrypted:
        raise PdfUnreadable("encrypted")
    return reader


def updating(reader: "PdfFileReader", seed: bytes) -> "IncrementalPdfFileWriter":
    """A writer that appends a revision. Its file id comes from ``seed``, and the metadata stay as they are.

    pyHanko would draw the id by lot and write the time of day; then no hub could compare a village's file by its bytes.
    """
    from pyhanko.pdf_utils import generic  # noqa: PLC0415 - see the module
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - see the module

    class Reproducible(IncrementalPdfFileWriter):
        @classmethod
        def _handle_id(cls, prev: Any) -> generic.ArrayObject:
            first = prev.trailer["/ID"][0]
            second = generic.ByteStringObject(hashlib.sha256(seed).digest()[:16])
            return generic.ArrayObject([generic.ByteStringObject(first.original_bytes), second])

        def _update_meta(self) -> None:
            """Leave the dates alone."""

    return Reproducible.from_reader(reader)


def drawing(writer: "IncrementalPdfFileWriter", page: bytes) -> Any:
    """The first page of another PDF as a form in this one; gives its reference."""
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - see the module

    return writer.import_page_as_xobject(PdfFileReader(io.BytesIO(page)))
