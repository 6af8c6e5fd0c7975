"""What `bench.road` measures: each function gives rows of (part, work, note). Sample data of the tests throughout."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from domain.actions import ActionKind
from domain.request import fold
from domain.routes import Route
from forms.catalogue import shipped_catalogue
from forms.evaluation import evaluate, evaluate_again
from letters.authority import make_authority
from letters.officer_keys import ExpectedSigner, fingerprint_of_pem, open_pkcs12
from letters.preparing import prepare
from letters.render import render
from letters.revocation import add_revocation
from letters.signing import fill_in, sign_prepared
from letters.stamp import Stamp
from letters.templates import load_template
from letters.verdict import Trust, verify_with
from resources.packs import open_examples
from resources.regions import open_regions
from sync import protocol
from sync.packing import BEST
from sync.record import Envelope, check_payload, check_signature, make, read_action
from tests.domain.builders import DISPENSASI, an_action
from tests.forms.building import circumstances
from tests.letters.samples import ON, frozen
from tests.sync.fakes import NOON, Officer, Seeded

Row = tuple[str, Callable[[], object], str]


def services() -> Iterator[Row]:
    """Packs, answers and the region table."""
    yield "open the catalogue of packs", shipped_catalogue, "three packs with their code lists"
    yield "open the national region table", open_regions, "91,599 rows"
    catalogue = shipped_catalogue()
    for pack in catalogue.packs:
        service = pack.id
        example = json.loads(open_examples(service, pack.file.version))
        around = circumstances(datetime.fromisoformat(example["at"]))
        yield f"evaluate {service}", lambda p=pack, e=example, a=around: evaluate(p, e["answers"], a), "at the desk"  # type: ignore[misc]
        sent = evaluate(pack, example["answers"], around).answers
        yield f"judge {service} again", lambda p=pack, s=sent, a=around: evaluate_again(p, s, a), "at the hub"  # type: ignore[misc]


def log() -> Iterator[Row]:
    """The fold of a request and the bytes of an action."""
    submitted = an_action(ActionKind.SUBMIT)
    actions = [submitted]
    base = submitted.hash
    for kind in (ActionKind.VERIFY, ActionKind.PARAF, ActionKind.LETTER_FROZEN, ActionKind.SIGN, ActionKind.HAND_OVER):
        actions.append(an_action(kind, base))
        base = base if kind is ActionKind.LETTER_FROZEN else actions[-1].hash
    route: Route = DISPENSASI
    yield "fold 100 requests of six actions", lambda: [fold(actions, route) for _ in range(100)], ""
    officer = Officer("petugas")
    yield "make and sign 100 actions", lambda: [officer.submit() for _ in range(100)], "with payload, RFC 8785, Ed25519"
    made = [officer.submit() for _ in range(100)]
    yield "read and verify 100 actions", lambda: [_checked(each, officer) for each in made], ""


def _checked(envelope: Envelope, officer: Officer) -> bool:
    action = read_action(envelope.action)
    check_signature(envelope, officer.key.public)
    return check_payload(envelope, action)


def wire() -> Iterator[Row]:
    """A batch as it travels; the note tells bytes for each action."""
    officer = Officer("petugas")
    for count in (1, 20, 500):
        request = _request(officer, count)
        plain, body = protocol.encode(request), protocol.encode(request, BEST)
        note = f"{len(body) / count:.0f} bytes an action; without the dictionary {len(plain) / count:.0f}"
        yield f"pack a request of {count}", lambda r=request: protocol.encode(r, BEST), note  # type: ignore[misc]
        yield (
            f"unpack a request of {count}",
            lambda b=body: protocol.decode(b, BEST, protocol.SyncRequest),  # type: ignore[misc]
            "",
        )


def _request(officer: Officer, count: int) -> protocol.SyncRequest:
    names = sorted(open_regions().values())
    pushed = [protocol.Pushed(n, protocol.to_wire(_submission(officer, names, n))) for n in range(1, count + 1)]
    position = protocol.Position(count, Seeded("anchor").token_bytes(32).hex()[:43])
    return protocol.SyncRequest(
        device_id="64.02.01-contoh",
        incarnation="contoh-1",
        epoch=1,
        cursor={"v:64.02.01.2001": position, "config": position},
        verdict_seen=count,
        now="2026-11-21T04:00:00.000Z",
        push=pushed,
    )


def _submission(officer: Officer, names: list[str], n: int) -> Envelope:
    """Answers of a village letter; names of places stand in for names of people, so that no two are alike."""
    word = [names[(n * 7919 + step * 104_729) % len(names)].title() for step in range(6)]
    answers = {
        "pemohon": {
            "nik": f"64020{n * 7919 % 10**7:07}{9000 + n % 1000}",
            "nama": f"{word[0]} {word[1]}",
            "agama": "1",
        },
        "alamat": f"Jalan {word[2]} RT {n % 40:02}",
        "nama_usaha": f"Kios {word[3]}",
        "keperluan": f"pengajuan kredit usaha {word[4]}",
    }
    seeded = Seeded(f"request {n}")
    return make(officer.draft(), {"answers": answers, "files": {}}, officer.key, seeded.token_bytes)


def letters() -> Iterator[Row]:
    """A letter from frozen data to a verified signature (EC P-256, own authority, two CRLs)."""
    letter, template = frozen(), load_template("surat-keterangan-usaha")
    yield "render a letter", lambda: render(letter, template), "Typst, PDF/A-2b"
    stamp = Stamp("https://hub.contoh.go.id/v/640204-AbCdEf123456", ON)
    yield "prepare a letter for signing", lambda: prepare(letter, template, stamp), "first run imports pyHanko"
    prepared = prepare(letter, template, stamp)
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    authority = make_authority("Contoh", begins)
    file = authority.issue_officer("Contoh Kepala Desa", "rahasia", begins)
    yield "open a PKCS#12", lambda: open_pkcs12(file.pkcs12, "rahasia"), ""
    key, expected = open_pkcs12(file.pkcs12, "rahasia"), ExpectedSigner(fingerprint_of_pem(file.certificate_pem))
    yield "sign", lambda: sign_prepared(prepared, key, expected, NOON), ""
    cms = sign_prepared(prepared, key, expected, NOON)
    yield "fill in and check", lambda: fill_in(prepared, cms, expected), f"CMS of {len(cms):,} bytes"
    signed = fill_in(prepared, cms, expected)
    crls = authority.crls(NOON)
    chain = [authority.root_pem, authority.intermediate_pem]
    yield "lay in chain and CRLs", lambda: add_revocation(signed.pdf, chain, crls), ""
    whole = add_revocation(signed.pdf, chain, crls)
    trust = Trust((authority.root_pem,), NOON, crls, {})
    yield "verify a letter", lambda: verify_with(whole, trust), f"file of {len(whole):,} bytes"
