"""Reading JSON that travels in signed configuration: strict about what is there, deaf to what a newer hub added."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from domain.actions import Json

JsonObject = dict[str, Json]
_Choice = TypeVar("_Choice", bound=StrEnum)


class ShapeError(ValueError):
    """A field is missing or is not what it must be; ours or a forger's fault, never a citizen's."""

    def __init__(self, key: str, wanted: str) -> None:
        super().__init__(f"“{key}” must be {wanted}")
        self.key = key


class Fields:
    """One JSON object, read field by field; every reader raises `ShapeError` for a value of another kind."""

    def __init__(self, source: object) -> None:
        if not isinstance(source, Mapping):
            raise ShapeError("(whole)", "an object")
        self._source: Mapping[object, object] = source

    def text(self, key: str, longest: int = 200) -> str:
        """A text of 1 to ``longest`` characters without control characters."""
        found = self.text_or_empty(key, longest)
        if not found:
            raise ShapeError(key, "a text that is not empty")
        return found

    def text_or_empty(self, key: str, longest: int = 200) -> str:
        """A text of at most ``longest`` characters without control characters."""
        return _as_text(key, self._source.get(key), longest)

    def text_or_none(self, key: str, longest: int = 200) -> str | None:
        """A text as `text` wants it, or None for null and absence."""
        return None if self._source.get(key) is None else self.text(key, longest)

    def whole(self, key: str, lowest: int, highest: int) -> int:
        """A whole number in a closed range; true and false are no numbers."""
        found = self._source.get(key)
        if not isinstance(found, int) or isinstance(found, bool) or not lowest <= found <= highest:
            raise ShapeError(key, f"a whole number from {lowest} to {highest}")
        return found

    def flag(self, key: str) -> bool:
        """True or false."""
        found = self._source.get(key)
        if not isinstance(found, bool):
            raise ShapeError(key, "true or false")
        return found

    def nested(self, key: str) -> object:
        """An object inside this one, unread; its own reader refuses it if it is none."""
        return self._source.get(key)

    def items(self, key: str) -> tuple[object, ...]:
        """A list, its items unread."""
        found = self._source.get(key)
        if not isinstance(found, list | tuple):
            raise ShapeError(key, "a list")
        return tuple(found)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        found = tuple(_as_text(key, item, 200) for item in self.items(key))
        if "" in found:
            raise ShapeError(key, "a list of texts that are not empty")
        return found

    def choice(self, key: str, choices: type[_Choice]) -> _Choice:
        """One of the words of an enumeration."""
        found = self._source.get(key)
        if isinstance(found, str) and found in {each.value for each in choices}:
            return choices(found)
        raise ShapeError(key, "one of " + ", ".join(choices))

    def instant(self, key: str) -> datetime:
        """An instant with its zone, given back in UTC."""
        try:
            found = datetime.fromisoformat(self.text(key))
        except ValueError as error:
            raise ShapeError(key, "an instant like 2026-11-21T10:17:00Z") from error
        if found.tzinfo is None:
            raise ShapeError(key, "an instant with its zone")
        return found.astimezone(UTC)

    def instant_or_none(self, key: str) -> datetime | None:
        """An instant, or None for null and absence."""
        return None if self._source.get(key) is None else self.instant(key)

    def day(self, key: str) -> date:
        """A date like 2026-11-21."""
        return as_day(key, self._source.get(key))


def as_day(key: str, found: object) -> date:
    """A date like 2026-11-21, in no other of ISO's spellings."""
    try:
        if isinstance(found, str) and len(found) == 10:
            return date.fromisoformat(found)
    except ValueError:
        pass
    raise ShapeError(key, "a date like 2026-11-21")


def instant_text(at: datetime) -> str:
    """The instant in UTC as JSON carries it: ``2026-11-21T10:17:00Z``."""
    if at.tzinfo is None:
        raise ValueError("an instant without a zone cannot travel")
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _as_text(key: str, found: object, longest: int) -> str:
    if not isinstance(found, str) or len(found) > longest:
        raise ShapeError(key, f"a text of at most {longest} characters")
    if not found.isprintable():
        raise ShapeError(key, "a text without control characters")
    return found
