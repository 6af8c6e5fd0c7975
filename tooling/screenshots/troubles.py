"""What a desk says on its bad days: each card and each dialog with a mistake in it, in every look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import update

from desktop.cli.demo.citizens import BAKER, business, poverty
from desktop.office.changes import Changed
from desktop.pages.deeds import deeds
from desktop.pages.doing import why_back
from desktop.pages.exchange import ExchangePage
from desktop.preferences import Preferences
from desktop.store import blobs, tables
from desktop.widgets.deciding import ReasonDialog
from domain.actions import ActionKind
from domain.reasons import SET_ASIDE
from sync.ballast import LOW
from sync.encoding import instant_text
from tooling.sample_desk import begin_desk, file_request, hear, outside_at, refuse
from tooling.sample_letters import finished_letters
from tooling.screenshots.camat_story import hold_back

if TYPE_CHECKING:
    from desktop.office.desk import Desk
    from tooling.screenshots.photographing import Photographer

_DESK, _OFFICE, _CLERK, _HEAD = "desa-hari-buruk", "64.02.04.2001", "sepatin-petugas", "sepatin-kades"
_LOOKS = {
    "": Preferences(),
    "-gelap": Preferences(dark=True),
    "-150": Preferences(scale=150),
    "-english": Preferences(language="en"),
}
_STATES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("program-baru", {"trouble": "baru", "code": "too_new"}),
    ("hub-penuh", {"trouble": "penuh", "code": "hub_full"}),
    ("hub-dipulihkan", {"trouble": "pulih", "code": "epoch_changed"}),
    ("ditolak", {"trouble": "dicabut", "code": "not_allowed"}),
    ("disk-penuh", {"room": f"Sisa ruang {LOW // 1_000_000} MB. Kosongkan ruang hari ini; data Anda aman."}),
)


def photograph_troubles(seen: Photographer) -> None:
    """A village's worst day, in each look."""
    shown = _bad_day(seen)
    for look, chosen in _LOOKS.items():
        program = seen.open(_DESK, _CLERK, chosen)
        assert program.work is not None  # noqa: S101 - signed in
        page, work = seen.page("exchange"), program.work
        assert isinstance(page, ExchangePage)  # noqa: S101 - asked for
        work.exchange = replace(work.exchange, tried=True, heard_at=instant_text(seen.clock.at))
        work._set(work.exchange)  # noqa: SLF001 - a picture of a state
        seen.take(f"90-disisihkan-dan-tertahan{look}")
        before = work.exchange
        for name, changes in _STATES:
            work._set(replace(before, **changes))  # noqa: SLF001 - as above
            seen.take(f"91-{name}{look}")
            work._set(before)  # noqa: SLF001 - as above
        _carried(seen, page, look)
        for name, request in shown.items():
            seen.page("request", request)
            seen.take(f"93-{name}{look}")
        seen.page("letter", shown["surat-dicabut"])
        seen.take(f"94-surat-dicabut{look}")
        _reason(seen, look)
    seen.open("desa", chosen=Preferences())


def _bad_day(seen: Photographer) -> dict[str, str]:
    """One of each: set aside, refused, held back, let go of, revoked. Gives the requests to look at."""
    desk = begin_desk(seen.folder / _DESK, _OFFICE, (_CLERK, _HEAD), outside_at(seen.clock.now))
    file_request(desk, "surat-keterangan-usaha", business(BAKER, "Kue Contoh"))
    file_request(desk, "surat-keterangan-usaha", business(BAKER, "Warung Contoh"))
    gone, revoked = finished_letters(desk, seen.clock.now(), most=2)
    hear(desk, revoked, _HEAD, ActionKind.REVOKE, {"reason": "lihat_catatan", "note": "Nama usaha keliru"})
    _let_go(desk, gone)
    hold_back(desk, file_request(desk, "surat-keterangan-usaha", business(BAKER, "Kedai Contoh"), accepted=False))
    refuse(desk, file_request(desk, "sktm", poverty(), accepted=False), "not_assigned")
    _set_aside(desk, file_request(desk, "surat-keterangan-usaha", business(BAKER, "Toko Contoh"), accepted=False))
    desk.close()
    return {"hanya-di-hub": gone, "surat-dicabut": revoked}


def _let_go(desk: Desk, request: str) -> None:
    """As if the letter had been finished long ago, and its copy let go of."""
    with desk.database.writing() as connection:
        (row,) = blobs.letters_of(connection, request)
        mine = {"shard": row.shard, "request": request}
        connection.execute(tables.letters.delete().where(tables.letters.c.request == request))
        connection.execute(tables.blobs.delete().where(tables.blobs.c.request == request))
        connection.execute(tables.at_hub.insert().values(**mine, sha256=row.named, seq=1))


def _set_aside(desk: Desk, request: str) -> None:
    """As if the hub had fallen over it."""
    with desk.database.writing() as connection:
        mine = (tables.actions.c.request == request) & tables.actions.c.code.is_(None)
        connection.execute(update(tables.actions).where(mine).values(code="invalid", reason=SET_ASIDE, sent=True))


def _carried(seen: Photographer, page: ExchangePage, look: str) -> None:
    """After a file was written, and it was not all."""
    said = "3 permohonan dan 4 lampiran disimpan (2,1 MB).\nSisanya 2 permohonan: simpan lanjutannya."
    page._stick._saved(Changed(told={"left": 2}, sentence=said))  # noqa: SLF001 - a picture of a state
    seen.settle()
    area = page._stick.parentWidget()  # noqa: SLF001 - as above
    while area is not None and not hasattr(area, "ensureWidgetVisible"):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(page._stick)  # noqa: SLF001 - as above
    seen.take(f"92-flash-disk{look}")


def _reason(seen: Photographer, look: str) -> None:
    """Returned without a reason."""
    assert seen.program is not None  # noqa: S101 - opened before
    deed = next(each for each in deeds() if each.kind is ActionKind.RETURN)
    dialog = ReasonDialog(seen.program.shell, why_back(deed, (("pengajuan", "Pengajuan di desa atau kelurahan"),)))
    dialog.problem()
    dialog.show()
    seen.settle()
    dialog.grab().save(str(seen.out / f"95-alasan-kosong{look}.png"))
    dialog.close()
    dialog.deleteLater()
