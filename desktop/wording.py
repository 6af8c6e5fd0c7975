"""Words, icons and colours of what a list shows; times as an office writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.store.browsing import Stage
from desktop.theme import Meaning
from domain.indonesian import date_short, local_time
from sync.encoding import read_instant

_CARD_DIGITS = 16
"""Of a NIK, and of a family card's number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Word, icon and meaning: never one without the others."""

    word: str
    icon: str
    meaning: Meaning


def mark_of(stage: Stage | None) -> Mark:
    """How a stage looks; None is a draft."""
    return _marks()[stage]


def _marks() -> dict[Stage | None, Mark]:
    translate = QCoreApplication.translate
    return {
        None: Mark(translate("Wording", "Draf"), "pencil", Meaning.QUIET),
        Stage.RETURNED: Mark(translate("Wording", "Perlu perbaikan"), "return", Meaning.ATTENTION),
        Stage.HERE: Mark(translate("Wording", "Menunggu di sini"), "clock", Meaning.MOVING),
        Stage.READY: Mark(translate("Wording", "Siap dikirim"), "outbox", Meaning.QUIET),
        Stage.SENDING: Mark(translate("Wording", "Mengirim"), "up", Meaning.MOVING),
        Stage.SENT: Mark(translate("Wording", "Terkirim"), "send", Meaning.MOVING),
        Stage.DONE: Mark(translate("Wording", "Selesai"), "check-circle", Meaning.DONE),
        Stage.REJECTED: Mark(translate("Wording", "Berakhir"), "x-circle", Meaning.REFUSED),
    }


def clock(at: datetime, utc_offset: int) -> str:
    """``09.05``."""
    return f"{local_time(at, utc_offset):%H.%M}"


def when(instant: str, now: datetime, utc_offset: int) -> str:
    """``09.05`` today, ``21-11`` this year, else ``21-11-2025``."""
    at, here = local_time(read_instant(instant), utc_offset), local_time(now, utc_offset)
    if at.date() == here.date():
        return f"{at:%H.%M}"
    return f"{at:%d-%m}" if at.year == here.year else date_short(at.date())


def moment(instant: str, utc_offset: int) -> str:
    """``21-11-2026 09.05``."""
    at = local_time(read_instant(instant), utc_offset)
    return f"{date_short(at.date())} {at:%H.%M}"


def ago(instant: str, now: datetime) -> str:
    """How long ago, in words: honest about what is known, not more precise than useful."""
    translate = QCoreApplication.translate
    passed = max(now - read_instant(instant), timedelta())
    minutes = int(passed.total_seconds() // 60)
    if minutes < 1:
        return translate("Wording", "baru saja")
    if minutes < 60:
        return translate("Wording", "%1 menit lalu").replace("%1", str(minutes))
    if minutes < 60 * 24:
        return translate("Wording", "%1 jam lalu").replace("%1", str(minutes // 60))
    return translate("Wording", "%1 hari lalu").replace("%1", str(minutes // (60 * 24)))


def size_words(size: int) -> str:
    """``0,4 MB`` or ``120 kB``."""
    if size >= 100_000:
        return f"{size / 1_000_000:.1f} MB".replace(".", ",")
    return f"{max(1, size // 1000)} kB"


def doubt_words(doubts: Sequence[str]) -> str:
    """Why a scan may not be readable, as a sentence to a person."""
    translate = QCoreApplication.translate
    words = {
        "small": translate("Wording", "gambarnya kecil"),
        "blurred": translate("Wording", "gambarnya kabur"),
        "dark": translate("Wording", "gambarnya gelap"),
        "flat": translate("Wording", "hampir kosong atau terlalu pucat"),
    }
    found = ", ".join(words[doubt] for doubt in doubts if doubt in words)
    return translate("Wording", "Mungkin sulit dibaca: %1.").replace("%1", found) if found else ""


def part_words(part: int, parts: int) -> str:
    """``bagian 1 dari 2``; nothing where there is one part only."""
    words = QCoreApplication.translate("Wording", "bagian %1 dari %2")
    return words.replace("%1", str(part)).replace("%2", str(parts)) if parts > 1 else ""


def section_title(title: str, part: int, parts: int) -> str:
    """A section's name with its part."""
    return ", ".join(words for words in (title, part_words(part, parts)) if words)


def grouped(said: str) -> str:
    """Numbers of identity and family cards in groups of four, as they are read aloud; all else as it is."""
    if len(said) != _CARD_DIGITS or not (said.isascii() and said.isdigit()):
        return said
    return " ".join(said[at : at + 4] for at in range(0, len(said), 4))
