"""What the actors of a play share: the desks, the requests, what they expect, and how long each act took."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desktop.cli.demo.citizens import DOCUMENTS, Answers
from desktop.cli.demo.processes import Json, PlayBroken
from desktop.cli.demo.scans import save_scan
from desktop.cli.demo.scene import Scene
from desktop.cli.demo.stage import Desk

PATIENCE = 60.0
"""Seconds in which what was sent must have come where it should."""
PAUSE = 0.15


@dataclass
class Play:
    """One run of the story.

    Attributes:
        services: the service of each request, by the play's own names.
        requests: the play's own names of the requests, and their ids.
        seen: hash of the letter that the camat saw, by the play's name of the request.
        retries: exchanges that ended in trouble and were begun again.
        seconds: how long each act took.
        kills: how often each program was killed.
    """

    scene: Scene
    village: Desk
    kecamatan: Desk
    services: Mapping[str, str]
    requests: dict[str, str] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    retries: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    kills: dict[str, int] = field(default_factory=lambda: {"desa": 0, "kecamatan": 0, "hub": 0})
    say: Callable[[str], None] = print

    @contextmanager
    def act(self, name: str, sentence: str) -> Iterator[None]:
        """An act of the play: announced, and timed."""
        began = time.monotonic()
        self.say(sentence)
        yield
        self.seconds[name] = round(time.monotonic() - began, 2)

    def paper(self, name: str, content: Answers) -> Path:
        """Answers as a file, in the folder of what citizens bring."""
        path = self.inbox / f"{name}.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    @property
    def inbox(self) -> Path:
        """What citizens and scanner bring: the one place of the play where numbers may stand in the clear."""
        return self.scene.stage.folder / "scans"

    def scans(self, name: str) -> list[str]:
        """The words that attach the documents of this request."""
        kinds = DOCUMENTS[self.services[name]]
        return [word for kind in kinds for word in ("--attach", f"{kind}={self.inbox / page_of(name, kind)}")]

    def submit(self, name: str, answers: Answers) -> str:
        """The clerk records a request with its documents."""
        found = self.village.do(
            "submit", self.services[name], "--answers", self.paper(name, answers), *self.scans(name)
        )
        expect(not found["missing_documents"], f"{name}: documents are missing: {found['missing_documents']}")
        self.requests[name] = str(found["request"])
        return self.requests[name]

    def sync(self, desk: Desk) -> Json:
        """Exchange until it ends well, as a desk's heartbeat would: trouble is only a reason to begin again."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = desk.attempt("sync")
            if found["ok"]:
                return found
            self.retries += 1
            time.sleep(PAUSE)
        raise PlayBroken(f"{desk.name}: no exchange ended well within {PATIENCE:g} s: {found.get('message')}")

    def until(self, desk: Desk, names: Sequence[str], *states: str) -> dict[str, Json]:
        """Exchange until all these requests stand in one of these states at the hub; the rows by name."""
        rows: dict[str, Json] = {}
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self.sync(desk)
            rows = {row["id"]: row for row in desk.do("requests")["requests"]}
            rows = {name: rows[self.requests[name]] for name in names if self.requests[name] in rows}
            if len(rows) == len(names) and all(row["hub_state"] in states and row["sent"] for row in rows.values()):
                return rows
            time.sleep(PAUSE)
        standing = {name: (row["state"], row["hub_state"], row["refused"]) for name, row in rows.items()}
        raise PlayBroken(f"{desk.name}: {list(names)} are not {states} but {standing}")

    def show(self, desk: Desk, name: str) -> Json:
        """One request whole."""
        return desk.do("show", self.requests[name])

    def act_on(self, desk: Desk, verb: str, *names: str, reason: str = "", to: str = "") -> None:
        """The officer at this desk decides."""
        more = [*(["--reason", reason] if reason else []), *(["--to", to] if to else [])]
        for name in names:
            desk.do("act", self.requests[name], verb, *more)


def page_of(name: str, kind: str) -> str:
    """The file name of the scan of a document of this kind, for this request."""
    return f"{name}-{kind}.pdf" if kind.startswith("n") else f"{name}-{kind}.jpg"


def scan_everything(folder: Path, services: Mapping[str, str]) -> None:
    """The pages of all documents of these requests: names of the play, and their services."""
    for seed, (name, service) in enumerate(services.items()):
        for at, kind in enumerate(DOCUMENTS[service]):
            lines = [f"Baris {row} dari dokumen contoh, tidak berlaku." for row in range(1, 16)]
            title = f"{kind.upper().replace('_', ' ')} (CONTOH)"
            save_scan(folder, page_of(name, kind), title, lines, 100 * seed + at)


def expect(holds: object, sentence: str) -> None:
    """An assertion of the play.

    Raises:
        PlayBroken: it does not hold.
    """
    if not holds:
        raise PlayBroken(sentence)
