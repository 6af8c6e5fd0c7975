"""What the status bar says of the exchange, in words of an ordinary day."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.theme import Meaning
from desktop.troubles import trouble_of
from desktop.widgets.status import Status
from desktop.wording import when
from desktop.work import Work


def status_of(work: Work) -> Status:
    """Connection, what waits, the last success. Offline never claims that nothing is new."""
    translate = QCoreApplication.translate
    exchange = work.exchange
    heard = exchange.heard_at
    last = (
        translate("Saying", "Terakhir sinkron %1").replace("%1", when(heard, work.now, work.me.utc_offset))
        if heard
        else translate("Saying", "Belum pernah tersambung")
    )
    waiting = (
        translate("Saying", "%1 menunggu dikirim").replace("%1", str(exchange.waiting))
        if exchange.waiting
        else translate("Saying", "Tidak ada yang menunggu dikirim")
    )
    if exchange.room:
        return Status("warning", Meaning.ATTENTION, translate("Saying", "Penyimpanan penuh"), (waiting, last))
    if exchange.running:
        word = translate("Saying", "Menghentikan…") if exchange.stopping else translate("Saying", "Menyinkronkan…")
        return Status("refresh", Meaning.MOVING, word, (waiting, last))
    trouble = trouble_of(exchange)
    if exchange.paused:
        why = (trouble.short,) if trouble is not None else ()
        return Status("clock", Meaning.QUIET, translate("Saying", "Dijeda"), (*why, waiting, last))
    if trouble is not None:
        return Status(trouble.icon, trouble.meaning, trouble.short, (waiting, last))
    if exchange.connected:
        return Status("cloud", Meaning.DONE, translate("Saying", "Tersambung"), (last, waiting))
    return Status("cloud-off", Meaning.QUIET, translate("Saying", "Belum tersambung"), (waiting, last))
