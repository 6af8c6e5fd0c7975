"""NIK and KK: sixteen digits that are cleaned silently, blocked only for their form, and otherwise only questioned.

A NIK tells where a person was *first* registered and may differ from the true birth date or today's region (PP 40/2019
ps 30(2)), so everything beyond sixteen digits is a notice beside the field, never a wall in front of the citizen.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.regions import RegionCode, RegionCodeError, kecamatan_of_prefix, nik_prefix

#: Serials of sample numbers. They count the persons of one birth date first registered in one kecamatan, so none is
#: ever issued this high; a sample number still passes every rule, and everybody can see that it belongs to no one.
SAMPLE_SERIAL_FROM = 9000

_SEPARATORS = re.compile(r"[\s.\-‐‑‒–—]+")
_LONG_RUN = re.compile(r"\d(?:[ \u00a0.\-‐‑‒–—]{0,2}\d){15,}")


class Sex(StrEnum):
    """As a NIK knows it: the day of a woman's birth is written 40 higher."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark on what was typed: a code for programs, a sentence for people; ``blocks`` keeps the value from use."""

    code: str
    sentence: str
    blocks: bool = False


class IdentityError(ValueError):
    """The text cannot be a NIK or KK number at all."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.sentence)
        self.notice = notice


@dataclass(frozen=True, slots=True, order=True)
class _SixteenDigits:
    """What a NIK and a KK number share: kecamatan, six digits of a date, a serial."""

    digits: str

    def __str__(self) -> str:
        return self.digits

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.masked})"

    @property
    def masked(self) -> str:
        """First six and last four digits, for lists; the date between them is hidden."""
        return mask_number(self.digits)

    @property
    def grouped(self) -> str:
        """In groups of four, for reading aloud."""
        return " ".join(self.digits[at : at + 4] for at in range(0, 16, 4))

    @property
    def prefix(self) -> str:
        """The six digits of the kecamatan of first registration."""
        return self.digits[:6]

    @property
    def kecamatan(self) -> RegionCode | None:
        """The kecamatan of first registration, which may no longer exist; None if no code has this form."""
        try:
            return kecamatan_of_prefix(self.prefix)
        except RegionCodeError:
            return None

    @property
    def serial(self) -> int:
        """The last four digits; counts from 1."""
        return int(self.digits[12:])

    @property
    def is_sample(self) -> bool:
        """Whether the serial is one that only sample numbers use."""
        return self.serial >= SAMPLE_SERIAL_FROM


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Nik(_SixteenDigits):
    """A person's number: sixteen digits, kept as text for ever."""

    @property
    def sex(self) -> Sex:
        """By the day: 41 and more is a woman's."""
        return Sex.FEMALE if int(self.digits[6:8]) > 40 else Sex.MALE

    def birth_date(self, today: date) -> date | None:
        """The youngest date not after ``today`` that the six digits can mean; None if they name no day."""
        day = int(self.digits[6:8])
        return _past_date(day - 40 if day > 40 else day, self.digits, today)


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Kk(_SixteenDigits):
    """A family card's number: the date is the day of its issue, without the women's 40."""

    def issue_date(self, today: date) -> date | None:
        """The youngest date not after ``today`` that the six digits can mean; None if they name no day."""
        return _past_date(int(self.digits[6:8]), self.digits, today)


@dataclass(frozen=True, slots=True)
class Stated:
    """What the form says about the person beside the NIK, to be compared with it; None where nothing was said."""

    birth_date: date | None = None
    sex: Sex | None = None


def _past_date(day: int, digits: str, today: date) -> date | None:
    month, short_year = int(digits[8:10]), int(digits[10:12])
    for century in (2000, 1900):
        try:
            found = date(century + short_year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return None


def clean_digits(text: str) -> str:
    """The text without spaces, dots and dashes, which people use to group digits."""
    return _SEPARATORS.sub("", text)


def parse_nik(text: str) -> Nik:
    """Read a NIK as a person types or pastes it.

    Raises:
        IdentityError: it is not sixteen digits once separators are dropped.
    """
    return Nik(_sixteen(text, "NIK"))


def parse_kk(text: str) -> Kk:
    """Read a family card's number as a person types or pastes it.

    Raises:
        IdentityError: it is not sixteen digits once separators are dropped.
    """
    return Kk(_sixteen(text, "Nomor KK"))


def _sixteen(text: str, what: str) -> str:
    digits = clean_digits(text)
    if re.fullmatch(r"[0-9]{16}", digits):
        return digits
    if not digits:
        raise IdentityError(Notice("empty", f"{what} belum diisi. Ketik 16 angka seperti pada kartu.", blocks=True))
    if not re.fullmatch(r"[0-9]+", digits):
        raise IdentityError(
            Notice(
                "not_digits", f"{what} hanya boleh berisi angka. Periksa huruf O dan I yang mirip angka.", blocks=True
            )
        )
    raise IdentityError(
        Notice(
            "not_16_digits", f"{what} harus 16 angka, yang diketik {len(digits)} angka. Periksa kartunya.", blocks=True
        )
    )


def check_nik(
    nik: Nik, today: date, knows_kecamatan: Callable[[RegionCode], bool], stated: Stated | None = None
) -> tuple[Notice, ...]:
    """Everything odd about a NIK; nothing of it forbids to use the number.

    ``knows_kecamatan`` asks the region table, old codes included.
    """
    born = nik.birth_date(today)
    found = [*_common_notices(nik, knows_kecamatan, "NIK")]
    if born is None:
        found.append(Notice("date_impossible", "Angka ke-7 sampai 12 NIK bukan tanggal lahir. Periksa kartunya."))
    if stated and stated.birth_date and born and stated.birth_date != born:
        found.append(
            Notice("birth_date_differs", "Tanggal lahir berbeda dengan yang tertulis dalam NIK. Periksa keduanya.")
        )
    if stated and stated.sex and stated.sex is not nik.sex:
        found.append(Notice("sex_differs", "Jenis kelamin berbeda dengan yang tertulis dalam NIK. Periksa keduanya."))
    return tuple(found)


def check_kk(kk: Kk, today: date, knows_kecamatan: Callable[[RegionCode], bool]) -> tuple[Notice, ...]:
    """Everything odd about a family card's number; nothing of it forbids to use it."""
    found = [*_common_notices(kk, knows_kecamatan, "Nomor KK")]
    if kk.issue_date(today) is None:
        found.append(Notice("date_impossible", "Angka ke-7 sampai 12 nomor KK bukan tanggal terbit. Periksa kartunya."))
    return tuple(found)


def _common_notices(
    number: _SixteenDigits, knows_kecamatan: Callable[[RegionCode], bool], what: str
) -> tuple[Notice, ...]:
    found = []
    kecamatan = number.kecamatan
    if kecamatan is None or not knows_kecamatan(kecamatan):
        found.append(
            Notice("region_unknown", f"Enam angka pertama {what} bukan kode kecamatan yang dikenal. Periksa kartunya.")
        )
    if number.serial == 0:
        found.append(Notice("serial_zero", f"Empat angka terakhir {what} tidak mungkin 0000. Periksa kartunya."))
    return tuple(found)


def compose_nik(kecamatan: RegionCode, born: date, sex: Sex, serial: int) -> Nik:
    """Write the NIK that these facts make, the inverse of reading one (imports, sample persons).

    Raises:
        ValueError: the code is above a kecamatan or the serial is outside 0–9999.
    """
    return Nik(_compose(kecamatan, born, born.day + (40 if sex is Sex.FEMALE else 0), serial))


def compose_kk(kecamatan: RegionCode, issued: date, serial: int) -> Kk:
    """Write the family card's number that these facts make; errors as for a NIK."""
    return Kk(_compose(kecamatan, issued, issued.day, serial))


def _compose(kecamatan: RegionCode, on: date, day: int, serial: int) -> str:
    if not 0 <= serial <= 9999:
        raise ValueError(f"a serial has four digits, {serial} does not")
    return f"{nik_prefix(kecamatan)}{day:02}{on.month:02}{on.year % 100:02}{serial:04}"


def mask_number(digits: str) -> str:
    """First six and last four digits of a NIK or KK number; a shorter or longer text is hidden whole."""
    return f"{digits[:6]}••••••{digits[-4:]}" if len(digits) == 16 else "•" * len(digits)


def mask_digits(text: str) -> str:
    """The text for a log: every run of sixteen or more digits is hidden whole, also one grouped by spaces or dashes."""
    return _LONG_RUN.sub("•" * 16, text)
