"""A foreign PDF file is opened in a child process with little time and memory: what hangs or bursts there hurts nobody.

Twenty megabytes can say that they are twenty gigabytes, and a reader in Python has loops that a file can choose. The
hub's worker has one thread for every office's letters.
"""

import base64
import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict
from datetime import datetime
from typing import Any, BinaryIO, Final

from letters.comparing import Seen, look_here
from letters.errors import PdfUnreadable
from letters.findings import QUESTIONS, Finding, SignatureVerdict, Verdict
from letters.officer_keys import ExpectedSigner
from letters.verdict import Trust

MEMORY: Final = 1 << 30
PROCESSOR_SECONDS: Final = 20
"""A letter of ours takes three, of which two are pyHanko's import."""
_PATIENCE: Final = 300.0
"""Seconds on the wall clock after which nobody knows whether the file or the machine is slow."""
_SCRIPT: Final = "from letters.apart import serve; serve()"
_TOO_GREEDY: Final = {-signal.SIGKILL, -getattr(signal, "SIGXCPU", signal.SIGKILL)}


def look_apart(received: bytes, ours: bytes | None, trust: Trust, /) -> Seen:
    """As `letters.comparing.look_here`, in a child.

    Raises:
        PdfUnreadable: also where it takes more than a letter can.
        OSError: there is no child to be had now, or it came to no end on a busy machine: another time.
    """
    job = {"received": _b64(received), "ours": None if ours is None else _b64(ours), "trust": _trust(trust)}
    try:
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
    except subprocess.TimeoutExpired as error:
        raise OSError(f"no look at a file within {_PATIENCE} s") from error
    if done.returncode in _TOO_GREEDY:
        raise PdfUnreadable(f"ended with {done.returncode}")
    if done.returncode != 0:
        raise OSError(f"a look at a file ended with {done.returncode}: {done.stderr[-300:].decode(errors='replace')}")
    told = json.loads(done.stdout)
    if "error" in told:
        raise PdfUnreadable(str(told["error"]))
    return Seen(_verdict(told["verdict"]), bool(told["says_the_same"]))


def serve() -> None:
    """In the child: one job from standard input, one answer."""
    limit_this_process()
    answer(sys.stdin.buffer, sys.stdout.buffer)


def answer(source: BinaryIO, sink: BinaryIO) -> None:
    """Look at one file and tell ``{verdict, says_the_same}`` or ``{error}``."""
    job = json.loads(source.read())
    said = job["trust"]
    expected = {field: ExpectedSigner(**each) for field, each in said["expected"].items()}
    trust = Trust(_all(said["roots"]), datetime.fromisoformat(said["now"]), _all(said["crls"]), expected)
    ours = None if job["ours"] is None else base64.b64decode(job["ours"])
    told: dict[str, Any]
    try:
        seen = look_here(base64.b64decode(job["received"]), ours, trust)
        told = {"verdict": asdict(seen.verdict), "says_the_same": seen.says_the_same}
    except PdfUnreadable as error:
        told = {"error": error.detail}
    except MemoryError:
        told = {"error": "it takes more memory than a letter can"}
    sink.write(json.dumps(told, default=datetime.isoformat).encode())


def limit_this_process() -> None:
    """Bound memory and processor time and forbid writing files, where the system can (not on Windows)."""
    try:
        import resource  # noqa: PLC0415 - absent on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _all(texts: list[str]) -> list[bytes]:
    return [base64.b64decode(each) for each in texts]


def _trust(trust: Trust) -> dict[str, Any]:
    files = {"roots": [_b64(each) for each in trust.roots], "crls": [_b64(each) for each in trust.crls]}
    expected = {field: asdict(each) for field, each in trust.expected.items()}
    return {**files, "now": trust.now.isoformat(), "expected": expected}


def _verdict(told: dict[str, Any]) -> Verdict:
    return Verdict(tuple(_signature(each) for each in told["signatures"]), tuple(told["open_fields"]))


def _signature(told: dict[str, Any]) -> SignatureVerdict:
    found = {question: Finding(**told[question]) for question in QUESTIONS}
    signed_at = None if told["signed_at"] is None else datetime.fromisoformat(told["signed_at"])
    return SignatureVerdict(told["field"], told["signer"], told["fingerprint"], signed_at, **found)
