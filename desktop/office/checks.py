"""One line of `desk doctor`, and what it sees of the exchange: the last one, the numbers left, the backups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from desktop.heard import retold
from desktop.office.desk import Desk
from desktop.office.exchanging import numbers_wanted
from desktop.office.reach import Reach
from desktop.office.recording import moment
from desktop.office.safekeeping import newest_backup
from desktop.phrases import phrase
from desktop.store import actions as log
from desktop.store import remembering
from domain.actions import Json

_LONG: Final = timedelta(days=7)
"""Without an answer of the hub: then what waits is carried, where there is no network."""
_STALE: Final = timedelta(days=2)
"""A backup is made on every day of work; one that was missed is no alarm."""
_A_PERSON: Final = frozenset({"too_old", "too_new", "not_allowed", "bad_signature", "history_differs", "untrusted_hub"})
"""Words of a failed exchange that no waiting mends."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the page. `good` None: it could not be known now; `found`: what is wrong, one by one."""

    name: str
    good: bool | None
    sentence: str
    found: tuple[Json, ...] = ()

    def told(self) -> Json:
        """For programs."""
        return {"check": self.name, "good": self.good, "sentence": self.sentence, "found": list(self.found)}


def look_at_exchange(desk: Desk, _reach: Reach) -> Check:
    """When the hub was heard last, whether it was restored since the beginning, and what the last try came to."""
    with desk.database.reading() as connection:
        contact, waiting = desk.contact(connection), log.unanswered_count(connection)
        tried = remembering.last_exchanges(connection, 1)
    if tried and tried[0].code in _A_PERSON:
        return Check("exchange", good=False, sentence=retold(tried[0].sentence))
    heard = contact.hub_time
    if heard is None:
        return Check("exchange", good=None, sentence=phrase("Komputer ini belum pernah bertukar dengan hub."))
    days = max(moment(desk) - heard, timedelta()) // timedelta(days=1)
    said = phrase("Hub terakhir menjawab {days} hari yang lalu.", days=days)
    if contact.epoch > 1:
        said += " " + phrase("Hub itu pernah dipulihkan; yang hilang di sana sudah dikembalikan dari sini.")
    if waiting and days >= _LONG.days:
        said += " " + phrase(
            "{waiting} langkah menunggu, aman di komputer ini. Tanpa jaringan, bawa dengan flash disk.", waiting=waiting
        )
        return Check("exchange", good=False, sentence=said)
    return Check("exchange", good=True, sentence=said)


def look_at_numbers(desk: Desk, _reach: Reach) -> Check:
    """Whether letters can go on being numbered without a network."""
    low = [each.book for each in numbers_wanted(desk)[1]]
    if not low:
        return Check("numbers", good=True, sentence=phrase("Jatah nomor surat cukup."))
    said = phrase("Jatah nomor surat hampir habis: {books}. Sinkronkan untuk menambah.", books=", ".join(low))
    return Check("numbers", good=None, sentence=said)


def look_at_backups(desk: Desk, _reach: Reach) -> Check:
    """Whether what was not sent yet is on this disk once only."""
    made = newest_backup(desk)
    if made is None:
        said = phrase("Belum ada cadangan di komputer ini; yang pertama dibuat sesudah sinkronisasi berikutnya.")
        return Check("backups", good=None, sentence=said)
    days = max((moment(desk).date() - made).days, 0)
    said = phrase("Cadangan harian terakhir berumur {days} hari.", days=days)
    if days > _STALE.days:
        said += " " + phrase("Sinkronkan untuk membuat yang baru, atau simpan satu ke disk lain.")
        return Check("backups", good=False, sentence=said)
    return Check("backups", good=True, sentence=said)
