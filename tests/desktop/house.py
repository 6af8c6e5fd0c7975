"""Desks of a town as a person at the keyboard sees them: lines typed, answers read."""

from __future__ import annotations

import io
import json
import shlex
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from desktop.cli.running import answer_line
from desktop.cli.session import Session
from desktop.office.desk import Desk
from resources.packs import open_examples
from tests.desktop import fakes
from tests.desktop.town import PASSPHRASE, Town

Answer = dict[str, Any]


@dataclass
class House:
    """Profiles of one town, opened on demand."""

    town: Town
    sessions: dict[str, Session] = field(default_factory=dict)

    def type(self, desk: str, line: str) -> Answer:
        """One line at a desk; a bug in the program is a failure of the test."""
        answer = answer_line(self.session(desk), line)
        log = self.profile(desk) / "galat.log"
        assert answer.get("error") != "galat", log.read_text() if log.exists() else answer
        return answer

    def must(self, desk: str, line: str) -> Answer:
        answer = self.type(desk, line)
        assert answer["ok"], answer
        return answer

    def refused(self, desk: str, line: str, error: str) -> str:
        answer = self.type(desk, line)
        assert not answer["ok"], answer
        assert answer["error"] == error, answer
        return str(answer["message"])

    def session(self, desk: str) -> Session:
        if desk not in self.sessions:
            self.sessions[desk] = self.town.session(self.profile(desk))
        return self.sessions[desk]

    def profile(self, desk: str) -> Path:
        return self.town.folder / desk

    def restart(self, desk: str) -> None:
        """The program is closed and started again."""
        self.sessions.pop(desk).close()

    def close(self) -> None:
        for session in self.sessions.values():
            session.close()

    def enrol(self, desk: str, first: str, *others: str) -> None:
        """Enrol a desk with its officers; all have the same password."""
        self.must(desk, f"enrol --hub https://hub.contoh.example --code {self.town.code(first)}")
        for officer in others:
            secret = self.file("sandi.txt", fakes.PASSWORD.encode())
            self.must(desk, f"officer add --code {self.town.code(officer)} --new-password-file {secret}")
        self.must(desk, f"--officer {first} sync")

    def file(self, name: str, content: bytes) -> Path:
        path = self.town.folder / name
        path.write_bytes(content)
        return path

    def answers(self, service: str, **changes: Any) -> Path:
        found = {**example(service), **changes}
        if service == "dispensasi-nikah":
            found["tanggal_nikah"] = (self.town.clock.now() + timedelta(days=5)).date().isoformat()
        return self.file(f"{service}.json", json.dumps(found).encode())

    def scan(self, name: str = "scan.pdf") -> Path:
        path = self.town.folder / name
        if not path.exists():
            path.write_bytes(pdf_scan())
        return path

    def submit(self, desk: str, service: str, *kinds: str, officer: str = "") -> str:
        attached = " ".join(f"--attach {kind}={shlex.quote(str(self.scan()))}" for kind in kinds)
        acting = f"--officer {officer} " if officer else ""
        line = f"{acting}submit {service} --answers {self.answers(service)} {attached}"
        return str(self.must(desk, line)["request"])

    def keys(self, officer: str) -> str:
        secret = self.file("frasa.txt", PASSPHRASE.encode())
        return f"--p12 {self.town.p12(officer)} --passphrase-file {secret}"

    def state(self, desk: str, request: str, officer: str = "") -> str:
        listed = self.must(desk, f"--officer {officer} requests" if officer else "requests")["requests"]
        return next(str(row["state"]) for row in listed if row["id"] == request)


def example(service: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(open_examples(service, 1))["answers"]
    return found


def pdf_scan(pages: int = 1) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def picture(kind: str = "JPEG", size: tuple[int, int] = (800, 600), **saved: Any) -> bytes:
    image = Image.effect_noise(size, 60).convert("RGB")
    written = io.BytesIO()
    image.save(written, kind, **saved)
    return written.getvalue()


def desk_of(house: House, name: str) -> Desk:
    """The open desk behind a computer of the house."""
    found = house.session(name)._desk
    assert found is not None
    return found


def filed(house: House) -> str:
    """A request that the clerk has filed on the village's desk."""
    return house.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")


def at_kasi(house: House) -> str:
    """A request that waits for the kasi at the kecamatan's desk."""
    house.enrol("kecamatan", "kasi-kesra", "sekcam", "camat")
    request = house.submit("desa", "dispensasi-nikah", "ktp", officer="clerk")
    house.must("desa", "sync")
    house.must("kecamatan", "--officer kasi-kesra sync")
    return request


def at_camat(house: House) -> str:
    """A request whose letter waits for the camat at the kecamatan's desk."""
    request = at_kasi(house)
    house.must("kecamatan", f"act {request} verify")
    house.must("kecamatan", f"--officer sekcam act {request} paraf")
    house.must("kecamatan", "sync")
    house.must("kecamatan", "sync")
    return request
