"""Makes ``wilayah.tsv.gz`` from the four lists of the package idn-area-data. See README.md beside it.

Run as ``python -m resources.regions.build FOLDER FILE``, FOLDER being that package's ``data``. Same lists, same bytes.
"""

from __future__ import annotations

import csv
import gzip
import sys
from pathlib import Path

LISTS = ("provinces", "regencies", "districts", "villages")


def table_bytes(folder: Path) -> bytes:
    """The compressed table: one line ``code<TAB>name`` for each region, sorted by code."""
    rows: dict[str, str] = {}
    for name in LISTS:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as source:
            rows.update((row["code"], " ".join(row["name"].split())) for row in csv.DictReader(source))
    text = "".join(f"{code}\t{name}\n" for code, name in sorted(rows.items()))
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(table_bytes(Path(sys.argv[1])))
