"""Stored files in a folder and in an S3-compatible store: one contract, and what becomes of a store that breaks.

``KETINTING_TEST_S3=s3+http://ID:SECRET@127.0.0.1:5000/bucket`` runs the contract on a whole server as well.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from hub import s3
from hub.admin.doctor import examine
from hub.admin.folder import Elsewhere, FolderSettings, Place, make_hub, open_hub
from hub.backup.restoring import note_verified, restore, verify
from hub.backup.writing import make_backup
from hub.errors import HubError, StorageAway, TargetInUse
from hub.files import Vault
from hub.s3 import Bucket, open_bucket
from hub.sealing import DataKey
from hub.shelf import DamagedFile, Folder, Shelf
from hub.store.growing import blobs
from hub.store.opening import Store
from hub.world import real_world
from sync.client import Link
from sync.errors import HubBusy
from sync.protocol import BlobKey
from sync.record import hash_of
from sync.stretching import Cost
from tests.contracts.shelf import ShelfContract
from tests.hub.desks import an_attachment
from tests.hub.http_hub import serving
from tests.hub.s3_stand_in import Objects, standing_in
from tests.hub.stories import submit
from tests.hub.test_api import enrol_over_http
from tests.hub.town import Town

WHOLE_SERVER = os.environ.get("KETINTING_TEST_S3", "")
WORDS, CHEAP = "kata sandi contoh", Cost(8 * 1024, 1, 1)


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@pytest.fixture
def s3_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Objects]]:
    monkeypatch.setattr(s3, "_ANSWER", timedelta(seconds=0.4))
    with standing_in() as found:
        yield found


@pytest.fixture
def objects(s3_store: tuple[str, Objects]) -> Objects:
    return s3_store[1]


@pytest.fixture
def bucket(s3_store: tuple[str, Objects]) -> Bucket:
    return open_bucket(s3_store[0])


@pytest.fixture
def s3_town(town: Town, bucket: Bucket) -> Town:
    """A town whose files lie in the bucket."""
    town.ground.vault = replace(town.ground.vault, shelf=bucket)
    return town


class TestAFolder(ShelfContract):
    @pytest.fixture
    def shelf(self, tmp_path: Path) -> Shelf:
        return Folder(tmp_path / "blobs")


class TestABucket(ShelfContract):
    @pytest.fixture
    def shelf(self, bucket: Bucket) -> Shelf:
        return bucket


if WHOLE_SERVER:

    class TestAWholeServer(ShelfContract):
        @pytest.fixture
        def shelf(self) -> Iterator[Shelf]:
            found = open_bucket(WHOLE_SERVER)
            found.clear()
            yield found
            found.clear()


@pytest.fixture
def vault(bucket: Bucket) -> Vault:
    return Vault(bucket, DataKey(os.urandom(32)), os.urandom)


def test_a_fault_of_the_store_that_passes_is_tried_over(vault: Vault, objects: Objects) -> None:
    objects.fail = 1
    file = vault.write("64.02", b"surat")
    objects.fail = 1
    assert vault.whole(file) == b"surat"
    assert objects.fail == 0


def test_an_answer_that_is_lost_is_asked_for_again_and_counts_once(vault: Vault, objects: Objects) -> None:
    objects.lose = 1
    file = vault.write("64.02", b"surat")
    assert vault.whole(file) == b"surat"
    assert len(objects.stored) == 1


def test_a_store_that_only_fails_or_is_silent_or_gone_is_away(vault: Vault, objects: Objects) -> None:
    file = vault.write("64.02", b"surat")
    objects.fail = 99
    for ask in (lambda: vault.whole(file), lambda: vault.write("64.02", b"lain"), lambda: vault.remove(file)):
        with pytest.raises(StorageAway):
            ask()
    assert not vault.shelf.takes_bytes()
    objects.fail, objects.stall = 0, threading.Event()
    with pytest.raises(StorageAway):
        vault.whole(file)
    objects.stall.set()
    objects.stall = None
    assert vault.whole(file) == b"surat"


def test_an_answer_that_is_cut_or_changed_is_never_taken_for_the_file(vault: Vault, objects: Objects) -> None:
    file = vault.write("64.02", b"surat yang panjang")
    objects.cut = True
    with pytest.raises(StorageAway):
        vault.whole(file)
    objects.cut, objects.lie = False, True
    with pytest.raises(DamagedFile):
        vault.whole(file)
    objects.lie = False
    assert vault.whole(file) == b"surat yang panjang"


def test_an_attachment_goes_up_over_a_store_that_fails_and_comes_back_whole(s3_town: Town, objects: Objects) -> None:
    with serving(s3_town) as url:
        online = enrol_over_http(s3_town, url)
        desk, client = online.desk, online.client
        content, blob = an_attachment("kk", 100_000)
        filed = submit(desk, "kades", "surat-keterangan-usaha", (replace(blob, document="ktp"),))
        desk.take(client.exchange(desk.request()))
        key = BlobKey("64.02.04", filed.request or "", blob.sha256)
        upload = client.begin_upload(key, len(content))
        objects.fail = 99
        with pytest.raises(HubBusy):
            client.append(upload, 0, content[:65536])
        assert Link(url).send("GET", "/readyz", {}).body == b'{"status":"storage"}'
        assert doctor_on_files(s3_town) == "bad"
        objects.fail = 0
        assert client.append(upload, 0, content[:65536]) == 65536
        assert doctor_on_files(s3_town) == "ok"
        objects.lie = True
        with pytest.raises(HubBusy):
            client.append(upload, 65536, content[65536:])
        objects.lie = False
        assert client.append(upload, 65536, content[65536:]) == len(content)
        assert client.read_blob(key, 60_000, 10_000).content == content[60_000:70_000]
        del objects.stored[max(name for name in objects.stored if "siap" not in name)]
        with pytest.raises(HubBusy):
            client.read_blob(key, 60_000, 40_000)


def test_a_hub_in_a_bucket_is_backed_up_proved_and_restored_into_another(
    s3_town: Town, objects: Objects, s3_store: tuple[str, Objects], tmp_path: Path
) -> None:
    file = s3_town.ground.vault.write("64.02.04", b"lampiran contoh")
    _keep_as_blob(s3_town, file.name, file.sealed_key)
    out, place = tmp_path / "hub.cadangan", Place(tmp_path / "baru" / "hub", tmp_path / "kunci" / "hub.key")
    assert make_backup(s3_town.ground, out, WORDS, CHEAP).files == 1
    assert note_verified(s3_town.ground, verify(out, WORDS, s3_town.ground.world))
    with pytest.raises(TargetInUse):
        restore(out, place, WORDS, s3_town.ground.world, Elsewhere(blobs=s3_store[0]))
    assert len(objects.stored) == 1
    other = f"{s3_store[0]}-baru"
    restore(out, place, WORDS, s3_town.ground.world, Elsewhere(blobs=other))
    found = open_hub(place, s3_town.ground.world)
    assert found.vault.whole(file) == b"lampiran contoh"
    assert not (place.folder / "blobs").exists()
    found.close()
    objects.fail = 99
    with pytest.raises(StorageAway):
        make_backup(s3_town.ground, tmp_path / "kedua", WORDS, CHEAP)
    assert not (tmp_path / "kedua").exists()


def doctor_on_files(town: Town) -> str:
    found = {each.name: each.level for each in examine(town.ground, Place(Path.cwd(), Path.cwd() / "key"))}
    return found["files"]


def _keep_as_blob(town: Town, name: str, sealed_key: bytes) -> None:
    row = {"shard": "64.02.04", "request": "r", "sha256": hash_of(b"lampiran contoh"), "size": 15}
    about = {
        "media_type": "image/jpeg",
        "file": name,
        "sealed_key": sealed_key,
        "stored_at": "2026-11-16T01:00:00.000Z",
    }
    with town.ground.store.writing() as connection:
        connection.execute(blobs.insert().values(**row, **about))


def test_a_hub_is_not_made_at_a_store_that_does_not_take_its_files(
    s3_store: tuple[str, Objects], tmp_path: Path
) -> None:
    place, settings = Place(tmp_path / "hub", tmp_path / "kunci" / "hub.key"), FolderSettings(regency="64.02")
    s3_store[1].fail = 99
    with pytest.raises(StorageAway):
        make_hub(place, msgspec.structs.replace(settings, blobs=s3_store[0]), "Hub contoh", real_world())
    assert not list(place.folder.iterdir())


@pytest.mark.parametrize(
    "url",
    [
        "s3+https://alamat/wadah",
        "s3+https://id:rahasia@alamat/",
        "https://id:rahasia@alamat/wadah",
        "s3+https://id@a/b",
    ],
)
def test_an_address_that_is_none_is_a_sentence_without_its_secret(url: str) -> None:
    with pytest.raises(HubError, match="tidak terbaca") as found:
        open_bucket(url)
    assert "id:rahasia" not in str(found.value)


def test_a_store_elsewhere_is_reached_over_tls_alone() -> None:
    with pytest.raises(HubError, match=r"s3\+https"):
        open_bucket("s3+http://id:rahasia@alamat.example/wadah")
    assert isinstance(open_bucket("s3+https://id:rahasia@alamat.example/wadah/folder?region=id-1"), Bucket)


def test_a_hub_without_the_package_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "obstore.store", None)
    with pytest.raises(HubError, match="obstore"):
        open_bucket("s3+https://id:rahasia@alamat/wadah")
