from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import enrolment
from sync.encoding import b64u
from sync.enrolment import ALPHABET, Begin, EnrolmentFile, Offer, check_offer, make_code, read_code, write_file
from sync.errors import EnrolmentRefused, Unreadable
from tests.sync.fakes import Seeded, key_of

DEVICE, OFFICER, HUB, THIEF = key_of("device"), key_of("officer"), key_of("hub"), key_of("thief")
NONCE = b64u(bytes(32))
BEGIN = Begin(
    locator="ABC", device_key=b64u(DEVICE.public), officer_key=b64u(OFFICER.public), desk_nonce=b64u(b"d" * 32)
)
BARE = Offer(
    hub_id="hub-contoh",
    hub_key=b64u(HUB.public),
    hub_nonce=b64u(b"h" * 32),
    office="64.02.01.2001",
    office_name="Desa Contoh",
    officer="petugas-contoh",
    officer_name="Petugas Contoh",
    hub_proof="",
)
KEY = enrolment.key_from_file(b"s" * 32, "ABC", "hub-contoh")
OFFER = enrolment.prove_hub(KEY, BEGIN, BARE)
FINISH = enrolment.finish(KEY, BEGIN, OFFER, DEVICE, OFFICER)


@given(st.binary(min_size=11, max_size=11))
def test_a_code_is_read_as_it_was_made(noise: bytes) -> None:
    code = make_code(lambda _: noise)
    locator, secret = read_code(code)
    assert code.replace("-", "")[:11] == locator + secret
    assert (len(code), len(locator), len(secret)) == (14, 3, 8)


def test_a_code_may_be_typed_in_any_case_and_grouping() -> None:
    code = make_code(Seeded("code").token_bytes)
    assert read_code(f"  {code.lower().replace('-', ' ')} ") == read_code(code)
    assert read_code(code.replace("-", "")) == read_code(code)


@given(st.binary(min_size=11, max_size=11), st.integers(0, 11), st.sampled_from(ALPHABET))
def test_every_single_wrong_letter_is_found(noise: bytes, place: int, letter: str) -> None:
    letters = make_code(lambda _: noise).replace("-", "")
    typed = letters[:place] + letter + letters[place + 1 :]
    if typed != letters:
        with pytest.raises(EnrolmentRefused, match="mistyped"):
            read_code(typed)


def test_nearly_every_swap_of_neighbours_is_found() -> None:
    missed = 0
    for n in range(200):
        letters = make_code(Seeded(f"swap {n}").token_bytes).replace("-", "")
        for place in range(11):
            typed = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
            try:
                missed += read_code(typed) is not None and typed != letters
            except EnrolmentRefused:
                continue
    assert missed <= 22


@pytest.mark.parametrize("text", ["", "ABCD", "ABCD-EFGH-JKLO", "ABCD-EFGH-JKL0", "ABCD-EFGH-JKLM-N", "ÀBCD-EFGH-JKLM"])
def test_what_is_no_code_is_found_before_anything_is_sent(text: str) -> None:
    with pytest.raises(EnrolmentRefused) as caught:
        read_code(text)
    assert caught.value.reason == "mistyped"
    assert "Belum ada yang dikirim" in caught.value.sentence


def test_letters_that_look_alike_are_not_used() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("0O1I") & set(ALPHABET)


def test_the_key_of_a_code_is_stretched_and_bound_to_its_hub_and_locator() -> None:
    key = enrolment.key_from_code("ABCDEFGH", "ABC", "hub-contoh")
    assert key == enrolment.key_from_code("ABCDEFGH", "ABC", "hub-contoh")
    others = [("ABCDEFGJ", "ABC", "hub-contoh"), ("ABCDEFGH", "ABD", "hub-contoh"), ("ABCDEFGH", "ABC", "hub-lain")]
    assert key not in {enrolment.key_from_code(*other) for other in others}
    assert len(key) == 32


def test_both_sides_prove_that_they_know_the_secret() -> None:
    check_offer(KEY, BEGIN, OFFER)
    enrolment.check_finish(KEY, BEGIN, OFFER, FINISH)


def test_a_hub_that_does_not_know_the_secret_learns_nothing() -> None:
    false = enrolment.prove_hub(enrolment.key_from_file(b"?" * 32, "ABC", "hub-contoh"), BEGIN, BARE)
    with pytest.raises(EnrolmentRefused) as caught:
        check_offer(KEY, BEGIN, false)
    assert caught.value.reason == "not_the_hub"


@pytest.mark.parametrize("field", [field for field in BARE.__struct_fields__ if field != "hub_proof"])
def test_nobody_in_the_middle_can_change_an_offer(field: str) -> None:
    changes = {"hub_key": b64u(THIEF.public), "hub_nonce": NONCE}
    changed = msgspec.structs.replace(OFFER, **{field: changes.get(field, "lain")})
    with pytest.raises(EnrolmentRefused):
        check_offer(KEY, BEGIN, changed)


@pytest.mark.parametrize("field", ["locator", "device_key", "officer_key", "desk_nonce", "device_id"])
def test_nobody_in_the_middle_can_change_a_first_message(field: str) -> None:
    changes = {"locator": "ABD", "device_id": "desk-b"}
    changed = msgspec.structs.replace(BEGIN, **{field: changes.get(field, b64u(THIEF.public))})
    proved = enrolment.prove_hub(KEY, changed, BARE)
    with pytest.raises(EnrolmentRefused):
        check_offer(KEY, BEGIN, proved)
    with pytest.raises(EnrolmentRefused) as caught:
        enrolment.check_finish(KEY, changed, proved, FINISH)
    assert caught.value.reason == "wrong"


@pytest.mark.parametrize(
    ("field", "value"), [("hub_key", "!"), ("hub_nonce", ""), ("hub_proof", "="), ("hub_proof", "")]
)
def test_an_offer_that_is_no_offer_is_refused(field: str, value: str) -> None:
    with pytest.raises(EnrolmentRefused):
        check_offer(KEY, BEGIN, msgspec.structs.replace(OFFER, **{field: value}))


@dataclass(frozen=True)
class Wrong:
    field: str
    value: str


@pytest.mark.parametrize(
    "wrong",
    [
        Wrong("desk_proof", OFFER.hub_proof),
        Wrong("desk_proof", "!"),
        Wrong("locator", "ABD"),
        Wrong("desk_nonce", NONCE),
        Wrong("device_signature", FINISH.officer_signature),
        Wrong("officer_signature", b64u(bytes(64))),
    ],
)
def test_a_second_message_that_proves_too_little_is_refused(wrong: Wrong) -> None:
    with pytest.raises(EnrolmentRefused):
        enrolment.check_finish(KEY, BEGIN, OFFER, msgspec.structs.replace(FINISH, **{wrong.field: wrong.value}))


def test_nobody_enrols_a_key_that_he_does_not_hold() -> None:
    stolen = enrolment.finish(KEY, BEGIN, OFFER, THIEF, OFFICER)
    with pytest.raises(EnrolmentRefused):
        enrolment.check_finish(KEY, BEGIN, OFFER, stolen)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("locator", "AB"),
        ("locator", "AB0"),
        ("device_key", "short"),
        ("desk_nonce", "!" * 43),
        ("device_id", ""),
        ("device_id", "\0"),
    ],
)
def test_a_first_message_that_no_desk_of_ours_sends_is_refused(field: str, value: str) -> None:
    with pytest.raises(Unreadable):
        enrolment.prove_hub(KEY, msgspec.structs.replace(BEGIN, **{field: value}), BARE)


def test_a_further_officer_names_the_desk() -> None:
    enrolment.check_begin(msgspec.structs.replace(BEGIN, device_id="64.02.04-contoh"))


FILE = EnrolmentFile(
    hub_id="hub-contoh",
    hub_key=b64u(HUB.public),
    url="https://hub.contoh",
    ca_pem=None,
    locator="ABC",
    secret=b64u(b"s" * 32),
    office="64.02.01.2001",
    officer="petugas-contoh",
    expires="2026-12-21T04:00:00.000Z",
)


def test_an_enrolment_file_comes_back_as_the_hub_signed_it() -> None:
    back = enrolment.read_file(write_file(FILE, HUB))
    assert msgspec.structs.replace(back, signature="") == FILE


@pytest.mark.parametrize(
    "field", ["hub_id", "url", "ca_pem", "locator", "office", "officer", "expires", "secret", "hub_key"]
)
def test_a_changed_enrolment_file_is_refused(field: str) -> None:
    changes = {"secret": NONCE, "hub_key": b64u(THIEF.public)}
    said = msgspec.json.decode(write_file(FILE, HUB)) | {field: changes.get(field, "lain")}
    with pytest.raises(EnrolmentRefused) as caught:
        enrolment.read_file(msgspec.json.encode(said))
    assert caught.value.reason == "bad_file"


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"{}", b"[" * 5000, write_file(FILE, HUB)[:-9], write_file(FILE, THIEF)]
)
def test_what_is_no_enrolment_file_is_refused(content: bytes) -> None:
    with pytest.raises(EnrolmentRefused):
        enrolment.read_file(content)


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader_of_codes(text: str) -> None:
    try:
        locator, secret = read_code(text)
    except EnrolmentRefused:
        return
    assert set(locator + secret) <= set(ALPHABET)
