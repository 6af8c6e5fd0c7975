"""How often the hub lets itself be asked: a flood is told to wait, and nobody who signs pays for his neighbour."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from hub.admin.doctor import examine
from hub.admin.folder import Place
from hub.api.app import make_app
from hub.api.gate import Gate
from hub.errors import HubError, Refused
from hub.limits import Buckets, Limits, Rate, read_limits
from hub.store.opening import Store
from sync.client.answers import refusal
from sync.errors import HubBusy
from sync.signatures import Answer
from tests.hub.desks import enrol
from tests.hub.raw_http import STRANGER, Asked, Fields, Heard, InProcess
from tests.hub.rogue import Rogue
from tests.hub.town import VILLAGE, Town

PROXY = "x-forwarded-for"
FEW = Rate(at_once=3, per_minute=30)
TIGHT = Limits(sync=FEW, bytes=FEW, rest=FEW, strangers=FEW)
LOCKED_OUT = {"locator": "AAA", "desk_nonce": "", "desk_proof": "", "device_signature": "", "officer_signature": ""}


class Ticks:
    """Seconds that only we move."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def rogue(town: Town, ticks: Ticks) -> Iterator[Rogue]:
    hub = InProcess(make_app(town.ground, lambda: None, gate=Gate(TIGHT, ticks)))
    yield Rogue(enrol(town, VILLAGE, "clerk"), hub)
    hub.close()


def finishing(client: tuple[str, int] = STRANGER, headers: Fields = ()) -> Asked:
    return Asked("POST", "/v1/enrol/finish", headers, (json.dumps(LOCKED_OUT).encode(),), client)


def test_a_bucket_is_full_after_a_rest_and_never_fuller(ticks: Ticks) -> None:
    bucket = Buckets(FEW, ticks)
    assert [bucket.take("a") for _ in range(5)] == [0, 0, 0, 2, 2]
    assert bucket.take("b") == 0
    ticks.now += 2
    assert [bucket.wait("a"), bucket.take("a"), bucket.take("a")] == [0, 0, 2]
    ticks.now -= 500
    assert bucket.take("a") == 2, "a clock that goes back gives nothing"
    ticks.now += 5000
    assert [bucket.take("a") for _ in range(4)] == [0, 0, 0, 2]


def test_only_so_many_names_are_kept(ticks: Ticks) -> None:
    bucket = Buckets(FEW, ticks, most=10)
    for n in range(1000):
        bucket.take(n)
    assert len(bucket) == 10


@pytest.mark.parametrize(
    ("kind", "ask"),
    [
        ("sync", lambda rogue: rogue.sync()),
        ("bytes", lambda rogue: rogue.ask("GET", "/v1/letters/x/y")),
        ("rest", lambda rogue: rogue.ask("GET", "/v1/config")),
    ],
)
def test_a_computer_that_asks_too_often_is_told_how_long_to_wait(
    rogue: Rogue, ticks: Ticks, kind: str, ask: Callable[[Rogue], Heard]
) -> None:
    with capture_logs() as logged:
        heard = [ask(rogue) for _ in range(6)]
    assert [each.status == 429 for each in heard] == [False] * 3 + [True] * 3
    slowed = heard[-1]
    assert slowed.headers["retry-after"] == "2"
    assert "signature" in slowed.headers
    found = refusal(Answer(slowed.status, slowed.headers, slowed.body))
    assert isinstance(found, HubBusy)
    assert found.retry_after == 2
    assert [(line["event"], line["kind"]) for line in logged] == [("limited", kind)]
    ticks.now += 2
    assert ask(rogue).status != 429


def test_a_neighbour_behind_the_same_address_is_not_held_up(rogue: Rogue, town: Town) -> None:
    colleague = Rogue(enrol(town, VILLAGE, "kades"), rogue.hub)
    for _ in range(9):
        assert rogue.hub.ask(finishing()).status in {403, 429}
        rogue.sync()
    assert rogue.hub.ask(finishing()).status == 429
    assert colleague.sync().status == 200


def test_a_whole_regency_comes_back_at_once_behind_one_address(ticks: Ticks) -> None:
    gate = Gate(Limits(), ticks)
    for _ in range(500):
        gate.blame("192.0.2.7")
    for device in range(240):
        for _ in range(100):
            gate.admit(str(device), "sync")


@pytest.mark.parametrize("signed", ["no signature", "a wrong one"])
def test_a_stranger_is_counted_by_his_address(rogue: Rogue, ticks: Ticks, signed: str) -> None:
    fields = (("Signature", "kt=:AAAA:"), ("Signature-Input", 'kt=();keyid="64.02.04-x"')) if signed[0] == "a" else ()
    asked = Asked("GET", "/v1/config", fields)
    heard = [rogue.hub.ask(asked).status for _ in range(5)]
    assert heard == [403, 403, 403, 429, 429]
    elsewhere = Asked("GET", "/v1/config", fields, client=("192.0.2.8", 1))
    assert rogue.hub.ask(elsewhere).status == 403
    ticks.now += 2
    assert rogue.hub.ask(asked).status == 403


def test_codes_are_not_guessed_from_one_address_and_the_wait_is_told(rogue: Rogue) -> None:
    heard = [rogue.hub.ask(finishing()) for _ in range(4)]
    assert [each.status for each in heard] == [403, 403, 403, 429]
    assert heard[-1].headers["retry-after"] == "2"
    assert b"Tunggu beberapa menit" in heard[-1].body


@pytest.mark.parametrize(
    ("header", "asking", "statuses"),
    [
        ("", [("192.0.2.7", "198.51.100.1"), ("192.0.2.7", "198.51.100.2")], [403, 429]),
        (PROXY, [("192.0.2.7", "9.9.9.9, 198.51.100.1"), ("192.0.2.7", "198.51.100.2")], [403, 403]),
        (PROXY, [("192.0.2.7", "9.9.9.9, 198.51.100.1"), ("192.0.2.7", "198.51.100.1")], [403, 429]),
        (PROXY, [("192.0.2.7", "bukan alamat"), ("192.0.2.8", "bukan alamat")], [403, 403]),
        ("", [("2001:db8::1", ""), ("2001:db8::2", "")], [403, 429]),
        ("", [("2001:db8::1", ""), ("2001:db8:0:1::2", "")], [403, 403]),
    ],
)
def test_whose_address_counts_is_said_by_the_administrator_alone(
    town: Town, ticks: Ticks, header: str, asking: list[tuple[str, str]], statuses: list[int]
) -> None:
    once = Rate(at_once=1, per_minute=1)
    gate = Gate(Limits(strangers=once, address_header=header), ticks)
    hub = InProcess(make_app(town.ground, lambda: None, gate=gate))
    assert [hub.ask(finishing((client, 1), ((PROXY, said),))).status for client, said in asking] == statuses
    hub.close()


def test_nobody_without_an_address_is_let_through_uncounted(ticks: Ticks) -> None:
    gate = Gate(TIGHT, ticks)
    for _ in range(3):
        gate.blame("")
    with pytest.raises(Refused):
        gate.check_stranger("")


def test_the_limits_are_the_administrators_and_the_doctor_tells_them(town: Town, tmp_path: Path) -> None:
    def told() -> tuple[str, str]:
        found = examine(town.ground, Place(tmp_path, tmp_path / "key"))
        return next((each.level, each.sentence) for each in found if each.name == "limits")

    assert told()[0] == "ok"
    assert "dari sambungannya" in told()[1]
    town.apply(limits={"sync": {"at_once": 5, "per_minute": 10}, "address_header": "x-real-ip"})
    with town.ground.store.reading() as connection:
        assert read_limits(connection).sync == Rate(at_once=5, per_minute=10)
    level, sentence = told()
    assert level == "warn"
    assert "10 pertukaran" in sentence
    assert "x-real-ip" in sentence
    for wrong in ({"sync": {"at_once": 0, "per_minute": 1}}, {"address_header": "X Y"}, {"lain": 1}):
        with pytest.raises(HubError):
            town.apply(limits=wrong)
