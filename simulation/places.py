"""Who is in the world: a regency with two villages and a kecamatan, and the desks that a seed may put there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

REGENCY, KECAMATAN = "64.02", "64.02.04"
VILLAGE, OTHER_VILLAGE = "64.02.04.2005", "64.02.04.2006"
PASSWORD: Final = "perahu ketinting lima"  # noqa: S105 - of desks that live for a second


@dataclass(frozen=True, slots=True)
class Seat:
    """One computer: its name in stories, its office and who works at it, the first officer first."""

    name: str
    office: str
    officers: tuple[str, ...]


SEATS: Final = {
    each.name: each
    for each in (
        Seat("village", VILLAGE, ("clerk", "kades")),
        Seat("kecamatan", KECAMATAN, ("kasi-kesra", "kasi-kesos", "sekcam", "camat")),
        Seat("second kecamatan", KECAMATAN, ("sekcam", "kasi-kesra", "camat", "kasi-kesos")),
        Seat("second village", VILLAGE, ("clerk-2", "kades")),
        Seat("other village", OTHER_VILLAGE, ("clerk-b", "kades-b")),
    )
}
"""A seed plays with the first two and one of the others."""
THIRD: Final = ("second kecamatan", "second village", "other village")

OFFICERS: Final[dict[str, tuple[str, str, str | None]]] = {
    "clerk": (VILLAGE, "clerk", None),
    "clerk-2": (VILLAGE, "clerk", None),
    "kades": (VILLAGE, "kades", None),
    "clerk-b": (OTHER_VILLAGE, "clerk", None),
    "kades-b": (OTHER_VILLAGE, "kades", None),
    "kasi-kesra": (KECAMATAN, "kasi", "kesra"),
    "kasi-kesos": (KECAMATAN, "kasi", "kesos"),
    "sekcam": (KECAMATAN, "sekcam", None),
    "camat": (KECAMATAN, "camat", None),
}
"""Office, post and seksi by officer."""
SERVICES: Final = ("dispensasi-nikah", "sktm", "surat-keterangan-usaha")


def reference() -> dict[str, Any]:
    """What the hub's administrator enters: samples all of it."""
    return {
        "offices": [{"id": code} for code in (REGENCY, KECAMATAN, VILLAGE, OTHER_VILLAGE)],
        "officers": [_officer(name) for name in OFFICERS],
        "assignments": [assignment(name) for name in OFFICERS],
        "packs": ["*"],
        "verification_url": "https://contoh.example/surat",
    }


def _officer(name: str) -> dict[str, Any]:
    at_kecamatan = OFFICERS[name][0] == KECAMATAN
    nip = f"1980010120050110{sorted(OFFICERS).index(name):02}" if at_kecamatan else None
    return {"id": name, "name": f"Contoh {name.title()}", "nip": nip}


def assignment(name: str, **changes: Any) -> dict[str, Any]:
    """An officer's assignment as it is entered."""
    office, post, seksi = OFFICERS[name]
    usual = {"id": f"tugas-{name}", "officer": name, "office": office, "post": post, "seksi": seksi}
    return {**usual, "start": "2025-01-01T00:00:00.000Z", **changes}
