"""Children of a play: spoken to, killed, and never left behind."""

import os
import select
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import PIPE

import pytest

from desktop.cli.demo.processes import ROOT, Nursery, PlayBroken, dying_with_us, interruptible

ECHO = "import json, sys\nfor line in sys.stdin: print(json.dumps({'heard': line.strip()}), flush=True)"


def echo(code: str = ECHO) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_child_answers_each_line_and_ends_when_its_input_ends(tmp_path: Path) -> None:
    with Nursery(tmp_path / "play") as nursery:
        child = nursery.start("gema", echo())
        assert child.ask("satu") == {"heard": "satu"}
        assert child.ask("dua") == {"heard": "dua"}
        assert child.close() == 0
        assert not child.alive


def test_leaving_the_play_ends_every_child_even_after_an_error(tmp_path: Path) -> None:
    nursery = Nursery(tmp_path / "play")

    def play() -> None:
        with nursery:
            nursery.start("gema", echo())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        play()
    assert not any(child.alive for child in nursery.children)


def test_a_killed_child_is_gone_at_once_and_cannot_hear(tmp_path: Path) -> None:
    with Nursery(tmp_path / "play") as nursery:
        child = nursery.start("gema", echo())
        child.kill()
        with pytest.raises(PlayBroken, match="gema"):
            child.ask("halo")


def test_the_last_words_of_a_child_that_failed_are_told(tmp_path: Path) -> None:
    with Nursery(tmp_path / "play") as nursery:
        child = nursery.start("rusak", echo("import sys; input(); sys.exit('kehabisan kertas')"))
        with pytest.raises(PlayBroken, match="kehabisan kertas"):
            child.ask("cetak")


def test_a_child_that_ended_by_itself_is_named_when_something_breaks(tmp_path: Path) -> None:
    with Nursery(tmp_path / "play") as nursery:
        asked, killed, segv = (nursery.start(name, echo()) for name in ("gema", "korban", "hub"))
        assert nursery.fallen() == ""
        asked.close()
        killed.kill()
        os.kill(segv.pid, signal.SIGSEGV)
        with pytest.raises(PlayBroken):
            segv.hear()
        segv._process.wait(10)
        assert nursery.fallen() == " Ended by itself: hub (SIGSEGV)."


@pytest.mark.parametrize(("said", "why"), [("bukan json", "no JSON"), ("[1]", "no object")])
def test_an_answer_that_is_no_document_breaks_the_play(tmp_path: Path, said: str, why: str) -> None:
    with Nursery(tmp_path / "play") as nursery:
        child = nursery.start("aneh", echo(f"input(); print({said!r}, flush=True); input()"))
        with pytest.raises(PlayBroken, match=why):
            child.ask("halo")


def test_a_silent_child_breaks_the_play(tmp_path: Path) -> None:
    with Nursery(tmp_path / "play") as nursery:
        child = nursery.start("diam", echo("input(); input()"))
        with pytest.raises(PlayBroken, match="said nothing"):
            child.ask("halo", seconds=0.05)
        with pytest.raises(PlayBroken, match="did not end"):
            nursery.start("keras", echo("import time\nwhile True: time.sleep(9)")).close(0.05)


def test_a_child_lives_in_a_private_folder_of_the_play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETINTING_PASSWORD", "bocor")
    with Nursery(tmp_path / "play") as nursery:
        environment = nursery.environment()
        assert (tmp_path / "play" / "tmp").stat().st_mode & 0o777 == 0o700
    assert environment["TMPDIR"] == str(tmp_path / "play" / "tmp")
    assert "KETINTING_PASSWORD" not in environment


def test_a_termination_ends_the_play_like_an_interruption(tmp_path: Path) -> None:
    nursery = Nursery(tmp_path / "play")

    def play() -> None:
        with interruptible(), nursery:
            nursery.start("gema", echo())
            os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(SystemExit):
        play()
    assert not any(child.alive for child in nursery.children)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux is asked for it")
def test_a_child_ends_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    """SIGKILL leaves the parent no last word; its child sleeps for a minute and is gone long before."""
    told = f"""
import sys
from pathlib import Path
from desktop.cli.demo.processes import Nursery
with Nursery(Path({str(tmp_path)!r}) / "play") as nursery:
    print(nursery.start("tidur", [sys.executable, "-c", "import time; time.sleep(60)"]).pid, flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen([sys.executable, "-c", told], cwd=ROOT, stdin=PIPE, stdout=PIPE) as parent:
        assert parent.stdout is not None
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
    assert select.select([child], [], [], 10)[0] == [child]
    os.close(child)


def test_where_the_kernel_cannot_be_asked_the_command_stays_as_it_is() -> None:
    assert dying_with_us(["gema", "satu"], which=lambda _name: None) == ["gema", "satu"]
    with ThreadPoolExecutor(1) as hands:
        assert hands.submit(dying_with_us, ["gema"]).result() == ["gema"]
