"""A backup is proved by restoring it, and put back whole or not at all."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from domain.actions import ActionKind
from hub.admin.doctor import examine
from hub.admin.folder import Elsewhere, Place, open_hub
from hub.backup import laying, restoring, writing
from hub.backup.restoring import note_verified, restore, verify
from hub.backup.writing import make_backup
from hub.cli import main
from hub.errors import DamagedBackup, HubError, NewerSchema, StorageFull, TargetInUse, WrongKey, WrongPassphrase
from hub.service import identity
from hub.service.epochs import durable_in, durable_names
from hub.service.identity import named_settings, put_setting
from hub.store import schema
from hub.store.growing import actions, blobs, entries, requests, scopes
from hub.store.opening import Store, open_sqlite
from hub.store.tables import ALL
from sync.stretching import Cost
from tests.hub.desks import Desk, enrol
from tests.hub.drills import come_back
from tests.hub.stories import decide, submit, submit_with_scans
from tests.hub.town import KECAMATAN, KEY, VILLAGE, Town, open_town
from tests.postgres import PostgresServer

CHEAP = Cost(64, 1, 1)
WORDS = "kata sandi contoh yang panjang"


@pytest.fixture
def village(town: Town) -> Desk:
    """A village that has filed a request with its scans, and a kecamatan that has looked at it."""
    return _played(town)


def _played(town: Town) -> Desk:
    made = enrol(town, VILLAGE, "clerk", enrol(town, VILLAGE, "kades"))
    filed = submit_with_scans(made, "clerk", "dispensasi-nikah")
    kecamatan = enrol(town, KECAMATAN, "kasi-kesra")
    kecamatan.sync()
    decide(kecamatan, "kasi-kesra", ActionKind.VERIFY, filed.request or "")
    kecamatan.sync()
    made.sync()
    return made


@pytest.fixture(scope="module")
def once(sqlite_models: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, played once, with its backup; tests get copies."""
    folder = tmp_path_factory.mktemp("cadangan")
    shutil.copyfile(sqlite_models["furnished"], folder / "hub.db")
    made = open_town(open_sqlite(folder / "hub.db", KEY), folder)
    _played(made)
    make_backup(made.ground, folder / "hub.cadangan", WORDS, CHEAP)
    made.ground.store.close()
    return folder


@pytest.fixture
def backup(town: Town, village: Desk, tmp_path: Path) -> Path:
    out = tmp_path / "hub.cadangan"
    assert make_backup(town.ground, out, WORDS, CHEAP).missing == ()
    return out


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "pulih", tmp_path / "kunci" / "hub.key")


def _rows(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        tables = [table for table in ALL.sorted_tables if table.name not in {"settings", "enrolments"}]
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables
        }


def test_a_verified_backup_raises_what_is_durable_and_the_doctor_knows_its_age(
    town: Town, village: Desk, backup: Path, tmp_path: Path
) -> None:
    def level() -> str:
        found = examine(town.ground, Place(tmp_path, tmp_path / "key"))
        return next(each.level for each in found if each.name == "backup")

    village.sync()
    assert village.last is not None
    assert set(village.last.durable_through.values()) == {0}
    assert level() == "warn"
    proved = verify(backup, WORDS, town.ground.world)
    assert proved.counted["actions"] == _rows(town.ground.store)["actions"]
    assert note_verified(town.ground, proved)
    village.sync()
    assert village.last.durable_through == {scope: seq for scope, (seq, _) in village.cursor.items()}
    assert level() == "ok"
    town.clock.pass_by(days=3)
    assert level() == "warn"
    assert make_backup(town.ground, tmp_path / "baru", WORDS, CHEAP).files == proved.counted["files"]
    assert note_verified(town.ground, verify(tmp_path / "baru", WORDS, town.ground.world))
    assert not note_verified(town.ground, proved)
    assert level() == "ok"


def test_a_restored_hub_has_everything_in_a_new_epoch(town: Town, village: Desk, backup: Path, place: Place) -> None:
    told = restore(backup, place, WORDS, town.ground.world)
    again = open_hub(place, town.ground.world)
    assert again.identity.epoch == told["epoch"] == int(town.clock.now.timestamp())
    assert again.identity.key.public == town.ground.identity.key.public
    assert _rows(again.store) == _rows(town.ground.store)
    with again.store.reading() as connection:
        row = connection.execute(select(blobs)).first()
        assert row is not None
        scope = {row.scope: int(row.seq) for row in connection.execute(select(scopes))}
        assert durable_in(named_settings(connection, durable_names(scope)), scope) == scope
    again.close()
    assert place.key_file.stat().st_mode & 0o077 == 0
    with pytest.raises(TargetInUse):
        restore(backup, place, WORDS, town.ground.world)


@pytest.mark.postgres
def test_a_hub_on_a_file_comes_back_on_postgresql_and_only_into_an_empty_one(
    village: Desk, backup: Path, place: Place, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    town = village.town
    before = _rows(town.ground.store)
    lost = submit(village, "clerk", "dispensasi-nikah")
    village.sync()
    with postgres_server.fresh_database() as url:
        town.clock.pass_by(minutes=1)
        restore(backup, place, WORDS, town.ground.world, Elsewhere(url))
        again = town.ground = open_hub(place, town.ground.world)
        assert _rows(again.store) == before
        come_back(village)
        with again.store.reading() as connection:
            row = connection.execute(select(actions.c.code).where(actions.c.hash == lost.hash)).one()
        assert row.code == "ok"
        other = tmp_path / "lagi"
        make_backup(again, other, WORDS, CHEAP)
        assert verify(other, WORDS, town.ground.world).laid.begin.epoch == again.identity.epoch
        again.close()
        elsewhere = Place(tmp_path / "lain", place.key_file)
        with pytest.raises(TargetInUse):
            restore(backup, elsewhere, WORDS, town.ground.world, Elsewhere(url))
        assert not elsewhere.folder.exists()


class TestOnOneDatabase:
    """What the outside of a backup decides, whatever database it was read from."""

    @pytest.fixture
    def town(self, once: Path, tmp_path: Path) -> Iterator[Town]:
        shutil.copytree(once, tmp_path, dirs_exist_ok=True)
        made = open_town(open_sqlite(tmp_path / "hub.db", KEY), tmp_path)
        yield made
        made.ground.store.close()

    @pytest.fixture
    def backup(self, tmp_path: Path) -> Path:
        return tmp_path / "hub.cadangan"

    def test_a_wrong_passphrase_is_a_sentence_and_leaves_nothing(self, town: Town, backup: Path, place: Place) -> None:
        with pytest.raises(WrongPassphrase):
            restore(backup, place, "kata sandi lain sekali", town.ground.world)
        with pytest.raises(HubError, match="12 huruf"):
            make_backup(town.ground, backup.with_name("x"), "pendek")
        with pytest.raises(TargetInUse):
            make_backup(town.ground, backup, WORDS, CHEAP)
        _nothing_left(place)

    def test_a_cut_or_changed_backup_is_refused_wherever_it_is_cut(
        self, town: Town, backup: Path, place: Place
    ) -> None:
        whole = backup.read_bytes()
        broken = backup.with_name("rusak")
        size = len(whole)
        for cut in (0, 30, 200, size // 2, size - 1):
            broken.write_bytes(whole[:cut])
            with pytest.raises((DamagedBackup, WrongPassphrase)):
                restore(broken, place, WORDS, town.ground.world)
        for at in (5, 60, size - 5):
            broken.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            with pytest.raises((DamagedBackup, WrongPassphrase)):
                restore(broken, place, WORDS, town.ground.world)
        broken.write_bytes(whole + b"x")
        with pytest.raises(DamagedBackup):
            verify(broken, WORDS, town.ground.world)
        _nothing_left(place)

    def test_a_backup_of_a_newer_program_is_refused(
        self, town: Town, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as newer:
            newer.setattr(schema, "newest", lambda: "9999")
            make_backup(town.ground, tmp_path / "baru", WORDS, CHEAP)
        with pytest.raises(NewerSchema):
            restore(tmp_path / "baru", place, WORDS, town.ground.world)
        _nothing_left(place)

    def test_a_backup_of_an_older_program_is_laid_into_its_own_tables_and_brought_forward(
        self, town: Town, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as older:
            older.setattr(schema, "newest", lambda: schema.REVISIONS[-2])
            make_backup(town.ground, tmp_path / "lama", WORDS, CHEAP)
        restore(tmp_path / "lama", place, WORDS, town.ground.world)
        again = open_hub(place, town.ground.world)
        assert schema.current(again.store) == schema.newest()
        assert _rows(again.store) == _rows(town.ground.store)
        again.close()

    def test_a_full_disk_leaves_nothing_half_restored(
        self, town: Town, backup: Path, place: Place, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise StorageFull

        for module, name in ((laying, "_put_file"), (restoring, "begin_epoch"), (restoring, "write_settings")):
            with monkeypatch.context() as patched:
                patched.setattr(module, name, full)
                with pytest.raises(StorageFull):
                    restore(backup, place, WORDS, town.ground.world)
            _nothing_left(place)
        with monkeypatch.context() as patched:
            patched.setattr(writing, "_write_files", full)
            with pytest.raises(StorageFull):
                make_backup(town.ground, backup.with_name("penuh"), WORDS, CHEAP)
        assert not list(backup.parent.glob("*penuh*"))

    def test_another_hubs_key_file_is_never_used_nor_written_over(
        self, town: Town, backup: Path, place: Place, tmp_path: Path
    ) -> None:
        place.key_file.parent.mkdir()
        place.key_file.write_text("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
        place.key_file.chmod(0o600)
        with pytest.raises(WrongKey):
            restore(backup, place, WORDS, town.ground.world)
        with pytest.raises(WrongKey):
            restore(backup, Place(place.folder, place.folder / "key"), WORDS, town.ground.world)
        with pytest.raises(HubError, match="tidak terbaca"):
            restore(tmp_path / "tidak-ada", place, WORDS, town.ground.world)
        assert not place.folder.exists()

    def test_a_lost_file_is_named_and_such_a_backup_makes_nothing_durable(self, town: Town, tmp_path: Path) -> None:
        with town.ground.store.reading() as connection:
            name = connection.execute(select(blobs.c.file)).scalars().first()
        town.ground.vault.shelf.remove(str(name))
        assert make_backup(town.ground, tmp_path / "x", WORDS, CHEAP).missing == (name,)
        assert not note_verified(town.ground, verify(tmp_path / "x", WORDS, town.ground.world))
        with town.ground.store.writing() as connection:
            put_setting(connection, "epoch", "2")
            town.ground.identity = identity.read(connection, town.ground.data_key)
        with pytest.raises(HubError, match="dari hub lain"):
            note_verified(town.ground, verify(tmp_path / "x", WORDS, town.ground.world))

    @pytest.mark.parametrize("table", ["actions", "entries", "requests", "blobs", "scopes", "settings"])
    def test_what_was_changed_in_the_database_is_found_by_proving_it(
        self, town: Town, tmp_path: Path, table: str
    ) -> None:
        wrong: dict[str, Callable[[], object]] = {
            "actions": lambda: actions.update().values(signature=bytes(64)),
            "entries": lambda: entries.delete().where(entries.c.seq == 2),
            "requests": lambda: requests.update().values(rev=9),
            "blobs": lambda: blobs.update().values(sealed_key=bytes(60)),
            "scopes": lambda: scopes.update().values(anchor=bytes(32)),
            "settings": lambda: (
                ALL.tables["settings"].update().values(setting="x").where(ALL.tables["settings"].c.name == "hub_id")
            ),
        }
        with town.ground.store.writing() as connection:
            connection.execute(wrong[table]())  # type: ignore[call-overload]
        make_backup(town.ground, tmp_path / "x", WORDS, CHEAP)
        with pytest.raises(DamagedBackup):
            verify(tmp_path / "x", WORDS, town.ground.world)

    def test_the_three_commands_do_it(
        self,
        town: Town,
        backup: Path,
        place: Place,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        tmp_path = backup.parent

        def run(*words: str, status: int = 0) -> dict[str, object]:
            assert main([*words, "--json"]) == status
            found: dict[str, object] = json.loads(capsys.readouterr().out)
            return found

        (tmp_path / "sandi").write_text(WORDS + "\n")
        secret = ["--password-file", str(tmp_path / "sandi")]
        where = ["--data", str(place.folder), "--key-file", str(place.key_file)]
        restored = run("restore", str(backup), *where, *secret)
        out = str(tmp_path / "kedua")
        assert run("backup", "--out", out, *where, *secret)["missing_files"] == []
        assert run("verify-backup", out, *secret)["noted"] is False
        assert run("verify-backup", out, *secret, *where)["noted"] is True
        assert run("verify-backup", out, *secret, *where[:2], status=1)["error"] == "tidak_dapat"
        monkeypatch.setattr("sys.stdin", io.StringIO("salah sama sekali\n"))
        assert run("verify-backup", out, "--password-file", "-", status=1)["error"] == "sandi_cadangan_salah"
        assert run("verify-backup", out, "--password-file", str(tmp_path / "0"), status=1)["error"] == "tidak_dapat"
        assert run("restore", out, *where, *secret, status=1)["error"] == "tujuan_terisi"
        assert restored["hub_id"] == town.hub_id


def _nothing_left(place: Place) -> None:
    assert not place.folder.exists()
    assert not place.key_file.exists()
    assert not list(place.folder.parent.glob(".*pulih*"))
