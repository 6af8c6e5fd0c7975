"""All packs of a program side by side: found by what an action names, or by what is valid on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from forms.errors import Fault, PackError
from forms.pack import Pack
from forms.packs import load_code_list, load_pack
from forms.schema import CodeList
from resources.codes import open_code_lists
from resources.packs import open_packs


class Catalogue:
    """Several versions of several services."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self._packs = {pack.ref: pack for pack in sorted(packs, key=lambda pack: (pack.id, pack.file.version))}

    @property
    def packs(self) -> tuple[Pack, ...]:
        """All, by service and version."""
        return tuple(self._packs.values())

    def pack(self, ref: str) -> Pack | None:
        """The one that an action names (``service@version``), also when it is no longer valid; None if unknown."""
        return self._packs.get(ref)

    def current(self, service: str, day: date) -> Pack | None:
        """The newest version of a service that is valid on that day; None if there is none."""
        return next((pack for pack in self.offered(day) if pack.id == service), None)

    def offered(self, day: date, office_kind: str | None = None) -> tuple[Pack, ...]:
        """The newest valid version of each service, those that an office of this kind may file, by service."""
        newest = {pack.id: pack for pack in self._packs.values() if pack.is_valid_on(day)}
        return tuple(pack for pack in newest.values() if office_kind is None or office_kind in pack.file.offices)


def load_catalogue(packs: Mapping[str, bytes], code_lists: Mapping[str, bytes]) -> Catalogue:
    """Load many packs.

    Args:
        packs: pack files by ``service@version``.
        code_lists: code lists by id.

    Raises:
        PackError: with the faults of the first pack that cannot be used, or of one that stands under another's name.
    """
    lists: dict[str, CodeList] = {name: load_code_list(content) for name, content in code_lists.items()}
    loaded = []
    for ref, content in packs.items():
        pack = load_pack(content, lists)
        if pack.ref != ref:
            raise PackError([Fault(ref, f"berkas ini berisi {pack.ref}")])
        loaded.append(pack)
    return Catalogue(loaded)


def shipped_catalogue() -> Catalogue:
    """The packs that come with the program; takes some hundredths of a second."""
    return load_catalogue(open_packs(), open_code_lists())
