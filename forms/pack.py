"""A loaded pack: everything checked, compiled and in order. Made by `forms.packs.load_pack` only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from forms.expressions.compiling import Expression
from forms.fields import Field
from forms.schema import Choice, Document, PackFile

Condition = bool | Expression


@dataclass(frozen=True, slots=True)
class Check:
    """A constraint and what to say when it does not hold."""

    test: Expression
    message: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """A field with its expressions; None where the pack has none.

    Attributes:
        pure: False for a calculation over which desk and hub may differ; the hub takes its answer as given.
    """

    field: Field
    relevant: Expression | None
    required: Condition
    checks: tuple[Check, ...]
    calculation: Expression | None
    choices: Mapping[str, str]
    choice_filter: Expression | None

    @property
    def pure(self) -> bool:
        """Whether desk and hub must come to the same value."""
        return self.calculation is None or self.calculation.pure


@dataclass(frozen=True, slots=True)
class CompiledDocument:
    """A document asked for, with its expressions."""

    document: Document
    relevant: Expression | None
    required: Condition


@dataclass(frozen=True, slots=True)
class CompiledTable:
    """A table of the letter: the repeat and an expression for each column."""

    rows: str
    columns: Mapping[str, Expression]


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """One version of one service.

    Attributes:
        file: what the officer wrote.
        content_hash: SHA-256 (hex) over the canonical bytes of the pack and of the code lists it uses.
        fields: by reference name, in the order of the form.
        order: reference names so that each comes after all that it is worked out from.
        letter_fields: expressions of the merge fields.
    """

    file: PackFile
    content_hash: str
    fields: Mapping[str, Compiled]
    order: tuple[str, ...]
    documents: tuple[CompiledDocument, ...]
    letter_fields: Mapping[str, Expression]
    letter_tables: Mapping[str, CompiledTable]

    @property
    def id(self) -> str:
        """Which service, e.g. ``sktm``."""
        return self.file.id

    @property
    def ref(self) -> str:
        """How an action names it: ``service@version``."""
        return f"{self.file.id}@{self.file.version}"

    def is_valid_on(self, day: date) -> bool:
        """Whether new requests may be made with it on that day."""
        return self.file.valid_from <= day and (self.file.valid_to is None or day <= self.file.valid_to)

    def choices_of(self, reference: str) -> tuple[Choice, ...]:
        """All choices of a question, unfiltered, as printed; empty for other types."""
        return tuple(Choice(code=code, label=label) for code, label in self.fields[reference].choices.items())
