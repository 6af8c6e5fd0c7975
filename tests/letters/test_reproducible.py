"""The same frozen letter gives the same bytes in any process, folder and time zone."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from domain.letter_json import to_json
from letters.phases import Prepared
from letters.render import render
from letters.templates import load_template
from tests.letters.conftest import URL
from tests.letters.samples import frozen

PROGRAM = """
import hashlib, json, sys
from datetime import date
from domain.letter_json import from_json
from letters.preparing import prepare
from letters.render import render
from letters.stamp import Stamp
from letters.templates import load_template

letter = from_json(json.load(sys.stdin))
template = load_template(letter.draft.service)
print(hashlib.sha256(render(letter, template)).hexdigest())
print(prepare(letter, template, Stamp(sys.argv[1], letter.date)).sha256)
"""


def test_revision_0_and_the_prepared_file_are_the_same_everywhere(prepared: Prepared, tmp_path: Path) -> None:
    letter = frozen()
    here = [hashlib.sha256(render(letter, load_template("surat-keterangan-usaha"))).hexdigest(), prepared.sha256]
    for zone, seed in (("Asia/Makassar", "1"), ("America/Los_Angeles", "2")):
        told = subprocess.run(
            [sys.executable, "-c", PROGRAM, URL],
            input=json.dumps(to_json(letter)),
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path.cwd()), "LC_ALL": "C"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.split() == here
