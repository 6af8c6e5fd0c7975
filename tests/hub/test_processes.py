"""The hub as a process: it says when it is ready, ends when asked, and loses nothing when it is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.cli.demo.processes import PROGRAM, ROOT, Running
from desktop.cli.demo.tls import make_transport
from hub.admin.applying import apply_document
from hub.admin.documents import Document
from hub.admin.folder import FolderSettings, Place, make_hub
from hub.service import enrolling
from hub.world import real_world
from sync import enrolment
from sync.anchors import GENESIS
from sync.client import EnrolClient, HubClient, Link
from sync.client.hub_client import Pinned
from sync.encoding import b64u, unb64u
from sync.enrolment import Begin
from sync.keys import SigningKey
from sync.protocol import Position, SyncRequest
from tests.forking import Forked, ended
from tests.hub.town import VILLAGE

pytestmark = pytest.mark.slow


def serving(place: Place, *more: str) -> tuple[str, ...]:
    """The words of a hub that serves this folder."""
    return "hub", "serve", "--data", str(place.folder), "--key-file", str(place.key_file), *more


def errors_of(place: Place) -> Path:
    """Where its processes write their errors."""
    return place.folder / "galat-anak.log"


@contextmanager
def served(place: Place, *more: str) -> Iterator[tuple[Forked, str]]:
    """A hub's process and its address; it is ended whatever happens."""
    child = Forked(serving(place, "--port", "0", *more), os.environ, errors_of(place))
    try:
        yield child, _address(child)
    finally:
        child.kill()
        child.wait(20)
        for end in (child.stdin, child.stdout):
            end.close()


def _address(child: Running) -> str:
    ready = json.loads(child.stdout.readline())
    return f"{'https' if ready['tls'] else 'http'}://localhost:{ready['port']}"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "hub", tmp_path / "hub.key")


def _invited(place: Place) -> bytes:
    ground = make_hub(place, FolderSettings(regency="64.02"), "Hub contoh", real_world())
    offices = tuple({"id": code} for code in ("64.02", "64.02.04", VILLAGE))
    post = {"id": "t1", "officer": "clerk", "office": VILLAGE, "post": "clerk", "first": "2026-01-01"}
    officers = ({"id": "clerk", "name": "Contoh Petugas"},)
    apply_document(ground, Document(offices=offices, officers=officers, assignments=(post,)), place.folder)
    invitation = enrolling.invite_by_file(ground, VILLAGE, "clerk", "https://localhost", None)
    ground.close()
    return invitation


def test_a_desk_enrolled_over_tls_is_known_after_the_hub_was_killed(place: Place, tmp_path: Path) -> None:
    world = real_world()
    transport = make_transport(tmp_path, "localhost", world.now())
    tls = ("--tls-cert", str(transport.certificate), "--tls-key", str(transport.key))
    authority = (tmp_path / "tls-ca.pem").read_text(encoding="ascii")
    file = enrolment.read_file(_invited(place))
    device, officer = SigningKey.generate(os.urandom), SigningKey.generate(os.urandom)
    keys = {"device_key": b64u(device.public), "officer_key": b64u(officer.public)}
    begin = Begin(locator=file.locator, desk_nonce=b64u(os.urandom(32)), **keys)
    with served(place, *tls) as (child, url):
        enroller = EnrolClient(Link(url, authority), unb64u(file.hub_key))
        offer = enroller.enrol_begin(begin)
        key = enrolment.key_from_file(unb64u(file.secret), file.locator, file.hub_id)
        done = enroller.enrol_finish(enrolment.finish(key, begin, offer, device, officer))
        child.kill()
    with served(place, *tls) as (child, url):
        pinned = Pinned(done.device_id, device, unb64u(file.hub_key))
        client = HubClient(Link(url, authority), pinned, os.urandom, done.nonce)
        cursor = {"config": Position(0, b64u(GENESIS))}
        asked = SyncRequest(
            device_id=done.device_id, incarnation="satu", epoch=0, cursor=cursor, verdict_seen=0, now="sekarang"
        )
        assert [row.scope for row in client.exchange(asked).actions] == ["config", "config", "config"]
        child.terminate()
        assert child.wait(20) == 0


def test_a_port_that_is_taken_is_a_sentence(place: Place) -> None:
    _invited(place)
    with served(place) as (_, url):
        done = ended(serving(place, "--port", url.rpartition(":")[2]), os.environ)
    assert done.returncode == 1
    assert "Pilih port lain" in done.stderr.splitlines()[-1]


def test_a_hub_that_the_system_ends_says_where_it_stood(place: Place) -> None:
    """This one starts from nothing, as an administrator's does; the others are forked (`tests/forking.py`)."""
    _invited(place)
    with errors_of(place).open("wb") as errors:
        words = [*PROGRAM, *serving(place, "--port", "0")]
        child = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True)
    try:
        _address(child)
        child.send_signal(signal.SIGSEGV)
    finally:
        child.communicate(timeout=20)
    said = errors_of(place).read_text("utf-8")
    assert "Segmentation fault" in said
    assert "worker.py" in said
