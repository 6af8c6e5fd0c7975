"""Whatever bytes come to a reader, it reads them or says by its own error that it cannot: nothing else happens.

A few examples in each run; many with ``KETINTING_EXAMPLES=5000 python -m pytest tests/properties``.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from openpyxl import Workbook
from PIL import Image

from desktop.errors import BadInput
from desktop.office.attachments import Allowed, ready_attachment
from desktop.office.rows_of_files import read_rows
from forms.errors import PackError
from forms.packs import load_code_list, load_pack
from hub.admin.documents import read_document
from hub.backup.sealed import read_head
from hub.errors import DamagedBackup, HubError
from resources.packs import open_packs
from sync import enrolment, packing, protocol
from sync.carrying import Question
from sync.encoding import read_instant, unb64u
from sync.enrolment import Begin, Finish, Offer
from sync.errors import EnrolmentRefused, Unreadable
from sync.parcel import OUTBOX, open_parcel, read_label
from sync.parcel_errors import ParcelTrouble
from sync.protocol import Message, SyncAnswer, SyncRequest, decode, decode_error, decode_json, encode_json, from_wire
from sync.record import read_action, read_content
from tests.examples import search
from tests.mutations import bent
from tests.sync import test_enrolment as enrolled
from tests.sync.test_parcel import DESK, HUB, packed
from tests.sync.test_protocol import ANSWER, ENVELOPE, REQUEST

SCAN = Allowed("KTP", ("application/pdf", "image/jpeg", "image/png"), 4_000_000)
HEAD = (
    b'{"schema":"0007","made_at":"2026-11-21T04:00:00.000Z","salt":"c2FsdHNhbHRzYWx0","memory_kib":64,"passes":1,'
    b'"lanes":1,"wrapped":"AAAA"}'
)
BACKUP = b"ketinting-cadangan-hub-1\n" + len(HEAD).to_bytes(4, "big") + HEAD


@dataclass(frozen=True)
class Reader:
    """One way in: what is read, by whom, and the errors that it may raise."""

    seed: Callable[[], bytes]
    read: Callable[[bytes], object]
    may_raise: tuple[type[Exception], ...]


def exchanged(plain: bytes, kind: type[Message]) -> None:
    """A message, and every envelope in it."""
    found = decode(packing.pack(plain, packing.ZSTD), packing.ZSTD, kind)
    if isinstance(found, SyncRequest):
        for each in found.push:
            from_wire(each.envelope)


def parcel() -> bytes:
    return packed(("question", b"{}"), ("sync", b"isi")).getvalue()


def parcel_within(content: bytes) -> None:
    """A parcel under the right seal and signature whose contents are anything."""
    ((_, found),) = open_parcel(packed(("question", content)), HUB, DESK.public, OUTBOX).items()
    decode_json(found, Question)


@cache
def picture(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), (200, 30, 30)).save(file, kind)
    return file.getvalue()


@cache
def sheet() -> bytes:
    file, book = io.BytesIO(), Workbook()
    page = book.create_sheet("Warga", 0)
    page.append(["nik", "nama", "tanggal_lahir"])
    page.append(["6402040903849001", "Contoh", "1984-03-09"])
    book.save(file)
    return file.getvalue()


def sheet_of(inside: bytes) -> bytes:
    """An Excel file whose first sheet is these bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet())) as old, zipfile.ZipFile(file, "w") as new:
        for each in old.namelist():
            new.writestr(each, inside if each.endswith("sheet1.xml") else old.read(each))
    return file.getvalue()


def inside_sheet() -> bytes:
    with zipfile.ZipFile(io.BytesIO(sheet())) as file:
        return file.read("xl/worksheets/sheet1.xml")


def rows_of(content: bytes, suffix: str) -> None:
    """As a person's file."""
    path = Path(f"contoh.{suffix}")

    class Given(type(path)):  # type: ignore[misc] # a path whose bytes are in memory
        def read_bytes(self) -> bytes:
            return content

        def stat(self, **_: object) -> object:
            return type("Stat", (), {"st_size": len(content)})()

    list(read_rows(Given(path)))


def text(read: Callable[[str], object]) -> Callable[[bytes], object]:
    return lambda content: read(content.decode("utf-8", "surrogateescape"))


READERS = {
    "request": Reader(lambda: encode_json(REQUEST), lambda raw: exchanged(raw, SyncRequest), (Unreadable,)),
    "answer": Reader(lambda: encode_json(ANSWER), lambda raw: exchanged(raw, SyncAnswer), (Unreadable,)),
    "zstd": Reader(
        lambda: protocol.encode(REQUEST, packing.ZSTD),
        lambda raw: decode(raw, packing.ZSTD, SyncRequest),
        (Unreadable,),
    ),
    "dictionary": Reader(
        lambda: protocol.encode(REQUEST, packing.FORMER),
        lambda raw: decode(raw, packing.FORMER, SyncRequest),
        (Unreadable,),
    ),
    "brief": Reader(
        lambda: protocol.encode(REQUEST, packing.BEST),
        lambda raw: decode(raw, packing.BEST, SyncRequest),
        (Unreadable,),
    ),
    "gzip": Reader(
        lambda: protocol.encode(REQUEST, packing.GZIP),
        lambda raw: decode(raw, packing.GZIP, SyncRequest),
        (Unreadable,),
    ),
    "error": Reader(lambda: b'{"error":"gap","ack_through":7}', decode_error, (Unreadable,)),
    "action": Reader(lambda: ENVELOPE.action, read_action, (Unreadable,)),
    "content": Reader(lambda: bytes(16) + b'{"answers":{"nama":"Contoh","umur":41.5}}', read_content, (Unreadable,)),
    "instant": Reader(lambda: b"2026-11-21T04:00:00.000Z", text(read_instant), (Unreadable,)),
    "base64": Reader(lambda: b"AAECAwQFBgc", text(unb64u), (Unreadable,)),
    "code": Reader(lambda: b"ABCD-EFGH-JKLM", text(enrolment.read_code), (EnrolmentRefused,)),
    "enrolment file": Reader(
        lambda: enrolment.write_file(enrolled.FILE, enrolled.HUB), enrolment.read_file, (EnrolmentRefused,)
    ),
    "begin": Reader(
        lambda: encode_json(enrolled.BEGIN),
        lambda raw: enrolment.check_begin(decode_json(raw, Begin)),
        (Unreadable,),
    ),
    "offer": Reader(
        lambda: encode_json(enrolled.OFFER),
        lambda raw: enrolment.check_offer(enrolled.KEY, enrolled.BEGIN, decode_json(raw, Offer)),
        (Unreadable, EnrolmentRefused),
    ),
    "finish": Reader(
        lambda: encode_json(enrolled.FINISH),
        lambda raw: enrolment.check_finish(enrolled.KEY, enrolled.BEGIN, enrolled.OFFER, decode_json(raw, Finish)),
        (Unreadable, EnrolmentRefused),
    ),
    "parcel": Reader(parcel, lambda raw: open_parcel(io.BytesIO(raw), HUB, DESK.public, OUTBOX), (ParcelTrouble,)),
    "label": Reader(parcel, lambda raw: read_label(io.BytesIO(raw)), (ParcelTrouble,)),
    "inside a parcel": Reader(lambda: b'{"config_version":"1"}', parcel_within, (Unreadable,)),
    "backup": Reader(lambda: BACKUP, lambda raw: read_head(io.BytesIO(raw)), (DamagedBackup,)),
    "pack": Reader(lambda: next(iter(open_packs().values())), lambda raw: load_pack(raw, {}), (PackError,)),
    "code list": Reader(lambda: b'{"id":"a","choices":[{"code":"1"}]}', load_code_list, (PackError,)),
    "reference data": Reader(
        lambda: b'{"offices":[{"id":"64.02"}],"limits":{"sync":{"at_once":4}}}', read_document, (HubError,)
    ),
    "jpeg": Reader(lambda: picture("JPEG"), lambda raw: ready_attachment(raw, "ktp.jpg", SCAN), (BadInput,)),
    "png": Reader(lambda: picture("PNG"), lambda raw: ready_attachment(raw, "ktp.png", SCAN), (BadInput,)),
    "pdf of a scanner": Reader(lambda: picture("PDF"), lambda raw: ready_attachment(raw, "ktp.pdf", SCAN), (BadInput,)),
    "excel": Reader(sheet, lambda raw: rows_of(raw, "xlsx"), (BadInput,)),
    "inside excel": Reader(inside_sheet, lambda raw: rows_of(sheet_of(raw), "xlsx"), (BadInput,)),
    "csv": Reader(lambda: b'nik;nama\n6402040903849001;"Contoh"\n', lambda raw: rows_of(raw, "csv"), (BadInput,)),
}


@pytest.mark.hypothesis
@pytest.mark.parametrize("name", READERS)
def test_a_reader_reads_or_says_by_its_own_error_that_it_cannot(name: str) -> None:
    reader = READERS[name]

    @search(6)
    @given(content=bent(reader.seed()))
    def told(content: bytes) -> None:
        with suppress(*reader.may_raise):
            reader.read(content)

    told()
