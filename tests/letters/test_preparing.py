"""Fields, certification and an empty place, laid so that the same letter gives the same bytes."""

import hashlib
import re

import pytest

from domain.letters import FrozenLetter
from letters.errors import PdfUnreadable, PreparedChanged, PrepareRefused
from letters.phases import Prepared
from letters.preparing import CMS_ROOM, prepare, prepare_next, read_prepared
from letters.render import render, render_with_fields
from letters.templates import TemplateSource, load_template
from tests.letters.conftest import SECOND_STAMP, STAMP
from tests.letters.samples import frozen


def test_revision_0_stays_in_front_byte_for_byte(
    prepared: Prepared, letter: FrozenLetter, template: TemplateSource
) -> None:
    assert prepared.pdf.startswith(render(letter, template))


def test_preparing_twice_gives_the_same_file(
    prepared: Prepared, letter: FrozenLetter, template: TemplateSource
) -> None:
    assert prepare(letter, template, STAMP) == prepared


def test_the_digest_covers_everything_but_the_place_of_the_signature(prepared: Prepared) -> None:
    start, end = prepared.start, prepared.end
    assert prepared.digest == hashlib.sha256(prepared.pdf[:start] + prepared.pdf[end:]).digest()
    assert set(prepared.pdf[start + 1 : end - 1]) == {ord("0")}
    assert prepared.room == CMS_ROOM
    assert re.search(rb"/ByteRange \[0 %d %d %d\s*\]" % (start, end, len(prepared.pdf) - end), prepared.pdf)


def test_the_field_lies_where_the_template_left_its_space(
    prepared: Prepared, letter: FrozenLetter, template: TemplateSource
) -> None:
    (box,) = render_with_fields(letter, template).fields
    corners = f"/Rect [ {box.x} {box.y} {round(box.x + box.width, 2)} {round(box.y + box.height, 2)} ]"
    assert corners.replace(" ", "").encode() in prepared.pdf.replace(b" ", b"")


def test_one_signer_forbids_all_change_and_two_allow_the_second_field(prepared: Prepared) -> None:
    two = prepare(frozen("sktm"), load_template("sktm"), STAMP)
    assert b"/P 1" in prepared.pdf
    assert b"/P 2" in two.pdf
    assert b"ttd2" in two.pdf
    assert b"/M (D:" not in prepared.pdf


def test_the_desk_reads_the_prepared_file_that_was_announced(prepared: Prepared) -> None:
    assert read_prepared(prepared.pdf, prepared.sha256) == prepared


def test_other_bytes_than_announced_are_not_signed(prepared: Prepared) -> None:
    with pytest.raises(PreparedChanged, match="bukan berkas yang disiapkan"):
        read_prepared(prepared.pdf + b" ", prepared.sha256)


def _announced(pdf: bytes) -> Prepared:
    return read_prepared(pdf, hashlib.sha256(pdf).hexdigest())


def test_a_file_that_would_leave_bytes_unsigned_is_refused(prepared: Prepared) -> None:
    for changed in (prepared.pdf + b"\n", prepared.filled(b"\x30\x00"), _shorter_range(prepared)):
        with pytest.raises(PreparedChanged):
            _announced(changed)


def _shorter_range(prepared: Prepared) -> bytes:
    told = re.search(rb"/ByteRange \[0 (\d+)", prepared.pdf)
    assert told is not None
    return prepared.pdf[: told.start(1)] + b"%d" % (int(told[1]) - 10) + prepared.pdf[told.end(1) :]


def test_a_file_with_nothing_to_sign_or_no_pdf_is_refused(letter: FrozenLetter, template: TemplateSource) -> None:
    with pytest.raises(PreparedChanged):
        _announced(render(letter, template))
    with pytest.raises(PdfUnreadable):
        _announced(b"bukan PDF")


def test_a_second_signature_waits_for_the_first(half_signed: bytes, prepared: Prepared) -> None:
    second = prepare_next(half_signed, "ttd2", SECOND_STAMP)
    assert second.pdf.startswith(half_signed)
    assert second == prepare_next(half_signed, "ttd2", SECOND_STAMP)
    assert read_prepared(second.pdf, second.sha256).field == "ttd2"
    for pdf, field in ((half_signed, "ttd1"), (half_signed, "ttd9"), (prepared.pdf, "ttd2")):
        with pytest.raises(PrepareRefused):
            prepare_next(pdf, field, SECOND_STAMP)
