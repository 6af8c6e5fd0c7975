"""What sample citizens came for in one week, and how far each of their requests has come when the windows open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.cli.demo import citizens
from desktop.cli.demo.citizens import Answers
from desktop.cli.demo.inhabitants import inhabitant

SEPATIN, MERIAM = "64.02.04.2001", "64.02.04.2006"
NAMES = {SEPATIN: "Desa Sepatin", MERIAM: "Desa Sungai Meriam"}
MARRIAGE, POVERTY, BUSINESS = "dispensasi-nikah", "sktm", "surat-keterangan-usaha"


class Fate(StrEnum):
    """Where a request stands at the end of the week."""

    READY = "recorded, not sent yet"
    TO_ISSUE = "with the village's head"
    TO_VERIFY = "with the kasi"
    TO_PARAF = "with the sekcam"
    TO_SIGN = "with the camat"
    RETURNED = "returned by the camat"
    RETURNED_EARLY = "returned by the kasi"
    REJECTED = "rejected by the camat"
    SIGNED = "signed, to be printed"
    HANDED_OVER = "printed and handed over"
    CONFLICT = "withdrawn in the village after the kasi had verified it: refused by the hub"


BEYOND_KASI = frozenset(Fate) - {Fate.READY, Fate.TO_ISSUE, Fate.TO_VERIFY, Fate.RETURNED_EARLY, Fate.CONFLICT}
BEYOND_SEKCAM = BEYOND_KASI - {Fate.TO_PARAF}
ENDED = frozenset({Fate.SIGNED, Fate.HANDED_OVER})


@dataclass(frozen=True, slots=True)
class Errand:
    """One citizen's way to the office.

    Attributes:
        back: working days before today.
        who: number of the inhabitant; of a couple the man, who has an even number.
        about: name of the business, or the reason of who decided.
    """

    back: int
    village: str
    service: str
    who: int
    fate: Fate
    about: str = ""

    def answers(self, today: date) -> Answers:
        """What is written into the form."""
        place = NAMES[self.village]
        person = inhabitant(self.who, place)
        if self.service == MARRIAGE:
            return citizens.marriage((person, inhabitant(self.who + 1, place)), today, place=f"Masjid Contoh, {place}")
        if self.service == POVERTY:
            return citizens.poverty(head=person, income=650_000 + 50_000 * (self.who % 7))
        return citizens.business(person, self.about)


ROUNDS: Sequence[Sequence[int]] = ((6, 5), (3, 2), (1, 0))
"""Working days back that are sent and decided together: between them the villages had no network."""
NO_ORIGINAL = "Lampirkan formulir N4 yang asli; yang dipindai hanya salinannya."
INCOME = "Penghasilan pada surat pernyataan berbeda dengan isian. Mohon diperiksa."
UNREADABLE = "Pindaian kartu keluarga tidak terbaca. Mohon dipindai ulang."
NO_GROUND = "Alasan tidak cukup: akad dapat ditunda sampai waktu pendaftaran terpenuhi."

WEEK: tuple[Errand, ...] = (
    Errand(6, SEPATIN, MARRIAGE, 10, Fate.HANDED_OVER),
    Errand(6, SEPATIN, BUSINESS, 33, Fate.HANDED_OVER, "Keramba Ikan Contoh"),
    Errand(6, SEPATIN, POVERTY, 41, Fate.HANDED_OVER),
    Errand(6, SEPATIN, MARRIAGE, 20, Fate.TO_SIGN),
    Errand(5, MERIAM, MARRIAGE, 50, Fate.TO_SIGN),
    Errand(5, SEPATIN, BUSINESS, 72, Fate.HANDED_OVER, "Warung Sembako Contoh"),
    Errand(5, SEPATIN, MARRIAGE, 30, Fate.REJECTED, NO_GROUND),
    Errand(5, SEPATIN, POVERTY, 85, Fate.RETURNED, INCOME),
    Errand(3, SEPATIN, MARRIAGE, 40, Fate.TO_PARAF),
    Errand(3, SEPATIN, MARRIAGE, 60, Fate.RETURNED_EARLY, NO_ORIGINAL),
    Errand(3, SEPATIN, POVERTY, 97, Fate.SIGNED),
    Errand(2, SEPATIN, BUSINESS, 104, Fate.SIGNED, "Bengkel Perahu Contoh"),
    Errand(2, MERIAM, MARRIAGE, 70, Fate.TO_VERIFY),
    Errand(2, SEPATIN, MARRIAGE, 80, Fate.SIGNED),
    Errand(1, SEPATIN, POVERTY, 113, Fate.TO_SIGN),
    Errand(1, SEPATIN, POVERTY, 121, Fate.RETURNED_EARLY, UNREADABLE),
    Errand(1, MERIAM, MARRIAGE, 90, Fate.TO_SIGN),
    Errand(1, SEPATIN, MARRIAGE, 112, Fate.CONFLICT, "Kedua calon mempelai menunda akad."),
    Errand(0, SEPATIN, MARRIAGE, 100, Fate.TO_SIGN),
    Errand(0, SEPATIN, MARRIAGE, 110, Fate.TO_VERIFY),
    Errand(0, SEPATIN, BUSINESS, 136, Fate.TO_ISSUE, "Kue Basah Contoh"),
    Errand(0, SEPATIN, POVERTY, 139, Fate.TO_ISSUE),
    Errand(0, SEPATIN, BUSINESS, 148, Fate.READY, "Jahit Contoh"),
    Errand(0, SEPATIN, MARRIAGE, 120, Fate.READY),
)
DRAFT = (BUSINESS, 151, "Perahu Sewa Contoh")
"""A form that the clerk left half filled in."""
