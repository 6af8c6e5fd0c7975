"""The service packs of this desk, compiled once: what the list of requests needs to know of a service."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from desktop.store.tables import packs
from domain.routes import Route
from forms.pack import Pack
from forms.packs import load_code_list, load_pack, route_of
from forms.schema import CodeList, Person
from resources.codes import open_code_lists


@cache
def code_lists() -> dict[str, CodeList]:
    """The code lists by id, as printed on family cards."""
    return {name: load_code_list(content) for name, content in open_code_lists().items()}


@lru_cache(maxsize=256)
def compiled(content: bytes) -> Pack:
    """A pack from its bytes; the same bytes are compiled once.

    Raises:
        PackError: with every fault that was found.
    """
    return load_pack(content, code_lists())


def keep_pack(connection: Connection, content: bytes) -> Pack:
    """Store a version of a service pack for good: requests name the version they were made with.

    Raises:
        PackError: it is none.
    """
    pack = compiled(content)
    row = {"id": pack.id, "version": str(pack.file.version), "content": content}
    connection.execute(insert(packs).values(row).on_conflict_do_nothing())
    return pack


_CONTENT: Final = select(packs.c.content).where(
    packs.c.id == bindparam("service"), packs.c.version == bindparam("version")
)
"""Made once: lists ask for each of their rows, and a version never changes, so readers remember it too."""


_ALL: Final = select(packs.c.content)


def pack_of(connection: Connection, ref: str) -> Pack | None:
    """The pack that an action names as ``service@version``; None when it is not on this desk."""
    known: dict[str, Pack] = connection.info.setdefault("packs", {})
    if ref in known:
        return known[ref]
    service, _, version = ref.partition("@")
    content = connection.execute(_CONTENT, {"service": service, "version": version}).scalar()
    if content is None:
        return None
    pack = compiled(bytes(content))
    if connection.get_execution_options().get("reading", False):  # and so sees nothing that may be rolled back
        known[ref] = pack
    return pack


def all_packs(connection: Connection) -> tuple[Pack, ...]:
    """Every version on this desk, by service and version."""
    found = (compiled(bytes(row.content)) for row in connection.execute(_ALL))
    return tuple(sorted(found, key=lambda pack: (pack.id, pack.file.version)))


def known_packs(connection: Connection) -> frozenset[tuple[str, str]]:
    """Service and version of those that need not be fetched."""
    return frozenset((row.id, row.version) for row in connection.execute(select(packs.c.id, packs.c.version)))


def route_of_ref(connection: Connection, ref: str) -> Route | None:
    """The route of a pack that an action names."""
    pack = pack_of(connection, ref)
    return None if pack is None else route_of(pack)


def applicant_of(pack: Pack, answers: Mapping[str, object]) -> Mapping[str, object]:
    """The person whom the request is about; empty when erased or not answered."""
    found = answers.get(pack.file.applicant)
    return found if isinstance(found, dict) else {}


def persons_of(pack: Pack, answers: Mapping[str, object]) -> Iterator[dict[str, str]]:
    """Every person among the answers who has a NIK, with the fields as they were answered."""
    for field in pack.fields.values():
        if not isinstance(field.field.question, Person) or field.field.repeat is not None:
            continue
        found = answers.get(field.field.keys[-1])
        if isinstance(found, dict) and found.get("nik"):
            yield {key: value for key, value in found.items() if isinstance(value, str)}
