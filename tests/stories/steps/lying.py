"""Steps: a desk whose program was changed, so that the letter that it signs says something else than the request."""

from __future__ import annotations

import secrets
from dataclasses import replace

import pytest
from pytest_bdd import parsers, then, when

from desktop.cli.session import real_outside
from desktop.keys import Vault
from desktop.office import issuing
from desktop.office.desk import open_desk
from domain.letters import FrozenLetter
from letters.phases import Prepared
from letters.preparing import prepare
from tests.stories.world import World, head_of, slug


@when("program desa yang diubah menandatangani surat dengan isi lain")
def lies(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The village's own code and keys, with one thing changed: whose name the PDF carries."""

    def other(letter: FrozenLetter, *more: object) -> Prepared:
        content = {**letter.draft.content, "nama": "Orang Lain Contoh"}
        return prepare(replace(letter, draft=replace(letter.draft, content=content)), *more)  # type: ignore[arg-type]

    monkeypatch.setattr(issuing, "prepare", other)
    stage, officer = world.scene.stage, head_of(world.village)
    world.desk.close()
    password = stage.secrets.password(officer).read_text("utf-8").strip()
    desk = open_desk(Vault(world.desk.profile, secrets.token_bytes), real_outside(), officer, password)
    phrase = stage.secrets.passphrase().read_text("utf-8").strip()
    issuing.issue_letter(desk, world.request, world.scene.certificates[officer].read_bytes(), phrase)
    desk.close()
    world.desk.open(f"{slug(world.village)}-petugas")


@then(parsers.parse('hub menolak surat itu dengan alasan "{reason}"'))
def found_out(world: World, reason: str) -> None:
    desk = world.clerk()
    for _ in range(200):
        world.sync_all(desk)
        refusals = world.show(desk)["refusals"]
        if refusals:
            break
    assert [refusal["reason"] for refusal in refusals] == [reason]


@then("permohonan itu tetap menunggu diterbitkan")
def still_waits(world: World) -> None:
    row = world.row(world.clerk())
    assert (row["hub_state"], row["state"]) == ("at_step", "at_step")
