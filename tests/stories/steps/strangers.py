"""Steps: a village that asks the hub itself for what belongs to another, with keys that the hub knows."""

from __future__ import annotations

import secrets

import pytest
from pytest_bdd import then, when

from desktop.cli.session import real_outside
from desktop.keys import Vault
from desktop.office.desk import open_desk
from desktop.office.reach import HttpReach
from sync.errors import Refused
from sync.hub_port import Hub, LetterKey
from sync.protocol import BlobKey
from tests.stories.world import World

OTHER = "Muara Pantuan"


@when("desa kedua menyinkronkan")
def second_exchanges(world: World) -> None:
    world.sync_all(world.house.village(OTHER))


@then("desa kedua tidak melihat permohonan itu")
def not_listed(world: World) -> None:
    desk = world.house.village(OTHER)
    assert not world.rows(desk)
    assert not desk.attempt("show", world.request)["ok"]


@then("desa kedua yang meminta lampirannya langsung kepada hub ditolak")
def no_blob(world: World) -> None:
    document = world.show(world.clerk())["documents"][0]
    key = BlobKey("64.02.04", world.request, document["sha256"])
    with pytest.raises(Refused):
        _as_the_other(world).read_blob(key, 0, 100)
    assert _as(world, world.village, f"{world.village.lower()}-petugas").read_blob(key, 0, 100).content


@then("desa kedua yang meminta suratnya langsung kepada hub ditolak")
def no_letter(world: World) -> None:
    world.head().do("issue", world.request, *world.scene.signing(world.desk.officer))
    world.until(world.clerk(), "signed")
    letter = world.show(world.desk)["letters"][0]["letter"]
    with pytest.raises(Refused):
        _as_the_other(world).read_letter(LetterKey(world.request, letter), 0, 100)


def _as_the_other(world: World) -> Hub:
    return _as(world, OTHER, "muara-pantuan-petugas")


def _as(world: World, village: str, officer: str) -> Hub:
    """The real client with the device's own key, saying what its program never would."""
    profile, outside = world.house.desks[village].profile, real_outside()
    password = world.scene.stage.secrets.password(officer).read_text("utf-8").strip()
    desk = open_desk(Vault(profile, secrets.token_bytes), outside, officer, password)
    with desk.database.reading() as connection:
        who, contact = desk.enrolled(connection), desk.contact(connection)
    desk.close()
    hub, _ = HttpReach(secrets.token_bytes).hub(who, contact.hub_keys[-1], contact.nonce)
    return hub
