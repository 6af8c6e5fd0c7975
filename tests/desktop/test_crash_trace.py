"""A program that dies under Python says where it stood, and nothing that anybody typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop import crash_trace
from desktop.office import reporting
from desktop.office.desk import Desk
from tests.desktop import fakes

DIES = """
import sys, faulthandler
from pathlib import Path
from desktop.crash_trace import watch
def baca_warga(nik):
    faulthandler._sigsegv()
watch(Path(sys.argv[1]))
baca_warga("Zulkarnaen Tersembunyi")
"""


@pytest.fixture(scope="module")
def died(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile of a program that died once."""
    folder = tmp_path_factory.mktemp("mati")
    code = folder / "kode" / "program.py"
    code.parent.mkdir()
    code.write_text(DIES)
    done = subprocess.run(
        [sys.executable, code, folder / "profil"], check=False, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert done.returncode != 0
    return folder / "profil"


def test_a_program_that_dies_says_where_and_not_with_what(died: Path) -> None:
    text = (died / crash_trace.FILE).read_text()
    assert "Segmentation fault" in text
    assert "baca_warga" in text
    assert "Zulkarnaen" not in text
    assert str(died.parent) in text  # which may be a person's name, and so is not told:
    told = crash_trace.told(died)
    assert "  kode/program.py, baris 6, baca_warga" in told
    assert str(died.parent) not in told
    assert told.startswith("Fatal Python error: Segmentation fault")


def test_the_next_start_keeps_one_trace_and_begins_a_new_file(died: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    monkeypatch.setattr("faulthandler.enable", heard.append)
    crash_trace.watch(died)
    assert heard == crash_trace._open
    assert not (died / crash_trace.FILE).read_bytes()
    assert "baca_warga" in crash_trace.told(died)
    crash_trace.watch(died)
    assert "baca_warga" in crash_trace.told(died)
    (died / crash_trace.FILE).write_bytes(b"x" * 2 * crash_trace.LARGEST)
    crash_trace.watch(died)
    assert (died / crash_trace.OLDER).stat().st_size == crash_trace.LARGEST
    crash_trace._open.pop().close()


def test_without_room_for_the_file_the_program_runs_on(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    crash_trace.watch(tmp_path / "berkas")
    assert crash_trace.told(tmp_path / "berkas") == ""


def test_the_problem_report_tells_it(desk: Desk) -> None:
    def berhenti() -> str:
        return {each.name: each.text for each in reporting.gather(desk, fakes.NoNetwork())}["berhenti.txt"]

    assert berhenti() == "Program belum pernah berhenti mendadak di komputer ini.\n"
    trace = (
        "Fatal Python error: Aborted\n\nThread 0x0000a1 (most recent call first):\n"
        '  File "C:\\Siti\\desktop\\app.py", line 5 in main\nNIK 6402042011900001\n'
    )
    (desk.profile / crash_trace.OLDER).write_text(trace)
    assert berhenti() == "Fatal Python error: Aborted\nThread 0x0000a1\n  desktop\\app.py, baris 5, main\n"
