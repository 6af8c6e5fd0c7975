"""Room held on this computer's disk for the day when it is full, and how it stands with it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.office.desk import Desk
from desktop.phrases import phrase
from sync.ballast import LOW, Ballast, free_bytes


@dataclass(frozen=True, slots=True)
class Room:
    """How much of the disk is free, and whether the reserve is held.

    Attributes:
        short: the reserve was given up, or could never be held: a person has to make room.
    """

    free: int
    held: bool
    short: bool

    @property
    def sentence(self) -> str:
        """What to do; empty where there is room."""
        if not self.short:
            return ""
        return phrase(
            "Penyimpanan komputer ini hampir penuh; ruang cadangannya sudah dipakai supaya pekerjaan dapat "
            "diselesaikan. Yang tersimpan aman dan tetap terkirim; lampiran dari hub menunggu. Kosongkan ruang hari "
            "ini."
        )


def see_room(desk: Desk) -> Room:
    """Look; nothing is changed."""
    ballast, free = _ballast(desk), free_bytes(desk.profile)
    held = bool(ballast.size) and ballast.whole()
    return Room(free, held, short=not held and free < 2 * ballast.size + LOW)


def hold_room(desk: Desk) -> bool:
    """Hold the reserve (again) where there is room for it; False where the disk is short of room."""
    return _ballast(desk).refill() or not see_room(desk).short


def _ballast(desk: Desk) -> Ballast:
    return Ballast(desk.profile, desk.outside.ballast)
