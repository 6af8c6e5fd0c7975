"""Search of everything a play leaves on a disk for what must not lie there in the clear.

A stolen office computer, a log sent by mail, a forgotten backup: none may show a citizen's number or an unencrypted
document. The search is a plain one over bytes, as a thief's would be.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PIECE = 1 << 20
PDF = b"%PDF"


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing found in the clear: where, and what kind of thing; never the thing itself."""

    path: Path
    what: str


def needles(numbers: Iterable[str]) -> dict[bytes, str]:
    """What to look for: each number as text in the two encodings that programs use, and the first bytes of a PDF."""
    found = {PDF: "PDF"}
    for number in numbers:
        found[number.encode()] = "NIK/KK"
        found[number.encode("utf-16-le")] = "NIK/KK"
    return found


def search(folders: Sequence[Path], wanted: dict[bytes, str], *, except_in: Sequence[Path] = ()) -> Iterator[Leak]:
    """Everything wanted that lies in a file under the folders, or in a file's name, outside ``except_in``."""
    for path in _files(folders):
        if any(path.is_relative_to(spared) for spared in except_in):
            continue
        yield from (Leak(path, what) for what in sorted(_inside(path, wanted)))


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


def _inside(path: Path, wanted: dict[bytes, str]) -> set[str]:
    """The kinds of things found; pieces overlap so that nothing hides across the seam.

    Room that is only held (`sync.ballast`) is nothing but zeros: each piece of it is looked at once, not once a needle.
    """
    overlap = max(map(len, wanted), default=1)
    found = {what for needle, what in wanted.items() if needle in path.name.encode()}
    with path.open("rb") as file:
        tail = b""
        while piece := file.read(PIECE):
            text = tail + piece
            if text.strip(b"\0"):
                found.update(what for needle, what in wanted.items() if needle in text)
            tail = text[-overlap:]
    return found
