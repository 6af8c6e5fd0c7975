"""What the pages of a form share: a question with its field and editor, and where its answer is."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.widgets.editors import Editor, editor_for, hint_for
from desktop.widgets.fields import Field
from domain.actions import Json
from forms.evaluation import Shown
from forms.pack import Pack


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on a page: its place in the answers, its widget, its editor."""

    keys: tuple[str, ...]
    field: Field
    editor: Editor

    def show(self, shown: Shown) -> None:
        """Come or go, and give the list the choices that are left."""
        if self.field.isHidden() is shown.relevant:
            self.field.setVisible(shown.relevant)
        self.field.set_optional(optional=not shown.required)
        if shown.choices:
            self.editor.set_choices(shown.choices)


def ask(pack: Pack, reference: str) -> Asked:
    """The field and the editor of a question."""
    compiled = pack.fields[reference]
    question = compiled.field.question
    editor = editor_for(question)
    editor.set_choices(compiled.choices)
    hint = hint_for(question)
    field = Field(question.label, editor, hint)
    editor.name(question.label, hint)
    return Asked(compiled.field.keys, field, editor)


def level(one: Field, other: Field) -> None:
    """Editors side by side on one line."""
    if one.hinted or other.hinted:
        one.reserve_hint()
        other.reserve_hint()


def answer_at(answers: object, keys: tuple[str, ...]) -> Json:
    """The answer where the keys lead; None for nothing."""
    for key in keys:
        answers = answers.get(key) if isinstance(answers, dict) else None
    found: Json = answers  # type: ignore[assignment] # JSON, walked down
    return found


def put_answer(answers: dict[str, Json], keys: tuple[str, ...], value: Json) -> None:
    """Put a value where the keys lead, without touching what others hold; nothing is put for no answer."""
    first, *rest = keys
    if rest:
        inner = answers.get(first)
        held: dict[str, Json] = dict(inner) if isinstance(inner, dict) else {}
        put_answer(held, tuple(rest), value)
        answers[first] = held
    elif value is None:
        answers.pop(first, None)
    else:
        answers[first] = value
