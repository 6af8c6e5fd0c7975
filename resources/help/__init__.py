"""Short help for each page, in Indonesian and English, and the words of the glossary."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
LANGUAGES = ("id", "en")


@cache
def help_text(key: str, language: str) -> str:
    """The Markdown of a page. Raises FileNotFoundError for a page without help."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    return (_FOLDER / chosen / f"{key}.md").read_text(encoding="utf-8")


def help_keys(language: str = "id") -> tuple[str, ...]:
    """The pages that have help."""
    return tuple(sorted(path.stem for path in (_FOLDER / language).glob("*.md")))


@cache
def glossary_json() -> bytes:
    """The words that people read: see `desktop.help.read_glossary` for its shape."""
    return (_FOLDER / "glossary.json").read_bytes()
