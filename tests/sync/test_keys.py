import hashlib

import pytest

from sync import keys
from sync.anchors import GENESIS, next_anchor, next_link
from sync.encoding import b64u
from sync.errors import BadSignature, Unreadable
from tests.sync.fakes import Seeded, key_of

CLERK = key_of("clerk")


def test_a_signature_fits_its_key_prefix_and_message() -> None:
    keys.verify(CLERK.public, keys.ACTION, b"said", CLERK.sign(keys.ACTION, b"said"))


@pytest.mark.parametrize(
    ("public", "prefix", "message"),
    [
        (CLERK.public, keys.CONFIRM, b"said"),
        (CLERK.public, keys.ACTION, b"sAid"),
        (key_of("other").public, keys.ACTION, b"said"),
        (b"short", keys.ACTION, b"said"),
    ],
)
def test_a_signature_for_another_purpose_message_or_key_is_refused(
    public: bytes, prefix: bytes, message: bytes
) -> None:
    with pytest.raises(BadSignature):
        keys.verify(public, prefix, message, CLERK.sign(keys.ACTION, b"said"))


def test_every_purpose_has_its_own_prefix_and_none_begins_another() -> None:
    prefixes = [
        keys.ACTION,
        keys.CONFIRM,
        keys.ENROL_FILE,
        keys.ENROL_DEVICE,
        keys.ENROL_OFFICER,
        keys.HUB_KEY,
        b'"@',
    ]
    assert not [(a, b) for a in prefixes for b in prefixes if a is not b and a.startswith(b)]


def test_a_key_comes_back_from_its_raw_bytes() -> None:
    made = keys.SigningKey.generate(Seeded("new").token_bytes)
    assert keys.SigningKey(made.raw).public == made.public
    assert made.key_id == keys.key_id_of(made.public)
    assert len(made.key_id) == 43


def test_two_people_compare_a_key_in_four_groups_of_four() -> None:
    assert keys.short_key(bytes(32)) == hashlib.sha256(bytes(32)).digest()[:8].hex(" ", 2) == "6668 7aad f862 bd77"


def test_a_private_key_does_not_show_itself() -> None:
    assert CLERK.raw.hex() not in repr(CLERK)
    assert b64u(CLERK.raw) not in repr(CLERK)
    assert CLERK.key_id in repr(CLERK)


def test_an_anchor_depends_on_every_entry_its_order_and_its_place_in_the_request() -> None:
    first, second = b64u(bytes(32)), b64u(b"\1" * 32)
    anchors = {
        next_anchor(next_anchor(GENESIS, first, 1), second, 2),
        next_anchor(next_anchor(GENESIS, second, 1), first, 2),
        next_anchor(next_anchor(GENESIS, first, 1), second, 3),
        next_anchor(GENESIS, first, 1),
    }
    assert len(anchors) == 4


def test_an_anchor_is_what_the_record_says() -> None:
    zero = b64u(bytes(32))
    without_request = "834a709ba2534ebe3ee1397fd4f7bd288b2acc1d20a08d6c862dcd99b6f04400"
    seventh = "887180bcec8e2fea802deb9fa23493d49a4961932039940f33a46d4bd7435223"
    assert next_anchor(GENESIS, zero, None).hex() == without_request
    assert next_anchor(GENESIS, zero, 0).hex() == without_request
    assert next_anchor(GENESIS, zero, 7).hex() == seventh


def test_what_is_no_hash_makes_no_anchor() -> None:
    with pytest.raises(Unreadable):
        next_anchor(GENESIS, "short", 1)


def test_a_link_of_the_access_log_depends_on_what_came_before() -> None:
    assert next_link(next_link(GENESIS, b"a"), b"b") != next_link(next_link(GENESIS, b"b"), b"a")
