"""A frozen letter to and from plain JSON values, as it travels in the payload of ``letter_frozen`` and ``issue``.

Reading is for hostile input: every text is bounded, composed and printable, every name fits its pattern, unknown keys
are left out, and the error names the place and never the value (it may be somebody's NIK).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, TypeVar, cast, get_args

from domain.letters import (
    Content,
    ContentValue,
    Draft,
    Footer,
    Form,
    FrozenLetter,
    Letterhead,
    LetterInvalid,
    LetterNumber,
    Paper,
    ReservedSignature,
    Row,
    Signature,
    Status,
    TemplateRef,
    Typesetting,
    is_unprintable,
)

VERSION: Final = 1
T = TypeVar("T")

_ID: Final = r"[0-9A-Za-z][0-9A-Za-z._:@+-]{0,99}"
_KEY: Final = r"[a-z][a-z0-9_]{0,63}"
_FIELD: Final = r"[a-z][a-z0-9]{0,31}"
_SHA256: Final = r"[0-9a-f]{64}"
_NAME: Final = r"[a-z0-9][a-z0-9-]{0,63}"
_LONG: Final = 10_000


def draft_to_json(draft: Draft) -> dict[str, Any]:
    """The part of the JSON form that is known before the number; a preview is set from it."""
    return {
        "v": VERSION,
        "letter": draft.letter,
        "request": draft.request,
        "service": draft.service,
        "pack": draft.pack,
        "office": draft.office,
        "place": draft.place,
        "kop": letterhead_to_json(draft.kop),
        "title": draft.title,
        "content": {key: _content_to_json(value) for key, value in draft.content.items()},
        "signatures": [_signature_to_json(signature) for signature in draft.signatures],
        "paper": draft.paper,
        "template": {"id": draft.template.id, "sha256": draft.template.sha256},
    }


def to_json(letter: FrozenLetter) -> dict[str, Any]:
    """The letter as JSON values; ``from_json`` gives the equal letter back."""
    number, footer = letter.number, letter.footer
    return draft_to_json(letter.draft) | {
        "number": {"book": number.book, "year": number.year, "n": number.n, "text": number.text},
        "date": letter.date.isoformat(),
        "footer": {"provider": footer.provider, "text": footer.text, "since": footer.since.isoformat()},
        "fonts": letter.typesetting.fonts,
        "typst": letter.typesetting.typst,
    }


def letterhead_to_json(kop: Letterhead) -> dict[str, Any]:
    """The kop as JSON values."""
    return {"lines": list(kop.lines), "address": kop.address, "emblem": kop.emblem}


def draft_from_json(value: object) -> Draft:
    """Read a draft. Raises LetterInvalid."""
    raw = _version_1(value)
    return Draft(
        letter=_match(raw, "letter", _ID),
        request=_match(raw, "request", _ID),
        service=_match(raw, "service", _NAME),
        pack=_match(raw, "pack", _ID),
        office=_match(raw, "office", _ID),
        place=_text(raw, "place"),
        kop=_letterhead(raw),
        title=_text(raw, "title"),
        content=_content(raw),
        signatures=_each(raw, "signatures", _signature, most=4),
        paper=cast("Paper", _choice(raw, "paper", get_args(Paper))),
        template=_part(
            raw, "template", lambda part: TemplateRef(_match(part, "id", _NAME), _match(part, "sha256", _SHA256))
        ),
    )


def from_json(value: object) -> FrozenLetter:
    """Read a frozen letter. Raises LetterInvalid."""
    raw = _version_1(value)
    return FrozenLetter(
        draft=draft_from_json(raw),
        number=_part(raw, "number", _number),
        date=_date(raw, "date"),
        footer=_part(
            raw, "footer", lambda p: Footer(_match(p, "provider", _NAME), _text(p, "text", 500), _date(p, "since"))
        ),
        typesetting=Typesetting(_match(raw, "fonts", _SHA256), _match(raw, "typst", r"\d{1,4}\.\d{1,4}\.\d{1,4}")),
    )


def _version_1(value: object) -> Mapping[str, object]:
    raw = _mapping(value, "letter")
    if raw.get("v") != VERSION or isinstance(raw.get("v"), bool):
        raise LetterInvalid("letter.v: this program reads version 1 only")
    return raw


def _number(part: Mapping[str, object]) -> LetterNumber:
    return LetterNumber(
        _match(part, "book", _ID),
        _integer(part, "year", 1945, 9999),
        _integer(part, "n", 1, 9_999_999),
        _text(part, "text", 100),
    )


def _letterhead(raw: Mapping[str, object]) -> Letterhead:
    part = _mapping(raw.get("kop"), "kop")
    emblem = None if part.get("emblem") is None else _match(part, "emblem", _NAME)
    return Letterhead(_each(part, "lines", _item_text, most=6), _text(part, "address"), emblem)


def _signature(value: object, path: str) -> Signature | ReservedSignature:
    part = _mapping(value, path)
    field = _match(part, "field", _FIELD)
    if part.get("reserved") is True:
        return ReservedSignature(field)
    return Signature(
        field=field,
        form=cast("Form", _choice(part, "form", get_args(Form))),
        status=cast("Status", _choice(part, "status", get_args(Status))),
        lines=_each(part, "lines", _item_text, most=6),
        name=_text(part, "name"),
        nip=None if part.get("nip") is None else _match(part, "nip", r"[0-9][0-9 ]{4,29}"),
    )


def _content(raw: Mapping[str, object]) -> Content:
    part = _mapping(raw.get("content"), "content")
    if len(part) > 200:
        raise LetterInvalid("letter.content: more than 200 fields")
    return {_key(key): _content_value(value, f"content.{key}") for key, value in part.items()}


def _content_value(value: object, path: str) -> ContentValue:
    if isinstance(value, list):
        if len(value) > 200:
            raise LetterInvalid(f"letter.{path}: more than 200 rows")
        if value and all(isinstance(item, dict) for item in value):
            return tuple(_row(item, path) for item in value)
        return tuple(_checked_text(item, path, _LONG) for item in value)
    return _checked_text(value, path, _LONG)


def _row(value: object, path: str) -> Row:
    row = _mapping(value, path)
    if len(row) > 30:
        raise LetterInvalid(f"letter.{path}: more than 30 columns")
    return {_key(key): _checked_text(cell, path, _LONG) for key, cell in row.items()}


def _content_to_json(value: ContentValue) -> object:
    if isinstance(value, str):
        return value
    return [item if isinstance(item, str) else dict(item) for item in value]


def _signature_to_json(signature: Signature | ReservedSignature) -> dict[str, Any]:
    if isinstance(signature, ReservedSignature):
        return {"field": signature.field, "reserved": True}
    return {
        "field": signature.field,
        "form": signature.form,
        "status": signature.status,
        "lines": list(signature.lines),
        "name": signature.name,
        "nip": signature.nip,
    }


def _part(raw: Mapping[str, object], key: str, read: Callable[[Mapping[str, object]], T]) -> T:
    return read(_mapping(raw.get(key), key))


def _mapping(value: object, path: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise LetterInvalid(f"letter.{path}: expected an object")
    return value


def _each(raw: Mapping[str, object], key: str, read: Callable[[object, str], T], *, most: int) -> tuple[T, ...]:
    value = raw.get(key)
    if not isinstance(value, list) or not 1 <= len(value) <= most:
        raise LetterInvalid(f"letter.{key}: expected a list of 1 to {most}")
    return tuple(read(item, f"{key}[{place}]") for place, item in enumerate(value))


def _key(key: object) -> str:
    if not isinstance(key, str) or not re.fullmatch(_KEY, key):
        raise LetterInvalid("letter.content: a field name does not fit")
    return key


def _match(raw: Mapping[str, object], key: str, pattern: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        raise LetterInvalid(f"letter.{key}: does not fit")
    return value


def _choice(raw: Mapping[str, object], key: str, choices: tuple[str, ...]) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or value not in choices:
        raise LetterInvalid(f"letter.{key}: expected one of {', '.join(choices)}")
    return value


def _integer(raw: Mapping[str, object], key: str, least: int, most: int) -> int:
    value = raw.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise LetterInvalid(f"letter.{key}: expected a number from {least} to {most}")
    return value


def _date(raw: Mapping[str, object], key: str) -> date:
    try:
        return date.fromisoformat(_match(raw, key, r"\d{4}-\d{2}-\d{2}"))
    except ValueError as error:
        raise LetterInvalid(f"letter.{key}: expected a date like 2026-11-21") from error


def _text(raw: Mapping[str, object], key: str, most: int = 300) -> str:
    return _checked_text(raw.get(key), key, most)


def _item_text(value: object, path: str) -> str:
    return _checked_text(value, path, 300)


def _checked_text(value: object, path: str, most: int) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise LetterInvalid(f"letter.{path}: expected text of at most {most} characters")
    if any(is_unprintable(letter) and letter != "\n" for letter in value):
        raise LetterInvalid(f"letter.{path}: control or bidi characters")
    if not unicodedata.is_normalized("NFC", value):
        raise LetterInvalid(f"letter.{path}: characters are not composed (NFC)")
    return value
