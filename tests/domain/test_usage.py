"""Mistyped commands are answered in Indonesian, whatever version of Python says it."""

import argparse

import pytest

from domain.usage import in_indonesian


class Said(Exception):
    """What the parser had to say."""


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        raise Said(in_indonesian(message))


def parser() -> Parser:
    made = Parser(prog="x")
    made.add_argument("--count", type=int)
    made.add_argument("--counter", nargs=2)
    made.add_argument("--many", nargs="+")
    made.add_argument("--flag", action="store_true")
    made.add_argument("act", choices=("baca", "tulis"))
    either = made.add_mutually_exclusive_group(required=True)
    either.add_argument("--one")
    either.add_argument("--two")
    return made


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "belum diisi: act"),
        (["baca"], "pilih salah satu: --one --two"),
        (["baca", "--one", "1", "--two", "2"], "pilihan --two: tidak dapat bersama --one"),
        (["baca", "--one", "1", "--terbang"], "tidak dikenal: --terbang"),
        (["terbang", "--one", "1"], "pilihan act: 'terbang' bukan pilihan (pilih dari "),
        (["baca", "--one"], "pilihan --one: perlu satu nilai"),
        (["baca", "--one", "1", "--many"], "pilihan --many: perlu paling sedikit satu nilai"),
        (["baca", "--one", "1", "--counter", "1"], "pilihan --counter: perlu 2 nilai"),
        (["baca", "--one", "1", "--count", "x"], "pilihan --count: 'x' bukan bilangan bulat"),
        (["baca", "--one", "1", "--flag=ya"], "pilihan --flag: tidak menerima nilai 'ya'"),
        (["baca", "--one", "1", "--coun", "1"], "--coun dapat berarti --count, --counter"),
    ],
)
def test_every_complaint_of_the_parser_is_translated(words: list[str], said: str) -> None:
    with pytest.raises(Said) as heard:
        parser().parse_args(words)
    assert str(heard.value).startswith(said)


def test_what_is_not_known_stays_as_it_is() -> None:
    assert in_indonesian("something new") == "something new"
    assert in_indonesian("argument --x: invalid Path value: 'y'") == "pilihan --x: 'y' tidak dapat dipakai"
