"""Letters as the windows show and print them: signed, draft, together, at the end of a form, and for the pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.office import acting
from desktop.office.acting import Decision
from desktop.office.desk import Desk
from desktop.office.entering import enter
from desktop.office.recording import known
from desktop.pages.printable import PrintablePage
from desktop.pages.requests import RequestsPage
from desktop.preferences import Preferences
from desktop.widgets.printing import PrintDialog
from desktop.widgets.wet_ink import SignedPageDialog
from domain.actions import ActionKind
from domain.indonesian import local_day
from tooling.sample_desk import PASSWORD, accept, hear, outside_at, vault_at
from tooling.sample_letters import finished_letters
from tooling.screenshots.camat_story import camats_desk
from tooling.screenshots.freezing import freeze

if TYPE_CHECKING:
    from tooling.screenshots.photographing import Photographer

_CLERK, _CAMAT = "sepatin-petugas", "anggana-camat"
_LOOKS = {
    "": Preferences(),
    "-gelap": Preferences(dark=True),
    "-150": Preferences(scale=150),
    "-english": Preferences(language="en"),
}


def for_the_pen(desk: Desk, request: str) -> None:
    """As if its signer had asked for paper, and the hub had prepared the sheet and brought it here."""
    with desk.database.reading() as connection:
        frozen = known(connection, request).request.frozen
    assert frozen is not None  # noqa: S101 - it waited for a certificate before
    acting.act(desk, request, Decision("prepare", medium="paper"))
    accept(desk, request)
    hear(desk, request, "hub", ActionKind.LETTER_THAWED, {"letter": frozen.letter, "reason": "prepare"})
    assert frozen.number is not None  # noqa: S101 - every prepared letter has one
    freeze(desk, request, frozen.number.n, "paper")


def waiting_at(desk: Desk) -> str:
    """The first request that waits for a signature here."""
    with desk.database.reading() as connection:
        found = connection.exec_driver_sql("select id from requests where state = 'to_sign' order by submitted_at")
        return str(found.scalar())


def photograph_letters(seen: Photographer) -> None:
    """The village's letters in every look, then the camat's pen."""
    seen.close()
    desk = enter(vault_at(seen.folder / "desa"), outside_at(seen.clock.now), _CLERK, PASSWORD)
    signed = finished_letters(desk, seen.clock.now())
    story = camats_desk(seen.folder / "pena", seen.clock, desk, many=1)
    request = waiting_at(story.desk)
    for_the_pen(story.desk, request)
    story.desk.close()
    desk.close()
    for name, chosen in _LOOKS.items():
        seen.open("desa", _CLERK, chosen)
        _village(seen, name, signed)
        seen.open("pena/camat", _CAMAT, chosen)
        seen.page("request", request)
        seen.take(f"88-tanda-tangan-basah{name}")
    _dialogs(seen)


def _village(seen: Photographer, name: str, signed: tuple[str, ...]) -> None:
    if not name:
        seen.take("80-beranda-siap-dicetak")
    seen.page("request", signed[0])
    seen.take(f"81-permohonan-surat{name}")
    seen.page("letter", signed[0])
    seen.take(f"82-surat-ditandatangani{name}")
    listed = seen.page("requests")
    assert isinstance(listed, RequestsPage)  # noqa: S101 - asked for
    lines = (listed.listed.line(row) for row in range(listed.listed.rowCount()))
    draft = next(each.id for each in lines if each and each.service == "dispensasi-nikah" and each.state == "at_step")
    if not name:
        seen.page("request", draft)
        seen.take("83-permohonan-rancangan")
    seen.page("letter", draft)
    seen.take(f"84-surat-rancangan{name}")
    seen.page("filed", signed[1])
    seen.take(f"85-tanda-terima{name}")
    page = seen.page("printable")
    assert isinstance(page, PrintablePage)  # noqa: S101 - asked for
    seen.take(f"86-cetak-semua{name}")


def _dialogs(seen: Photographer) -> None:
    """The questions, over the page that asks them."""
    program = seen.open("desa", _CLERK)
    shell = program.shell
    dialog = PrintDialog(shell, "Surat Keterangan Usaha", ("Printer Contoh",), ("Printer Contoh", "F4"))
    dialog.warn(("Tepi bawah surat akan terpotong 4 mm pada printer dan kertas ini.",))
    _take(seen, dialog, "87-pilih-printer")
    day = local_day(seen.clock.now(), 480)
    _take(seen, SignedPageDialog(shell, day), "89-catat-tanda-tangan-basah")


def _take(seen: Photographer, dialog: QWidget, name: str) -> None:
    dialog.show()
    seen.settle()
    dialog.grab().save(str(seen.out / f"{name}.png"))
    dialog.close()
    dialog.deleteLater()
