from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from http_message_signatures import HTTPMessageSigner
from hypothesis import given
from hypothesis import strategies as st

from sync import signatures
from sync.encoding import b64u
from sync.errors import BadSignature, ForeignAnswer
from sync.signatures import (
    Answer,
    NonceState,
    Request,
    make_nonce,
    read_nonce,
    sign_answer,
    sign_request,
    verify_answer,
    verify_request,
)
from tests.sync.fakes import NOON, key_of

DEVICE, HUB, OTHER = key_of("device"), key_of("hub"), key_of("other")
PLAIN = Request("POST", "/v1/sync", {"Content-Type": "a/b"}, b"body")
SIGNED = replace(PLAIN, headers=sign_request(PLAIN, "desk-a", DEVICE, "hub-nonce.fresh"))
PROVEN_BY = SIGNED.headers["Signature"]
SAID = Answer(200, {"Content-Type": "a/b", "X-Ketinting-Revision": "signed"}, b"said")
ANSWER = replace(SAID, headers=sign_answer(SAID, PROVEN_BY, HUB))


def known(device_id: str) -> bytes | None:
    return DEVICE.public if device_id == "desk-a" else None


def test_a_signed_request_tells_its_device_and_nonce() -> None:
    proven = verify_request(SIGNED, known)
    assert (proven.device_id, proven.hub_nonce, proven.signature) == ("desk-a", "hub-nonce", PROVEN_BY)


def test_the_fields_of_a_signed_request_are_those_of_the_standard() -> None:
    assert SIGNED.headers["Content-Digest"].startswith("sha-256=:")
    assert SIGNED.headers["Signature-Input"] == (
        'kt=("@method" "@path" "content-digest" "content-type");'
        'keyid="desk-a";nonce="hub-nonce.fresh";tag="ketinting-1"'
    )


def test_names_of_fields_may_come_in_any_case() -> None:
    verify_request(replace(SIGNED, headers={name.lower(): value for name, value in SIGNED.headers.items()}), known)


@pytest.mark.parametrize("year", [1999, 2026, 2199])
def test_a_time_that_an_older_program_writes_is_read_over(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    class Timed(HTTPMessageSigner):
        def sign(self, message: object, **about: Any) -> None:
            super().sign(message, **about, created=datetime(year, 1, 1, tzinfo=UTC))

    monkeypatch.setattr(signatures, "_Signer", Timed)
    headers = sign_request(PLAIN, "desk-a", DEVICE, "n.f")
    assert "created=" in headers["Signature-Input"]
    verify_request(replace(PLAIN, headers=headers), known)
    answered = sign_answer(SAID, headers["Signature"], HUB)
    verify_answer(replace(SAID, headers=answered), headers["Signature"], HUB.public)


@pytest.mark.parametrize(
    "changed",
    [
        replace(SIGNED, body=b"bodY"),
        replace(SIGNED, body=b""),
        replace(SIGNED, method="PUT"),
        replace(SIGNED, path="/v1/leases"),
        replace(SIGNED, headers={**SIGNED.headers, "Content-Type": "a/c"}),
        replace(SIGNED, headers={**SIGNED.headers, "Range": "bytes=0-1"}),
        replace(SIGNED, headers=PLAIN.headers),
        replace(SIGNED, headers={**SIGNED.headers, "Signature": "kt=:AAAA:"}),
        replace(SIGNED, headers={**SIGNED.headers, "Signature": "<html>"}),
        replace(SIGNED, headers={**SIGNED.headers, "Signature-Input": "kt=()"}),
        replace(SIGNED, headers={k: v for k, v in SIGNED.headers.items() if k != "Content-Digest"}),
        replace(SIGNED, headers=sign_request(PLAIN, "desk-b", DEVICE, "n.f")),
        replace(SIGNED, headers=sign_request(PLAIN, "desk-a", OTHER, "n.f")),
    ],
)
def test_a_changed_unsigned_or_foreign_request_is_refused(changed: Request) -> None:
    with pytest.raises(BadSignature):
        verify_request(changed, known)


def test_a_second_signature_beside_ours_is_refused() -> None:
    both = dict(SIGNED.headers)
    for name in ("Signature", "Signature-Input"):
        both[name] = f"{both[name]}, {both[name].replace('kt=', 'kt2=', 1)}"
    with pytest.raises(BadSignature):
        verify_request(replace(SIGNED, headers=both), known)


def test_an_empty_body_has_a_digest_too() -> None:
    bare = Request("GET", "/v1/config")
    headers = sign_request(bare, "desk-a", DEVICE, "n.f")
    verify_request(replace(bare, headers=headers), known)
    with pytest.raises(BadSignature):
        verify_request(replace(bare, headers=headers, body=b"more"), known)


def test_an_answer_fits_the_request_that_it_answers() -> None:
    verify_answer(ANSWER, PROVEN_BY, HUB.public)


@pytest.mark.parametrize(
    "changed",
    [
        replace(ANSWER, status=201),
        replace(ANSWER, body=b"saId"),
        replace(ANSWER, headers={**ANSWER.headers, "X-Ketinting-Revision": "prepared"}),
        replace(ANSWER, headers={**ANSWER.headers, "Location": "/elsewhere"}),
        replace(ANSWER, headers=SAID.headers),
        replace(ANSWER, headers={}),
        replace(ANSWER, headers=sign_answer(SAID, PROVEN_BY, OTHER)),
        replace(ANSWER, headers=sign_answer(SAID, None, HUB)),
        Answer(200, {"Content-Type": "text/html"}, b"<html>Masuk Wi-Fi</html>"),
    ],
)
def test_a_changed_or_foreign_answer_is_none(changed: Answer) -> None:
    with pytest.raises(ForeignAnswer):
        verify_answer(changed, PROVEN_BY, HUB.public)


def test_an_answer_to_another_request_is_none() -> None:
    later = sign_request(PLAIN, "desk-a", DEVICE, "hub-nonce.fresher")["Signature"]
    with pytest.raises(ForeignAnswer):
        verify_answer(ANSWER, later, HUB.public)


def test_before_there_is_a_device_an_answer_stands_alone() -> None:
    alone = replace(SAID, headers=sign_answer(SAID, None, HUB))
    verify_answer(alone, None, HUB.public)
    with pytest.raises(ForeignAnswer):
        verify_answer(alone, PROVEN_BY, HUB.public)


FIELDS = st.dictionaries(
    st.sampled_from(["Signature", "signature-input", "Signature-Input", "Content-Digest", "Range"]),
    st.text(st.characters(min_codepoint=9, max_codepoint=255), max_size=60),
)


@given(FIELDS, st.binary(max_size=10))
def test_no_fields_break_the_reader(headers: dict[str, str], body: bytes) -> None:
    with pytest.raises(BadSignature):
        verify_request(Request("POST", "/v1/sync", headers, body), known)
    with pytest.raises(ForeignAnswer):
        verify_answer(Answer(200, headers, body), PROVEN_BY, HUB.public)


@given(st.sampled_from(["Signature", "Signature-Input", "Content-Digest"]), st.integers(0, 200), st.characters())
def test_no_changed_letter_goes_unseen(name: str, place: int, letter: str) -> None:
    value = SIGNED.headers[name]
    changed = value[: place % len(value)] + letter + value[place % len(value) + 1 :]
    try:
        found = verify_request(replace(SIGNED, headers={**SIGNED.headers, name: changed}), known)
    except BadSignature:
        return
    assert (found.device_id, found.hub_nonce) == ("desk-a", "hub-nonce")


SECRET = b"s" * 32


def test_a_nonce_serves_for_a_day_and_one_device() -> None:
    nonce = make_nonce(NOON, "desk-a", SECRET)
    assert read_nonce(nonce, "desk-a", SECRET, NOON) is NonceState.OK
    assert read_nonce(nonce, "desk-a", SECRET, NOON + timedelta(hours=24)) is NonceState.OK
    assert read_nonce(nonce, "desk-a", SECRET, NOON + timedelta(hours=24, seconds=1)) is NonceState.OLD
    assert read_nonce(nonce, "desk-a", SECRET, NOON - timedelta(hours=25)) is NonceState.OLD
    assert read_nonce(nonce, "desk-b", SECRET, NOON) is NonceState.BAD
    assert read_nonce(nonce, "desk-a", b"t" * 32, NOON) is NonceState.BAD
    assert len(nonce) == 30


@pytest.mark.parametrize("nonce", ["", "x", b64u(bytes(22)), b64u(bytes(23)), "=" * 30])
def test_a_nonce_that_no_hub_made_is_bad(nonce: str) -> None:
    assert read_nonce(nonce, "desk-a", SECRET, NOON) is NonceState.BAD


def test_a_signer_without_a_key_cannot_sign() -> None:
    with pytest.raises(AssertionError):
        signatures._Ed25519(public_key=HUB.public).sign(b"said")
