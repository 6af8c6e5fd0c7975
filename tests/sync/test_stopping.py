"""An exchange that a person ends: calm, between two steps or two pieces, and nothing of it is lost."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

import msgspec
import pytest

from sync import running
from sync.attachments import Wanted
from sync.client import HubClient, Link
from sync.client.dialling import Dial
from sync.client.hub_client import Pinned
from sync.errors import Endless, Stopped, SyncError, Unreachable
from sync.hub_port import LetterKey, Part
from sync.protocol import EntryRow, Position, SyncAnswer, SyncRequest, to_wire
from sync.record import hash_of
from sync.running import Summary, Times, run_exchange
from sync.signatures import Answer
from sync.stopping import Stop
from tests.sync.certificates import authority
from tests.sync.desks import Desk, new_desk
from tests.sync.fakes import VILLAGE, Clock, Officer, Seeded, key_of
from tests.sync.honest_hub import DeviceView, HonestHub
from tests.sync.http_hub import WebHub, serving
from tests.sync.test_running import Counter

DEVICE = key_of("desk-clerk's device")


class EndedView(DeviceView):
    """Somebody ends the exchange when this many requests or pieces went."""

    def __init__(self, hub: HonestHub, stop: Stop, after: int) -> None:
        super().__init__(hub, "desk-clerk")
        self.stop, self.left, self.pieces = stop, after, 0
        self.carried = Counter()

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        answer = super().exchange(request)
        self._count()
        return answer

    def append(self, upload: str, offset: int, piece: bytes) -> int:
        after = super().append(upload, offset, piece)
        self.pieces += 1
        self._count()
        return after

    def read_letter(self, key: LetterKey, offset: int, length: int) -> Part:
        self.pieces += 1
        self._count()
        return super().read_letter(key, offset, length)

    def _count(self) -> None:
        self.left -= 1
        if self.left == 0:
            self.stop.ask()


@pytest.fixture
def hub() -> HonestHub:
    return HonestHub()


@pytest.fixture
def desk(hub: HonestHub) -> Desk:
    return new_desk(hub, "clerk")


def run(desk: Desk, view: DeviceView, stop: Callable[[], bool], **changed: Any) -> Summary:
    clock = Clock()
    times = Times(clock.now, clock.monotonic, clock.sleep, stop=stop, **changed)
    return run_exchange(desk.engine, view, desk.shelf, times, Counter())


def ended(desk: Desk, hub: HonestHub, after: int) -> tuple[Summary, EndedView]:
    stop = Stop()
    view = EndedView(hub, stop, after)
    return run(desk, view, stop.asked), view


def test_what_was_done_before_it_was_ended_stays_done_and_the_rest_goes_next_time(desk: Desk, hub: HonestHub) -> None:
    for size in (100, 200):
        desk.log.record(desk.officer.submit(blobs=(desk.shelf.put(b"s" * size),)))
    done, _ = ended(desk, hub, after=1)
    assert isinstance(done.trouble, Stopped)
    assert (done.sent, done.accepted, done.blobs_sent) == (2, 2, 0)
    assert desk.engine.trouble is None
    again = run(desk, hub.seen_by("desk-clerk"), Stop().asked)
    assert (again.trouble, again.sent, again.blobs_sent) == (None, 0, 2)


def test_a_large_file_is_left_between_two_pieces_and_goes_on_there(desk: Desk, hub: HonestHub) -> None:
    desk.log.record(desk.officer.submit(blobs=(desk.shelf.put(b"scan" * 50_000),)))
    done, view = ended(desk, hub, after=2)
    assert isinstance(done.trouble, Stopped)
    assert (view.pieces, done.blobs_sent) == (1, 0)
    _, rest = ended(desk, hub, after=99)
    assert rest.pieces == 3


def test_a_file_on_its_way_down_is_left_between_two_pieces_too(desk: Desk, hub: HonestHub) -> None:
    pdf, key = b"%PDF" * 40_000, LetterKey("r", "l")
    hub.letters[key] = (pdf, "signed")
    desk.log.want.append(Wanted(key, hash_of(pdf), len(pdf), "signed"))
    done, view = ended(desk, hub, after=2)
    assert isinstance(done.trouble, Stopped)
    assert len(desk.shelf.partials[hash_of(pdf)]) == 65536
    again, view = ended(desk, hub, after=99)
    assert (again.trouble, view.pieces, desk.shelf.whole[hash_of(pdf)]) == (None, 2, pdf)


def test_the_cut_that_ends_it_is_nobodys_failure(desk: Desk, hub: HonestHub) -> None:
    stop = Stop()

    class Cut(DeviceView):
        def exchange(self, _request: SyncRequest) -> SyncAnswer:
            stop.ask()
            raise Unreachable("hung up")

    done = run(desk, Cut(hub, "desk-clerk"), stop.asked)
    assert isinstance(done.trouble, Stopped)
    assert (desk.engine.trouble, desk.engine._backoff.failures) == (None, 0)


def test_ending_it_hangs_up_only_while_it_runs() -> None:
    stop, cuts = Stop(), list[str]()
    with stop.cutting(lambda: cuts.append("first")):
        assert not stop.asked()
        stop.ask()
        stop.ask()
    stop.ask()
    assert (stop.asked(), cuts) == (True, ["first", "first"])


@pytest.fixture(params=["plain", "sealed"])
def web(request: pytest.FixtureRequest, tmp_path: Path, hub: HonestHub) -> Iterator[tuple[WebHub, Link, Event]]:
    """A hub that takes a request and never answers, and a line to it."""
    asked, end = Event(), Event()

    def hang(answer: Answer, _path: str) -> Answer | None:
        asked.set()
        end.wait(20)
        return answer

    sealed = request.param == "sealed"
    root, context = authority(tmp_path)
    with ExitStack() as stack:
        web = stack.enter_context(
            serving(WebHub(hub, {"desk-clerk": DEVICE.public}, twist=hang), context if sealed else None)
        )
        stack.callback(end.set)
        link = Link(web.url, root if sealed else None)
        stack.callback(link.close)
        yield web, link, asked


def test_a_request_that_hangs_is_cut_at_once(web: tuple[WebHub, Link, Event], hub: HonestHub) -> None:
    _, link, asked = web
    client = client_of(link, hub)
    with asking(client) as found:
        assert asked.wait(5)
        client.hang_up()
    assert found == [Unreachable]
    client.hang_up()


def client_of(link: Link, hub: HonestHub) -> HubClient:
    return HubClient(link, Pinned("desk-clerk", DEVICE, hub.key.public), Seeded("x").token_bytes)


@contextmanager
def asking(client: HubClient) -> Iterator[list[type[Exception]]]:
    """A question on a thread of its own, which must be over two seconds after this; what came of it."""
    found: list[type[Exception]] = []

    def ask() -> None:
        try:
            client.config()
        except SyncError as error:
            found.append(type(error))

    thread = Thread(target=ask)
    thread.start()
    yield found
    thread.join(2)
    assert not thread.is_alive()


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[tuple[socket.socket, Link]]:
    """A port whose owner takes every connection and never says a word of TLS, and a line to it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        link = Link(f"https://127.0.0.1:{listening.getsockname()[1]}", authority(tmp_path)[0])
        yield listening, link
        link.close()


def test_a_connection_that_is_being_set_up_is_left_at_once(silent: tuple[socket.socket, Link], hub: HonestHub) -> None:
    listening, link = silent
    client = client_of(link, hub)
    with asking(client) as found:
        taken, _ = listening.accept()
        assert taken.recv(1) != b""  # a word of TLS: it has begun
        client.hang_up()
    assert found == [Unreachable]
    taken.close()


def test_a_line_that_was_hung_up_before_it_was_used_is_not_waited_for(
    silent: tuple[socket.socket, Link], hub: HonestHub
) -> None:
    listening, link = silent
    listening.settimeout(5)
    client = client_of(link, hub)
    client.hang_up()
    with asking(client) as found:
        pass
    assert found == [Unreachable]
    # Whoever dials goes on alone. A port that closes under it before TLS began leaves CPython with a socket unclosed.
    taken, _ = listening.accept()
    taken.recv(1)
    taken.close()


def test_a_line_that_was_hung_up_as_it_was_there_carries_nothing(hub: HonestHub) -> None:
    class Late(Link):
        def _opened(self, opened: socket.socket) -> None:
            self._hung_up = True
            super()._opened(opened)

    with serving(WebHub(hub, {"desk-clerk": DEVICE.public})) as web:
        link = Late(web.url)
        with asking(client_of(link, hub)) as found:
            pass
        link.close()
    assert found == [Unreachable]


def test_what_comes_of_a_connection_that_was_left_is_closed() -> None:
    there, closed = Event(), Event()

    def connect() -> None:
        there.wait(5)

    dial = Dial(connect, closed.set)
    dial.leave()
    with pytest.raises(ConnectionAbortedError):
        dial.wait()
    there.set()
    dial.thread.join(5)
    assert closed.is_set()


def test_a_connection_that_is_there_cannot_be_left() -> None:
    closed = Event()
    dial = Dial(lambda: None, closed.set)
    dial.wait()
    dial.thread.join(5)
    dial.leave()
    assert not closed.is_set()


class EndlessView(DeviceView):
    """Has always one more entry, of one more officer whom no configuration knows yet."""

    def exchange(self, request: SyncRequest) -> SyncAnswer:
        answer = super().exchange(request)
        stranger = Officer(f"stranger-{len(self.hub.asked)}").submit()
        row = EntryRow(VILLAGE, 1, 1, to_wire(stranger))
        cursor = {**answer.cursor, VILLAGE: Position(1, "A" * 43)}
        return msgspec.structs.replace(answer, actions=[row], cursor=cursor, more=True)


def test_a_hub_that_has_always_more_to_say_ends_in_a_calm_sentence(desk: Desk, hub: HonestHub) -> None:
    done = run(desk, EndlessView(hub, "desk-clerk"), Stop().asked)
    assert isinstance(done.trouble, Endless)
    assert "aman" in done.trouble.sentence or "tersimpan" in done.trouble.sentence
    assert len(hub.asked) < running.IDLE_MOST
    assert desk.log.entries[VILLAGE] == []
    assert desk.engine.due is not None


def test_even_true_entries_end_some_day(desk: Desk, hub: HonestHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "STEPS_MOST", 20)

    class Flood(DeviceView):
        def exchange(self, request: SyncRequest) -> SyncAnswer:
            self.hub.put(Officer("clerk").submit(), VILLAGE)
            return msgspec.structs.replace(super().exchange(request), more=True)

    done = run(desk, Flood(hub, "desk-clerk"), Stop().asked, tries=1)
    assert isinstance(done.trouble, Endless)
    assert desk.log.entries[VILLAGE] != []
