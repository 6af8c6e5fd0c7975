"""The checks of the shape of the code find what they are for."""

import ast
from pathlib import Path

import pytest

from tooling.purity import impurities
from tooling.shape import complaints_about
from tooling.words import words_out_of_place


def _complaints(folder: Path, text: str, shown: str = "hub/letters.py") -> list[str]:
    file = folder / "file.py"
    file.write_text(text, encoding="utf-8")
    return list(complaints_about(file, Path(shown)))


def test_an_ordinary_file_has_no_complaints(tmp_path: Path) -> None:
    assert _complaints(tmp_path, '"""A room."""\n\ndef issue(letter: str) -> str:\n    return letter\n') == []


def test_a_function_of_41_lines_is_too_long(tmp_path: Path) -> None:
    body = "    pass\n" * 40
    assert "count has 41 lines" in _complaints(tmp_path, f"def count():\n{body}")[0]


def test_a_file_of_351_lines_is_too_long(tmp_path: Path) -> None:
    assert "351 lines" in _complaints(tmp_path, "A = 1\n" * 351)[0]


def test_a_class_of_16_public_methods_is_too_wide(tmp_path: Path) -> None:
    methods = "".join(f"    def verb_{number}(self): ...\n" for number in range(16))
    private = "    def _verb(self): ...\n"
    assert "Desk has 16 public methods" in _complaints(tmp_path, f"class Desk:\n{methods}{private}")[0]


@pytest.mark.parametrize(
    "text",
    [
        "data = 1",
        "def info(): ...",
        "def issue(process): ...",
        "class DeskManager: ...",
        "class HelperOfDesks: ...",
        "class Base: ...",
    ],
)
def test_a_name_that_says_nothing_is_refused(tmp_path: Path, text: str) -> None:
    assert "says nothing" in _complaints(tmp_path, text + "\n")[0]


def test_a_name_may_have_a_word_that_says_nothing_alone(tmp_path: Path) -> None:
    assert _complaints(tmp_path, "payload_of_data = 1\nbaseline = 2\n") == []


def test_a_module_is_not_named_like_one_of_the_standard_library(tmp_path: Path) -> None:
    assert "standard library" in _complaints(tmp_path, "A = 1\n", "domain/calendar.py")[0]


def test_a_file_that_is_no_text_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "font.ttf").write_bytes(b"\x00\xff\xfe")
    assert list(complaints_about(tmp_path / "font.ttf", Path("resources/font.ttf"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "import msgspec",
        "from sync.engine import push",
        "import time",
        "from pathlib import Path",
        "day = date.today()",
        "day = datetime.datetime.now(tz)",
        "name = uuid.uuid4()",
        "open('x')",
    ],
)
def test_the_domain_reads_no_clock_die_file_or_package(text: str) -> None:
    assert list(impurities(ast.parse(text)))


@pytest.mark.parametrize(
    "text", ["import datetime", "from domain.offices import Office", "date.fromisoformat('2026-01-02')"]
)
def test_the_domain_may_use_what_is_pure(text: str) -> None:
    assert list(impurities(ast.parse(text))) == []


def test_a_domain_file_is_judged_for_purity(tmp_path: Path) -> None:
    assert _complaints(tmp_path, "import time\n", "domain/requests.py") == [
        "domain/requests.py:1: the domain does not import time"
    ]


@pytest.mark.parametrize(
    "text", ["see /root/notes", "cd /home/someone/desk", "pip install --index-url x", "https://pypi.org/simple"]
)
def test_words_of_one_machine_are_refused(text: str) -> None:
    assert list(words_out_of_place(Path("docs/page.md"), text))


@pytest.mark.parametrize("text", ["DIR/work/letters", "https://example.test/home/page", "resources/home/x", "/tmp/x"])
def test_ordinary_paths_pass(text: str) -> None:
    assert list(words_out_of_place(Path("docs/page.md"), text)) == []
