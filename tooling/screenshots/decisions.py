"""The camat's five minutes and the page of the exchange, photographed state by state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.cli.demo.citizens import BAKER, business, poverty
from desktop.office import unsettled
from desktop.office.outgoing import pause
from desktop.pages.decisions import QueuePage
from desktop.pages.exchange import ExchangePage
from desktop.pages.review import ReviewPage
from desktop.preferences import Preferences
from desktop.store import remembering
from desktop.store.remembering import Tried
from sync.encoding import instant_text
from tooling.sample_desk import begin_desk, file_request, outside_at, refuse
from tooling.sample_letters import PASSPHRASE
from tooling.screenshots.camat_story import camats_desk, hold_back
from tooling.screenshots.story import Ticking

if TYPE_CHECKING:
    from desktop.office.desk import Desk
    from tooling.screenshots.photographing import Photographer

_VILLAGE, _CLERK = "64.02.04.2001", "sepatin-petugas"


def photograph_decisions(seen: Photographer) -> None:
    """Every state of the queue, of the list before a batch, and of the exchange."""
    clock = Ticking(at=seen.clock.at)
    source = begin_desk(seen.folder / "desa-camat", _VILLAGE, (_CLERK,), outside_at(clock.now))
    story = camats_desk(seen.folder, clock, source)
    story.desk.close()
    source.close()
    seen.clock.at = max(seen.clock.at, clock.at)
    for series in (_queue, _batch, _exchange):
        series(seen)
    _looks(seen)


def _queue_page(seen: Photographer) -> QueuePage:
    page = seen.page("queue")
    assert isinstance(page, QueuePage)  # noqa: S101 - asked for
    page.focus_first()
    return page


def _show(seen: Photographer, page: QueuePage, row: int) -> None:
    page._list.setCurrentIndex(page._model.index(row, 0))  # noqa: SLF001 - a picture of a state
    seen.settle()


def _queue(seen: Photographer) -> None:
    seen.open("camat", "anggana-camat")
    page = _queue_page(seen)
    seen.take("30-antrean-surat")
    page._pane.step(4)  # noqa: SLF001 - a picture of a state
    seen.take("31-antrean-lampiran")
    for row in range(page._model.rowCount()):  # noqa: SLF001 - as above
        _show(seen, page, row)
        weighed = page._pane.weighed  # noqa: SLF001 - as above
        if weighed is not None and weighed.differences:
            break
    seen.take("32-antrean-diperbaiki")
    page._choose_all(on=True)  # noqa: SLF001 - as above
    seen.take("33-antrean-dipilih")


def _review(seen: Photographer) -> ReviewPage:
    assert seen.program is not None  # noqa: S101 - opened
    workplace = seen.program.workplace
    assert workplace is not None  # noqa: S101 - signed in
    page = _queue_page(seen)
    page._choose_all(on=True)  # noqa: SLF001 - a picture of a state
    page.review()
    seen.settle()
    found = workplace.page
    assert isinstance(found, ReviewPage)  # noqa: S101 - asked for
    return found


def _batch(seen: Photographer) -> None:
    seen.open("camat", "anggana-camat")
    page = _review(seen)
    panel = page._panel  # noqa: SLF001 - a picture of a state
    panel.keys.fill("D:/Sertifikat/camat-contoh.p12", PASSPHRASE)
    seen.take("34-tinjau-sebelum-tanda-tangan")
    assert seen.program is not None  # noqa: S101 - opened
    assert seen.program.work is not None  # noqa: S101 - signed in
    broken = page._ticked()[-1]  # noqa: SLF001 - as above
    with seen.program.work.desk.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM letters WHERE request = ?", (broken,))
    panel.keys.fill(str(seen.folder / "camat-contoh.p12"), PASSPHRASE)
    panel._try()  # noqa: SLF001 - as above
    while [row.outcome for row in page.rows.values()].count("done") < 2:
        seen.app.processEvents()
    seen.program.shell.grab().save(str(seen.out / "35-tanda-tangan-berjalan.png"))
    seen.take("36-tanda-tangan-selesai")
    seen.open("kecamatan", "anggana-sekcam")
    page = _review(seen)
    seen.take("37-tinjau-sebelum-paraf")
    seen.open("kecamatan", "anggana-kasi-kesra")
    page = _review(seen)
    for row in page.rows.values():
        row.box.setChecked(row.box.isEnabled())
    page._begin()  # noqa: SLF001 - as above
    seen.settle()
    _queue_page(seen)
    seen.take("38-antrean-kosong")


def _troubled_village(seen: Photographer) -> str:
    """A village's desk with one of each: ready, refused, held back; and a history. Gives the refused action."""
    folder = seen.folder / "desa-sinkron"
    desk = begin_desk(folder, _VILLAGE, (_CLERK,), outside_at(seen.clock.now))
    hold_back(desk, file_request(desk, "surat-keterangan-usaha", business(BAKER, "Kue Contoh"), accepted=False))
    refuse(desk, file_request(desk, "sktm", poverty(), accepted=False), "not_assigned")
    file_request(desk, "surat-keterangan-usaha", business(BAKER, "Warung Contoh"), accepted=False)
    _history(desk)
    action = unsettled.see_unsettled(desk)[0].action
    desk.close()
    return action


def _history(desk: Desk) -> None:
    told = (
        ("", "Tersambung. Terkirim 4, diterima hub 3, ditolak 0, tertahan 1, masuk 2, berkas naik 3, berkas turun 0."),
        ("unreachable", "Hub tidak dapat dihubungi. Data tetap tersimpan di komputer ini. Akan dicoba lagi."),
        ("", "Tersambung. Terkirim 2, diterima hub 1, ditolak 1, tertahan 0, masuk 5, berkas naik 2, berkas turun 1."),
    )
    with desk.database.writing() as connection:
        for code, sentence in told:
            remembering.note_exchange(connection, Tried(instant_text(desk.outside.now()), code, sentence))


def _exchange(seen: Photographer) -> None:
    action = _troubled_village(seen)
    program = seen.open("desa-sinkron", _CLERK)
    assert program.work is not None  # noqa: S101 - signed in
    work = program.work
    work.exchange = replace(work.exchange, tried=True, heard_at=instant_text(seen.clock.at))
    page = seen.page("exchange")
    assert isinstance(page, ExchangePage)  # noqa: S101 - asked for
    for name, changes in (
        ("39-sinkron-ditolak-dan-tertahan", {}),
        ("40-sinkron-berjalan", {"running": True}),
        ("41-sinkron-jam-salah", {"clock_ahead": 900.0}),
        ("42-sinkron-program-lama", {"trouble": "lama", "code": "too_old"}),
        ("43-sinkron-hub-bermasalah", {"trouble": "sibuk", "code": "busy"}),
        ("44-sinkron-ditolak-hub", {"trouble": "tidak boleh", "code": "not_allowed"}),
        ("45-sinkron-luring", {"trouble": "putus", "code": "unreachable"}),
    ):
        before = work.exchange
        work._set(replace(before, **changes))  # noqa: SLF001 - a picture of a state
        seen.take(name)
        work._set(before)  # noqa: SLF001 - as above
    work.do(lambda desk: pause(desk, paused=True))
    seen.take("46-sinkron-dijeda")
    seen.page("compare", action)
    seen.take("47-bandingkan")


def _looks(seen: Photographer) -> None:
    for name, chosen in (
        ("gelap", Preferences(dark=True)),
        ("150", Preferences(scale=150)),
        ("english", Preferences(language="en")),
    ):
        seen.open("camat", "anggana-camat", chosen)
        _queue_page(seen)
        seen.take(f"48-antrean-{name}")
        _review(seen)
        seen.take(f"49-tinjau-{name}")
        seen.open("desa-sinkron", _CLERK, chosen)
        seen.page("exchange")
        seen.take(f"50-sinkron-{name}")
    seen.open("desa", chosen=Preferences())
