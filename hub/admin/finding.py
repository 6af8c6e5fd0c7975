"""What a look at a hub comes to, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `ok`, `warn` or `bad`, and a sentence that says what to do."""

    name: str
    level: str
    sentence: str

    def to_json(self) -> dict[str, str]:
        """As printed."""
        return {"name": self.name, "level": self.level, "sentence": self.sentence}
