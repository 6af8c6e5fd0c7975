from dataclasses import replace

import pytest

from sync.attachments import WITH_REVOCATION, Wanted, download, upload
from sync.errors import BytesAlarm, FalseBytes, Superseded, Unreachable
from sync.hub_port import LetterKey, Part
from sync.protocol import BLOB_MAX, BlobKey
from sync.record import hash_of
from tests.sync.fakes import MemoryShelf, Officer
from tests.sync.honest_hub import DeviceView, HonestHub

SCAN = bytes(range(256)) * 10
KEY = BlobKey("64.02.01", "r", hash_of(SCAN))
LETTER = LetterKey("r", "l")
PDF = b"%PDF signed " * 100
WANTED = Wanted(LETTER, hash_of(PDF), len(PDF), "signed")


class CutView(DeviceView):
    """Counts pieces and cuts the line after some of them."""

    def __init__(self, hub: HonestHub) -> None:
        super().__init__(hub, "desk-a")
        self.pieces: list[int] = []
        self.cut_after = 99

    def append(self, upload: str, offset: int, piece: bytes) -> int:
        self._count(offset)
        return super().append(upload, offset, piece)

    def read_letter(self, key: LetterKey, offset: int, length: int) -> Part:
        self._count(offset)
        return super().read_letter(key, offset, length)

    def _count(self, offset: int) -> None:
        if len(self.pieces) >= self.cut_after:
            raise Unreachable("cut")
        self.pieces.append(offset)


@pytest.fixture
def view() -> CutView:
    return CutView(HonestHub())


@pytest.fixture
def shelf() -> MemoryShelf:
    shelf = MemoryShelf()
    shelf.put(SCAN)
    return shelf


def test_an_attachment_goes_up_in_pieces(view: CutView, shelf: MemoryShelf) -> None:
    assert upload(view, shelf, KEY, piece=1000) == len(SCAN)
    assert view.pieces == [0, 1000, 2000]
    assert view.hub.blobs[KEY.sha256] == SCAN


def test_a_cut_upload_goes_on_where_it_was_cut(view: CutView, shelf: MemoryShelf) -> None:
    view.cut_after = 1
    with pytest.raises(Unreachable):
        upload(view, shelf, KEY, piece=1000)
    view.cut_after = 99
    assert upload(view, shelf, KEY, piece=1000) == len(SCAN) - 1000
    assert view.pieces == [0, 1000, 2000]


def test_what_the_hub_has_is_not_sent_again(view: CutView, shelf: MemoryShelf) -> None:
    upload(view, shelf, KEY)
    assert upload(view, shelf, KEY) == 0
    assert view.pieces == [0]


def test_an_absent_attachment_raises_an_alarm_and_is_not_sent(view: CutView) -> None:
    with pytest.raises(BytesAlarm):
        upload(view, MemoryShelf(), KEY)
    assert view.hub.uploads == {}


def test_a_changed_attachment_raises_an_alarm_and_is_not_sent(view: CutView, shelf: MemoryShelf) -> None:
    shelf.whole[KEY.sha256] = SCAN[:-1] + b"?"
    with pytest.raises(BytesAlarm):
        upload(view, shelf, KEY)
    assert view.hub.uploads == {}


@pytest.mark.parametrize("after", [0, len(SCAN) + 1])
def test_an_upload_that_does_not_move_is_given_up(
    view: CutView, shelf: MemoryShelf, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr(view, "append", lambda *_: after)
    with pytest.raises(FalseBytes):
        upload(view, shelf, KEY)


def test_a_letter_comes_down_in_pieces_and_is_verified(view: CutView, shelf: MemoryShelf) -> None:
    view.hub.letters[LETTER] = (PDF, "signed")
    assert download(view, shelf, WANTED, piece=500) == len(PDF)
    assert shelf.whole[hash_of(PDF)] == PDF
    assert shelf.revisions[hash_of(PDF)] == "signed"


def test_a_cut_download_goes_on_where_it_was_cut(view: CutView, shelf: MemoryShelf) -> None:
    view.hub.letters[LETTER] = (PDF, "signed")
    view.cut_after = 2
    with pytest.raises(Unreachable):
        download(view, shelf, WANTED, piece=500)
    assert hash_of(PDF) not in shelf.whole
    view.cut_after = 99
    assert download(view, shelf, WANTED, piece=500) == len(PDF) - 1000
    assert shelf.whole[hash_of(PDF)] == PDF
    assert shelf.partials == {}


def test_an_attachment_comes_down_too(view: CutView) -> None:
    shelf = MemoryShelf()
    view.hub.blobs[KEY.sha256] = SCAN
    assert download(view, shelf, Wanted(KEY, KEY.sha256, len(SCAN))) == len(SCAN)
    assert shelf.whole[KEY.sha256] == SCAN


def test_a_letter_with_later_revocation_data_begins_with_the_signed_bytes(view: CutView, shelf: MemoryShelf) -> None:
    view.hub.letters[LETTER] = (PDF + b"%%DSS", WITH_REVOCATION)
    download(view, shelf, WANTED)
    assert shelf.whole[hash_of(PDF)] == PDF + b"%%DSS"
    assert shelf.revisions[hash_of(PDF)] == WITH_REVOCATION


@pytest.mark.parametrize(
    ("served", "revision", "trouble"),
    [
        (PDF[:-1] + b"?", "signed", FalseBytes),
        (PDF + b"more", "signed", FalseBytes),
        (b"?" + PDF[1:] + b"%%DSS", WITH_REVOCATION, FalseBytes),
        (b"", "signed", FalseBytes),
        (PDF, "prepared", Superseded),
        (PDF, "", Superseded),
    ],
)
def test_bytes_that_the_action_does_not_name_are_forgotten(
    view: CutView, shelf: MemoryShelf, served: bytes, revision: str, trouble: type[Exception]
) -> None:
    view.hub.letters[LETTER] = (served, revision)
    with pytest.raises(trouble):
        download(view, shelf, WANTED, piece=500)
    assert hash_of(PDF) not in shelf.whole
    assert shelf.partials == {}


@pytest.mark.parametrize(
    "part",
    [
        Part(b"", 1200, "signed"),
        Part(b"x" * 600, 500, "signed"),
        Part(b"x", BLOB_MAX + 1, "signed"),
    ],
)
def test_a_part_that_does_not_fit_the_whole_is_refused(
    view: CutView, shelf: MemoryShelf, monkeypatch: pytest.MonkeyPatch, part: Part
) -> None:
    monkeypatch.setattr(view, "read_letter", lambda *_: part)
    with pytest.raises(FalseBytes):
        download(view, shelf, WANTED)


def test_a_letter_that_became_shorter_is_fetched_anew(view: CutView, shelf: MemoryShelf) -> None:
    shelf.partials[WANTED.sha256] = b"x" * (len(PDF) + 1)
    view.hub.letters[LETTER] = (PDF, "signed")
    with pytest.raises(FalseBytes):
        download(view, shelf, WANTED)
    download(view, shelf, WANTED)
    assert shelf.whole[hash_of(PDF)] == PDF


def test_partial_bytes_that_are_already_whole_are_verified(view: CutView, shelf: MemoryShelf) -> None:
    shelf.partials[WANTED.sha256] = PDF
    view.hub.letters[LETTER] = (PDF, "signed")
    assert download(view, shelf, WANTED) == 0
    assert shelf.whole[hash_of(PDF)] == PDF


def test_a_letter_of_unknown_size_with_revocation_data_must_be_the_named_bytes(
    view: CutView, shelf: MemoryShelf
) -> None:
    view.hub.letters[LETTER] = (PDF + b"%%DSS", WITH_REVOCATION)
    with pytest.raises(FalseBytes):
        download(view, shelf, replace(WANTED, size=0))


def test_an_officer_names_what_he_attaches(shelf: MemoryShelf) -> None:
    blob = shelf.put(b"kk")
    assert blob.sha256.encode() in Officer("clerk").submit(blobs=(blob,)).action
