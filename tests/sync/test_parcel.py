"""The sealed file of a flash disk: what is put in comes out, and nothing comes out of a file that anybody touched."""

from __future__ import annotations

import errno
import io
import os
import stat
from pathlib import Path

import pytest

from sync.errors import SyncError
from sync.keys import SigningKey
from sync.parcel import ANSWER, OUTBOX, Label, ParcelWriter, open_parcel, read_label
from sync.parcel_errors import DiskFull, DiskGone, ForeignParcel, NotAParcel, ParcelAltered, ParcelCut, disk_words
from sync.parcel_files import copied_from, written_beside
from sync.sealed_keys import open_sealed, seal_for
from tests.sync.fakes import HUB_ID, Seeded, key_of

DESK, HUB, STRANGER = key_of("device"), key_of("hub"), key_of("somebody")
LABEL = Label(
    kind=OUTBOX,
    id="parcel-1",
    hub_id=HUB_ID,
    device_id="64.02.01-desk",
    incarnation="life-1",
    to="",
    made_at="2026-11-21T04:00:00.000Z",
)
LARGE = bytes(range(256)) * 600
"""Two frames and a bit."""


def packed(
    *items: tuple[str, bytes], signer: SigningKey = DESK, to: SigningKey = HUB, label: Label = LABEL
) -> io.BytesIO:
    file = io.BytesIO()
    writer = ParcelWriter(file, label, to.public, signer, Seeded("parcel").token_bytes)
    for kind, content in items:
        writer.put(kind, content, kind.upper())
    writer.close()
    assert writer.size <= len(file.getvalue()) + 64
    return file


def opened(file: io.BytesIO, mine: SigningKey = HUB, sender: SigningKey = DESK, kind: str = OUTBOX) -> list[bytes]:
    return [content for _, content in open_parcel(file, mine, sender.public, kind).items()]


def test_what_is_put_in_comes_out_in_order() -> None:
    file = packed(("one", b"satu"), ("two", LARGE), ("none", b""))
    parcel = open_parcel(file, HUB, DESK.public, OUTBOX)
    assert [(item.kind, item.name, content) for item, content in parcel.items()] == [
        ("one", ("ONE",), b"satu"),
        ("two", ("TWO",), LARGE),
        ("none", ("NONE",), b""),
    ]
    assert read_label(file) == parcel.label
    assert parcel.label.to == HUB.key_id


def test_an_empty_parcel_opens() -> None:
    assert opened(packed()) == []


def test_nothing_but_the_label_can_be_read_without_the_key() -> None:
    content = packed(("one", b"NIK 6402010101900001 %PDF-1.7"), ("two", b"Warga Contoh")).getvalue()
    assert b"64.02.01-desk" in content
    assert not [word for word in (b"6402010101900001", b"%PDF", b"Warga") if word in content]


def test_a_parcel_for_another_receiver_or_of_the_other_kind_stays_closed() -> None:
    with pytest.raises(ForeignParcel):
        opened(packed(("one", b"satu")), mine=STRANGER)
    with pytest.raises(ForeignParcel):
        opened(packed(("one", b"satu")), kind=ANSWER)


def test_whoever_knows_the_hubs_key_is_not_yet_the_desk() -> None:
    with pytest.raises(ParcelAltered, match="not signed by"):
        opened(packed(("one", b"satu"), signer=STRANGER))


def test_a_parcel_that_ends_anywhere_before_its_end_is_cut() -> None:
    whole = packed(("two", LARGE)).getvalue()
    for length in (len(whole) - 1, len(whole) // 2, 400, 150, 21, 19):
        with pytest.raises(ParcelCut):
            opened(io.BytesIO(whole[:length]))


def test_a_byte_that_was_changed_anywhere_closes_it() -> None:
    whole = packed(("two", LARGE)).getvalue()
    for place in range(0, len(whole), 997):
        changed = bytearray(whole)
        changed[place] ^= 1
        with pytest.raises(SyncError):
            opened(io.BytesIO(bytes(changed)))


def test_something_behind_the_end_is_not_ours() -> None:
    with pytest.raises(ParcelAltered, match="behind the end"):
        opened(io.BytesIO(packed().getvalue() + b"x"))


def test_another_file_is_no_parcel() -> None:
    with pytest.raises(NotAParcel):
        read_label(io.BytesIO(b"%PDF-1.7"))


def test_a_label_that_cannot_be_read_is_altered() -> None:
    whole = packed().getvalue()
    with pytest.raises(ParcelAltered, match="label"):
        read_label(io.BytesIO(whole.replace(b'"kind"', b'"kinx"')))


class Unsigned(ParcelWriter):
    """Of somebody who has the key of the seal and not the one of the signature."""

    def close(self) -> None:
        self._frames.close()


def test_a_parcel_that_nobody_signed_says_nothing() -> None:
    file = io.BytesIO()
    Unsigned(file, LABEL, HUB.public, DESK, Seeded("x").token_bytes).close()
    with pytest.raises(ParcelAltered, match="nobody"):
        opened(file)


def test_nothing_may_stand_behind_the_signature() -> None:
    file = io.BytesIO()
    writer = Unsigned(file, LABEL, HUB.public, DESK, Seeded("x").token_bytes)
    writer.put("end", DESK.sign(b"kt-outbox-1\0", writer._seen.digest()))
    writer.put("more", b"")
    writer.close()
    with pytest.raises(ParcelAltered, match="behind the signature"):
        opened(file)


@pytest.mark.parametrize(
    "plain",
    [
        b"\0\0\0",
        b"\0\0\0\2{}",
        b"\0\0\0\2{",
        b"\xff\xff\xff\xff" + b"{" * 9,
        b'\0\0\0\x19{"kind":"one","size":9999}',
        b'\0\0\0\x17{"kind":"one","size":-1}',
    ],
)
def test_items_that_do_not_fit_are_altered_even_under_the_right_seal(plain: bytes) -> None:
    file = io.BytesIO()
    writer = Unsigned(file, LABEL, HUB.public, DESK, Seeded("x").token_bytes)
    writer._frames.put(plain)
    writer.close()
    with pytest.raises(ParcelAltered, match="item"):
        opened(file)


def test_a_frame_longer_than_any_of_ours_is_not_read() -> None:
    whole = packed().getvalue()
    broken, place = bytearray(whole), _frame_at(whole)
    broken[place : place + 4] = b"\x7f\xff\xff\xff"
    with pytest.raises(ParcelAltered, match="too long"):
        opened(io.BytesIO(bytes(broken)))


def _frame_at(whole: bytes) -> int:
    """Where the first frame begins: behind the label and the sealed key."""
    place = whole.index(b"\n") + 1
    for _ in range(2):
        place += 4 + int.from_bytes(whole[place : place + 4], "big")
    return place


def test_what_fits_is_known_before_it_is_put_in() -> None:
    file = io.BytesIO()
    writer = ParcelWriter(file, LABEL, HUB.public, DESK, Seeded("x").token_bytes)
    assert writer.fits(len(LARGE), 200_000)
    assert not writer.fits(len(LARGE), 150_000)
    writer.put("two", LARGE, "name")
    writer.close()
    assert len(file.getvalue()) <= 200_000


def test_a_key_that_is_none_seals_nothing() -> None:
    with pytest.raises(ForeignParcel):
        seal_for(b"\1" + bytes(31), b"secret", b"test")


def test_a_seal_is_bound_to_its_purpose() -> None:
    sealed = seal_for(HUB.public, b"secret", b"one")
    assert open_sealed(HUB, sealed, b"one") == b"secret"
    with pytest.raises(ForeignParcel):
        open_sealed(HUB, sealed, b"two")
    with pytest.raises(ForeignParcel):
        open_sealed(HUB, b"short", b"one")


def _fill_up(target: Path) -> None:
    with written_beside(target) as file:
        file.write(b"half")
        raise OSError(errno.ENOSPC, "no room")


def test_a_file_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "kirim.ktk"
    target.write_bytes(b"before")
    with pytest.raises(DiskFull):
        _fill_up(target)
    assert target.read_bytes() == b"before"
    with written_beside(target) as file:
        file.write(b"whole")
    assert target.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [target]


def test_a_flash_disk_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(DiskGone), written_beside(tmp_path / "gone" / "kirim.ktk"):
        raise AssertionError("never reached")
    with pytest.raises(DiskGone), copied_from(tmp_path / "gone.ktj", tmp_path / "copy"):
        raise AssertionError("never reached")
    with pytest.raises(DiskGone), disk_words():
        raise OSError(errno.EIO, "pulled out")


def test_what_is_read_is_a_copy_that_goes_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, beside = tmp_path / "kirim.ktk", tmp_path / "copy"
    source.write_bytes(b"whole")
    with copied_from(source, beside) as file:
        source.unlink()
        assert file.read() == b"whole"
    assert not beside.exists()
    source.write_bytes(b"whole")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(OSError, match="no room"), copied_from(source, beside):
        raise AssertionError("never reached")


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not of folders")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    with written_beside(tmp_path / "a") as file:
        file.write(b"a")
    assert (tmp_path / "a").read_bytes() == b"a"
