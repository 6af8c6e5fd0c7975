import pytest

from sync import protocol, push
from sync.protocol import SyncRequest, decode, encode, from_wire
from sync.record import Envelope
from tests.sync.desks import Desk, new_desk
from tests.sync.fakes import NOON, Seeded
from tests.sync.honest_hub import HonestHub


@pytest.fixture
def desk() -> Desk:
    return new_desk(HonestHub(), "clerk")


def heavy(desk: Desk, size: int) -> Envelope:
    """An action whose payload does not pack."""
    plain = desk.officer.submit()
    return Envelope(plain.action, plain.signature, Seeded(plain.hash).token_bytes(size))


def built(desk: Desk, limit: int = 500) -> SyncRequest:
    return push.build(desk.log, desk.log.state(), NOON, limit, whole=False)


def test_a_request_carries_the_queue_from_the_first_that_is_not_acknowledged(desk: Desk) -> None:
    recorded = [desk.log.record(desk.officer.submit()) for _ in range(3)]
    request = built(desk)
    assert [each.device_seq for each in request.push] == [1, 2, 3]
    assert [from_wire(each.envelope) for each in request.push] == recorded
    assert (request.proto, request.now, request.whole) == (1, "2026-11-21T04:00:00.000Z", False)


def test_a_request_holds_no_more_actions_than_its_limit(desk: Desk) -> None:
    for _ in range(5):
        desk.log.record(desk.officer.submit())
    assert len(built(desk, 2).push) == 2


def test_a_request_stays_below_its_size_when_packed(desk: Desk) -> None:
    for _ in range(8):
        desk.log.record(heavy(desk, 100_000))
    request = built(desk)
    assert 1 <= len(request.push) < 8
    assert len(encode(request)) <= protocol.PUSH_BYTES_MAX
    assert decode(encode(request), protocol.ZSTD, SyncRequest) == request


def test_a_request_stays_below_its_size_before_packing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "PUSH_PLAIN_MAX", 1500)
    for _ in range(8):
        desk.log.record(desk.officer.submit())
    assert 1 <= len(built(desk).push) < 4


def test_a_single_large_action_goes_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "PUSH_PLAIN_MAX", 100)
    monkeypatch.setattr(protocol, "PUSH_BYTES_MAX", 100)
    desk.log.record(heavy(desk, 100_000))
    desk.log.record(heavy(desk, 10))
    assert len(built(desk).push) == 1


def test_a_question_that_carries_nothing_carries_nothing(desk: Desk) -> None:
    desk.log.record(desk.officer.submit())
    desk.log.note("contoh")
    request = built(desk, 0)
    assert (request.push, request.access) == ([], [])
