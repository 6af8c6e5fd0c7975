"""A history is played: desks enrol, act and exchange under faults, come to rest, and ask and read all of it again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from domain.scopes import CONFIG, scope_of_office
from tests.history.deeds import Officers
from tests.history.players import Player, RecordedLog, in_threads
from tests.history.recording import History
from tests.hub.desks import enrol
from tests.hub.town import KECAMATAN, OTHER_VILLAGE, VILLAGE, Town

_SEATS = (
    (VILLAGE, "clerk"),
    (VILLAGE, "kades"),
    (KECAMATAN, "kasi-kesra"),
    (VILLAGE, "clerk"),
    (OTHER_VILLAGE, "clerk-b"),
    (KECAMATAN, "sekcam"),
    (KECAMATAN, "kasi-kesra"),
    (OTHER_VILLAGE, "kades-b"),
)
"""Offices and officers in turn, so that several desks compete at each office."""


@dataclass(frozen=True)
class Plan:
    """How much is played.

    Attributes:
        desks: how many there are.
        rounds: how often each desk acts and exchanges; the faults end when the last desk has done all.
        patience: after which a desk that has not come to rest is a failure.
    """

    desks: int
    rounds: int
    seed: int
    patience: timedelta = timedelta(minutes=3)


def seat(town: Town, url: str, history: History, desks: int) -> list[Player]:
    """Enrol the desks."""
    players = []
    for n in range(desks):
        office, officer = _SEATS[n % len(_SEATS)]
        desk = enrol(town, office, officer)
        history.note("enrolled", desk.device, office=office, officer=officer)
        log = RecordedLog(desk, history, (scope_of_office(office), CONFIG))
        players.append(Player(desk, officer, log, history, url))
    return players


def play(town: Town, players: list[Player], plan: Plan, mended: Callable[[], None]) -> list[str]:
    """Act, exchange, come to rest, ask again; `mended` is called when the faults are to end. Who failed, and how."""
    pause, first = threading.Event(), {player.desk.office: player for player in players}
    officers = {office: Officers(town, player) for office, player in first.items()}
    seats = {player.desk.device: place for place, player in enumerate(players)}

    def act(player: Player) -> None:
        for turn in range(plan.rounds):
            course = f"{plan.seed} {seats[player.desk.device]} {turn}"
            chance = Random(course)  # noqa: S311 - a course of events, no secret
            for deed in range(chance.choice((1, 1, 2, 3))):
                # What one deed finds to do, which is a matter of time, moves no other.
                officers[player.desk.office].act(player, Random(f"{course} {deed}"))  # noqa: S311 - as above
            player.synchronize(pause, tries=chance.choice((1, 4, 20)))

    failed = in_threads(players, act, plan.patience)
    mended()

    def rest(player: Player) -> None:
        if not player.synchronize(pause, tries=200):
            raise AssertionError("it never came to rest")

    for last in (rest, rest, Player.ask_again):
        failed += in_threads(players, last, plan.patience)
    return failed + in_threads(list(first.values()), Player.read_again, plan.patience)
