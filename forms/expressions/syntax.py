"""From the text of an expression to its tree: a lexer of one pattern and a Pratt parser.

Both are bounded before they begin: length, depth and number of nodes. There is nothing in the tree that repeats, so
the size of an expression is also what it costs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from forms.expressions.errors import InvalidExpression

MAX_LENGTH: Final = 2_000
MAX_DEPTH: Final = 32
MAX_NODES: Final = 400


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text in quotes."""

    value: str | float


@dataclass(frozen=True, slots=True)
class Reference:
    """``${name}``: the answer to a question."""

    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Itself:
    """``.``: the answer to the question that has the expression."""

    position: int


@dataclass(frozen=True, slots=True)
class Row:
    """``..``: the row of a repeat; only ``position(..)`` takes it."""

    position: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    name: str
    arguments: tuple[Node, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands and what stands between them."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Negation:
    """A minus sign before an operand."""

    operand: Node


Node = Literal | Reference | Itself | Row | Call | Binary | Negation


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int


_TOKEN: Final = re.compile(
    r"""\s*(?:
      (?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
    | (?P<text>"[^"]*"|'[^']*')
    | \$\{\s*(?P<reference>[A-Za-z_][A-Za-z0-9_]*)\s*\}
    | (?P<name>[A-Za-z_][A-Za-z0-9_]*(?:[-:][A-Za-z_][A-Za-z0-9_]*)*)
    | (?P<row>\.\.)
    | (?P<self>\.)
    | (?P<sign>!=|<=|>=|[=<>+\-*(),])
    )""",
    re.VERBOSE | re.ASCII,
)
_POWER: Final = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
}
_END: Final = "akhir"


def parse(text: str) -> Node:
    """The tree of an expression.

    Raises:
        InvalidExpression: not in the subset, or beyond its bounds.
    """
    if len(text) > MAX_LENGTH:
        raise InvalidExpression(f"lebih dari {MAX_LENGTH} karakter", MAX_LENGTH)
    parser = _Parser(_tokens(text))
    tree = parser.expression(0, 0)
    parser.finish()
    return tree


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    position, end = 0, len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            raise InvalidExpression("tanda yang tidak dikenal", position)
        begin = match.end() - len(match[0].lstrip())
        found.append(_Token(match.lastgroup, match[match.lastgroup], begin))
        position = match.end()
    found.append(_Token(_END, "", end))
    return found


class _Parser:
    """Walks the tokens once; `power` is the strength with which the operator on the left binds."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._nodes = 0

    def expression(self, power: int, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise InvalidExpression(f"bersarang lebih dari {MAX_DEPTH} tingkat", self._now.position)
        left = self._operand(depth)
        while (strength := self._strength()) > power:
            operator = self._take().text
            left = self._counted(Binary(operator, left, self.expression(strength, depth + 1)))
        return left

    def finish(self) -> None:
        if self._now.kind != _END:
            raise InvalidExpression(f"tidak diharapkan: {self._now.text}", self._now.position)

    @property
    def _now(self) -> _Token:
        return self._tokens[self._at]

    def _take(self) -> _Token:
        token = self._now
        self._at += 1
        return token

    def _strength(self) -> int:
        return _POWER.get(self._now.text, 0) if self._now.kind in {"sign", "name"} else 0

    def _operand(self, depth: int) -> Node:
        token = self._take()
        if token.kind == "name":
            return self._call(token, depth)
        if token.kind == "sign":
            return self._signed(token, depth)
        return self._counted(_leaf(token))

    def _signed(self, token: _Token, depth: int) -> Node:
        if token.text == "-":
            return self._counted(Negation(self.expression(_POWER["div"], depth + 1)))
        if token.text != "(":
            raise InvalidExpression(f"tidak diharapkan: {token.text}", token.position)
        inner = self.expression(0, depth + 1)
        self._expect(")")
        return inner

    def _call(self, name: _Token, depth: int) -> Node:
        self._expect("(")
        arguments: list[Node] = []
        while self._now.text != ")" or self._now.kind != "sign":
            if arguments:
                self._expect(",")
            arguments.append(self.expression(0, depth + 1))
        self._expect(")")
        return self._counted(Call(name.text, tuple(arguments), name.position))

    def _expect(self, sign: str) -> None:
        token = self._take() if self._now.kind != _END else self._now
        if token.kind != "sign" or token.text != sign:
            raise InvalidExpression(f"diharapkan {sign}", token.position)

    def _counted(self, node: Node) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise InvalidExpression(f"lebih dari {MAX_NODES} bagian", self._now.position)
        return node


def _leaf(token: _Token) -> Node:
    if token.kind == "number":
        return Literal(float(token.text))
    if token.kind == "text":
        return Literal(token.text[1:-1])
    if token.kind == "reference":
        return Reference(token.text, token.position)
    if token.kind == "self":
        return Itself(token.position)
    if token.kind == "row":
        return Row(token.position)
    raise InvalidExpression("ungkapan belum selesai", token.position)
