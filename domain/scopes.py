"""Scopes and shards: who reads which actions, and which rows stand together (`docs/record.md`)."""

from __future__ import annotations

from domain.request import Request

CONFIG = "config"


def scope_of_office(office: str) -> str:
    """``v:64.02.01.2001`` for a village, ``k:64.02.01`` for a kecamatan, ``o:<office id>`` for an agency."""
    if "/" in office:
        return f"o:{office}"
    return f"v:{office}" if office.count(".") == 3 else f"k:{office}"


def shard_of_office(office: str) -> str:
    """The kecamatan's code for a village or a kecamatan; the regency's for an agency or the regency itself."""
    region = office.split("/", 1)[0]
    return ".".join(region.split(".")[:3])


def scopes_of(request: Request) -> frozenset[str]:
    """The scopes of every office that has or had a step in the request, its home among them."""
    offices = {request.route.steps[i].office_for(request.filing_office) for i in request.reached}
    return frozenset(scope_of_office(office) for office in offices)
