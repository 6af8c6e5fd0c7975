"""What another program says about our letters, given the same root: pyHanko's own command line."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.letters import tampering
from tests.letters.conftest import World


def _validate(pdf: bytes, world: World, folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "root.pem").write_bytes(world.authority.root_pem)
    (folder / "surat.pdf").write_bytes(pdf)
    command = [
        sys.executable,
        "-m",
        "pyhanko",
        "sign",
        "validate",
        "--trust",
        "root.pem",
        "--trust-replace",
        "surat.pdf",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_pyhanko_cli_accepts_both_signatures(twice_signed: bytes, world: World, tmp_path: Path) -> None:
    if datetime.now(UTC) < world.authority.root.certificate.not_valid_before_utc:
        pytest.skip("the machine's clock lies before the sample certificates")
    done = _validate(twice_signed, world, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("TRUSTED") == 2


@pytest.mark.slow
def test_pyhanko_cli_refuses_what_we_refuse(twice_signed: bytes, world: World, tmp_path: Path) -> None:
    assert _validate(tampering.overlay(twice_signed), world, tmp_path).returncode != 0
