"""What a form gives to its letter: texts and tables, ready to print, by the merge fields that the template knows."""

from __future__ import annotations

from forms.evaluation import Form
from forms.expressions.compiling import Expression
from forms.expressions.errors import ExpressionFailed
from forms.expressions.values import to_text
from forms.reading import At

Rows = tuple[dict[str, str], ...]


def letter_content(form: Form) -> dict[str, str | Rows]:
    """The merge fields of the pack's letter for this form. The same form gives the same content, on every machine.

    A field whose expression has no value for these answers is empty: the form itself has already named the cause.
    """
    content: dict[str, str | Rows] = {
        name: _text(form, expression, ("", 0)) for name, expression in form.pack.letter_fields.items()
    }
    for name, table in form.pack.letter_tables.items():
        content[name] = tuple(
            {column: _text(form, expression, (table.rows, row)) for column, expression in table.columns.items()}
            for row in range(1, form.settled.row_count(table.rows) + 1)
        )
    return content


def _text(form: Form, expression: Expression, at: At) -> str:
    try:
        return to_text(form.settled.run(expression, at))
    except ExpressionFailed:
        return ""
