"""May we ship it? The licences of every package in the locks, by what its own metadata says.

Run as ``python -m tooling.licences`` inside the environment. An SPDX ``OR`` passes by any allowed branch, an ``AND``
needs all. A package whose metadata says nothing usable is named in ``requirements/licences.toml`` with where it is
written, and so is a package under the LGPL, which we only use as a package of its own that anyone may replace.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

LISTS = Path(__file__).resolve().parent.parent / "requirements"
WORD = re.compile(r"\(|\)|[^\s()]+")
LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^\]]*\])?==", re.MULTILINE)

ALLOWED = frozenset(
    "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause CNRI-Python HPND ISC MIT MIT-0 MIT-CMU MPL-2.0 PSF-2.0 Python-2.0 "
    "Unlicense Zlib".split()
)

# What older metadata says in other words, in the words of SPDX; only where it leaves no doubt.
OTHER_WORDS = {
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd 2-clause license": "BSD-2-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "the unlicense (unlicense)": "Unlicense",
}
SPDX = re.compile(r"(AND|OR|[()]|A?L?GPL-[\w.-]+|" + "|".join(map(re.escape, sorted(ALLOWED))) + ")", re.IGNORECASE)


@dataclass(frozen=True)
class Written:
    """What requirements/licences.toml says: packages under the LGPL we may use, and licences found by reading."""

    replaceable: frozenset[str]
    found: Mapping[str, str]


def main() -> int:
    """Print every package that may not be used, and give 1 when there is one."""
    written = read_written(LISTS / "licences.toml")
    locked = set(LOCKED.findall((LISTS / "dev.txt").read_text(encoding="utf-8")))
    complaints = sorted(complaints_about(distributions(), locked, written))
    print(*complaints, f"{len(locked)} packages in the locks, {len(complaints)} not allowed.", sep="\n")
    return int(bool(complaints))


def read_written(path: Path) -> Written:
    """Read the licences that people found and wrote down."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    found = {name: entry["licence"] for name, entry in tables["found"].items()}
    return Written(frozenset(tables["replaceable"]), found)


def complaints_about(installed: Iterable[Distribution], locked: set[str], written: Written) -> Iterator[str]:
    """Give a line for each locked package here whose licence is unknown or not allowed."""
    for distribution in installed:
        name = re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()
        if name not in locked:
            continue
        licence = written.found.get(name) or licence_of(distribution.metadata.json)
        allowed = ALLOWED | {"LGPL"} if name in written.replaceable else ALLOWED
        if not is_allowed(licence, allowed):
            yield f"{name} {distribution.version}: {licence or 'no usable metadata'}"


def licence_of(metadata: Mapping[str, str | list[str]]) -> str:
    """Give an SPDX expression from the field made for it, else from the old free text, else from the classifiers."""
    if expression := str(metadata.get("license_expression", "")):
        return expression
    if expression := _in_spdx(str(metadata.get("license", ""))):
        return expression
    classifiers = [line.split(" :: ")[-1] for line in metadata.get("classifier", []) if line.startswith("License")]
    return " AND ".join(_in_spdx(line) or line for line in classifiers if line != "OSI Approved")


def is_allowed(expression: str, allowed: frozenset[str]) -> bool:
    """Whether an SPDX expression can be met with allowed licences only."""
    words = WORD.findall(expression)
    return bool(words) and _any_branch(words, allowed) and not words


def _in_spdx(text: str) -> str:
    known = OTHER_WORDS.get(text.strip().lower(), text)
    return known if all(map(SPDX.fullmatch, WORD.findall(known))) else ""


def _any_branch(words: list[str], allowed: frozenset[str]) -> bool:
    met = _all_parts(words, allowed)
    while words and words[0].upper() == "OR":
        del words[0]
        met = _all_parts(words, allowed) or met
    return met


def _all_parts(words: list[str], allowed: frozenset[str]) -> bool:
    met = _one(words, allowed)
    while words and words[0].upper() == "AND":
        del words[0]
        met = _one(words, allowed) and met
    return met


def _one(words: list[str], allowed: frozenset[str]) -> bool:
    word = words.pop(0) if words else ""
    if word == "(":
        met = _any_branch(words, allowed)
        return bool(words) and words.pop(0) == ")" and met
    return word in allowed or ("LGPL" in allowed and word.startswith("LGPL-"))


if __name__ == "__main__":
    sys.exit(main())
