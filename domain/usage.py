"""What the standard library says of a mistyped command, in Indonesian; both command lines answer with one such line."""

from __future__ import annotations

import re
from typing import Final

_SAID: Final = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"the following arguments are required: (.+)", r"belum diisi: \1"),
        (r"one of the arguments (.+) is required", r"pilih salah satu: \1"),
        (r"unrecognized arguments: (.+)", r"tidak dikenal: \1"),
        (r"invalid choice: (.+?) \(choose from (.+)\)", r"\1 bukan pilihan (pilih dari \2)"),
        (r"expected one argument", "perlu satu nilai"),
        (r"expected at least one argument", "perlu paling sedikit satu nilai"),
        (r"expected (\d+) arguments?", r"perlu \1 nilai"),
        (r"invalid int value: (.+)", r"\1 bukan bilangan bulat"),
        (r"invalid (?:\w+) value: (.+)", r"\1 tidak dapat dipakai"),
        (r"ambiguous option: (.+) could match (.+)", r"\1 dapat berarti \2"),
        (r"not allowed with argument (.+)", r"tidak dapat bersama \1"),
        (r"ignored explicit argument (.+)", r"tidak menerima nilai \1"),
        (r"^argument ", "pilihan "),
    )
)


def in_indonesian(message: str) -> str:
    """The message of a parser of `argparse`; what is not known stays as it is."""
    for pattern, words in _SAID:
        message = pattern.sub(words, message)
    return message
