"""What the status bar says of the exchange, in words of an ordinary day."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.theme import Meaning
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
    if exchange.running:
        return Status("refresh", Meaning.MOVING, translate("Saying", "Menyinkronkan…"), (waiting, last))
    if exchange.connected:
        return Status("cloud", Meaning.DONE, translate("Saying", "Tersambung"), (last, waiting))
    word = translate("Saying", "Luring") if exchange.trouble else translate("Saying", "Belum tersambung")
    return Status("cloud-off", Meaning.QUIET, word, (waiting, last))
