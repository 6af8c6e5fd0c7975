"""Typst in a corner: no folder to read, no system fonts, no packages.

Imported, ``compile_job`` serves our own templates in this process. Run as a script by path (``python -I confined.py``),
it reads one job from standard input under limits of memory, processor time and file size; the parent adds the clock and
the kill. A package name fetched over the network could carry personal data out, so the parent also points every proxy
at nothing.
It imports nothing of ours: the child must not depend on where this program lies.
"""

import base64
import json
import sys
from collections.abc import Mapping
from functools import cache
from typing import Any, BinaryIO

MEMORY = 1 << 30
PROCESSOR_SECONDS = 10


def compile_job(job: Mapping[str, Any]) -> tuple[bytes, str]:
    """Set one document: its PDF and, as JSON, what the template marked with ``<ruang-tanda-tangan>``.

    ``job``: files (name to bytes, ``main.typ`` first read), inputs, fonts and empty (folders), created (UNIX seconds),
    pdf_a, tagged (False for a stamp: its marks would point at nothing in the letter). Raises typst.TypstError.
    """
    import typst  # noqa: PLC0415 - 45 ms that the command line's start does not pay

    world: dict[str, Any] = {
        "root": job["empty"],
        "font_paths": _fonts(job["fonts"]),
        "ignore_system_fonts": True,
        "sys_inputs": dict(job["inputs"]),
        "package_path": job["empty"],
        "package_cache_path": job["empty"],
    }
    files: Any = dict(job["files"])
    standards: Any = ["a-2b"] if job["pdf_a"] else []
    pdf = typst.compile(files, pdf_standards=standards, timestamp=job["created"], pdf_tags=job["tagged"], **world)
    return pdf, typst.query(files, "<ruang-tanda-tangan>", field="value", **world)


@cache
def _fonts(folder: str) -> Any:
    import typst  # noqa: PLC0415 - as above

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def encode_job(job: Mapping[str, Any]) -> bytes:
    """One job as the child reads it."""
    files = {name: base64.b64encode(source).decode() for name, source in job["files"].items()}
    return json.dumps({**job, "files": files}).encode()


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Read one job, write one answer: ``{pdf, marks}`` or ``{error}``."""
    job = json.loads(source.read())
    job["files"] = {name: base64.b64decode(text) for name, text in job["files"].items()}
    try:
        pdf, marks = compile_job(job)
        answer = {"pdf": base64.b64encode(pdf).decode(), "marks": marks}
    except RuntimeError as error:  # TypstError is one
        answer = {"error": str(error)}
    sink.write(json.dumps(answer).encode())


def limit_this_process() -> None:
    """Bound memory and processor time and forbid writing files, where the system can (not on Windows)."""
    try:
        import resource  # noqa: PLC0415 - absent on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    limit_this_process()
    serve(sys.stdin.buffer, sys.stdout.buffer)
