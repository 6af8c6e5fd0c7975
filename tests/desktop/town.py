"""A regency in one process: the hub's own service over SQLite, and desks of a village and its kecamatan beside it.

No socket and no worker thread: jobs run after every call, so a test sees what a desk sees a moment later.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from desktop.cli.session import Session
from desktop.store.states import Enrolled
from hub.admin.applying import apply_document
from hub.admin.documents import read_document
from hub.admin.folder import FolderSettings, Place, make_hub
from hub.errors import Refused as HubRefused
from hub.service import enrolling, leasing_calls, reading, snapshots, uploads
from hub.service.configuring import configuration_of
from hub.service.exchange import device_of, exchange
from hub.service.ground import Ground
from hub.service.keyring import decide_key
from hub.service.working import run_due_jobs
from hub.world import World
from letters.authority import Authority, OfficerFile, make_authority
from sync.enrolment import Begin, Finish, Finished, Offer
from sync.errors import Refused, SyncError, Unreachable
from sync.hub_port import Config, LetterKey, Part
from sync.protocol import BlobKey, SyncAnswer, SyncRequest
from tests.desktop import fakes
from tests.desktop.fakes import KECAMATAN, REGENCY, VILLAGE
from tests.quickly import officer_files_quick

KELURAHAN = "64.02.06.1001"
PASSPHRASE = "frasa contoh"
T = TypeVar("T")

OFFICERS = {
    "clerk": ("Petugas Contoh", VILLAGE, "clerk", None),
    "kades": ("Kepala Desa Contoh", VILLAGE, "kades", None),
    "kasi-kesra": ("Kasi Kesra Contoh", KECAMATAN, "kasi", "kesra"),
    "kasi-kesos": ("Kasi Kesos Contoh", KECAMATAN, "kasi", "kesos"),
    "sekcam": ("Sekcam Contoh", KECAMATAN, "sekcam", None),
    "camat": ("Camat Contoh", KECAMATAN, "camat", None),
}
NIP = {"kasi-kesra": "197001011990031001", "sekcam": "197101011991031002", "camat": "196901011989031003"}


@dataclass
class Town:
    """The hub, the authority that certifies officers, and whoever is enrolled."""

    folder: Path
    clock: fakes.Clock = field(default_factory=fakes.Clock)
    cut: list[Callable[[str], None]] = field(default_factory=list)
    certificates: dict[str, OfficerFile] = field(default_factory=dict)
    copied_from: Town | None = None

    def __post_init__(self) -> None:
        outside = fakes.outside(self.clock)
        world = World(outside.now, outside.new_id, outside.token_bytes)
        place = Place(self.folder / "hub", self.folder / "hub.key")
        self.ground: Ground = make_hub(place, FolderSettings(regency=REGENCY), "Hub Contoh", world)
        if self.copied_from is not None:
            self.authority: Authority = self.copied_from.authority
            self.certificates = self.copied_from.certificates
        else:
            self.authority = make_authority("Contoh", self.clock.now() - timedelta(days=30))
            self.apply(self.document())

    def document(self) -> dict[str, Any]:
        begins = self.clock.now() - timedelta(days=1)
        with officer_files_quick():
            for officer in ("kades", "camat", "sekcam"):
                self.certificates[officer] = self.authority.issue_officer(OFFICERS[officer][0], PASSPHRASE, begins)
        (self.folder / "root.pem").write_bytes(self.authority.root_pem)
        return {
            "offices": [{"id": code} for code in (REGENCY, KECAMATAN, VILLAGE)],
            "officers": [{"id": name, "name": said[0], "nip": NIP.get(name)} for name, said in OFFICERS.items()],
            "assignments": [
                {
                    "id": f"a-{name}",
                    "officer": name,
                    "office": said[1],
                    "post": said[2],
                    "seksi": said[3],
                    "first": "2025-01-01",
                }
                for name, said in OFFICERS.items()
            ],
            "packs": ["*"],
            "certificates": [
                {"officer": name, "pem": made.certificate_pem.decode()} for name, made in self.certificates.items()
            ],
            "roots": [self.authority.root_pem.decode()],
            "intermediates": [self.authority.intermediate_pem.decode()],
            "verification_url": "https://surat.contoh.example/p",
        }

    def apply(self, document: dict[str, Any]) -> None:
        apply_document(self.ground, read_document(json.dumps(document).encode()), self.folder)

    def p12(self, officer: str) -> Path:
        path = self.folder / f"{officer}.p12"
        path.write_bytes(self.certificates[officer].pkcs12)
        return path

    def code(self, officer: str) -> str:
        return enrolling.invite_by_code(self.ground, OFFICERS[officer][1], officer)

    def file(self, officer: str) -> Path:
        path = self.folder / f"{officer}.daftar"
        path.write_bytes(
            enrolling.invite_by_file(self.ground, OFFICERS[officer][1], officer, "https://hub.contoh.example", None)
        )
        return path

    def session(self, profile: Path, password: str | None = fakes.PASSWORD) -> Session:
        return QuickSession(profile, password, fakes.outside(self.clock), lambda _: DirectReach(self))

    def called(self, verb: str) -> None:
        """Somebody asked the hub; a test may cut the line here."""
        for each in list(self.cut):
            each(verb)

    def work(self) -> None:
        while run_due_jobs(self.ground):
            continue

    def close(self) -> None:
        self.ground.close()


class QuickSession(Session):
    """A session whose passwords cost little to try."""

    @property
    def vault(self) -> Any:
        return fakes.quick_vault(self.profile)


@dataclass
class DirectReach:
    town: Town

    def enroller(self, *_: object) -> Any:
        return DirectEnroller(self.town)

    def hub(self, who: Enrolled, *_: object) -> Any:
        return DirectHub(self.town, who), fakes.Carriage()


@dataclass
class DirectEnroller:
    town: Town

    def enrol_begin(self, begin: Begin) -> Offer:
        self.town.called("enrol_begin")
        return enrolling.begin(self.town.ground, begin)

    def enrol_finish(self, finish: Finish) -> Finished:
        self.town.called("enrol_finish")
        found = enrolling.finish(self.town.ground, finish)
        self.town.called("enrol_finished")
        return found


@dataclass
class DirectHub:
    """`sync.hub_port.Hub` over the hub's own service."""

    town: Town
    who: Enrolled

    def _do(self, verb: str, work: Callable[[], T]) -> T:
        self.town.called(verb)
        try:
            found = work()
        except HubRefused as error:
            raise Refused(error.code, sentence=str(error)) from error
        self.town.work()
        self.town.called(f"{verb} done")
        return found

    @property
    def _sender(self) -> Any:
        return uploads.sender_of(self.town.ground, device_of(self.who.device_id))

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        return self._do("exchange", lambda: exchange(self.town.ground, device_of(self.who.device_id), request))

    def config(self) -> Config:
        content = self._do("config", lambda: configuration_of(self.town.ground, self.who.office))
        return Config(content["version"], json.loads(json.dumps(content)))

    def pack(self, pack_id: str, version: str) -> bytes:
        return self._do("pack", lambda: reading.pack_bytes(self.town.ground, pack_id, version))

    def begin_upload(self, key: BlobKey, size: int) -> str:
        return self._do("begin_upload", lambda: uploads.begin_upload(self.town.ground, self._sender, key, size)).upload

    def upload_offset(self, upload: str) -> int:
        return self._do("upload_offset", lambda: uploads.progress(self.town.ground, self._sender, upload)).offset

    def append(self, upload: str, offset: int, piece: bytes) -> int:
        return self._do("append", lambda: uploads.append(self.town.ground, self._sender, upload, offset, piece)).offset

    def read_blob(self, key: BlobKey, offset: int, length: int) -> Part:
        found = self._do("read_blob", lambda: reading.find_blob(self.town.ground, self._sender, key))
        return reading.read_part(self.town.ground, found, offset, length)

    def read_letter(self, key: LetterKey, offset: int, length: int) -> Part:
        found = self._do("read_letter", lambda: reading.find_letter(self.town.ground, self._sender, key))
        return reading.read_part(self.town.ground, found, offset, length)

    def read_snapshot(self, sha256: str, offset: int, length: int) -> Part:
        found = self._do("read_snapshot", lambda: snapshots.find_part(self.town.ground, self._sender, sha256))
        return reading.read_part(self.town.ground, found, offset, length)

    def decide_key(self, key_id: str, state: str, at: str, signature: bytes) -> None:
        self._do("decide_key", lambda: decide_key(self.town.ground, self._sender, key_id, (state, at, signature)))

    def lease(self, office: str, book: str, year: int, count: int) -> None:
        wanted = (office, book, year, count)
        self._do("lease", lambda: leasing_calls.lease_for(self.town.ground, self._sender, wanted))

    def hang_up(self) -> None:
        self.town.called("hang_up")


def cut_at(town: Town, verb: str, error: SyncError | None = None) -> None:
    """The next time this verb is reached, the line breaks; once."""

    def break_line(reached: str) -> None:
        if reached == verb:
            town.cut.remove(break_line)
            raise error or Unreachable("cut by the test")

    town.cut.append(break_line)


def later(town: Town, **span: float) -> datetime:
    town.clock.instant += timedelta(**span)
    return town.clock.instant
