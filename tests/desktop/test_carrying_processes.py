"""The flash disk between real programs: a village's and the hub's, which never speak to each other."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest

from tests.desktop import fakes
from tests.desktop.house import House
from tests.forking import ended

pytestmark = pytest.mark.slow


def run(*words: str) -> dict[str, Any]:
    """One command of the program in a process of its own, and its one document."""
    done = ended([*words, "--json"], {**os.environ, "KETINTING_PASSWORD": fakes.PASSWORD})
    assert done.returncode == 0, (done.stdout, done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_request_goes_to_the_hub_and_its_answer_comes_back_between_programs(village: House) -> None:
    request = village.submit("desa", "surat-keterangan-usaha", "ktp", officer="clerk")
    village.close()
    folder = village.town.folder
    desk = ("desk", "--profile", str(village.profile("desa")), "--officer", "clerk")
    hub = ("--data", str(folder / "hub"), "--key-file", str(folder / "hub.key"))
    sent, answer = folder / "kirim.ktk", folder / "jawab.ktj"
    assert run(*desk, "export-outbox", str(sent))["actions"] == 1
    told = run("hub", "import-outbox", str(sent), "--out", str(answer), *hub)
    assert (told["new"], told["files"], told["refused_files"]) == (1, 1, 0)
    came = run(*desk, "import-answer", str(answer))
    assert (came["sent"], came["accepted"] + came["parked"], came["waiting"]) == (1, 1, 0)
    village.sessions.clear()
    assert village.state("desa", request, "clerk")
