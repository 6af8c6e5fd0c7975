"""Printing letters and receipts, from memory: which printer and paper, what is written at the edge, what is recorded.

How pages come onto paper is a `Press`; this module knows no printer. A print counts only when it came out: one that
failed is not recorded, and where nobody can know, a person is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import msgspec
from sqlalchemy import Connection

from desktop.errors import BadInput, NotAllowed, WorldError
from desktop.files import write_durably
from desktop.office import acting, handing, receipts
from desktop.office.acting import Decision
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.ended import must_count
from desktop.office.recording import known, moment
from desktop.office.showing import LetterKind, mark_of_copy, see_letter
from desktop.phrases import noted, phrase
from desktop.store import access_log, settings
from desktop.store.access_log import Read
from domain.letters import Paper
from domain.workflow import State
from sync.encoding import instant_text
from sync.prepared import prepared

RECEIPT: Final = "tanda-terima"
LETTER: Final = "surat"
_SETTING: Final = "printing"


class MaybePrinted(WorldError):
    """The printer stopped somewhere in the middle: only who stands beside it knows what came out."""


@prepared
class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A printer of this computer by its name, and the paper that lies in it."""

    printer: str
    paper: Paper


@dataclass(frozen=True, slots=True)
class Job:
    """What goes to a printer.

    Attributes:
        what: the type of letter that a choice is remembered for: service and letter.
        title: what the printer's own list calls it; never a citizen's name.
        paper: of the pages, on which they fit without scaling.
        mark: written at the edge; empty for none.
    """

    what: str
    title: str
    pdf: bytes
    paper: Paper
    mark: str = ""


class Press(Protocol):
    """The printers of this computer."""

    def printers(self) -> Sequence[str]:
        """Their names, the one that the system prefers first."""
        ...

    def warnings(self, job: Job, choice: Choice) -> Sequence[str]:
        """What would be cut or stand wrong on this paper, in whole sentences."""
        ...

    def put(self, job: Job, choice: Choice) -> None:
        """Print, on the exact paper, not scaled.

        Raises:
            NotFound: no such printer any more; nothing was printed.
            NotAllowed: it took nothing.
            MaybePrinted: it stopped in the middle.
        """
        ...


@dataclass(frozen=True, slots=True)
class Ready:
    """A job with all that must be known before the key is pressed.

    Attributes:
        choice: what was remembered, when its printer is still there; else None.
        lost: the remembered printer that is not there any more; empty otherwise.
    """

    job: Job
    printers: tuple[str, ...]
    choice: Choice | None
    lost: str
    warnings: tuple[str, ...]


def job_of_letter(desk: Desk, request: str) -> Job:
    """The letter of a request as it may be printed now.

    Raises:
        NotFound: no such request here.
        NotAllowed: there is nothing to print, it still waits for its electronic signature, or it counts no more.
        Rejected: a signed letter that does not verify is not printed.
    """
    letter = see_letter(desk, request)
    if letter.ending is not None:
        must_count(letter.ending.state)
    if letter.kind is LetterKind.NONE:
        raise NotAllowed("tidak_ada_surat", letter.why)
    if letter.kind is LetterKind.PREPARED:
        raise NotAllowed(
            "belum_ditandatangani",
            phrase(
                "Surat ini menunggu tanda tangan elektronik, jadi belum dapat dicetak. Tanda tangani dahulu, "
                "atau minta disiapkan untuk tanda tangan di kertas."
            ),
        )
    pdf = letter.pdf
    if letter.final:
        with desk.database.reading() as connection:
            found = known(connection, request)
        pdf = handing.finished_letter(desk, found).pdf
    return Job(f"{letter.service}:{LETTER}", letter.title, pdf, letter.paper, mark_of_copy(letter))


def job_of_receipt(desk: Desk, request: str) -> Job:
    """The receipt of a request.

    Raises:
        NotFound, NotAllowed, Rejected: as `receipts.set_receipt`.
    """
    made = receipts.set_receipt(desk, request)
    title = phrase("Tanda terima {service}", service=made.receipt.service)
    return Job(f"{RECEIPT}:{RECEIPT}", title, made.pdf, made.receipt.paper)


def ready(desk: Desk, job: Job, press: Press) -> Ready:
    """Where it would be printed, and what is to be said before."""
    printers = tuple(press.printers())
    kept = remembered(desk, job.what)
    there = kept is not None and kept.printer in printers
    choice = kept if there else None
    warnings = tuple(press.warnings(job, choice)) if choice is not None else ()
    return Ready(job, printers, choice, "" if kept is None or there else kept.printer, warnings)


def remembered(desk: Desk, what: str) -> Choice | None:
    """The printer and paper last used for this type of letter on this computer."""
    with desk.database.reading() as connection:
        return remembered_in(connection, what)


def remembered_in(connection: Connection, what: str) -> Choice | None:
    """The same, inside somebody else's transaction."""
    return (settings.get(connection, _SETTING, dict[str, Choice]) or {}).get(what)


def remember(desk: Desk, what: str, choice: Choice) -> None:
    """Use these for this type of letter from now on."""
    with desk.database.writing() as connection:
        kept = settings.get(connection, _SETTING, dict[str, Choice]) or {}
        settings.put(connection, _SETTING, {**kept, what: choice})


def all_remembered(desk: Desk) -> Mapping[str, Choice]:
    """Every choice that is remembered on this computer, by the type of letter."""
    with desk.database.reading() as connection:
        return settings.get(connection, _SETTING, dict[str, Choice]) or {}


def forget(desk: Desk, what: str) -> Changed:
    """Ask again the next time this type of letter is printed."""
    with desk.database.writing() as connection:
        kept = settings.get(connection, _SETTING, dict[str, Choice]) or {}
        settings.put(connection, _SETTING, {each: choice for each, choice in kept.items() if each != what})
    return Changed(told={"forgotten": what}, sentence=phrase("Printer dan kertas ditanya lagi saat mencetak."))


def print_letter(desk: Desk, request: str, press: Press, choice: Choice) -> Changed:
    """Print the letter of a request, and record it.

    Raises:
        NotFound, NotAllowed, Rejected: as `job_of_letter` and `Press.put`; nothing was printed or recorded.
        MaybePrinted: a person must say whether it came out.
    """
    job = job_of_letter(desk, request)
    press.put(job, choice)
    remember(desk, job.what, choice)
    return note_printed(desk, request)


def print_receipt(desk: Desk, request: str, press: Press, choice: Choice) -> Changed:
    """Print the receipt of a request; noted in the access log, for it holds a citizen's data.

    Raises:
        NotFound, NotAllowed, Rejected, MaybePrinted: as `print_letter`.
    """
    job = job_of_receipt(desk, request)
    press.put(job, choice)
    remember(desk, job.what, choice)
    _log(desk, request)
    return Changed(told={"request": request}, sentence=phrase("Tanda terima dicetak."))


def save_pdf(desk: Desk, request: str, job: Job, path: Path) -> Changed:
    """Write what would be printed, where there is no printer; a signed letter byte for byte, and noted.

    Raises:
        BadInput: the file cannot be written.
    """
    try:
        write_durably(path, job.pdf)
    except OSError as error:
        raise BadInput(
            "tujuan_surat", phrase("Surat tidak dapat ditulis ke {name}. Periksa tempatnya.", name=path.name)
        ) from error
    with desk.database.writing() as connection:
        access_log.note(connection, Read(instant_text(moment(desk)), desk.officer, "exported", request))
    return Changed(told={"request": request, "file": str(path)}, sentence=phrase("Tersimpan di {path}.", path=path))


def note_printed(desk: Desk, request: str) -> Changed:
    """Record that the letter came out: an action where the office filed it, and always a line in the access log."""
    letter = see_letter(desk, request)
    if letter.final and letter.files_here and _counts(desk, request):
        acting.act(desk, request, Decision("print"))
        said = mark_of_copy(letter)
        sentence = (
            phrase("Surat dicetak ({said}) dan dicatat.", said=said) if said else phrase("Surat dicetak dan dicatat.")
        )
    else:
        _log(desk, request)
        sentence = phrase(_SENTENCES[letter.kind])
    return Changed(requests=(request,), told={"request": request, "copy": letter.copies + 1}, sentence=sentence)


_SENTENCES: Final = {
    LetterKind.DRAFT: noted("Rancangan dicetak dengan tulisan DRAF."),
    LetterKind.FOR_PEN: noted("Surat dicetak untuk ditandatangani dan distempel."),
    LetterKind.SIGNED: noted("Surat dicetak."),
    LetterKind.SCANNED: noted("Surat dicetak."),
    LetterKind.PREPARED: noted("Surat dicetak."),
    LetterKind.NONE: noted("Surat dicetak."),
}


def _counts(desk: Desk, request: str) -> bool:
    """Whether the workflow table has a place for a print: not of a letter that was revoked or replaced."""
    with desk.database.reading() as connection:
        return known(connection, request).request.state in {State.SIGNED, State.HANDED_OVER}


def _log(desk: Desk, request: str) -> None:
    with desk.database.writing() as connection:
        access_log.note(connection, Read(instant_text(moment(desk)), desk.officer, "printed", request))
