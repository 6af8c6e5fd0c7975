"""What officers of a history do, by chance: file, decide, withdraw, and wish for numbers; many at the same requests."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import timedelta
from random import Random
from typing import Any

from domain.actions import Action, ActionKind
from domain.request import Request, fold
from domain.workflow import State
from hub.service.catalogue import Catalogue
from resources.packs import open_examples
from sync.errors import SyncError
from tests.history.players import Player
from tests.hub.desks import an_attachment
from tests.hub.stories import sample_answers
from tests.hub.town import BEGAN, KECAMATAN, Town

SERVICES = ("surat-keterangan-usaha", "dispensasi-nikah")
_OPEN = {State.AT_STEP, State.RETURNED, State.TO_SIGN}
_FORWARD = {"kasi-kesra": ActionKind.VERIFY, "sekcam": ActionKind.PARAF}


class Officers:
    """What every officer needs to act without asking the hub's database."""

    def __init__(self, town: Town, player: Player) -> None:
        with town.ground.store.reading() as connection:
            self.catalogue: Catalogue = town.ground.catalogue(connection)
        self._documents: list[str] = json.loads(open_examples(SERVICES[1], 1))["documents"]
        self._answers = {each: sample_answers(player.desk, each, BEGAN) for each in SERVICES}
        self._answers[SERVICES[1]]["tanggal_nikah"] = (town.clock.now + timedelta(days=30)).date().isoformat()

    def act(self, player: Player, chance: Random) -> None:
        """One deed."""
        if player.desk.office == KECAMATAN:
            self._decide(player, chance)
        elif chance.random() < 0.75:
            self._file(player, chance)
        elif chance.random() < 0.8:
            self._withdraw(player, chance)
        else:
            with suppress(SyncError):
                player.client.lease(player.desk.office, SERVICES[0], player.desk.town.clock.now.year, 3)

    def _file(self, player: Player, chance: Random) -> None:
        service = chance.choice(SERVICES)
        scans = [an_attachment(kind) for kind in (self._documents if service == SERVICES[1] else ())]
        player.shelf.whole |= {blob.sha256: scan for scan, blob in scans}
        body = {"service": service, "office": player.desk.office}
        content = {"answers": self._answers[service], "files": {}}
        blobs = tuple(blob for _, blob in scans)
        request = player.desk.town.ground.world.new_id()
        self._say(player, ActionKind.SUBMIT, request, content=content, body=body, pack=f"{service}@1", blobs=blobs)

    def _decide(self, player: Player, chance: Random) -> None:
        found = self._one(player, chance, KECAMATAN)
        if found is None:
            return
        kind = ActionKind.REJECT if chance.random() < 0.15 else _FORWARD[player.officer]
        body = {"reason": "ganda"} if kind is ActionKind.REJECT else {}
        self._say(player, kind, found.id, body=body, step=found.at.id, pack=found.pack)

    def _withdraw(self, player: Player, chance: Random) -> None:
        found, body = self._one(player, chance, None), {"reason": "batal"}
        if found is not None:
            self._say(player, ActionKind.WITHDRAW, found.id, body=body, step=found.at.id, pack=found.pack)

    def _one(self, player: Player, chance: Random, office: str | None) -> Request | None:
        """A request of the latest that is open, and at that office; the same is likely for every desk."""
        logs: dict[str, list[Action]] = {}
        for each in player.desk.entries.get(player.desk.scope, [])[-400:]:
            if each.request is not None:
                logs.setdefault(each.request, []).append(each)
        begun = [found for found in logs.values() if found[0].kind is ActionKind.SUBMIT][-12:]
        requests = [fold(found, self.catalogue.route(found[0].pack)) for found in begun]
        right = [each for each in requests if each.state in _OPEN and office in {None, each.office}]
        return chance.choice(right) if right else None

    def _say(self, player: Player, kind: ActionKind, request: str, **more: Any) -> None:
        player.log.enqueue(player.desk.make(player.officer, kind, request, **more))
        player.desk.queue = player.log.queue[player.log.state().acked :]
