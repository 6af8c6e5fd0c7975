"""A signature completed: the CMS of the desk in the hub's prepared file, verified, stored, and only then accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.actions import Action
from domain.verdicts import ACCEPTED, Verdict, conflict, invalid
from hub.service import letter_rows
from hub.service.catalogue import Catalogue
from letters.errors import LettersError, WrongSigner
from letters.officer_keys import ExpectedSigner, fingerprint_of_pem
from letters.phases import Prepared, Signed
from letters.preparing import read_prepared
from letters.signing import fill_in
from letters.verdict import Trust, confirm
from sync.encoding import unb64u
from sync.errors import Unreadable
from sync.record import hash_of

if TYPE_CHECKING:
    from hub.service.bench import Bench
    from hub.service.docket import Docket
    from hub.service.vetting import Vetted

SIGNED = "signed"


class NotAccepted(Exception):
    """The signature does not stand; carries the verdict."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.reason)
        self.verdict = verdict


def complete(sitting: Bench, found: Vetted, docket: Docket) -> Verdict:
    """Fill in, verify and store the signature of a `sign`; the verdict. Runs under the request's lock."""
    action = found.action
    assert action is not None  # noqa: S101 - checked by the sitting
    try:
        prepared = _prepared(sitting, docket, action)
        signed = _signed(prepared, found, action, sitting.catalogue)
        _check_chain(signed, sitting)
    except NotAccepted as refused:
        return refused.verdict
    vault, shard = sitting.ground.vault, docket.key[0]
    stored = letter_rows.store_revision(vault, shard, action.text("letter"), SIGNED, signed.pdf)
    letter_rows.put_revision(sitting.connection, docket.key, stored, sitting.now)
    return ACCEPTED


def _prepared(sitting: Bench, docket: Docket, action: Action) -> Prepared:
    found = letter_rows.revision(sitting.connection, docket.key, action.text("letter"), "prepared")
    if found is None or found.sha256 != action.text("prepared"):
        raise NotAccepted(conflict("letter_changed"))
    content = letter_rows.read_file(sitting.ground.vault, found)
    return read_prepared(content, letter_rows.hex_of(found.sha256))


def _signed(prepared: Prepared, found: Vetted, action: Action, catalogue: Catalogue) -> Signed:
    signed = _filled(prepared, _cms(found), expected_signers(catalogue, action.author))
    if hash_of(signed.pdf) != action.text("signed") or len(signed.pdf) != action.whole("size"):
        raise NotAccepted(invalid("letter_is_false"))
    return signed


def _cms(found: Vetted) -> bytes:
    cms = (found.content or {}).get("cms")
    try:
        return unb64u(cms) if isinstance(cms, str) else b""
    except Unreadable:
        return b""


def expected_signers(catalogue: Catalogue, officer: str) -> list[ExpectedSigner]:
    """The registered certificates of an officer: an old one and its successor may both be in force."""
    pems = catalogue.certificates.get(officer, ())
    return [ExpectedSigner(fingerprint=fingerprint_of_pem(pem.encode())) for pem in pems]


def _filled(prepared: Prepared, cms: bytes, expected: list[ExpectedSigner]) -> Signed:
    for each in expected:
        try:
            return fill_in(prepared, cms, each)
        except WrongSigner:
            continue
        except LettersError as error:
            raise NotAccepted(invalid("bad_letter_signature")) from error
    raise NotAccepted(invalid("other_signer"))


def _check_chain(signed: Signed, sitting: Bench) -> None:
    try:
        confirm(signed.pdf, Trust(sitting.catalogue.roots, sitting.now, sitting.catalogue.crls))
    except LettersError as error:
        raise NotAccepted(invalid("bad_letter_signature")) from error
