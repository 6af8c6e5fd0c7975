"""Attachments on their way: resumed, verified, judged by their content, kept from strangers."""

from __future__ import annotations

import hashlib

import pytest

from domain.actions import Blob
from hub.errors import Refused
from hub.service import uploads
from hub.service.reading import find_blob, read_part
from hub.service.uploads import append, begin_upload, progress
from hub.store.opening import Store
from sync.encoding import b64u
from sync.errors import NotAllowed
from sync.protocol import BLOB_MAX, BlobKey
from tests.hub.desks import Desk, an_attachment, enrol
from tests.hub.stories import submit
from tests.hub.town import KECAMATAN, OTHER_VILLAGE, VILLAGE, Town

SHARD = "64.02.04"


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@pytest.fixture
def village(town: Town) -> Desk:
    return enrol(town, VILLAGE, "clerk")


def _filed(desk: Desk, content: bytes, media_type: str = "image/jpeg", size: int = 0) -> BlobKey:
    sha256 = b64u(hashlib.sha256(content).digest())
    blob = Blob(sha256, size or len(content), media_type, "ktp")
    request = submit(desk, "clerk", "surat-keterangan-usaha", (blob,)).request or ""
    desk.sync()
    return BlobKey(SHARD, request, sha256)


def test_an_upload_goes_on_where_the_cut_was(village: Desk) -> None:
    content, _ = an_attachment("ktp", 150_000)
    key, ground = _filed(village, content), village.town.ground
    upload = begin_upload(ground, village.sender, key, len(content)).upload
    append(ground, village.sender, upload, 0, content[:65536])
    with pytest.raises(Refused) as refused:
        append(ground, village.sender, upload, 0, content[:65536])
    assert refused.value.status == 409
    again = begin_upload(ground, village.sender, key, len(content))
    assert (again.upload, again.offset) == (upload, 65536)
    append(ground, village.sender, upload, 65536, content[65536:131072])
    assert progress(ground, village.sender, upload).offset == 131072
    done = append(ground, village.sender, upload, 131072, content[131072:])
    assert done.offset == done.size
    assert append(ground, village.sender, upload, done.size, b"").offset == done.size
    assert begin_upload(ground, village.sender, key, len(content)).upload == ""
    found = find_blob(ground, village.sender, key)
    assert read_part(ground, found, 0, BLOB_MAX).content == content
    assert read_part(ground, found, len(content), 10).content == b""


def test_another_desk_of_the_office_may_go_on_but_no_neighbour(town: Town, village: Desk) -> None:
    content, _ = an_attachment("ktp")
    key, ground = _filed(village, content), town.ground
    upload = begin_upload(ground, village.sender, key, len(content)).upload
    colleague, neighbour = enrol(town, VILLAGE, "kades"), enrol(town, OTHER_VILLAGE, "clerk-b")
    assert progress(ground, colleague.sender, upload).offset == 0
    for stranger in (neighbour, enrol(town, KECAMATAN, "camat")):
        with pytest.raises(NotAllowed):
            progress(ground, stranger.sender, upload)
        with pytest.raises(Refused):
            begin_upload(ground, stranger.sender, key, len(content))
        with pytest.raises(NotAllowed):
            find_blob(ground, stranger.sender, key)
    with pytest.raises(NotAllowed):
        append(ground, neighbour.sender, "64_02_04-none", 0, b"x")


def test_bytes_that_are_not_here_yet_are_not_read(village: Desk) -> None:
    content, _ = an_attachment("ktp")
    with pytest.raises(NotAllowed):
        find_blob(village.town.ground, village.sender, _filed(village, content))


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (b"MZ" + bytes(200), "image/jpeg", 415),
        (b"%PDF-1.7 " + bytes(200), "image/jpeg", 415),
        (b"plain words that are no picture", "image/png", 415),
    ],
)
def test_an_attachment_that_is_not_what_its_name_says_is_refused(
    village: Desk, content: bytes, media_type: str, status: int
) -> None:
    key, ground = _filed(village, content, media_type), village.town.ground
    upload = begin_upload(ground, village.sender, key, len(content)).upload
    with pytest.raises(Refused) as refused:
        append(ground, village.sender, upload, 0, content)
    assert refused.value.status == status
    with pytest.raises(Refused):
        append(ground, village.sender, upload, 0, content)


def test_bytes_that_changed_on_the_way_are_refused_and_may_be_sent_again(village: Desk) -> None:
    content, _ = an_attachment("ktp")
    key, ground = _filed(village, content), village.town.ground
    upload = begin_upload(ground, village.sender, key, len(content)).upload
    with pytest.raises(Refused):
        append(ground, village.sender, upload, 0, content[:-1] + b"?")
    assert begin_upload(ground, village.sender, key, len(content)).upload != upload


def test_sizes_are_kept(village: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    content, _ = an_attachment("ktp")
    key, ground = _filed(village, content), village.town.ground
    with pytest.raises(Refused) as refused:
        begin_upload(ground, village.sender, key, len(content) + 1)
    assert refused.value.status == 413
    upload = begin_upload(ground, village.sender, key, len(content)).upload
    with pytest.raises(Refused) as refused:
        append(ground, village.sender, upload, 0, content + b"more")
    assert refused.value.status == 413
    monkeypatch.setattr(uploads, "DAY_MAX", 10)
    other, _ = an_attachment("ktp")
    with pytest.raises(Refused) as refused:
        begin_upload(ground, village.sender, _filed(village, other), len(other))
    assert (refused.value.status, refused.value.retry_after) == (429, 3600)
