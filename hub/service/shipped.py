"""What comes with the program: code lists, the region table, and a calendar until the regency gives its own."""

from __future__ import annotations

from functools import cache, lru_cache

from domain.regions import RegionCode
from domain.workdays import WorkCalendar
from forms.pack import Pack
from forms.packs import load_code_list, load_pack
from forms.schema import CodeList
from resources.codes import open_code_lists
from resources.regions import open_regions

_MORNING, _NOON, _AFTERNOON, _END = 450, 720, 750, 960
"""07.30 to 16.00 with half an hour at noon; on Friday until 11.30."""


@cache
def code_lists() -> dict[str, CodeList]:
    """The code lists by id, as printed on family cards."""
    return {name: load_code_list(content) for name, content in open_code_lists().items()}


@lru_cache(maxsize=256)
def compiled_pack(content: bytes) -> Pack:
    """A pack from its bytes; the same bytes are compiled once.

    Raises:
        PackError: with every fault that was found.
    """
    return load_pack(content, code_lists())


def knows_kecamatan(code: RegionCode) -> bool:
    """Whether the national table has it."""
    return code.text in open_regions()


@cache
def national_calendar() -> WorkCalendar:
    """Monday to Friday without any holiday: what is used until the administrator enters the year's decree."""
    day = ((_MORNING, _NOON), (_AFTERNOON, _END))
    friday = ((_MORNING, 690),)
    return WorkCalendar((day, day, day, day, friday, (), ()), 420)
