"""Statements as SQLAlchemy writes them, kept so that they are said again without its machinery.

Text, order of values, defaults and conversions come from SQLAlchemy's own compiler, once for each statement and set of
columns. What is left out is what it does around every single execution, two thirds of the time of a seed. One seed of
fifty runs on SQLAlchemy itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import BindParameter
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.sql.compiler import SQLCompiler

from simulation.rows import RowMaker, row_maker

DIALECT: Final = sqlite_dialect()
_MEMO: Final = "_said_by_ketinting"
"""On a statement: what came of it. Registered with SQLAlchemy as derived, so that no changed copy inherits it."""
_GIVEN, _EXTRACTED, _FIXED = range(3)

Params = Mapping[str, Any]
_Source = tuple[int, Any, Callable[[Any], Any] | None]


class NotSpoken(Exception):
    """The programs say a kind of statement that this short way does not know: teach it."""


@dataclass
class Plan:
    """One statement with one set of given values.

    Attributes:
        sources: by the name of each value, where it comes from.
        order: of the values in the text.
        many: the names whose value is a list (`IN`).
        written: the text by how long these lists are, with the place of each value: name, and place in its list.
    """

    compiled: SQLCompiler
    sources: dict[str, _Source]
    order: list[str]
    many: list[str]
    rows: RowMaker | None
    written: dict[tuple[int, ...], tuple[str, list[tuple[str, int | None]]]] = field(default_factory=dict)
    at_once: Callable[[Params], tuple[Any, ...]] | None = None

    def __post_init__(self) -> None:
        """The usual statement takes all its values as they are given."""
        found = [self.sources[name] for name in self.order]
        if not self.many and all(source == _GIVEN and convert is None for source, _, convert in found):
            keys = [key for _, key, _ in found]
            self.at_once = _picking(keys)

    def said(self, params: Params, extracted: Sequence[BindParameter[Any]]) -> tuple[str, Sequence[Any]]:
        """The text, and its values in order."""
        if self.at_once is not None:
            return self.compiled.string, self.at_once(params)
        values = {name: _value(source, params, extracted) for name, source in self.sources.items()}
        if not self.many:
            return self.compiled.string, [values[name] for name in self.order]
        values |= {name: list(values[name]) for name in self.many}
        lengths = tuple(len(values[name]) for name in self.many)
        if lengths not in self.written:
            self.written[lengths] = self._write(values)
        text, places = self.written[lengths]
        return text, [values[name] if at is None else values[name][at] for name, at in places]

    def _write(self, values: dict[str, Any]) -> tuple[str, list[tuple[str, int | None]]]:
        state = self.compiled._process_parameters_for_postcompile(dict(values))  # noqa: SLF001 - says how a list is written
        inside = {
            each: (name, at) for name, parts in state.parameter_expansion.items() for at, each in enumerate(parts)
        }
        return state.statement, [inside.get(name, (name, None)) for name in state.positiontup or ()]


def _picking(keys: list[str]) -> Callable[[Params], tuple[Any, ...]]:
    if not keys:
        return lambda _: ()
    if len(keys) == 1:
        only = keys[0]
        return lambda params: (params[only],)
    return itemgetter(*keys)


def _value(source: _Source, params: Params, extracted: Sequence[BindParameter[Any]]) -> Any:
    kind, key, convert = source
    if kind == _GIVEN:
        value = params[key]
    elif kind == _EXTRACTED:
        value = extracted[key].effective_value
    else:
        value = key
    if convert is None:
        return value
    return convert(value)


_PLANS: Final[dict[Any, Plan]] = {}


def plan_of(statement: Any, keys: tuple[str, ...], *, several: bool) -> tuple[Plan, Sequence[BindParameter[Any]]]:
    """How this statement is said with values for these names; `several`: with many sets of them at once.

    Raises:
        NotSpoken: a kind of statement that is not known here.
    """
    memo = statement.__dict__.get(_MEMO)
    if memo is None:
        memo = {}
        statement._set_memoized_attribute(_MEMO, memo)  # noqa: SLF001 - SQLAlchemy's own way to forget it in copies
    found: tuple[Plan, Sequence[BindParameter[Any]]] | None = memo.get((keys, several))
    if found is None:
        found = memo[keys, several] = _found(statement, keys, several=several)
    return found


def _found(statement: Any, keys: tuple[str, ...], *, several: bool) -> tuple[Plan, Sequence[BindParameter[Any]]]:
    cache_key = statement._generate_cache_key()  # noqa: SLF001 - what SQLAlchemy finds its own compiled text by
    if cache_key is None or cache_key.params:
        raise NotSpoken(str(statement))
    name = (cache_key.key, keys, several)
    plan = _PLANS.get(name)
    if plan is None:
        compiled = statement.compile(
            dialect=DIALECT, cache_key=cache_key, column_keys=list(keys), for_executemany=several
        )
        plan = _PLANS[name] = _planned(compiled, keys)
    return plan, cache_key.bindparams


def _planned(compiled: SQLCompiler, keys: tuple[str, ...]) -> Plan:
    if compiled.literal_execute_params or compiled.escaped_bind_names or compiled.update_prefetch:
        raise NotSpoken(compiled.string)
    sources = {name: _source(compiled, bind, name, keys) for bind, name in compiled.bind_names.items()}
    many = [name for bind, name in compiled.bind_names.items() if bind in compiled.post_compile_params]
    if any(sources[name][2] for name in many):
        raise NotSpoken(compiled.string)
    return Plan(compiled, sources, list(compiled.positiontup or ()), many, row_maker(compiled, DIALECT))


def _source(compiled: SQLCompiler, bind: BindParameter[Any], name: str, keys: tuple[str, ...]) -> _Source:
    convert: Any = compiled._bind_processors.get(name)  # noqa: SLF001 - the conversions of the dialect
    if bind.type._is_tuple_type:  # noqa: SLF001 - lists of tuples would need to be laid flat
        raise NotSpoken(compiled.string)
    for key in (bind.key, name):
        if key in keys:
            return (_GIVEN, key, convert)
    default = _defaults(compiled).get(bind.key)
    if default is not None:
        return (_FIXED, default[0] if convert is None else convert(default[0]), None)
    assert compiled.cache_key is not None  # noqa: S101 - it was compiled with one
    match = compiled._cache_key_bind_match  # noqa: SLF001 - which value of another statement of this kind it is
    for at, own in enumerate(compiled.cache_key.bindparams):
        if match is not None and bind in match[0][own]:
            return (_EXTRACTED, at, convert)
    return (_FIXED, bind.effective_value if convert is None else convert(bind.effective_value), None)


def _defaults(compiled: SQLCompiler) -> dict[str, tuple[Any]]:
    """Columns that get what their table says."""
    found: dict[str, tuple[Any]] = {}
    for column in compiled.insert_prefetch:
        default: Any = column.default
        if default is None or not default.is_scalar:
            raise NotSpoken(compiled.string)
        found[column.key] = (default.arg,)
    return found
