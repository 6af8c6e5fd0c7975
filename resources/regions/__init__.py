"""The national region table: every province, regency, kecamatan and village with its Kemendagri code.

91,599 rows in one compressed file under the ODbL (see README.md beside it). It is opened when first asked for, which
takes about a tenth of a second, and then stays in memory.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

TABLE_FILE: Final = Path(__file__).with_name("wilayah.tsv.gz")
DECREE: Final = "Kepmendagri 300.2.2-2138/2025"
"""The decree whose codes the table has; those of 300.2.2-2430/2025 are the same."""
ATTRIBUTION: Final = (
    "Memuat data dari Indonesian Area Data (idn-area-data 4.0.1, https://github.com/fityannugroho/idn-area-data), "
    "tersedia di bawah Open Database License (ODbL) 1.0."
)
"""To be shown wherever the program speaks of its sources (ODbL 4.3)."""


class Regions(Mapping[str, str]):
    """Names by dotted code, in the order of the codes."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self._children: dict[str, list[str]] = {}

    def __getitem__(self, code: str) -> str:
        return self._names[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def children(self, parent: str = "") -> tuple[str, ...]:
        """Codes one level below `parent`, the provinces for the empty text; none for a village or an unknown code."""
        if not self._children:
            for code in self._names:
                self._children.setdefault(code.rpartition(".")[0], []).append(code)
        return tuple(self._children.get(parent, ()))


@cache
def open_regions() -> Regions:
    """The table; later calls give the same one."""
    with gzip.open(TABLE_FILE, "rt", encoding="utf-8", newline="\n") as lines:
        return Regions(dict(line.rstrip("\n").split("\t", 1) for line in lines))
