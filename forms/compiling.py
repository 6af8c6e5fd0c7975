"""Compiles every expression of a pack and gathers all faults instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Mapping

from forms.errors import Fault, PackError
from forms.expressions.compiling import Expression, compile_expression
from forms.expressions.errors import InvalidExpression
from forms.fields import Field, is_required
from forms.pack import Check, Compiled, CompiledDocument, CompiledTable, Condition
from forms.schema import Calculate, CodeList, PackFile, Repeat, SelectMultiple, SelectOne

_NEVER = Expression("", frozenset(), pure=True, run=lambda _: "")


class _Names:
    """What an expression may name when it stands in the row of `repeat`, or outside of all rows."""

    def __init__(self, fields: Mapping[str, Field], repeat: str | None) -> None:
        self._fields = fields
        self._repeat = repeat

    def is_many(self, name: str) -> bool | None:
        field = self._fields.get(name)
        if field is None or (field.is_container and not isinstance(field.question, Repeat)):
            return None
        return isinstance(field.question, Repeat) or (field.repeat is not None and field.repeat != self._repeat)

    def has_choices(self, name: str) -> bool:
        field = self._fields.get(name)
        return field is not None and isinstance(field.question, (SelectOne, SelectMultiple))


class PackCompiler:
    """Collects faults under the place where they are; `finish` raises them together."""

    def __init__(self, file: PackFile, fields: Mapping[str, Field], lists: Mapping[str, CodeList]) -> None:
        self._file = file
        self._fields = fields
        self._lists = lists
        self._faults: list[Fault] = []
        self._used: dict[str, CodeList] = {}

    @property
    def used_lists(self) -> tuple[CodeList, ...]:
        """The code lists that the pack depends on, by id."""
        return tuple(self._used[name] for name in sorted(self._used))

    def finish(self) -> None:
        """Raise what was found.

        Raises:
            PackError: with every fault.
        """
        if self._faults:
            raise PackError(self._faults)

    def fields(self) -> dict[str, Compiled]:
        """All fields with their expressions."""
        return {reference: self._field(field) for reference, field in self._fields.items()}

    def documents(self) -> tuple[CompiledDocument, ...]:
        """The documents; their expressions stand outside of all rows."""
        found = self._file.documents
        if len({document.kind for document in found}) != len(found):
            self._faults.append(Fault("documents", "jenis dokumen ada dua kali"))
        return tuple(
            CompiledDocument(
                document,
                self._optional(f"documents.{document.kind}", document.relevant, None),
                self._condition(f"documents.{document.kind}", document.required, None),
            )
            for document in found
        )

    def letter_fields(self) -> dict[str, Expression]:
        """The merge fields."""
        return {name: self._compiled(f"letter.{name}", text, None) for name, text in self._file.letter.fields.items()}

    def letter_tables(self) -> dict[str, CompiledTable]:
        """The tables of the letter; their expressions stand in a row."""
        tables: dict[str, CompiledTable] = {}
        for name, table in self._file.letter.tables.items():
            field = self._fields.get(table.rows)
            if field is None or not isinstance(field.question, Repeat):
                self._faults.append(Fault(f"letter.{name}", f"tidak ada baris berulang {table.rows}"))
                continue
            columns = {
                column: self._compiled(f"letter.{name}.{column}", text, table.rows)
                for column, text in table.columns.items()
            }
            tables[name] = CompiledTable(table.rows, columns)
        return tables

    def _field(self, field: Field) -> Compiled:
        question, place = field.question, field.reference
        calculation = question.calculation if isinstance(question, Calculate) else ""
        keep = question.choice_filter if isinstance(question, (SelectOne, SelectMultiple)) else ""
        return Compiled(
            field=field,
            relevant=self._optional(place, question.relevant, field.repeat),
            required=self._condition(place, is_required(question), field.repeat),
            checks=tuple(Check(self._compiled(place, test, field.repeat), said) for test, said in field.checks),
            calculation=self._optional(place, calculation, field.repeat),
            choices=self._choices(field),
            choice_filter=self._optional(place, keep, field.repeat),
        )

    def _choices(self, field: Field) -> dict[str, str]:
        question = field.question
        if not isinstance(question, (SelectOne, SelectMultiple)):
            return {}
        own = self._file.choices.get(question.choices)
        if own is not None:
            return {choice.code: choice.label for choice in own}
        common = self._lists.get(question.choices)
        if common is None:
            self._faults.append(Fault(field.reference, f"tidak ada daftar pilihan {question.choices}"))
            return {}
        self._used[common.id] = common
        return {choice.code: choice.label for choice in common.choices}

    def _condition(self, place: str, condition: bool | str, repeat: str | None) -> Condition:  # noqa: FBT001 - as written
        if isinstance(condition, bool):
            return condition
        return self._optional(place, condition, repeat) or False

    def _optional(self, place: str, text: str, repeat: str | None) -> Expression | None:
        return self._compiled(place, text, repeat) if text else None

    def _compiled(self, place: str, text: str, repeat: str | None) -> Expression:
        try:
            return compile_expression(text, _Names(self._fields, repeat))
        except InvalidExpression as error:
            self._faults.append(Fault(place, str(error)))
            return _NEVER
