"""Amounts and numbers as Indonesian letters write them; dates are in `domain.indonesian`."""

from __future__ import annotations


def rupiah(amount: int) -> str:
    """An amount in whole rupiah with dots between thousands: ``Rp1.250.000``."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{abs(amount):,}".replace(",", ".")


def in_words(number: int) -> str:
    """A whole number in words (*terbilang*): ``satu juta dua ratus lima puluh ribu``."""
    from num2words import num2words  # noqa: PLC0415 - 40 ms of import that few forms need

    return str(num2words(number, lang="id"))
