"""A camat's queue without a hub: letters prepared as a hub prepares them, documents beside them, one of each doubt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import update

from desktop.cli.demo.citizens import marriage
from desktop.cli.demo.scans import save_scan
from desktop.office.desk import Desk
from desktop.office.submitting import Scan, correct_request, submit_request
from desktop.store import blobs
from desktop.store.tables import actions
from domain.actions import ActionKind
from letters.authority import make_authority
from sync.encoding import b64u
from tooling.sample_desk import KECAMATAN, accept, begin_desk, carry, hear, outside_at
from tooling.sample_letters import certify
from tooling.screenshots.freezing import freeze
from tooling.screenshots.story import Ticking, sample_couple

_CAMAT = "anggana-camat"
_PAPERS = (("n1", "Surat pengantar nikah"), ("n2", "Permohonan kehendak nikah"), ("n4", "Persetujuan calon"))
_CARDS = (("ktp", "Kartu tanda penduduk"), ("kk", "Kartu keluarga"))


@dataclass
class CamatStory:
    """The desk of the camat, the village that files for it, and the certificate's file."""

    desk: Desk
    source: Desk
    folder: Path
    clock: Ticking
    number: int = 30

    def wait_for_signature(self, request: str) -> None:
        """As if kasi and sekcam had passed it on and the hub had prepared its letter and brought it here."""
        hear(self.desk, request, "anggana-kasi-kesra", ActionKind.VERIFY)
        hear(self.desk, request, "anggana-sekcam", ActionKind.PARAF)
        self.number += 1
        freeze(self.desk, request, self.number, "electronic")


def camats_desk(folder: Path, clock: Ticking, source: Desk, many: int = 5) -> CamatStory:
    """A desk at which one letter of each kind waits: whole ones, one without papers, one corrected, one twice."""
    desk = begin_desk(folder / "camat", KECAMATAN, (_CAMAT,), outside_at(clock.now))
    story = CamatStory(desk, source, folder, clock)
    _certify(story)
    for number in range(many):
        clock.later(9)
        story.wait_for_signature(_filed(story, 60 + 2 * number, papers=number != 1))
    story.wait_for_signature(_corrected(story))
    story.wait_for_signature(_filed(story, 60, papers=True))
    return story


def _certify(story: CamatStory) -> None:
    """A sample authority certifies the camat; the file lies beside the desks."""
    now = story.clock.now()
    authority = make_authority("Contoh", now - timedelta(days=300))
    p12 = certify(story.desk, authority, _CAMAT, now)
    (story.folder / "camat-contoh.p12").write_bytes(p12)


def _filed(story: CamatStory, serial: int, *, papers: bool) -> str:
    answers = marriage(sample_couple(serial), story.clock.at.date())
    scans = _scans(story.folder, serial) if papers else []
    request = str(submit_request(story.source, "dispensasi-nikah", answers, scans).told["request"])
    accept(story.source, request)
    _bring(story, request)
    return request


def _corrected(story: CamatStory) -> str:
    request = _filed(story, 80, papers=True)
    returned = {"to": "pengajuan", "reason": "lihat_catatan", "note": "Tempat nikah belum lengkap."}
    hear(story.source, request, "anggana-kasi-kesra", ActionKind.RETURN, dict(returned))
    story.clock.later(6)
    answers = marriage(sample_couple(80), story.clock.at.date(), place="Balai Desa Sepatin RT 04 (contoh)")
    correct_request(story.source, request, {**answers, "jam_nikah": "10:30"})
    accept(story.source, request)
    _bring(story, request)
    return request


def _scans(folder: Path, serial: int) -> list[Scan]:
    return [
        Scan(kind, save_scan(folder, f"{kind}-{serial}.jpg", title, [f"{title} (contoh)"], serial + place))
        for place, (kind, title) in enumerate((*_PAPERS, *_CARDS))
    ]


def _bring(story: CamatStory, request: str) -> None:
    """Actions and the bytes of documents."""
    source = story.source
    carry(source, story.desk, request)
    with source.database.reading() as connection:
        rows = [row for row in blobs.of_request(connection, request) if row.kept is not None]
    for row in rows:
        assert row.kept is not None  # noqa: S101 - picked above
        kept = story.desk.files.keep([source.files.read_all(row.kept)])
        assert b64u(kept.sha256) == row.blob.sha256  # noqa: S101 - the same bytes
        with story.desk.database.writing() as connection:
            blobs.add_named(connection, row.shard, request, row.blob, row.name)
            blobs.fill(connection, kept)


def hold_back(desk: Desk, request: str) -> None:
    """As if the hub held back what this desk said of a request."""
    with desk.database.writing() as connection:
        mine = (actions.c.request == request) & actions.c.code.is_(None)
        connection.execute(update(actions).where(mine).values(code="parked", reason="authority_unclear", sent=True))
