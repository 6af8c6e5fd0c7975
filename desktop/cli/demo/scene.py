"""The scene of a play: a hub that knows a sample regency and its certificates, a link, and desks with officers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from desktop.cli.demo.processes import PROGRAM, Json
from desktop.cli.demo.stage import Desk, Hub, Proxy, Stage
from resources.samples import sample_path


@dataclass
class Scene:
    """What the actors stand on.

    Attributes:
        certificates: the PKCS#12 file of each officer who signs letters.
    """

    stage: Stage
    hub: Hub
    link: Proxy
    certificates: dict[str, Path] = field(default_factory=dict)

    def seat(self, name: str, office: str, officers: Sequence[str]) -> Desk:
        """A new computer of this office with these officers, open as the first of them and once synchronized.

        The first exchange brings the block of numbers with which a village can issue letters offline.
        """
        codes = self.hub.enrol_codes(office, officers)
        desk = self.stage.desk(name)
        desk.open(officers[0])
        desk.enrol(self.link.url, self.stage.transport.authority, codes[0])
        for officer, code in zip(officers[1:], codes[1:], strict=True):
            desk.add_officer(officer, code)
        desk.do("sync")
        return desk

    def signing(self, officer: str) -> tuple[str | Path, ...]:
        """The words with which this officer signs."""
        return ("--p12", self.certificates[officer], "--passphrase-file", self.stage.secrets.passphrase())


def build_hub(
    stage: Stage, sample: str, regency: str, program: Sequence[str] = (*PROGRAM, "hub")
) -> tuple[Hub, dict[str, Path]]:
    """A hub that serves this sample regency, and the PKCS#12 files of everybody who may sign there."""
    hub = Hub(stage.nursery, stage.folder, stage.transport, program)
    known: Json = json.loads(sample_path(sample).read_bytes())
    certificates, document = certify(stage, known)
    path = stage.folder / "rujukan.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    hub.make(regency)
    hub.apply(path)
    hub.serve()
    return hub, certificates


def certify(stage: Stage, known: Json) -> tuple[dict[str, Path], Json]:
    """PKCS#12 files for all but clerks and kasi, and the document that tells the hub of them."""
    others = {each["officer"] for each in known["assignments"] if each["post"] in {"clerk", "kasi"}}
    names = {each["id"]: each["name"] for each in known["officers"] if each["id"] not in others}
    made = {officer: stage.certify(officer, name) for officer, name in names.items()}
    crls = [stage.folder / f"crl-{at}.der" for at in (0, 1)]
    for path, crl in zip(crls, stage.authority.crls(stage.began), strict=True):
        path.write_bytes(crl)
    document = known | {
        "certificates": [{"officer": who, "pem": public.read_text("ascii")} for who, (_, public) in made.items()],
        "roots": [stage.authority.root_pem.decode()],
        "intermediates": [stage.authority.intermediate_pem.decode()],
        "crls": [path.name for path in crls],
        "verification_url": "https://contoh.invalid/periksa/",
    }
    return {officer: locked for officer, (locked, _) in made.items()}, document


def set_scene(stage: Stage, sample: str, regency: str, program: Sequence[str] = (*PROGRAM, "hub")) -> Scene:
    """Hub and link, both running."""
    hub, certificates = build_hub(stage, sample, regency, program)
    return Scene(stage, hub, Proxy(stage.nursery, hub.port, stage.transport), certificates)


def seat_all(scene: Scene, desks: Iterable[tuple[str, str, Sequence[str]]]) -> list[Desk]:
    """Several computers side by side."""
    with ThreadPoolExecutor() as hands:
        return [seated.result() for seated in [hands.submit(scene.seat, *each) for each in desks]]
