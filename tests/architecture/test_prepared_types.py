"""What is read from JSON is ready before two threads can read it: msgspec's first reading of a type is not safe."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("sync", "forms", "letters", "hub", "desktop", "simulation")
TYPE = re.compile(r"^class .*\bStruct\b", re.MULTILINE)

AT_ONCE = """
import threading
from contextlib import suppress
from forms.errors import PackError
from forms.packs import load_pack
from resources.packs import open_packs
content = open_packs()["dispensasi-nikah@1"]
gate = threading.Barrier(2)
def read():
    gate.wait()
    with suppress(PackError):  # of lists that are not there, after the pack was read
        load_pack(content, {})
threads = [threading.Thread(target=read) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""

LEFT = """
import gc, importlib, sys, msgspec
for name in sys.argv[1:]:
    importlib.import_module(name)
def of(kind):
    below = kind.__subclasses__()
    return [found for each in below for found in of(each)] if below else [kind]
def ready(kind):
    return any(type(each).__name__.endswith("StructInfo") for each in gc.get_referents(kind))
ours = [kind for kind in of(msgspec.Struct) if kind.__module__ in sys.argv]
print(len(ours), *sorted(f"{kind.__module__}.{kind.__name__}" for kind in ours if not ready(kind)))
"""


def _told(script: str, *words: str) -> list[str]:
    """What a Python of its own says: only there has nobody read anything before."""
    child = [sys.executable, "-c", script, *words]
    finished = subprocess.run(child, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert finished.returncode == 0, (finished.returncode, finished.stderr)
    return finished.stdout.split()


def test_two_threads_may_be_the_first_to_read_a_pack() -> None:
    _told(AT_ONCE)


def test_every_type_that_is_read_is_ready_when_its_module_is() -> None:
    everything = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    files = [path for path in everything if TYPE.search(path.read_text("utf-8"))]
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files]
    count, *left = _told(LEFT, *modules)
    assert int(count) > 50, "fewer types than there were: the search finds them no longer"
    assert left == []
