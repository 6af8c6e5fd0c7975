"""What can go wrong with an expression.

::

    ExpressionError
    ├── InvalidExpression   the author's fault, found when the pack is loaded; has a position
    ├── ExpressionFailed    these answers give no value (``date('bukan tanggal')``); the form says so at the question
    └── TooManySteps        the pack costs more than a form may cost; no form comes of it
"""

from __future__ import annotations


class ExpressionError(ValueError):
    """Any fault of an expression."""


class InvalidExpression(ExpressionError):
    """The text is not in the subset. `position` counts characters from 0."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"{message} (karakter ke-{position + 1})")
        self.position = position


class ExpressionFailed(ExpressionError):
    """The expression has no value for these answers."""


class TooManySteps(ExpressionError):
    """The step budget of one evaluation is used up."""
