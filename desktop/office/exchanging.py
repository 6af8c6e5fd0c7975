"""One exchange with the hub: send, fetch, look at what came. At most one runs on a profile at a time."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Final

from desktop.errors import HubTrouble
from desktop.files import only_one
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.letting_go import let_go_of_copies
from desktop.office.proofreading import note_mended, proofread
from desktop.office.reach import Reach
from desktop.office.recording import moment
from desktop.office.reserving import hold_room, see_room
from desktop.office.safekeeping import backup_daily
from desktop.office.services import fetch_packs, services
from desktop.store import actions as log
from desktop.store import letter_numbers as numbers
from desktop.store import settings
from desktop.store.blob_bytes import SqlBytes
from desktop.store.desk_log import SqlDeskLog
from domain.actions import Json
from domain.numbering import book_year
from domain.routes import StepAct
from forms.pack import Pack
from forms.packs import route_of
from sync.carrying import Lease
from sync.encoding import instant_text, unb64u
from sync.engine import Engine, Policy
from sync.errors import BytesAlarm, FalseBytes, Stopped, SyncError
from sync.hub_port import Hub
from sync.running import Summary, Times, run_exchange
from sync.stopping import Stop

COUNTED: Final = (
    "sent",
    "accepted",
    "refused",
    "parked",
    "received",
    "blobs_sent",
    "blobs_received",
    "bytes_up",
    "bytes_down",
    "round_trips",
    "seconds",
)
"""The fields of `desk sync --json`, in this order."""
_PUSHED: Final = "pushed_at_once"
"""How many actions the line carried in a request, for the next exchange to begin with."""


def synchronize(desk: Desk, reach: Reach, stop: Stop | None = None, *, files: bool = True) -> Changed:
    """Exchange until nothing is left to send or to fetch, or until another thread asks `stop`.

    Without `files` only what was recorded and decided travels: attachments and letters wait for a cheaper line.

    Returns:
        What was done; `told["stopped"]` is true where it was ended early, which is no failure: the rest goes next time.

    Raises:
        NotAllowed: another exchange runs on this profile, or the desk is not enrolled.
        HubTrouble: it ended in trouble; what was committed stays, what was not goes with the next one.
    """
    with only_one(desk.profile / "desk.lock"):
        proofread(desk)
        summary = _exchange(desk, reach, stop or Stop(), Policy(files=files, fetch=not see_room(desk).short))
        room = hold_room(desk)
        daily = backup_daily(desk) if room else None  # a copy must not take the room in which the clerk shall finish
        if files and summary.trouble is None and (daily is not None or not room):
            let_go_of_copies(desk)
    if summary.trouble is not None and not isinstance(summary.trouble, Stopped):
        raise HubTrouble(summary.trouble.code, summary.trouble.sentence)
    return _told(desk, summary)


def _exchange(desk: Desk, reach: Reach, stop: Stop, policy: Policy) -> Summary:
    with desk.database.reading() as connection:
        who, contact = desk.enrolled(connection), desk.contact(connection)
        policy = replace(policy, push_first=settings.get(connection, _PUSHED, int) or 0)
    hub, carried = reach.hub(who, contact.hub_keys[-1], contact.nonce)
    outside = desk.outside
    store = SqlDeskLog(desk.database, outside.now, outside.uptime)
    engine = Engine(store, outside.new_id, outside.rand, policy)
    times = Times(outside.now, outside.monotonic, outside.sleep, stop=stop.asked)
    with stop.cutting(hub.hang_up):
        summary = run_exchange(engine, hub, SqlBytes(desk.database, desk.files), times, carried)
    if engine.batch.size != policy.push_first:
        with desk.database.writing() as connection:
            settings.put(connection, _PUSHED, engine.batch.size)
    if summary.mended:
        note_mended(desk, summary.mended)
    if summary.trouble is None and not stop.asked():  # a line that was hung up carries nothing more
        _after(desk, hub)
    return summary


def _after(desk: Desk, hub: Hub) -> None:
    """Service packs that the configuration names, and the regency's recovery key."""
    try:
        fetch_packs(desk, hub)
    except SyncError as error:
        raise HubTrouble(error.code, error.sentence) from error
    ask_for_numbers(desk, hub)
    with desk.database.reading() as connection:
        offline = desk.configuration(connection).hub.get("recovery_key")
    if isinstance(offline, str) and offline:
        desk.vault.allow_recovery(desk.data_key, unb64u(offline, size=32))


def ask_for_numbers(desk: Desk, hub: Hub) -> tuple[str, ...]:
    """Ask for a new block of every book that runs low, while there is a hub to ask; it comes with the next exchange.

    Returns:
        The books that were asked for.
    """
    asked: list[str] = []
    office, wishes = numbers_wanted(desk)
    for wish in wishes:
        with suppress(SyncError):
            hub.lease(office, wish.book, wish.year, wish.count)
            asked.append(wish.book)
    return tuple(asked)


def numbers_wanted(desk: Desk) -> tuple[str, tuple[Lease, ...]]:
    """This office, and a new block for every book of which less than half a block is left."""
    now = moment(desk)
    with desk.database.reading() as connection:
        office, incarnation = desk.office(connection), desk.contact(connection).incarnation
        year = book_year(now, office.utc_offset)
        books = {office.books.book_of(pack.id) for pack in services(desk, connection) if _issues(pack)}
        left = {
            book: numbers.left(connection, (office.id, book, year), incarnation, instant_text(now)) for book in books
        }
    low = (book for book, count in sorted(left.items()) if count * 2 < office.books.lease_size)
    return office.id, tuple(Lease(book, year, office.books.lease_size) for book in low)


def _issues(pack: Pack) -> bool:
    return any(step.act is StepAct.ISSUE for step in route_of(pack).steps)


def _told(desk: Desk, summary: Summary) -> Changed:
    told: dict[str, Json] = {name: getattr(summary, name) for name in COUNTED}
    with desk.database.reading() as connection:
        waiting = log.unanswered_count(connection)
        skew = desk.contact(connection).skew
    told_of = (alarm for alarm in summary.alarms if isinstance(alarm, BytesAlarm | FalseBytes))
    alarms: list[Json] = [alarm.sentence for alarm in told_of]  # what is only not at the hub yet is no alarm
    told |= {"waiting": waiting, "alarms": alarms, "clock_ahead_seconds": skew.total_seconds() if skew else 0}
    told |= {"stopped": True} if summary.trouble is not None else {}
    told |= {"returned": summary.returned} if summary.returned else {}
    told |= {"mended": summary.mended} if summary.mended else {}
    lines = [_counted(summary), *_given_back(summary), *map(str, alarms)]
    if skew is not None and abs(skew.total_seconds()) > 120:
        lines.append("Jam komputer ini berbeda lebih dari dua menit dari jam hub. Setel jam komputer.")
    return Changed(everything=True, told=told, sentence="\n".join(lines))


def _given_back(summary: Summary) -> list[str]:
    if not summary.returned:
        return []
    said = f"Komputer ini memberikan kembali {summary.returned} langkah yang hilang di sana"
    return [f"Hub dipulihkan dari cadangan. {said}; tidak ada yang perlu diulang."]


def _counted(summary: Summary) -> str:
    began = "Tersambung." if summary.trouble is None else summary.trouble.sentence
    return (
        f"{began} Terkirim {summary.sent}, diterima hub {summary.accepted}, ditolak {summary.refused}, "
        f"tertahan {summary.parked}, masuk {summary.received}, berkas naik {summary.blobs_sent}, "
        f"berkas turun {summary.blobs_received}.{_mended(summary)}"
    )


def _mended(summary: Summary) -> str:
    """What is said of a repair: calmly, for nothing was lost and nobody has to do anything."""
    if not summary.mended:
        return ""
    return f" Riwayat di komputer ini sudah dibetulkan: {summary.mended} langkah diambil lagi dari hub."
