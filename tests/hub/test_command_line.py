"""`ketinting hub …` as an administrator types it: one document, one line of error, an exit status."""

from __future__ import annotations

import io
import json
import shutil
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from hub.cli import main
from sync.enrolment import read_code, read_file
from tests.hub.town import BEGAN, KECAMATAN, VILLAGE, sample_certificates

KNOWN = '"offices": [{"id": "64.02.04"}]'
NOBODY = '{"id": "a", "officer": "nobody", "office": "64.02.04", "post": "camat", "first": "2025-01-01"}'


@pytest.fixture(scope="session")
def first_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub that was initialised by its command; tests get copies."""
    folder = tmp_path_factory.mktemp("hub-baru")
    printed = io.StringIO()
    with redirect_stdout(printed):
        assert main(["init", "--regency", "64.02", *_where(folder)]) == 0
    assert json.loads(printed.getvalue())["regency"] == "64.02"
    return folder


@pytest.fixture
def hub(tmp_path: Path, first_hub: Path, capsys: pytest.CaptureFixture[str]) -> Hub:
    shutil.copytree(first_hub, tmp_path, dirs_exist_ok=True)
    return Hub(tmp_path, capsys)


def _where(folder: Path) -> list[str]:
    return ["--data", str(folder / "hub"), "--key-file", str(folder / "keys" / "hub.key"), "--json"]


class Hub:
    """A hub in a folder, and what it printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.error = ""
        self.data = _where(folder)

    def run(self, *words: str, status: frozenset[int] = frozenset({0})) -> Any:
        """Run a command that must succeed; its document."""
        assert main([*words, *self.data]) in status
        printed = self.capsys.readouterr()
        assert printed.out.count("\n") == 1
        return json.loads(printed.out)

    def fail(self, *words: str) -> str:
        """Run a command that must fail; its one line, which is also the message of its document."""
        assert main([*words, *self.data]) == 1
        printed = self.capsys.readouterr()
        assert printed.err.count("\n") == printed.out.count("\n") == 1
        self.error, message = str(json.loads(printed.out)["error"]), json.loads(printed.out)["message"]
        assert f"{message}\n" == printed.err
        return printed.err

    def write(self, name: str, content: str | bytes) -> str:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def fill(self) -> None:
        """Enter a village with two officers, verb by verb."""
        for code in ("64.02", KECAMATAN, VILLAGE):
            self.run("office", "add", code)
        self.run("officer", "add", "kades-1", "--name", "Contoh Kades")
        self.run("officer", "add", "camat-1", "--name", "Contoh Camat", "--nip", "198001012005011001")
        self.run(
            "assignment", "add", "--officer", "kades-1", "--office", VILLAGE, "--post", "kades", "--from", "2025-01-01"
        )


def test_init_twice_is_the_same_hub_and_another_regency_is_refused(hub: Hub) -> None:
    first = hub.run("init", "--regency", "64.02")
    assert hub.run("init", "--regency", "64.02")["hub_id"] == first["hub_id"]
    assert first["name"] == "Hub Kabupaten Kutai Kartanegara"
    assert "64.02" in hub.fail("init", "--regency", "64.74")
    assert "kabupaten" in hub.fail("init", "--regency", "64.02.04")
    assert "kabupaten" in hub.fail("init", "--regency", "sini")


def test_the_key_is_never_in_the_data_folder_nor_made_twice(tmp_path: Path, hub: Hub) -> None:
    inside = ["--data", str(tmp_path / "other"), "--key-file", str(tmp_path / "other" / "hub.key")]
    assert main(["init", "--regency", "64.02", *inside]) == 1
    assert "di dalam folder" in hub.capsys.readouterr().err
    (tmp_path / "keys" / "hub.key").rename(tmp_path / "keys" / "moved.key")
    assert "Cari kuncinya" in hub.fail("init", "--regency", "64.02")
    assert "kunci" in hub.fail("doctor")


def test_reference_data_is_entered_verb_by_verb(hub: Hub) -> None:
    hub.fill()
    hub.run("office", "set", VILLAGE, "--kop", "PEMERINTAH CONTOH", "--kop", "DESA CONTOH", "--postcode", "75562")
    _, _, certificates = sample_certificates()
    pem = hub.write("kades.pem", certificates[0]["pem"])
    hub.run("officer", "cert", "kades-1", "--cert", pem)
    hub.run("book", "set", "--office", VILLAGE, "--book", "sktm", "--year", "2026", "--first", "7")
    assert "kantornya" in hub.fail(
        "book", "set", "--office", "64.02.99", "--book", "x", "--year", "2026", "--first", "7"
    )
    code = hub.run("enrol-code", "--office", VILLAGE, "--officer", "kades-1")["code"]
    assert len(read_code(code)[1]) == 8
    assert "belum didaftarkan" in hub.fail("enrol-code", "--office", VILLAGE, "--officer", "nobody")


def test_an_enrolment_file_is_written_once_for_its_owner_alone(hub: Hub) -> None:
    hub.fill()
    out = str(hub.folder / "desa.enrol")
    words = ("enrol-file", "--office", VILLAGE, "--officer", "kades-1", "--url", "https://hub.example", "--out", out)
    assert hub.run(*words)["days"] == 30
    assert read_file(Path(out).read_bytes()).office == VILLAGE
    assert Path(out).stat().st_mode & 0o077 == 0
    assert "ditimpa" in hub.fail(*words)


def test_a_document_is_entered_whole_or_not_at_all(hub: Hub) -> None:
    authority, _, certificates = sample_certificates()
    hub.write("root.pem", authority.root_pem)
    for place, crl in enumerate(authority.crls(BEGAN)):
        hub.write(f"{place}.crl", crl)
    decree = {"id": "a", "officer": "kades-1", "office": VILLAGE, "post": "kades"}
    week = [[[450, 960]]] * 5 + [[], []]
    whole = {
        "offices": [{"id": "64.02"}, {"id": KECAMATAN}, {"id": VILLAGE, "local_name": "Kampung"}],
        "officers": [{"id": "kades-1", "name": "Contoh Kades"}],
        "assignments": [{**decree, "first": "2025-01-01", "last": "2030-12-31"}],
        "packs": ["sktm@1"],
        "certificates": [{"officer": "kades-1", "pem": certificates[0]["pem"]}],
        "roots": ["root.pem"],
        "crls": ["0.crl", "1.crl", "0.crl"],
        "verification_url": "https://contoh.example/surat",
        "calendar": {"week": week, "utc_offset": 480, "holidays": ["2026-12-25"], "special": []},
        "books": [{"office": VILLAGE, "book": "sktm", "year": 2026, "first": 40}],
    }
    assert hub.run("apply", hub.write("all.json", json.dumps(whole)))["applied"]["offices"] == 3
    found = hub.run("doctor", status=frozenset({0, 1}))
    assert sum(each["name"] == "crl" for each in found["findings"]) == 2


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("{", "tidak terbaca"),
        ('{"unknown": 1}', "tidak terbaca"),
        ('{"offices": [{"id": "nowhere"}]}', "nowhere"),
        ('{"offices": [{"id": "64.02.04", "postcode": "x"}]}', "64.02.04"),
        ('{"officers": [{"id": "a", "name": ""}]}', "Petugas"),
        ('{"assignments": [{"id": "a", "officer": "a", "office": "64.02.04", "post": "x"}]}', "kantornya"),
        (f'{{{KNOWN}, "assignments": [{{"id": "a", "office": "64.02.04", "first": "x"}}]}}', "Penugasan"),
        (f'{{{KNOWN}, "assignments": [{NOBODY}]}}', "petugas nobody"),
        ('{"packs": ["none@1"]}', "none@1"),
        ('{"packs": ["bad.json"]}', "Paket"),
        ('{"roots": ["absent.pem"]}', "absent.pem"),
        ('{"roots": ["bad.json"]}', "Sertifikat"),
        ('{"crls": ["bad.json"]}', "CRL"),
        ('{"calendar": {}}', "Kalender"),
        ('{"verification_url": "ftp://x"}', "https://"),
    ],
)
def test_bad_reference_data_is_a_sentence_and_changes_nothing(hub: Hub, document: str, said: str) -> None:
    hub.write("bad.json", "{}")
    line = hub.fail("apply", hub.write("some.json", document))
    assert said in line
    assert "Traceback" not in line


def test_a_published_pack_never_changes_under_its_version(hub: Hub) -> None:
    from resources.packs import open_packs  # noqa: PLC0415 - one use

    hub.run("apply", hub.write("some.json", '{"packs": ["*"]}'))
    changed = open_packs()["sktm@1"].replace(b"Surat Keterangan Tidak Mampu", b"Surat Lain", 1)
    hub.write("changed.json", changed)
    assert "versi baru" in hub.fail("apply", hub.write("some.json", '{"packs": ["changed.json"]}'))


def test_lists_are_empty_before_anybody_came(hub: Hub) -> None:
    assert hub.run("devices", "list") == {"devices": []}
    assert hub.run("keys", "list") == {"keys": []}
    assert hub.run("parked", "list") == {"parked": []}
    assert "tertahan" in hub.fail("parked", "decide", "unknown", "accept")
    assert "terdaftar" in hub.fail("devices", "revoke", "64.02.04-none")
    assert "tidak terbaca" in hub.fail("apply", "/nowhere.json")


def test_a_folder_without_a_hub_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--data", str(tmp_path / "none"), "--key-file", str(tmp_path / "key")]) == 1
    assert "hub init" in capsys.readouterr().err


def test_wrong_words_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    minutes = ["enrol-code", "--office", VILLAGE, "--officer", "a", "--minutes"]
    for words in ([], ["dance"], ["init"], [*minutes, "0"], [*minutes, "1441"], [*minutes, "lima"], ["parked", "x"]):
        assert main(words) == 2
        printed = capsys.readouterr()
        assert (printed.out, printed.err.count("\n")) == ("", 1)
        assert printed.err.startswith("Perintah salah")
    assert main(["init", "--json"]) == 2
    printed = capsys.readouterr()
    assert json.loads(printed.out) == {"error": "salah_perintah", "message": printed.err.strip()}
    assert main(["--help"]) == 0
    assert "serve" in capsys.readouterr().out


def test_tls_needs_both_files_that_fit(hub: Hub) -> None:
    assert "bersama-sama" in hub.fail("serve", "--port", "0", "--tls-cert", "x")
    junk = hub.write("junk.pem", "junk")
    assert "TLS" in hub.fail("serve", "--port", "0", "--tls-cert", junk, "--tls-key", junk)


@pytest.mark.postgres
def test_a_hub_on_postgresql_keeps_its_address_to_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETINTING_DATABASE_URL", postgres_url)
    hub = Hub(tmp_path, capsys)
    hub.run("init", "--regency", "64.02", "--name", "Hub contoh")
    monkeypatch.delenv("KETINTING_DATABASE_URL")
    found = {each["name"]: each for each in hub.run("doctor", status=frozenset({0, 1}))["findings"]}
    assert found["database"]["level"] == "bad", "the server of the tests does not wait for its disk"
    assert (tmp_path / "hub" / "hub.json").stat().st_mode & 0o077 == 0
    assert not (tmp_path / "hub" / "hub.db").exists()
