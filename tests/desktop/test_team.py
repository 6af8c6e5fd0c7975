"""Who works here: officers with posts and keys, and the head's word on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.errors import NotAllowed, NotFound
from desktop.office import colleagues, team
from desktop.office.desk import Desk
from desktop.office.submitting import submit_request
from desktop.store import settings
from desktop.store.configuration import KeyEntry, stored_configuration
from sync.encoding import b64u
from sync.keys import CONFIRM, SigningKey, key_decision, verify
from tests.desktop import fakes
from tests.desktop.house import House, example

CLERK, KADES = SigningKey(b"c" * 32), SigningKey(b"o" * 32)


@dataclass
class Listening:
    """A hub that writes down the head's decisions."""

    said: list[tuple[str, str, str, bytes]] = field(default_factory=list)

    def hub(self, *_: object) -> Any:
        return self, fakes.Carriage()

    def enroller(self, *_: object) -> Any:
        raise NotImplementedError

    def decide_key(self, key: str, state: str, at: str, signature: bytes) -> None:
        self.said.append((key, state, at, signature))


def add_keys(desk: Desk, *keys: tuple[SigningKey, str, str]) -> None:
    with desk.database.writing() as connection:
        config = stored_configuration(connection)
        assert config is not None
        more = tuple(
            KeyEntry(
                key=key.key_id,
                public=b64u(key.public),
                officer=officer,
                office=fakes.VILLAGE,
                device="laptop-baru",
                state=state,
                since="2026-11-19T02:00:00.000Z",
            )
            for key, officer, state in keys
        )
        settings.put(connection, "config", msgspec.structs.replace(config, keys=(*config.keys, *more)))


@pytest.fixture
def head(tmp_path: Path) -> Any:
    """The kades at the village's desk, with a clerk's new key to look at."""
    made = fakes.Bench(tmp_path / "kades", who="kades", officer=KADES).open_new()
    add_keys(made, (CLERK, "clerk", "certified"))
    yield made
    made.close()


def test_the_head_sees_who_has_a_new_key_first(head: Desk) -> None:
    seen = team.see_team(head)
    assert seen.leads
    assert [each.name for each in seen.colleagues] == ["Clerk Contoh", "Kades Contoh"]
    clerk, kades = seen.colleagues
    assert clerk.posts == ("Petugas Pelayanan",)
    assert (clerk.keys[0].since, clerk.keys[0].device) == ("2026-11-19T02:00:00.000Z", "laptop-baru")
    assert (clerk.here, kades.here, kades.keys[0].this_desk) == (False, True, True)
    assert team.keys_to_confirm(head) == 2, "the own one too"


def test_an_officer_was_last_seen_at_the_newest_step_of_theirs(desk: Desk) -> None:
    submit_request(desk, "surat-keterangan-usaha", example("surat-keterangan-usaha"))
    clerk = next(each for each in team.see_team(desk).colleagues if each.id == "clerk")
    assert clerk.last_at == "2026-11-20T04:00:00.000Z"
    assert team.keys_to_confirm(desk) == 0, "a clerk does not lead"
    assert not team.see_team(desk).leads


def test_the_head_confirms_and_revokes_with_the_own_key(head: Desk) -> None:
    hub = Listening()
    name = colleagues.short_id(KeyEntry(key=CLERK.key_id, public="", officer="clerk", office=fakes.VILLAGE))
    assert colleagues.confirm_device(head, hub, name).told == {"confirmed": [CLERK.key_id]}
    assert colleagues.revoke_device(head, hub, name).told == {"revoked": [CLERK.key_id]}
    for key, state, at, signature in hub.said:
        verify(KADES.public, CONFIRM, key_decision("hub-contoh", key, state, at), signature)
    assert [state for _, state, _, _ in hub.said] == ["confirmed", "revoked"]


def test_nobody_revokes_the_key_that_signs_the_revoking(head: Desk) -> None:
    hub = Listening()
    with pytest.raises(NotAllowed, match="Belum ada yang berubah"):
        colleagues.revoke_device(head, hub, KADES.key_id)
    with pytest.raises(NotFound):
        colleagues.revoke_device(head, hub, "tidak-ada")
    assert not hub.said


def test_who_left_the_office_but_kept_a_key_is_listed(head: Desk) -> None:
    add_keys(head, (SigningKey(b"x" * 32), "dulu", "revoked"))
    former = next(each for each in team.see_team(head).colleagues if each.id == "dulu")
    assert (former.posts, former.keys[0].state) == ((), "revoked")


def test_a_revoked_key_signs_nothing_that_the_hub_accepts(village: House) -> None:
    request = village.submit("desa", "surat-keterangan-usaha", officer="clerk")
    village.must("desa", "sync")
    mine = next(
        each for each in village.must("desa", "--officer kades devices list")["devices"] if each["officer"] == "clerk"
    )
    village.refused("desa", f"--officer clerk devices revoke {mine['id']}", "kunci_sendiri")
    village.must("desa", f"--officer kades devices revoke {mine['id']}")
    village.must("desa", "sync")
    states = {each["officer"]: each["state"] for each in village.must("desa", "devices list")["devices"]}
    assert states["clerk"] == "revoked"
    village.type("desa", f"--officer clerk act {request} withdraw --reason contoh")
    village.type("desa", "sync")
    assert village.state("desa", request, "kades") != "withdrawn"
