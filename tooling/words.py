"""Words that have no place in the repository: paths of one machine, and where one machine gets its packages."""

import re
from collections.abc import Iterator
from pathlib import Path

# This file must name them; the lists of hashes and the lock's readers do not.
EXEMPT = frozenset({Path("tooling/words.py"), Path("tests/architecture/test_shape.py")})

OUT_OF_PLACE = re.compile(
    r"""
      (?<![\w.$}/-]) / (?: root | home | work | Users | mnt | private ) / [\w.-]+   # a folder of somebody's machine
    | \b [A-Z] : \\\\? Users \b
    | --(?:extra-)?index-url | --trusted-host
    | \b(?: files\.pythonhosted\.org | pypi\.org/simple | registry\.npmjs\.org | proxy\.golang\.org )
    | \b PIP_(?:EXTRA_)?INDEX_URL \b | \b UV_(?:DEFAULT_)?INDEX(?:_URL)? \b
    """,
    re.VERBOSE,
)


def words_out_of_place(shown: Path, text: str) -> Iterator[tuple[int, str]]:
    """Give line and complaint for every path, index or host in a text that belongs to one machine only."""
    if shown in EXEMPT:
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if found := OUT_OF_PLACE.search(line):
            yield number, f"{found[0]!r} belongs to one machine, not to the repository"
