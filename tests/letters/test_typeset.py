"""Templates of others are set in a corner: nothing to read, nobody to call, and an end when they take too much."""

import io
import json
import runpy
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from letters import confined, typeset
from letters.errors import TemplateFailed, TemplateTooGreedy
from letters.fonts import fonts_folder
from letters.templates import TemplateSource

ON = date(2026, 11, 21)
HEAD = (
    b'#set document(title: "t", date: datetime(year: 2026, month: 11, day: 21))\n#set text(font: "Liberation Sans")\n'
)


def theirs(source: bytes) -> TemplateSource:
    return TemplateSource("pack-lain", {"main.typ": HEAD + source})


def _set(source: bytes) -> typeset.Typeset:
    return typeset.typeset(theirs(source), {"nama": "Siti"}, on=ON, extra={})


def test_a_template_of_others_is_set_like_ours_with_its_marks() -> None:
    mark = b'#metadata((field: "a", page: 1, x: 1, y: 2, width: 70, height: 50)) <ruang-tanda-tangan>'
    done = _set(b"#json(bytes(sys.inputs.data)).nama #[" + mark + b"]")
    assert done.pdf.startswith(b"%PDF-1.7")
    assert done.marks == (typeset.Mark("a", 1, 1, 2, 70, 50),)
    assert done.marks[0].box(100) == typeset.FieldBox("a", 0, 1, 48, 70, 50)


@pytest.mark.parametrize(
    "source",
    [
        b'#read("/etc/passwd")',
        b'#read("../confined.py")',
        b"#while true {}",
        b"#panic()",
        b'#import "@preview/siti-6402:0.1.0": x',
    ],
)
def test_a_template_that_reaches_out_fails(source: bytes) -> None:
    with pytest.raises(TemplateFailed) as failure:
        _set(source)
    assert "Siti" not in str(failure.value)


def test_a_template_that_never_ends_is_killed(tmp_path: Path) -> None:
    endless = b"#for a in range(90000) { for b in range(90000) { } }"
    job: dict[str, Any] = {
        "files": {"main.typ": endless},
        "inputs": {},
        "fonts": fonts_folder(),
        "empty": str(tmp_path),
    }
    job |= {"created": 0, "pdf_a": False, "tagged": True}
    with pytest.raises(TemplateTooGreedy, match="terlalu berat") as ended:
        typeset._in_a_child(job, seconds=1.0)
    assert "1.0 s" in ended.value.detail


def test_a_template_that_eats_memory_is_ended() -> None:
    with pytest.raises(TemplateTooGreedy):
        _set(b"#range(9000000000).len()")


@pytest.mark.parametrize(
    "mark", [b'(field: "a")', b'"a"', b'(field: "a", page: 1, x: float.inf, y: 0, width: 1, height: 1)', b"(1, 2)"]
)
def test_fields_marked_in_another_form_are_refused(mark: bytes) -> None:
    with pytest.raises(TemplateFailed):
        _set(b"#[#metadata(" + mark + b") <ruang-tanda-tangan>]")


def test_the_child_sees_neither_our_environment_nor_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, object] = {}

    def run(command: list[str], **how: object) -> SimpleNamespace:
        seen.update(how, command=command)
        return SimpleNamespace(returncode=0, stdout=json.dumps({"pdf": "", "marks": "[]"}).encode(), stderr=b"")

    monkeypatch.setenv("KETINTING_PASSWORD", "rahasia")
    monkeypatch.setattr(subprocess, "run", run)
    _set(b"x")
    environment = seen["env"]
    assert isinstance(environment, dict)
    assert "KETINTING_PASSWORD" not in environment
    assert environment["https_proxy"] == "http://127.0.0.1:9"
    assert seen["command"][1] == "-I"  # type: ignore[index]


def test_one_job_in_and_one_answer_out(tmp_path: Path) -> None:
    job: dict[str, Any] = {"inputs": {"data": "{}"}, "fonts": fonts_folder(), "empty": str(tmp_path)}
    job |= {"created": 0, "pdf_a": True, "tagged": True}
    for source, key in ((HEAD + b"Halo", "pdf"), (b"#panic()", "error")):
        answer = io.BytesIO()
        confined.serve(io.BytesIO(confined.encode_job(job | {"files": {"main.typ": source}})), answer)
        assert key in json.loads(answer.getvalue())


def test_a_field_that_lies_nowhere_is_refused() -> None:
    with pytest.raises(TemplateFailed) as failure:
        typeset._read_marks('[{"field": "a", "page": 1, "x": Infinity, "y": 0, "width": 70, "height": 50}]')
    assert "lies nowhere" in failure.value.detail


def test_the_child_limits_itself_before_it_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = {"files": {"main.typ": HEAD + b"x"}, "inputs": {}, "fonts": fonts_folder(), "empty": str(tmp_path)}
    source = io.BytesIO(confined.encode_job(job | {"created": 0, "pdf_a": True, "tagged": True}))
    answer = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=source))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=answer))
    monkeypatch.setitem(sys.modules, "resource", None)
    runpy.run_path(confined.__file__, run_name="__main__")
    assert "pdf" in json.loads(answer.getvalue())


def test_limits_are_set_where_the_system_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    names = {"RLIMIT_AS": 1, "RLIMIT_CPU": 2, "RLIMIT_FSIZE": 3}
    monkeypatch.setitem(sys.modules, "resource", SimpleNamespace(setrlimit=lambda what, _: asked.append(what), **names))
    confined.limit_this_process()
    assert asked == [1, 2, 3]
    monkeypatch.setitem(sys.modules, "resource", None)
    confined.limit_this_process()
    assert asked == [1, 2, 3]


def test_the_corner_is_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    _set(b"x")
    assert list(tmp_path.iterdir()) == []
