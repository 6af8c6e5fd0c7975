"""What a foreign file may do to whoever opens it: nothing, for that happens in a child."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable

import pytest

from letters import apart
from letters.apart import look_apart
from letters.comparing import compare_letter, look_here
from letters.errors import PdfUnreadable
from letters.phases import Signed
from letters.stamp import Stamp
from letters.templates import load_template
from tests.letters.conftest import STAMP, URL, World
from tests.letters.samples import ON, frozen

Done = subprocess.CompletedProcess[bytes]


def ended(code: int, said: bytes = b"") -> Callable[..., Done]:
    return lambda *_, **__: Done([], code, said, b"")


def in_this_process(*_: object, **given: object) -> Done:
    """What the child does, without one."""
    sent, told = given["input"], io.BytesIO()
    assert isinstance(sent, bytes)
    apart.answer(io.BytesIO(sent), told)
    return Done([], 0, told.getvalue(), b"")


def test_what_the_child_tells_is_what_a_look_here_tells(
    signed: Signed, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", in_this_process)
    trust, made_of = world.trust(ttd1=world.kades), (load_template(frozen().draft.service), STAMP)
    mine = look_here(signed.pdf, signed.pdf, trust)
    assert look_apart(signed.pdf, signed.pdf, trust) == mine
    other = (made_of[0], Stamp(URL + "x", ON))
    assert compare_letter(frozen(), other, signed.pdf, trust, look_apart).outcome == "differs_in_rendering"
    with pytest.raises(PdfUnreadable) as told:
        look_apart(b"bukan PDF", None, trust)
    assert told.value.detail.startswith("PdfReadError")


def test_a_file_that_takes_more_than_a_letter_can_is_unreadable(
    signed: Signed, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", ended(-9))
    with pytest.raises(PdfUnreadable) as told:
        look_apart(signed.pdf, None, world.trust())
    assert "-9" in told.value.detail

    def burst(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(subprocess, "run", in_this_process)
    monkeypatch.setattr(apart, "look_here", burst)
    with pytest.raises(PdfUnreadable) as told:
        look_apart(signed.pdf, None, world.trust())
    assert "memory" in told.value.detail


def test_a_busy_machine_condemns_no_letter(signed: Signed, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("look", 300)

    for run in (never, ended(1)):
        monkeypatch.setattr(subprocess, "run", run)
        with pytest.raises(OSError, match="a file"):
            look_apart(signed.pdf, None, world.trust())


def test_a_child_bounds_itself_before_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    job, told = io.BytesIO(), io.BytesIO()
    monkeypatch.setattr(apart, "limit_this_process", lambda: done.append("limit"))
    monkeypatch.setattr(apart, "answer", lambda *streams: done.extend(streams))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(job))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(told))
    apart.serve()
    assert done == ["limit", job, told]


def test_memory_processor_time_and_files_are_bounded_where_the_system_can(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    bounds: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", bounds.__setitem__)
    apart.limit_this_process()
    kinds = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)
    most = (apart.MEMORY, apart.PROCESSOR_SECONDS, 0)
    assert bounds == {kind: (bound, bound) for kind, bound in zip(kinds, most, strict=True)}
    monkeypatch.setitem(sys.modules, "resource", None)
    bounds.clear()
    apart.limit_this_process()
    assert bounds == {}


def test_a_child_looks_under_limits_and_answers(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):  # it may write no file, and so none of counts
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(PdfUnreadable) as told:
        look_apart(b"bukan PDF", None, world.trust())
    assert told.value.detail.startswith("PdfReadError")
