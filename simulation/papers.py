"""Stand-ins for the craft of letters: setting, signing and verifying a PDF take about a second, a seed a tenth of that.

What replaces a PDF is made of the same frozen letter and the same stamp, has a place for a signature like a prepared
file (`letters.phases.Prepared` itself), and is signed by a digest of officer and bytes. Everything around it is the
real code: numbers, leases, freezing, thawing, filling in, comparing, storing, waiting for bytes. `letters/` has its own
tests; what is not simulated is told in `docs/reliability.md`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any, cast

from domain.letter_json import to_json
from domain.letters import FrozenLetter
from letters.errors import PdfUnreadable, WrongSigner
from letters.officer_keys import ExpectedSigner, OfficerKey
from letters.phases import Prepared
from letters.stamp import Stamp
from simulation.replacing import replaced

_ROOM = 64
_OPEN = b"\n/Contents <"
_SHUT = b">\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class Key:
    """An officer's certificate and key in one: the name."""

    officer: str


def stand_in_key(officer: str) -> OfficerKey:
    """The key that `officer` signs letters with here."""
    return cast("OfficerKey", Key(officer))


def _print_of(officer: str) -> str:
    return hashlib.sha256(f"stand-in {officer}".encode()).hexdigest()


def _page(*parts: object) -> Prepared:
    head = b"%PDF-1.7\n" + hashlib.sha256(repr(parts).encode()).hexdigest().encode() + _OPEN
    start = len(head) - 1
    return Prepared(head + b"0" * (2 * _ROOM) + _SHUT, "ttd1", start, start + 2 * _ROOM + 2)


def _prepare(letter: FrozenLetter, _template: object, stamp: Stamp) -> Prepared:
    return _page(json.dumps(to_json(letter), sort_keys=True), repr(stamp))


def _prepare_next(base: bytes, field: str, stamp: Stamp) -> Prepared:
    return _page(hashlib.sha256(base).hexdigest(), field, repr(stamp))


def _read(pdf: bytes, sha256: str) -> Prepared:
    start = pdf.find(_OPEN) + len(_OPEN) - 1
    if hashlib.sha256(pdf).hexdigest() != sha256 or start < len(_OPEN):
        raise PdfUnreadable("not the prepared file")
    return Prepared(pdf, "ttd1", start, start + 2 * _ROOM + 2)


def _sign(prepared: Prepared, key: Key, _expected: object, _now: datetime) -> bytes:
    return bytes.fromhex(_print_of(key.officer)) + hashlib.sha256(prepared.digest).digest()


def _fill_in(prepared: Prepared, cms: bytes, expected: ExpectedSigner) -> Any:
    if cms[:32].hex() != expected.fingerprint or cms[32:] != hashlib.sha256(prepared.digest).digest():
        raise WrongSigner("another signer, or other bytes")
    return SimpleNamespace(pdf=prepared.filled(cms))


def _sign_here(prepared: Prepared, key: Key, expected: object, now: datetime) -> Any:
    return SimpleNamespace(pdf=prepared.filled(_sign(prepared, key, expected, now)))


def _confirm(pdf: bytes, _trust: object) -> Any:
    return SimpleNamespace(pdf=pdf)


def _compare(letter: FrozenLetter, made_of: tuple[object, Stamp], received: bytes, *_known: object) -> Any:
    ours = _prepare(letter, *made_of)
    same = ours.equals_outside_contents(received)
    signer = received[ours.start + 1 : ours.start + 65].decode("ascii", "replace").lower()
    signature = SimpleNamespace(acceptable=True, fingerprint=signer)
    outcome = "same" if same else "other_text"
    return SimpleNamespace(outcome=outcome, verdict=SimpleNamespace(signatures=[signature]))


def _expected(_known: object, officer: str) -> Sequence[ExpectedSigner]:
    return [ExpectedSigner(fingerprint=_print_of(officer))]


def _chosen(_key: object, expected: Sequence[ExpectedSigner], _now: datetime) -> ExpectedSigner:
    return expected[0]


def _pen_page(letter: FrozenLetter, _template: object) -> bytes:
    return _page(json.dumps(to_json(letter), sort_keys=True), "paper").pdf


STAND_INS = {
    "hub.service.freezing:prepare": _prepare,
    "hub.service.freezing:prepare_next": _prepare_next,
    "hub.service.freezing:render_wet_ink": _pen_page,
    "hub.service.preparing_again:prepare": _prepare,
    "hub.service.preparing_again:render_wet_ink": _pen_page,
    "hub.service.signing:read_prepared": _read,
    "hub.service.signing:fill_in": _fill_in,
    "hub.service.signing:confirm": _confirm,
    "hub.service.signing:expected_signers": _expected,
    "hub.service.comparing:expected_signers": _expected,
    "hub.service.comparing:compare_letter": _compare,
    "desktop.office.issuing:prepare": _prepare,
    "desktop.office.issuing:sign_here": _sign_here,
    "desktop.office.issuing:confirm": _confirm,
    "desktop.office.signing:read_prepared": _read,
    "desktop.office.signing:sign_prepared": _sign,
    "desktop.office.signing:fill_in": _fill_in,
    "desktop.office.signing:confirm": _confirm,
    "desktop.office.lettering:expected_signers": _expected,
    "desktop.office.lettering:choose_expected": _chosen,
}
"""What stands in for what; nothing else of the programs is replaced."""


@contextmanager
def laid_out() -> Iterator[None]:
    """While this goes on, letters are stand-ins in this process."""
    with replaced(STAND_INS):
        yield
