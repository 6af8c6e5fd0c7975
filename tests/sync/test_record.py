import json
from dataclasses import replace
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from domain.actions import ActionKind, Blob
from sync.errors import BadSignature, Unreadable
from sync.record import (
    ACTION_MAX,
    PAYLOAD_MAX,
    SALT,
    Draft,
    Envelope,
    check_payload,
    check_signature,
    hash_of,
    make,
    read_action,
    read_content,
)
from tests.sync.fakes import HUB_ID, NOON, Officer, Seeded, key_of

CLERK = key_of("clerk")
SALT_OF = Seeded("salt").token_bytes
BLOB = Blob(hash_of(b"scan"), 4, "application/pdf", "kk")
DRAFT = Draft(
    hub_id=HUB_ID,
    id="01936f5c-7b3a-7c4d-8e5f-0123456789ab",
    shard="64.02.01",
    request="01936f5c-7b3a-7c4d-8e5f-0123456789ac",
    kind=ActionKind.SUBMIT,
    base=None,
    author="petugas-contoh",
    at=NOON,
    hub_at=None,
    step="filing",
    pack="contoh@1",
    blobs=(BLOB,),
    body={"service": "contoh", "office": "64.02.01.2001"},
)
MADE = make(DRAFT, {"answers": {"nama": "Warga Contoh", "umur": 41.5}}, CLERK, SALT_OF)
FIELDS: dict[str, Any] = json.loads(MADE.action)


def written(**changes: Any) -> bytes:
    return rfc8785.dumps({**FIELDS, **changes})


def without(name: str) -> bytes:
    return rfc8785.dumps({field: value for field, value in FIELDS.items() if field != name})


def test_an_action_says_what_its_draft_said() -> None:
    action = read_action(MADE.action)
    said = {name: getattr(action, name) for name in DRAFT.__dataclass_fields__}
    assert said == {name: getattr(DRAFT, name) for name in DRAFT.__dataclass_fields__}
    assert (action.v, action.key_id, action.payload_hash) == (1, CLERK.key_id, hash_of(MADE.payload or b""))
    assert action.hash == MADE.hash == hash_of(MADE.action)


def test_an_action_has_the_bytes_that_the_record_fixes() -> None:
    made = make(replace(DRAFT, blobs=(), hub_at=NOON, base=BLOB.sha256), None, CLERK, SALT_OF)
    assert made.action == (
        b'{"at":"2026-11-21T04:00:00.000Z","author":"petugas-contoh",'
        b'"base":"' + BLOB.sha256.encode() + b'","blobs":[],'
        b'"body":{"office":"64.02.01.2001","service":"contoh"},"hub_at":"2026-11-21T04:00:00.000Z",'
        b'"hub_id":"hub-contoh","id":"01936f5c-7b3a-7c4d-8e5f-0123456789ab","key_id":"'
        + CLERK.key_id.encode()
        + b'","kind":"submit","pack":"contoh@1","payload_hash":null,'
        b'"request":"01936f5c-7b3a-7c4d-8e5f-0123456789ac","shard":"64.02.01","step":"filing","v":1}'
    )
    assert read_action(made.action).hub_at == NOON


def test_the_author_signs_the_bytes() -> None:
    check_signature(MADE, CLERK.public)
    with pytest.raises(BadSignature):
        check_signature(replace(MADE, action=written(step="elsewhere")), CLERK.public)
    with pytest.raises(BadSignature):
        check_signature(MADE, key_of("other").public)


def test_a_citizens_data_is_in_the_payload_alone() -> None:
    assert b"Warga Contoh" not in MADE.action
    assert read_content(MADE.payload or b"") == {"answers": {"nama": "Warga Contoh", "umur": 41.5}}


def test_the_same_content_twice_has_two_hashes() -> None:
    again = make(DRAFT, {"answers": {"nama": "Warga Contoh", "umur": 41.5}}, CLERK, SALT_OF)
    assert read_action(again.action).payload_hash != read_action(MADE.action).payload_hash


def test_a_payload_is_whole_or_erased_or_not_due() -> None:
    action = read_action(MADE.action)
    assert check_payload(MADE, action)
    assert not check_payload(replace(MADE, payload=None), action)
    bare = make(DRAFT, None, CLERK, SALT_OF)
    assert check_payload(bare, read_action(bare.action))


@pytest.mark.parametrize("payload", [b"", b"x" * SALT, (MADE.payload or b"") + b" ", b"x" * (PAYLOAD_MAX + 1)])
def test_another_payload_than_the_named_one_is_refused(payload: bytes) -> None:
    with pytest.raises(Unreadable):
        check_payload(replace(MADE, payload=payload), read_action(MADE.action))


def test_a_payload_that_no_action_names_is_refused() -> None:
    bare = make(DRAFT, None, CLERK, SALT_OF)
    with pytest.raises(Unreadable):
        check_payload(replace(bare, payload=MADE.payload), read_action(bare.action))


def test_fields_of_a_later_program_are_read_over_and_stay_in_the_bytes() -> None:
    later = written(zukunft={"a": [1, None]}, body={**FIELDS["body"], "extra": True})
    assert read_action(later).id == DRAFT.id
    assert hash_of(later) == read_action(later).hash


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_an_action_without_one_of_its_fields_is_refused(name: str) -> None:
    with pytest.raises(Unreadable):
        read_action(without(name))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("v", 2),
        ("v", True),
        ("v", None),
        ("hub_id", ""),
        ("hub_id", "hub contoh"),
        ("id", "01936F5C-7B3A-7C4D-8E5F-0123456789AB"),
        ("id", "01936f5c-7b3a-4c4d-8e5f-0123456789ab"),
        ("shard", "64.02.01.2001"),
        ("shard", "64"),
        ("request", 7),
        ("kind", "burn"),
        ("base", "short"),
        ("base", "A" * 42 + "B"),
        ("author", "x" * 101),
        ("author", None),
        ("key_id", None),
        ("at", "2026-11-21T04:00:00Z"),
        ("at", "9999-12-31T23:59:59.999Z"),
        ("hub_at", "0001-01-01T00:00:00.000Z"),
        ("at", None),
        ("hub_at", "yesterday"),
        ("step", ""),
        ("pack", "contoh"),
        ("payload_hash", False),
        ("blobs", {}),
        ("blobs", [7]),
        ("blobs", [{"sha256": BLOB.sha256, "size": 0, "media_type": "a/b", "document": "kk"}]),
        ("blobs", [{"sha256": BLOB.sha256, "size": True, "media_type": "a/b", "document": "kk"}]),
        ("blobs", [{"sha256": BLOB.sha256, "size": "4", "media_type": "a/b", "document": "kk"}]),
        ("blobs", [{"sha256": BLOB.sha256, "size": 4, "media_type": "pdf", "document": "kk"}]),
        ("blobs", [FIELDS["blobs"][0]] * 101),
        ("body", []),
        ("body", None),
        ("body", {"text": "x" * ACTION_MAX}),
    ],
)
def test_a_field_of_another_type_or_shape_is_refused(name: str, value: Any) -> None:
    with pytest.raises(Unreadable):
        read_action(written(**{name: value}))


@pytest.mark.parametrize(
    "action",
    [
        b"",
        b"null",
        b"[]",
        b"\xff",
        b"[" * 60_000,
        MADE.action + b" ",
        MADE.action.replace(b'"v":1', b'"v": 1'),
        MADE.action.replace(b'"v":1', b'"v":1,"v":1'),
        MADE.action.replace(b'"v":1', b'"v":1.0'),
        MADE.action.replace(b'"v":1', b'"v":1,"w":0.5'),
        MADE.action.replace(b'"v":1', b'"v":1,"w":NaN'),
        MADE.action.replace(b'"v":1', b'"v":1,"w":9007199254740993'),
        MADE.action.replace(b'"v":1', b'"v":1,"w":"\\ud800"'),
        MADE.action.replace(b'"v":1', b'"v":1,"w":"\\u0041"'),
        MADE.action.replace(b'"v":1', b'"v":1,"w":' + b"9" * 5000),
    ],
)
def test_bytes_that_are_not_the_one_form_of_an_action_are_refused(action: bytes) -> None:
    with pytest.raises(Unreadable):
        read_action(action)


@pytest.mark.parametrize("body", [{"reason": "a\0b"}, {"a\0": 1}, {"texts": ["baik", ["\0"]]}])
def test_a_text_that_no_database_takes_is_refused(body: Any) -> None:
    with pytest.raises(Unreadable):
        read_action(written(body=body))


def test_six_letters_that_only_look_like_it_are_text() -> None:
    action = written(body={"reason": "tertulis \\u0000", "count": 1})
    assert b"\\u0000" in action
    assert read_action(action).text("reason") == "tertulis \\u0000"


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(action: bytes) -> None:
    with pytest.raises(Unreadable):
        read_action(action)


@pytest.mark.parametrize(
    "draft",
    [
        replace(DRAFT, id="1"),
        replace(DRAFT, body={"share": 0.5}),
        replace(DRAFT, body={"big": 2**60}),
        replace(DRAFT, body={"long": "x" * ACTION_MAX}),
    ],
)
def test_what_could_not_be_read_back_is_not_signed(draft: Draft) -> None:
    with pytest.raises(Unreadable):
        make(draft, None, CLERK, SALT_OF)


@pytest.mark.parametrize("content", [{"a": float("nan")}, {"a": NOON}, {"a": "x" * PAYLOAD_MAX}, {"a": "\ud800"}])
def test_content_that_is_no_json_or_too_long_is_not_signed(content: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        make(DRAFT, content, CLERK, SALT_OF)


@pytest.mark.parametrize("payload", [b"", b"x" * SALT, b"x" * SALT + b"[]", b"x" * SALT + b"\xff"])
def test_a_payload_that_is_no_object_is_refused(payload: bytes) -> None:
    with pytest.raises(Unreadable):
        read_content(payload)


@pytest.mark.parametrize(
    "said", [b'{"a":NaN}', b'{"a":-Infinity}', b'{"a":"\\ud800"}', b'{"a":["\\uDC00x"]}', b'{"\\udfff":1}']
)
def test_a_payload_with_what_is_no_text_or_number_is_refused(said: bytes) -> None:
    with pytest.raises(Unreadable):
        read_content(bytes(SALT) + said)


def test_a_letter_that_is_written_in_two_halves_is_one() -> None:
    assert read_content(bytes(SALT) + b'{"a":"\\ud83d\\ude00"}') == {"a": "\U0001f600"}


@given(st.dictionaries(st.text(max_size=8), st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=20), max_size=5))
def test_whatever_a_body_says_comes_back(body: dict[str, Any]) -> None:
    try:
        made = make(replace(DRAFT, body=body), None, CLERK, SALT_OF)
    except Unreadable:
        return
    assert dict(read_action(made.action).body) == body


def test_an_envelope_is_known_by_its_action() -> None:
    envelope = Officer("clerk").submit()
    assert replace(envelope, signature=b"", payload=None).hash == envelope.hash
    assert isinstance(envelope, Envelope)


@pytest.mark.parametrize("body", [{"reason": "tak ada"}, {"reason": "désa"}, {"n": [1, True, None, {"x": 2**53 - 1}]}])
def test_what_a_quick_look_proves_and_what_is_read_carefully_mean_the_same(body: Any) -> None:
    assert read_action(written(body=body)).body == body


@pytest.mark.parametrize("body", [{"n": [0.5]}, {"n": {"x": 1e300}}])
def test_a_fraction_deep_inside_is_refused(body: Any) -> None:
    with pytest.raises(Unreadable):
        read_action(written(body=body))
