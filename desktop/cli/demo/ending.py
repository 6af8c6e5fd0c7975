"""The end of the play: every letter verified, the books compared, the disks searched, and the summary written."""

from __future__ import annotations

import hashlib
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from desktop.cli.demo import citizens
from desktop.cli.demo.leaks import needles, search
from desktop.cli.demo.play import Play, expect
from desktop.cli.demo.processes import Json, Nursery
from desktop.cli.demo.sight import before_signing
from desktop.cli.demo.stage import Desk

ENDS = {
    "nikah": "handed_over",
    "tidak-mampu": "handed_over",
    "usaha": "handed_over",
    "ditolak": "rejected",
}
"""How each request of the play must stand at its end."""
SIGNERS = {"nikah": 1, "tidak-mampu": 2, "usaha": 1}
"""How many signatures each letter must bear."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What is left of the play: where it is kept, and what each request came to."""

    out: Path
    requests: list[Json]


def collect(play: Play, out: Path) -> Ending:
    """Fetch the letters into ``out`` and tell how each request went; where the desks do not agree, the play fails."""
    rows = [_request(play, name, out) for name in play.requests]
    for name in ("nikah", "tidak-mampu", "ditolak"):
        here, there = _history(play, play.village, name), _history(play, play.kecamatan, name)
        expect(here == there, f"{name}: village and kecamatan do not tell the same story")
    return Ending(out, rows)


def _request(play: Play, name: str, out: Path) -> Json:
    shown = play.show(play.village, name)
    expect(shown["state"] == shown["hub_state"] == ENDS[name], f"{name} ended as {shown['state']}, not {ENDS[name]}")
    expect(not shown["refusals"], f"{name}: the hub refused something: {shown['refusals']}")
    expect(all(each["state"] == "stored" or each["here"] for each in shown["documents"]), f"{name}: a scan is missing")
    history = _history(play, play.village, name)
    revs = [line["rev"] for line in history]
    expect(revs == list(range(1, len(revs) + 1)), f"{name}: the hub counted {revs}, something is missing or double")
    letters = [_kept(letter, out) for letter in _letters(play, name)]
    expect(len(letters) == (name in SIGNERS), f"{name}: {len(letters)} letters")
    if letters and name in play.seen:
        signed = before_signing((out / str(letters[0]["file"])).read_bytes())
        expect(play.seen[name] in signed, f"{name}: what the camat signed is not what the camat saw")
    return {
        "name": name,
        "id": play.requests[name],
        "service": shown["service"],
        "office": shown["filing_office"],
        "state": shown["state"],
        "actions": history,
        "letters": letters,
    }


def _letters(play: Play, name: str) -> list[Json]:
    if name not in SIGNERS:
        return []
    folder = play.scene.stage.folder / "letters"
    letters: list[Json] = play.village.do("letters", play.requests[name], "--out", folder)["letters"]
    expect(all(len(each["signers"]) == SIGNERS[name] for each in letters), f"{name}: signed by {letters}")
    return letters


def _history(play: Play, desk: Desk, name: str) -> list[Json]:
    """What the hub accepted, in its order."""
    accepted = [line for line in play.show(desk, name)["trail"] if line["rev"] is not None]
    told = ("rev", "kind", "author", "at", "step")
    return [{word: line[word] for word in told} for line in sorted(accepted, key=lambda line: int(line["rev"]))]


def _kept(letter: Json, out: Path) -> Json:
    source = Path(letter["file"])
    shutil.copyfile(source, out / source.name)
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    return {"file": source.name, "sha256": digest, "signers": letter["signers"], "revision": letter["revision"]}


def verify_letters(nursery: Nursery, ending: Ending) -> None:
    """Let the program verify each letter as a bank would: a file and a root, nothing else."""
    files = [ending.out / letter["file"] for request in ending.requests for letter in request["letters"]]
    with ThreadPoolExecutor(2) as hands:
        list(hands.map(lambda file: _verify(nursery, file, ending.out / "root.pem"), files))


def _verify(nursery: Nursery, file: Path, root: Path) -> None:
    nursery.run("letter", "verify", str(file), "--trust", str(root), "--json")


def search_disks(play: Play) -> int:
    """Nothing that the processes left may show a number or an unencrypted document; how many files were searched.

    Spared are what citizens brought and the letters that the office itself saved to print.
    """
    folder = play.scene.stage.folder
    spared = [play.inbox, folder / "letters", folder / "cetak"]
    found = [
        f"{leak.what} in {leak.path.relative_to(folder)}"
        for leak in search([folder], needles(citizens.numbers()), except_in=spared)
    ]
    expect(not found, f"in the clear on a disk: {', '.join(found[:5])}")
    return sum(1 for path in folder.rglob("*") if path.is_file())


def keep(play: Play, ending: Ending, about: Json) -> Json:
    """Write what ``--out`` keeps beside the letters: root, hub with its key, summary."""
    hub, out = play.scene.hub, ending.out
    shutil.copytree(hub.data, out / "hub")
    shutil.copy(hub.key_file, out / "hub.key")
    counts = play.scene.link.order("report")
    summary: Json = {
        "requests": ending.requests,
        "cuts": {"inside_a_scan": counts["cuts_upstream"], "answers_lost": counts["answers_lost"]},
        "kills": play.kills,
        "retries": play.retries,
        "timings": dict(play.seconds),
        **about,
    }
    (out / "summary.json").write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return summary
