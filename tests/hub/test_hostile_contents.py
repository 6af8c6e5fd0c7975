"""What an enrolled computer in wrong hands signs and sends: each gets its verdict, and none stands in another's way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
import rfc8785
from structlog.testing import capture_logs

from domain.verdicts import Code
from hub.api.app import make_app
from sync import keys, packing
from sync.encoding import instant_text
from sync.protocol import SyncAnswer, decode
from sync.record import Envelope, hash_of
from tests.hub.desks import Desk, enrol
from tests.hub.raw_http import InProcess
from tests.hub.rogue import Rogue, plain
from tests.hub.stories import sample_answers, submit
from tests.hub.town import OTHER_VILLAGE, VILLAGE, Town

SERVICE = "surat-keterangan-usaha"
NIK = "6402040903849001"
"""A sample: no such person was entered into any register."""


@pytest.fixture
def rogue(town: Town) -> Iterator[Rogue]:
    desk = enrol(town, VILLAGE, "clerk")
    desk.sync()
    hub = InProcess(make_app(town.ground, lambda: None))
    yield Rogue(desk, hub)
    hub.close()


def signed(desk: Desk, payload: bytes | None, key: keys.SigningKey | None = None, **fields: Any) -> Envelope:
    """A submission as no program of ours would make it, under a good signature."""
    own, new_id = desk.keys["clerk"], desk.town.ground.world.new_id
    usual: dict[str, Any] = {
        "v": 1,
        "hub_id": desk.town.hub_id,
        "id": new_id(),
        "shard": "64.02.04",
        "request": new_id(),
        "kind": "submit",
        "base": None,
        "author": "clerk",
        "key_id": own.key_id,
        "at": instant_text(desk.town.clock.now),
        "hub_at": None,
        "step": None,
        "pack": f"{SERVICE}@1",
        "payload_hash": None if payload is None else hash_of(payload),
        "blobs": [],
        "body": {"service": SERVICE, "office": VILLAGE},
    }
    action = rfc8785.dumps(usual | fields)
    return Envelope(action, (key or own).sign(keys.ACTION, action), payload)


def contents(desk: Desk) -> dict[str, bytes]:
    """Payloads behind their salt."""
    answers = sample_answers(desk, SERVICE, desk.town.clock.now)

    def with_answer(name: str, token: bytes) -> bytes:
        return plain({"answers": answers | {name: "@"}, "files": {}}).replace(b'"@"', token)

    return {
        "nothing": b"",
        "a list": b"[]",
        "bytes that are no text": b"\xff",
        "very deep lists": b"[" * 100_000,
        "a number of four thousand digits": with_answer("tahun_mulai", b"9" * 4000),
        "a number of five thousand digits": with_answer("tahun_mulai", b"9" * 5000),
        "no number": with_answer("tahun_mulai", b"NaN"),
        "a calculation of four thousand digits": with_answer("alamat_usaha", b"9" * 4000),
        "a number without end": with_answer("tahun_mulai", b"1e400"),
        "half a letter": with_answer("nama_usaha", b'"\\ud800"'),
        "a name as long as a book": with_answer("nama_usaha", b'"' + b"x" * 200_000 + b'"'),
        "a person that is a list": with_answer("pemohon", b"[" * 500 + b"]" * 500),
    }


def actions(desk: Desk) -> dict[str, dict[str, Any]]:
    """Fields of actions."""
    return {
        "the last day of all": {"at": "9999-12-31T23:59:59.999Z"},
        "the first day of all": {"at": "0001-01-01T00:00:00.000Z"},
        "an office that is none": {"body": {"service": SERVICE, "office": "\0"}},
        "another village": {"body": {"service": SERVICE, "office": OTHER_VILLAGE}},
        "another kecamatan": {"shard": "64.02.05"},
        "a service that is none": {"body": {"service": NIK, "office": VILLAGE}},
        "another hub": {"hub_id": "hub-lain"},
        "the hub as its author": {"author": desk.town.hub_id},
        "somebody else as its author": {"author": "kades"},
        "a key that nobody knows": {"key_id": "A" * 43},
        "a base that nobody knows": {"base": "A" * 43},
        "a kind that is the hub's": {"kind": "erased", "body": {"actions": ["x"], "reason": "x", "caused_by": "x"}},
        "a kind that is none": {"kind": "burn"},
        "an attachment of less than nothing": {
            "blobs": [{"sha256": "A" * 43, "size": -1, "media_type": "a/b", "document": "kk"}]
        },
    }


def sent(rogue: Rogue) -> SyncAnswer:
    """What comes back of the queue, with nothing said about it in the log."""
    with capture_logs() as logged:
        heard = rogue.sync(whole=True)
    assert heard.status == 200
    assert logged == []
    answer = decode(heard.body, heard.headers["content-type"], SyncAnswer)
    rogue.desk.take(answer)
    return answer


def test_whatever_a_signed_action_holds_gets_its_verdict_and_blocks_nobody(rogue: Rogue) -> None:
    desk = rogue.desk
    salt = os.urandom(16)
    good = salt + plain({"answers": sample_answers(desk, SERVICE, desk.town.clock.now), "files": {}})
    hostile = [signed(desk, salt + content) for content in contents(desk).values()]
    hostile += [signed(desk, good, **fields) for fields in actions(desk).values()]
    hostile += [
        signed(desk, good, keys.SigningKey.generate(os.urandom)),
        Envelope(hostile[0].action, hostile[0].signature, b"another payload"),
        Envelope(b'{"v":1}', b"x" * 64, None),
        signed(desk, None),
    ]
    desk.queue = [*hostile, signed(desk, good)]
    answer = sent(rogue)
    codes = {row.device_seq: row.code for row in answer.verdicts}
    assert len(codes) == answer.ack_through == len(hostile) + 1
    assert {codes[place] for place in range(1, len(hostile) + 1)} <= {Code.INVALID, Code.FORBIDDEN, Code.CONFLICT}
    assert codes[len(hostile) + 1] is Code.OK
    assert desk.town.work() == 0


def test_an_action_from_the_future_is_taken_at_the_time_when_it_came(rogue: Rogue) -> None:
    desk = rogue.desk
    content = os.urandom(16) + plain({"answers": sample_answers(desk, SERVICE, desk.town.clock.now), "files": {}})
    desk.queue = [signed(desk, content, at="2099-01-01T00:00:00.000Z")]
    (row,) = sent(rogue).verdicts
    assert row.code in {Code.OK, Code.INVALID}, "a wrong clock is no crime, and no answer"


def test_a_replayed_request_and_its_answer_change_nothing(rogue: Rogue) -> None:
    desk = rogue.desk
    submit(desk, "clerk", SERVICE)
    request = rogue.signed("POST", "/v1/sync", *_body(rogue))
    first, second = rogue.hub.ask(request), rogue.hub.ask(request)
    known = [decode(each.body, each.headers["content-type"], SyncAnswer) for each in (first, second)]
    assert known[0].verdicts == known[1].verdicts
    assert known[0].actions == known[1].actions
    assert known[1].ack_through == 1
    desk.take(known[1])
    assert len(desk.verdicts) == 1


def _body(rogue: Rogue) -> tuple[bytes, dict[str, str]]:
    return packing.pack(plain(rogue.honest()), packing.ZSTD), {"Content-Type": packing.ZSTD}
