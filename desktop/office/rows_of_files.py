"""Rows of a CSV or Excel file as texts, with the place of each, before anybody believes them."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Final

from desktop.errors import BadInput
from desktop.phrases import phrase

LARGEST: Final = 60 * 1024 * 1024
"""Bytes of a file; a regency's largest village has a few thousand rows."""
UNPACKED: Final = 400 * 1024 * 1024
ROWS: Final = 200_000


def read_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers as the person sees them, the heading being 1; empty rows are left out.

    Raises:
        BadInput: not a file of this kind, or too large.
    """
    content = _content(path)
    rows = _excel_rows(content, path.name) if path.suffix.lower() == ".xlsx" else _csv_rows(content, path.name)
    for number, row in rows:
        if number > ROWS:
            raise BadInput(
                "berkas_terlalu_besar",
                phrase("Berkas {name} lebih dari {rows} baris. Pecah menjadi beberapa.", name=path.name, rows=ROWS),
            )
        if any(row):
            yield number, row


def _content(path: Path) -> bytes:
    if path.suffix.lower() not in {".csv", ".xlsx"}:
        raise BadInput(
            "jenis_berkas",
            phrase("Berkas {name} bukan CSV atau Excel (.xlsx). Simpan ulang, lalu coba lagi.", name=path.name),
        )
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(
                "berkas_terlalu_besar",
                phrase("Berkas {name} lebih dari 60 MB. Pecah menjadi beberapa.", name=path.name),
            )
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            "berkas_tidak_terbaca",
            phrase("Berkas {name} tidak dapat dibaca. Tidak ada yang diubah. Periksa letaknya.", name=path.name),
        ) from error


def _csv_rows(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    if b"\0" in content[:4096]:
        raise BadInput(
            "jenis_berkas",
            phrase("Berkas {name} bukan CSV. Simpan ulang sebagai CSV UTF-8, lalu coba lagi.", name=name),
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
            yield number, [cell.strip() for cell in row]
    except csv.Error as error:
        raise BadInput(
            "jenis_berkas",
            phrase(
                "Berkas {name} bukan CSV yang dapat dibaca: {error}. Tidak ada yang diubah.", name=name, error=error
            ),
        ) from error


def _excel_rows(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    broken = BadInput(
        "jenis_berkas",
        phrase("Berkas {name} bukan Excel (.xlsx) yang dapat dibaca. Simpan ulang, lalu coba lagi.", name=name),
    )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED:
                raise broken
        yield from _sheet_rows(content)
    except _NO_BOOK as error:
        raise broken from error


_NO_BOOK: Final = (
    zipfile.BadZipFile,
    zlib.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What openpyxl, which trusts its files, raises for one that is damaged; bad XML is a SyntaxError."""


def _sheet_rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    import openpyxl  # noqa: PLC0415 - 0.3 s that only Excel needs
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except InvalidFileException as error:
        raise ValueError("another file") from error
    try:
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
            yield number, [_text(cell) for cell in row]
    finally:
        book.close()


def _text(cell: object) -> str:
    """A cell as text; a number of sixteen digits that Excel kept as a number has lost its last one and is marked."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell == int(cell):
        cell = int(cell)
    if isinstance(cell, int) and not isinstance(cell, bool) and abs(cell) >= 10**15:
        return f"{cell}{AS_NUMBER}"
    return str(cell).strip()


AS_NUMBER: Final = "\u2060angka"
"""Stands behind what Excel kept as a number although it is none."""
