"""What the status bar says of the exchange, in words of an ordinary day."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.theme import Meaning
from desktop.widgets.status import Status
from desktop.wording import when
from desktop.work import Work


def status_of(work: Work) -> Status:
    """Connection, what waits, the last success. Offline never claims that nothing is new."""
    say = QCoreApplication.translate
    exchange = work.exchange
    heard = exchange.heard_at
    last = (
        say("Saying", "Terakhir sinkron %1").replace("%1", when(heard, work.now, work.me.utc_offset))
        if heard
        else say("Saying", "Belum pernah tersambung")
    )
    waiting = (
        say("Saying", "%1 menunggu dikirim").replace("%1", str(exchange.waiting))
        if exchange.waiting
        else say("Saying", "Tidak ada yang menunggu dikirim")
    )
    if exchange.running:
        return Status("refresh", Meaning.MOVING, say("Saying", "Menyinkronkan…"), (waiting, last))
    if exchange.connected:
        return Status("cloud", Meaning.DONE, say("Saying", "Tersambung"), (last, waiting))
    word = say("Saying", "Luring") if exchange.trouble else say("Saying", "Belum tersambung")
    return Status("cloud-off", Meaning.QUIET, word, (waiting, last))
