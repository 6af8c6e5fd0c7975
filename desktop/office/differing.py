"""What differs between two versions of a request: question by question, both answers in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.office.opening import words_of
from desktop.office.recording import Known
from desktop.phrases import phrase
from desktop.store.projection import latest_answers
from domain.actions import ActionKind
from forms.pack import Pack
from forms.schema import Group, Note, Person


@dataclass(frozen=True, slots=True)
class Difference:
    """One question with two answers; an empty one was not given."""

    label: str
    before: str
    after: str


def since_correction(found: Known) -> tuple[Difference, ...]:
    """What the last correction changed, documents too; empty when nothing was ever corrected."""
    counting = [item for item in found.log if not item.refused]
    place = next(
        (at for at in range(len(counting) - 1, -1, -1) if counting[at].action.kind is ActionKind.CORRECT), None
    )
    if place is None:
        return ()
    before, after = latest_answers(counting[:place]), latest_answers(counting[: place + 1])
    labels = {each.document.kind: each.document.label for each in found.pack.documents}
    papers = [
        Difference(phrase("Lampiran baru"), "", labels.get(blob.document, blob.document))
        for blob in counting[place].action.blobs
    ]
    return (*between(found.pack, before, after), *papers)


def between(pack: Pack, one: Mapping[str, object], other: Mapping[str, object]) -> tuple[Difference, ...]:
    """Questions whose answers differ, in the order of the form."""
    found = []
    for label, keys, choices in _questions(pack):
        before, after = _at(one, keys), _at(other, keys)
        if before == after:
            continue
        words = [_words(value, choices) for value in (before, after)]
        if words[0] == words[1]:
            words[1] = phrase("{words} (isinya berubah)", words=words[1])
        found.append(Difference(label, words[0], words[1]))
    return tuple(found)


def _questions(pack: Pack) -> Iterator[tuple[str, tuple[str, ...], Mapping[str, str]]]:
    for compiled in pack.fields.values():
        field = compiled.field
        if field.repeat is not None or isinstance(field.question, Group | Note | Person):
            continue
        around = pack.fields[field.parent].field.question if field.parent else None
        part = f"{around.label}: " if around is not None else ""
        yield f"{part}{field.question.label}", field.keys, compiled.choices


def _at(answers: object, keys: tuple[str, ...]) -> object:
    for key in keys:
        answers = answers.get(key) if isinstance(answers, dict) else None
    return None if answers in ("", []) else answers


def _words(value: object, choices: Mapping[str, str]) -> str:
    return "" if value is None else words_of(value, choices)
