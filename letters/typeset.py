"""From sources and JSON to a PDF and the places of its fields; templates of others in a limited child process."""

import base64
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from letters import confined
from letters.errors import TemplateFailed, TemplateTooGreedy
from letters.fonts import fonts_folder
from letters.templates import TemplateSource

CHILD_SECONDS = 10.0
"""How long a template of others may take on the wall clock. Ours take a twentieth of a second."""

_NOWHERE = "http://127.0.0.1:9"
_ENVIRONMENT_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


@dataclass(frozen=True)
class FieldBox:
    """Where a signature field lies: page from 0, in PDF points from the lower left corner."""

    name: str
    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Mark:
    """A reserved space as Typst tells it: page from 1, in points from the upper left corner."""

    field: str
    page: int
    x: float
    y: float
    width: float
    height: float

    def box(self, page_height: float) -> FieldBox:
        """The same rectangle in PDF's way, on hundredths of a point so that it is written the same everywhere."""
        bottom = page_height - self.y - self.height
        return FieldBox(
            self.field, self.page - 1, round(self.x, 2), round(bottom, 2), round(self.width, 2), round(self.height, 2)
        )


@dataclass(frozen=True)
class Typeset:
    """A document as set: its bytes and the marks of its template."""

    pdf: bytes
    marks: tuple[Mark, ...]


def typeset(
    template: TemplateSource, inputs: Mapping[str, Any], *, on: date | None, extra: Mapping[str, bytes]
) -> Typeset:
    """Set a document with ``inputs`` as its JSON. The same arguments give the same bytes on every machine.

    ``on`` is the day written into the file, and asks for PDF/A-2b; without it (previews) the file is plain PDF.
    ``extra`` are files of ours beside the template, such as a QR. Raises TemplateFailed, TemplateTooGreedy.
    """
    job: dict[str, Any] = {
        "files": {**template.files, **extra},
        "inputs": {"data": json.dumps(inputs, ensure_ascii=False, sort_keys=True)},
        "fonts": fonts_folder(),
        "created": 0 if on is None else int(datetime(on.year, on.month, on.day, tzinfo=UTC).timestamp()),
        "pdf_a": on is not None,
        "tagged": "qr.svg" not in extra,
    }
    with tempfile.TemporaryDirectory(prefix="kt-") as empty:
        job["empty"] = empty
        pdf, marks = _in_this_process(job) if template.is_ours else _in_a_child(job)
    return Typeset(pdf, _read_marks(marks))


def typst_version() -> str:
    """The version that sets letters here; a frozen letter keeps it."""
    from importlib.metadata import version  # noqa: PLC0415 - reads the disk

    return version("typst")


def _in_this_process(job: Mapping[str, Any]) -> tuple[bytes, str]:
    try:
        return confined.compile_job(job)
    except RuntimeError as error:  # TypstError is one
        raise TemplateFailed(str(error)) from error


def _in_a_child(job: Mapping[str, Any], seconds: float = CHILD_SECONDS) -> tuple[bytes, str]:
    kept = {name: os.environ[name] for name in _ENVIRONMENT_KEPT if name in os.environ}
    proxies = dict.fromkeys(
        ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), _NOWHERE
    )
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(Path(confined.__file__).resolve())],
            input=confined.encode_job(job),
            capture_output=True,
            timeout=seconds,
            check=False,
            env=kept | proxies,
        )
    except subprocess.TimeoutExpired as error:
        raise TemplateTooGreedy(f"no answer within {seconds} s") from error
    if done.returncode != 0:
        raise TemplateTooGreedy(f"ended with {done.returncode}: {done.stderr[-300:].decode(errors='replace')}")
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise TemplateFailed(str(answer["error"]))
    return base64.b64decode(answer["pdf"]), str(answer["marks"])


def _read_marks(told: str) -> tuple[Mark, ...]:
    try:
        marks = tuple(Mark(**mark) for mark in json.loads(told))
        finite = all(math.isfinite(n) for m in marks for n in (m.page, m.x, m.y, m.width, m.height))
    except (TypeError, ValueError) as error:
        raise TemplateFailed("the template marks its fields in another form") from error
    if not finite:
        raise TemplateFailed("a field of the template lies nowhere")
    return marks
