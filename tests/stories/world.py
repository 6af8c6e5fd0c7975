"""What the stories play in: a hub for each sample regency, desks that stay open, and what one story did.

Everything is the demo's own stage: real processes, a real link. A hub and its desks live as long as the test run; a
story looks only at requests that it made itself.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import desktop.cli
import hub.cli
from desktop.cli.demo import citizens, proxy
from desktop.cli.demo.citizens import DOCUMENTS, Answers
from desktop.cli.demo.processes import Json, Nursery, PlayBroken, Running
from desktop.cli.demo.scene import Scene, set_scene
from desktop.cli.demo.stage import Desk, Stage
from domain.indonesian import local_day
from tests.desktop.house import picture
from tests.forking import Forked, ended, ketinting
from tests.quickly import codes_quick, officer_files_quick

WITA = 480
PATIENCE = 60.0
PAUSE = 0.1
GRAIN = (240, 340)
"""Points of a page of noise, of which nothing is left out when it is packed."""
VILLAGES = {
    "Sepatin": "64.02.04.2001",
    "Muara Pantuan": "64.02.04.2002",
    "Saliki": "64.02.05.2001",
    "Timbau": "64.02.06.1004",
    "Belimbing": "64.74.03.1001",
    "Pocanan": "35.71.02.1016",
}
KECAMATAN = {"Anggana": "64.02.04", "Muara Badak": "64.02.05", "Tenggarong": "64.02.06"}


def slug(name: str) -> str:
    """How officers of this office begin in the samples."""
    return name.lower().replace(" ", "-")


def head_of(name: str) -> str:
    """The village's head in the samples."""
    kind = "kades" if VILLAGES[name].split(".")[3].startswith("2") else "lurah"
    return f"{slug(name)}-{kind}"


def link() -> int:
    """The proxy that stands for the line."""
    return proxy.main(sys.argv[1:])


PROGRAMS = {"main": ketinting, proxy.__name__: link}
"""What is behind ``python -m``, and what runs where it is forked."""


class Office(Nursery):
    """A nursery whose programs are forked from one that has imported everything (`tests/forking.py`).

    An administrator's commands run in this process: they prepare a story and are not what it is about. Starting Python
    for each of them would take half of the time of all stories.
    """

    def spawn(self, command: Sequence[str], environment: Mapping[str, str], errors: Path) -> Running:
        """A fork where the program is ours and finds the usual world; otherwise as in life."""
        program = PROGRAMS.get(command[2])
        if program is None or "PYTHONPATH" in environment:
            return super().spawn(command, environment, errors)
        return Forked(command[3:], environment, errors, program)

    def attempt(self, *words: str) -> subprocess.CompletedProcess[str]:
        """One command to its end, in a fork on which the limits of this process lie."""
        return ended(words, self.environment())

    def run(self, *words: str) -> Json:
        """One command of ours, as a process would do it; errors as of `Nursery.run`."""
        said, faults = io.StringIO(), io.StringIO()
        with redirect_stdout(said), redirect_stderr(faults), codes_quick():
            status = hub.cli.main(words[1:]) if words[0] == "hub" else desktop.cli.main(list(words))
        if status != 0:
            raise PlayBroken(f"ketinting {' '.join(words[:4])} …: {faults.getvalue().strip()}")
        found: Json = json.loads(said.getvalue())
        return found


class House:
    """One regency for the whole test run: made when the first story needs it."""

    def __init__(self, folder: Path, sample: str, regency: str) -> None:
        self.nursery = Office(folder).__enter__()
        with officer_files_quick():
            self.scene: Scene = set_scene(Stage.build(self.nursery, datetime.now(UTC)), sample, regency)
        self.desks: dict[str, Desk] = {}
        self.codes: dict[str, str] = {}
        self.pages: dict[str, Path] = {}

    def close(self) -> None:
        """End every process of it."""
        self.nursery.__exit__(None, None, None)

    def village(self, name: str) -> Desk:
        """The computer of a village, with its clerk and its head, the clerk sitting at it."""
        return self._seated(name, VILLAGES[name], (f"{slug(name)}-petugas", head_of(name)))

    def kecamatan(self, name: str) -> Desk:
        """The computer of a kecamatan with those who decide there on a marriage."""
        staff = ("kasi-kesra", "sekcam", "camat")
        return self._seated(f"kec {name}", KECAMATAN[name], tuple(f"{slug(name)}-{post}" for post in staff))

    def _seated(self, key: str, office: str, officers: tuple[str, ...]) -> Desk:
        if key not in self.desks:
            self.desks[key] = self.scene.seat(slug(key), office, officers)
        desk = self.desks[key]
        desk.turn_to(officers[0])
        return desk

    def page(self, kind: str) -> Path:
        """Something as heavy as a light scan (40 kB), for a document of this kind."""
        if kind not in self.pages:
            saved, ending = ("PDF", "pdf") if kind.startswith("n") else ("JPEG", "jpg")
            self.pages[kind] = self.scene.stage.folder / "scans" / f"{kind}.{ending}"
            self.pages[kind].write_bytes(picture(saved, GRAIN))
        return self.pages[kind]


@dataclass
class World:
    """One story: whose computer it is about, what was recorded, and what was said last."""

    house: House
    folder: Path
    village: str = ""
    kecamatan: str = ""
    mine: list[str] = field(default_factory=list)
    said: Json = field(default_factory=dict)
    letters: list[Json] = field(default_factory=list)

    @property
    def scene(self) -> Scene:
        """Hub and link."""
        return self.house.scene

    @property
    def desk(self) -> Desk:
        """The village's computer."""
        return self.house.desks[self.village]

    @property
    def office(self) -> Desk:
        """The kecamatan's computer."""
        return self.house.desks[f"kec {self.kecamatan}"]

    @property
    def request(self) -> str:
        """The last request that this story recorded."""
        return self.mine[-1]

    def clerk(self) -> Desk:
        """The village's computer with the clerk at it."""
        self.desk.turn_to(f"{slug(self.village)}-petugas")
        return self.desk

    def head(self) -> Desk:
        """The village's computer with its head at it."""
        self.desk.turn_to(head_of(self.village))
        return self.desk

    def sitting(self, post: str) -> Desk:
        """The kecamatan's computer with this officer at it."""
        self.office.turn_to(f"{slug(self.kecamatan)}-{post}")
        return self.office

    def paper(self, answers: Answers) -> Path:
        """Answers as a file of this story's."""
        path = self.folder / f"jawaban-{len(self.mine)}.json"
        path.write_text(json.dumps(answers), encoding="utf-8")
        return path

    def submit(self, service: str) -> str:
        """The clerk records a request with its documents."""
        scans = [word for kind in DOCUMENTS[service] for word in ("--attach", f"{kind}={self.house.page(kind)}")]
        found = self.clerk().do("submit", service, "--answers", self.paper(answers_for(self, service)), *scans)
        self.mine.append(str(found["request"]))
        return self.request

    def rows(self, desk: Desk) -> dict[str, Json]:
        """This story's requests as this computer lists them."""
        return {row["id"]: row for row in desk.do("requests")["requests"] if row["id"] in self.mine}

    def row(self, desk: Desk) -> Json:
        """The last request of this story as this computer lists it."""
        return self.rows(desk)[self.request]

    def show(self, desk: Desk) -> Json:
        """The last request of this story, whole."""
        return desk.do("show", self.request)

    def until(self, desk: Desk, *states: str) -> None:
        """Exchange until every request of this story stands in one of these states at the hub, with nothing unsent."""
        standing: dict[str, Json] = {}
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            desk.attempt("sync")
            standing = self.rows(desk)
            good = [row for row in standing.values() if row["hub_state"] in states and row["sent"]]
            if len(good) == len(self.mine):
                return
            time.sleep(PAUSE)
        raise AssertionError(f"{desk.name}: not {states} but {standing}, last said {self.said}")

    def sync_all(self, desk: Desk) -> Json:
        """Exchange until one ends well."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self.said = desk.attempt("sync")
            if self.said["ok"]:
                return self.said
            time.sleep(PAUSE)
        raise AssertionError(f"{desk.name}: {self.said}")

    def save_letters(self, desk: Desk) -> Path:
        """The signed letter of the last request, as the office saves it to print."""
        self.letters = desk.do("letters", self.request, "--out", self.folder)["letters"]
        return Path(self.letters[0]["file"])


def answers_for(world: World, service: str) -> Answers:
    """Right answers for this service."""
    if service == "sktm":
        return citizens.poverty()
    if service == "dispensasi-nikah":
        return citizens.marriage(citizens.COUPLES[len(world.mine) % 2], local_day(datetime.now(UTC), WITA))
    here = replace(citizens.BAKER, birthplace=world.village, address=f"Jalan Contoh RT 02, {world.village}")
    return citizens.business(here, "Kue Contoh")
