"""The link's own tests: what it carries, where it cuts, and that each cut happens once."""

import asyncio
import json
from collections.abc import Awaitable, Callable

from desktop.cli.demo.proxy import CHUNK, Link, Mode, Records, obey

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[object]]


HANDSHAKE = b"\x17\x03\x03" + (900).to_bytes(2) + bytes(900)
TICKETS = (b"\x17\x03\x03" + (250).to_bytes(2) + bytes(250)) * 2
ANSWER = b"\x17\x03\x03" + (600).to_bytes(2) + bytes(600)


class ToyHub:
    """Speaks in TLS's records: a handshake, then tickets, then an answer to each 4-byte length and that many bytes.

    It remembers the requests that it got whole.
    """

    def __init__(self) -> None:
        self.whole: list[int] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readexactly(1)
            writer.write(HANDSHAKE)
            await reader.readexactly(1)
            writer.write(TICKETS)
            while size := int.from_bytes(await reader.readexactly(4)):
                await reader.readexactly(size)
                self.whole.append(size)
                writer.write(ANSWER)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


def with_link(talk: Talk, *orders: dict[str, object]) -> tuple[ToyHub, Link]:
    """Talk through a link to a toy hub, after giving the link its orders."""

    async def play() -> tuple[ToyHub, Link]:
        hub = ToyHub()
        async with await asyncio.start_server(hub.serve, "127.0.0.1", 0) as behind:
            link = Link(("127.0.0.1", behind.sockets[0].getsockname()[1]))
            for order in orders:
                assert "error" not in json.loads(obey(link, json.dumps(order)))
            carried = asyncio.Event()

            async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                await link.serve(reader, writer)
                carried.set()

            async with await asyncio.start_server(carry, "127.0.0.1", 0) as front:
                reader, writer = await asyncio.open_connection("127.0.0.1", front.sockets[0].getsockname()[1])
                await talk(reader, writer)
                writer.close()
                await carried.wait()
        return hub, link

    return asyncio.run(asyncio.wait_for(play(), 10))


async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"h")
    await reader.readexactly(len(HANDSHAKE))
    writer.write(b"f")
    await reader.readexactly(len(TICKETS))


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, size: int = 3_000) -> bytes:
    try:
        writer.write(size.to_bytes(4) + bytes(size))
        await writer.drain()
        return b"ok" if await reader.readexactly(len(ANSWER)) == ANSWER else b"?"
    except (OSError, asyncio.IncompleteReadError):
        return b""


def asks(*sizes: int, answers: list[bytes]) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await greet(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            answers.append(b"")
            return
        answers.extend([await ask(reader, writer, size) for size in sizes])

    return talk


def test_bytes_go_both_ways_and_are_counted() -> None:
    answers: list[bytes] = []
    hub, link = with_link(asks(10, 70_000, answers=answers))
    assert answers == [b"ok", b"ok"]
    assert hub.whole == [10, 70_000]
    down = len(HANDSHAKE) + len(TICKETS) + 2 * len(ANSWER)
    assert (link.counts.bytes_up, link.counts.bytes_down) == (70_020, down)


def test_the_link_cuts_once_inside_what_goes_up() -> None:
    answers: list[bytes] = []
    hub, link = with_link(asks(200_000, answers=answers), {"do": "cut_upstream", "after": 100_000})
    assert answers == [b""]
    assert hub.whole == []
    assert 0 < link.counts.bytes_up <= 100_000 + CHUNK
    assert (link.counts.cuts_upstream, link.faults.cut_upstream) == (1, None)


def test_an_answer_is_lost_after_the_hub_had_the_whole_request_and_only_once() -> None:
    answers: list[bytes] = []
    hub, link = with_link(asks(10, 3_000, 3_000, answers=answers), {"do": "lose_answer"})
    assert answers == [b"ok", b"", b""]
    assert hub.whole == [10, 3_000]
    assert (link.counts.answers_lost, link.faults.lose_answer) == (1, False)


def test_the_answer_to_the_first_request_of_a_connection_can_be_lost_too() -> None:
    answers: list[bytes] = []
    hub, link = with_link(asks(3_000, answers=answers), {"do": "lose_answer"})
    assert (answers, hub.whole, link.counts.answers_lost) == ([b""], [3_000], 1)


def test_records_are_measured_wherever_the_stream_is_cut_into_chunks() -> None:
    stream = TICKETS + ANSWER
    for size in (1, 2, 7, 255, 260, 4_000):
        records = Records()
        found = [records.longest_begun(stream[at : at + size]) for at in range(0, len(stream), size)]
        assert max(found) == 600
        assert sum(found[: len(TICKETS) // size]) <= 250 * len(TICKETS)


def test_an_uploads_pieces_keep_their_answers() -> None:
    answers: list[bytes] = []
    with_link(asks(10, 10, 65_000, 10, answers=answers), {"do": "lose_answer"})
    assert answers == [b"ok"] * 4


def test_no_network_ends_a_connection_at_once() -> None:
    answers: list[bytes] = []
    hub, link = with_link(asks(10, answers=answers), {"do": "down"})
    assert (answers, hub.whole, link.counts.turned_away) == ([b""], [], 1)


def test_a_black_hole_answers_nothing() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(bytes(9))
        writer.write_eof()
        assert await reader.read() == b""

    hub, link = with_link(talk, {"do": "black_hole"})
    assert (hub.whole, link.counts.turned_away) == ([], 1)


def test_a_captive_portal_answers_with_its_own_page() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"GET / HTTP/1.1\r\n\r\n")
        assert b"Selamat datang" in await reader.read()

    hub, link = with_link(talk, {"do": "captive"})
    assert (hub.whole, link.counts.captive) == ([], 1)


def test_a_slow_link_still_carries_everything() -> None:
    answers: list[bytes] = []
    hub, _ = with_link(asks(20_000, answers=answers), {"do": "slow", "delay": 0.001, "bandwidth": 50_000_000})
    assert (answers, hub.whole) == ([b"ok"], [20_000])


def test_a_hub_that_is_gone_looks_like_a_broken_connection() -> None:
    async def play() -> bytes:
        async with await asyncio.start_server(ToyHub().serve, "127.0.0.1", 0) as behind:
            port = behind.sockets[0].getsockname()[1]
        async with await asyncio.start_server(Link(("127.0.0.1", port)).serve, "127.0.0.1", 0) as front:
            reader, writer = await asyncio.open_connection("127.0.0.1", front.sockets[0].getsockname()[1])
            answer = await ask(reader, writer)
            writer.close()
            return answer

    assert asyncio.run(asyncio.wait_for(play(), 10)) == b""


def test_open_connections_break_when_the_network_goes() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await greet(reader, writer)
        assert await ask(reader, writer) == b"ok"
        obey(kept[0], '{"do": "cut_all"}')
        assert await ask(reader, writer) == b""

    kept: list[Link] = []

    async def play() -> None:
        async with await asyncio.start_server(ToyHub().serve, "127.0.0.1", 0) as behind:
            kept.append(Link(("127.0.0.1", behind.sockets[0].getsockname()[1])))
            async with await asyncio.start_server(kept[0].serve, "127.0.0.1", 0) as front:
                reader, writer = await asyncio.open_connection("127.0.0.1", front.sockets[0].getsockname()[1])
                await talk(reader, writer)
                writer.close()

    asyncio.run(asyncio.wait_for(play(), 10))


def test_orders_that_are_not_understood_get_an_error_and_change_nothing() -> None:
    link = Link(("127.0.0.1", 1))
    for line in ("", "no json", "[]", '{"do": "dance"}', '{"do": "cut_upstream"}', '{"x": 1}'):
        assert "error" in json.loads(obey(link, line))
    assert link.faults.mode is Mode.THROUGH
    assert json.loads(obey(link, '{"do": "report"}'))["connections"] == 0
