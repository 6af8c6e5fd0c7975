"""From the tree of an expression to closures that run it, with all that can be checked before any answer exists."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

import re2

from forms.expressions.errors import InvalidExpression
from forms.expressions.functions import TABLE, Function
from forms.expressions.scope import Scope
from forms.expressions.syntax import Binary, Call, Itself, Literal, Negation, Node, Reference, Row, parse
from forms.expressions.values import NAN, Value, equal, to_boolean, to_number, to_text

Run = Callable[[Scope], Value]


class Names(Protocol):
    """What the author of an expression may name, as the question sees it."""

    def is_many(self, name: str) -> bool | None:
        """Whether ``${name}`` stands for one value per row; None when there is no such question."""
        ...

    def has_choices(self, name: str) -> bool:
        """Whether the question has choices that can be named."""
        ...


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression.

    Attributes:
        text: as written in the pack.
        references: reference names of the questions it reads.
        pure: False when it calls a function over which desk and hub may differ (a newer calendar).
    """

    text: str
    references: frozenset[str]
    pure: bool
    run: Run


def compile_expression(text: str, names: Names) -> Expression:
    """Compile one expression.

    Raises:
        InvalidExpression: not in the subset, an unknown question or function, or many values where one is needed.
    """
    compiler = _Compiler(names)
    run = compiler.compiled(parse(text))
    return Expression(text, frozenset(compiler.references), compiler.pure, run)


class _Compiler:
    """Builds closures from the leaves up and remembers what they touch."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.references: set[str] = set()
        self.pure = True

    def compiled(self, node: Node, *, many: bool = False) -> Run:
        if isinstance(node, Literal):
            value = node.value
            return lambda _: value
        if isinstance(node, Reference):
            return self._reference(node, many=many)
        if isinstance(node, Itself):
            return lambda scope: scope.itself
        if isinstance(node, Row):
            raise InvalidExpression(".. hanya untuk position(..)", node.position)
        if isinstance(node, Negation):
            operand = self.compiled(node.operand)
            return lambda scope: -to_number(operand(scope))
        if isinstance(node, Binary):
            return _OPERATORS[node.operator](self.compiled(node.left), self.compiled(node.right))
        return self._call(node)

    def _reference(self, node: Reference, *, many: bool) -> Run:
        name, repeated = node.name, self._names.is_many(node.name)
        if repeated is None:
            raise InvalidExpression(f"tidak ada pertanyaan ${{{name}}}", node.position)
        if repeated and not many:
            raise InvalidExpression(f"${{{name}}} berulang: pakai di dalam sum(), count(), join() …", node.position)
        self.references.add(name)

        def read(scope: Scope) -> Value:
            value = scope.read(name)
            scope.step(len(value) + 1 if isinstance(value, tuple) else 1)
            return value

        return read

    def _call(self, node: Call) -> Run:
        special = _SPECIAL.get(node.name)
        if special is not None:
            least, most, build = special
            _check_count(node, least, most)
            return build(self, node)
        function = TABLE.get(node.name)
        if function is None:
            raise InvalidExpression(f"tidak ada fungsi {node.name}()", node.position)
        _check_count(node, function.least, function.most)
        self.pure = self.pure and function.pure
        return _called(function, [self.compiled(argument, many=function.many) for argument in node.arguments])

    def choose(self, node: Call) -> Run:
        """``if(test, then, else)``; only the taken branch is run."""
        test, then, otherwise = (self.compiled(argument) for argument in node.arguments)
        return lambda scope: then(scope) if to_boolean(test(scope)) else otherwise(scope)

    def position(self, node: Call) -> Run:
        """``position(..)``: the place of the row in its repeat, from 1."""
        if not isinstance(node.arguments[0], Row):
            raise InvalidExpression("hanya position(..)", node.position)
        return lambda scope: float(scope.row)

    def matches(self, node: Call) -> Run:
        """``regex(text, 'pattern')``: the whole text matches; linear in time by RE2, so no pattern can hang a desk."""
        pattern = _literal(node, 1)
        try:
            compiled = re2.compile(pattern, _re2_options())
        except re2.error as error:
            raise InvalidExpression("pola regex tidak benar", node.position) from error
        subject = self.compiled(node.arguments[0])
        return lambda scope: compiled.fullmatch(to_text(subject(scope))) is not None

    def choice_name(self, node: Call) -> Run:
        """``jr:choice-name(code, '${question}')``: a choice as printed."""
        name = _literal(node, 1).removeprefix("${").removesuffix("}").strip()
        if not self._names.has_choices(name):
            raise InvalidExpression(f"pertanyaan {name} tidak berisi pilihan", node.position)
        code = self.compiled(node.arguments[0])
        return lambda scope: scope.choice_name(name, to_text(code(scope)))


def _called(function: Function, arguments: list[Run]) -> Run:
    run = function.run

    def call(scope: Scope) -> Value:
        scope.step()
        return run(scope, tuple([argument(scope) for argument in arguments]))

    return call


def _check_count(node: Call, least: int, most: int) -> None:
    if not least <= len(node.arguments) <= most:
        wanted = str(least) if least == most else f"{least} sampai {most}"
        raise InvalidExpression(f"{node.name}() memerlukan {wanted} nilai", node.position)


def _literal(node: Call, index: int) -> str:
    argument = node.arguments[index]
    if not isinstance(argument, Literal) or not isinstance(argument.value, str):
        raise InvalidExpression(f"{node.name}() memerlukan teks dalam tanda kutip", node.position)
    return argument.value


def _re2_options() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 20
    return options


_SPECIAL: Final[dict[str, tuple[int, int, Callable[[_Compiler, Call], Run]]]] = {
    "if": (3, 3, _Compiler.choose),
    "position": (1, 1, _Compiler.position),
    "regex": (2, 2, _Compiler.matches),
    "jr:choice-name": (2, 2, _Compiler.choice_name),
}
FUNCTION_NAMES: Final = frozenset(TABLE) | frozenset(_SPECIAL)


def _either(left: Run, right: Run) -> Run:
    return lambda scope: to_boolean(left(scope)) or to_boolean(right(scope))


def _both(left: Run, right: Run) -> Run:
    return lambda scope: to_boolean(left(scope)) and to_boolean(right(scope))


def _same(left: Run, right: Run) -> Run:
    return lambda scope: equal(left(scope), right(scope))


def _different(left: Run, right: Run) -> Run:
    return lambda scope: not equal(left(scope), right(scope))


def _numeric(combine: Callable[[float, float], Value]) -> Callable[[Run, Run], Run]:
    def build(left: Run, right: Run) -> Run:
        return lambda scope: combine(to_number(left(scope)), to_number(right(scope)))

    return build


def _divided(left: float, right: float) -> float:
    if right == 0:
        return NAN if left == 0 or math.isnan(left) else math.copysign(math.inf, left) * math.copysign(1, right)
    return left / right


def _remainder(left: float, right: float) -> float:
    return NAN if right == 0 or not math.isfinite(left) else math.fmod(left, right)


_OPERATORS: Final[dict[str, Callable[[Run, Run], Run]]] = {
    "or": _either,
    "and": _both,
    "=": _same,
    "!=": _different,
    "<": _numeric(lambda a, b: a < b),
    "<=": _numeric(lambda a, b: a <= b),
    ">": _numeric(lambda a, b: a > b),
    ">=": _numeric(lambda a, b: a >= b),
    "+": _numeric(lambda a, b: a + b),
    "-": _numeric(lambda a, b: a - b),
    "*": _numeric(lambda a, b: a * b),
    "div": _numeric(_divided),
    "mod": _numeric(_remainder),
}
