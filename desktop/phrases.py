"""Words that are made where no Qt is: in Indonesian here, in the language of the window when one is open.

`phrase` looks a source text up and only then puts the parts in, so a translation may order them otherwise. Nothing is
looked up until a window says how (`look_up_with`): the command line, the tests and every letter stay Indonesian.
`noted` only marks a literal that is looked up later, for `pyside6-lupdate` to collect.

What people typed, what was recorded and what is printed never goes through here.
"""

from __future__ import annotations

from collections.abc import Callable


class _Lookup:
    """The one way to look up, for the whole program."""

    def __init__(self) -> None:
        self.find: Callable[[str], str] = str


_LOOKUP = _Lookup()


def look_up_with(find: Callable[[str], str]) -> None:
    """Let a window answer: `find` gives the text in its language, or the same text where it has none.

    It is called from background threads too.
    """
    _LOOKUP.find = find


def phrase(source: str, /, **parts: object) -> str:
    """The text in the window's language with its parts put in; ``{name}`` stands for the part of that name."""
    found = _LOOKUP.find(source)
    return found.format(**parts) if parts else found


def noted(source: str) -> str:
    """The same text: a literal that `phrase` gets later."""
    return source
