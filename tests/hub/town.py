"""A small regency for tests: real codes, sample officers, real keys and certificates, a clock that only we move."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from uuid_utils import uuid7

from hub.admin.applying import apply_document
from hub.admin.documents import read_document
from hub.files import Vault
from hub.sealing import DataKey
from hub.service import identity
from hub.service.ground import Ground
from hub.service.working import run_due_jobs
from hub.shelf import Folder
from hub.store.opening import Store
from hub.world import World
from letters.authority import Authority, make_authority
from letters.officer_keys import OfficerKey, open_pkcs12
from tests.quickly import officer_files_quick

REGENCY, KECAMATAN, VILLAGE, OTHER_VILLAGE = "64.02", "64.02.04", "64.02.04.2005", "64.02.04.2006"
AGENCY = "64.02/dinas-sosial"
BEGAN = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
PASSPHRASE = "contoh"
KEY = DataKey(os.urandom(32))
"""Of every hub of this test process, so that a copied database opens too."""
PEOPLE = {
    "clerk": (VILLAGE, "clerk", None),
    "kades": (VILLAGE, "kades", None),
    "clerk-b": (OTHER_VILLAGE, "clerk", None),
    "kades-b": (OTHER_VILLAGE, "kades", None),
    "kasi-kesos": (KECAMATAN, "kasi", "kesos"),
    "kasi-kesra": (KECAMATAN, "kasi", "kesra"),
    "sekcam": (KECAMATAN, "sekcam", None),
    "camat": (KECAMATAN, "camat", None),
}


@dataclass
class Clock:
    """The time of the whole town."""

    now: datetime = BEGAN

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Town:
    """One hub with its reference data."""

    ground: Ground
    clock: Clock
    authority: Authority
    signing_keys: dict[str, OfficerKey] = field(default_factory=dict)

    @property
    def hub_id(self) -> str:
        return self.ground.identity.hub_id

    def work(self) -> int:
        """Let the hub do its jobs until none is due."""
        done = 0
        while found := run_due_jobs(self.ground):
            done += found
        return done

    def apply(self, **document: Any) -> dict[str, int]:
        return apply_document(self.ground, read_document(json.dumps(document).encode()), Path.cwd())


def open_town(store: Store, folder: Path) -> Town:
    """A hub on this store, whose identity is made or found; stored bytes go into the folder."""
    clock = Clock()
    world = World(now=clock, new_id=lambda: str(uuid7()), token_bytes=os.urandom)
    with store.writing() as connection:
        own = identity.found(connection, KEY, world, REGENCY, "Hub contoh")
    ground = Ground(store, Vault(Folder(folder / "blobs"), KEY, os.urandom), KEY, own, world)
    authority, signing_keys, _ = sample_certificates()
    return Town(ground, clock, authority, dict(signing_keys))


def furnish(town: Town) -> None:
    """Enter the reference data."""
    town.apply(
        offices=[{"id": code} for code in (REGENCY, KECAMATAN, VILLAGE, OTHER_VILLAGE)]
        + [{"id": AGENCY, "name": "Dinas Sosial"}],
        officers=[officer_document(officer) for officer in PEOPLE],
        assignments=[assignment_document(officer) for officer in PEOPLE],
        packs=["*"],
        certificates=list(sample_certificates()[2]),
        roots=[town.authority.root_pem.decode()],
        intermediates=[town.authority.intermediate_pem.decode()],
        verification_url="https://contoh.example/surat",
    )


def officer_document(officer: str) -> dict[str, Any]:
    serial = sorted(PEOPLE).index(officer)
    nip = f"1980010120050110{serial:02}" if PEOPLE[officer][1] in {"camat", "sekcam", "kasi"} else None
    return {"id": officer, "name": f"Contoh {officer.title()}", "nip": nip}


def assignment_document(officer: str, **changes: Any) -> dict[str, Any]:
    office, post, seksi = PEOPLE[officer]
    usual = {"id": f"tugas-{officer}", "officer": officer, "office": office, "post": post, "seksi": seksi}
    return {**usual, "first": "2025-01-01", **changes}


@cache
def sample_certificates() -> tuple[Authority, dict[str, OfficerKey], tuple[dict[str, str], ...]]:
    """An authority, each officer's PKCS#12 opened, and their certificates as the hub registers them; made once."""
    authority, opened, registered = make_authority("Contoh", BEGAN - timedelta(days=30)), {}, []
    for officer in PEOPLE:
        with officer_files_quick():
            made = authority.issue_officer(f"Contoh {officer.title()}", PASSPHRASE, BEGAN - timedelta(days=1))
        opened[officer] = open_pkcs12(made.pkcs12, PASSPHRASE)
        registered.append({"officer": officer, "pem": made.certificate_pem.decode()})
    return authority, opened, tuple(registered)
