"""Typst templates of the letters, the stamp and the receipt. Their data contract is in README.md beside them."""

from collections.abc import Mapping
from pathlib import Path

_FOLDER = Path(__file__).parent
_COMMON = ("surat.typ", "emblem-contoh.svg")
_OTHERS = ("kop", "stamp", "tanda-terima")
"""Sources that are no letters of a service."""


def letter_template_ids() -> tuple[str, ...]:
    """The letters that this program ships, by the name of their service."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.typ") if path.stem not in {"surat", *_OTHERS}))


def other_template_ids() -> tuple[str, ...]:
    """What is set beside the letters: the head alone, the stamp, the receipt."""
    return _OTHERS


def footers_json() -> bytes:
    """The words of each signing provider, by the date from which they count."""
    return (_FOLDER / "footers.json").read_bytes()


def template_files(template_id: str) -> Mapping[str, bytes]:
    """The sources of one template, its own as ``main.typ``. Raises KeyError for a name that is not shipped."""
    if template_id not in {*letter_template_ids(), *_OTHERS}:
        raise KeyError(template_id)
    sources = {name: (_FOLDER / name).read_bytes() for name in _COMMON}
    return sources | {"main.typ": (_FOLDER / f"{template_id}.typ").read_bytes()}
