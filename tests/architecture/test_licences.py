"""The licence check allows what we may ship and nothing else."""

from pathlib import Path

import pytest

from tooling.licences import ALLOWED, LISTS, is_allowed, licence_of, read_written


@pytest.mark.parametrize(
    "expression",
    [
        "MIT",
        "MPL-2.0",
        "Apache-2.0 OR GPL-3.0-only",
        "(MIT OR GPL-2.0-only) AND BSD-3-Clause",
        "MIT AND (ISC)",
        "GPL-2.0-only or MIT",
    ],
)
def test_an_expression_passes_when_allowed_licences_meet_it(expression: str) -> None:
    assert is_allowed(expression, ALLOWED)


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "GPL-3.0-only",
        "AGPL-3.0-or-later",
        "MIT AND GPL-3.0-only",
        "LGPL-3.0-only",
        "BSD License",
        "(MIT",
        "AND MIT",
        "MIT )",
    ],
)
def test_an_expression_is_refused_otherwise(expression: str) -> None:
    assert not is_allowed(expression, ALLOWED)


def test_a_replaceable_package_may_be_under_the_lgpl_but_not_the_gpl() -> None:
    assert is_allowed("LGPL-3.0-only OR GPL-2.0-only", ALLOWED | {"LGPL"})
    assert not is_allowed("GPL-2.0-only", ALLOWED | {"LGPL"})


def test_the_field_made_for_it_wins_over_older_words() -> None:
    metadata: dict[str, str | list[str]] = {"license_expression": "MIT", "license": "GPL-3.0-only"}
    assert licence_of(metadata) == "MIT"


def test_older_words_are_read_where_they_leave_no_doubt() -> None:
    assert licence_of({"license": "Apache License 2.0"}) == "Apache-2.0"
    classifiers = ["License :: OSI Approved", "License :: OSI Approved :: MIT License", "Typing :: Typed"]
    assert licence_of({"license": "see the file", "classifier": classifiers}) == "MIT"
    assert licence_of({"classifier": ["License :: OSI Approved :: BSD License"]}) == "BSD License"


def test_what_people_found_comes_with_evidence() -> None:
    written = read_written(LISTS / "licences.toml")
    assert "pyside6-essentials" in written.replaceable
    assert Path(LISTS / "licences.toml").read_text(encoding="utf-8").count("evidence = ") == len(written.found)
