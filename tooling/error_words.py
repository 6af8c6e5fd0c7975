"""The words by which programs tell failures apart, read from the source and written to ``docs/errors.md``.

``python -m tooling.error_words`` writes the page anew; a test holds it against the source.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tooling.environment import ROOT

PAGE = ROOT / "docs" / "errors.md"
HEAD = """# Words of failures

With `--json` a command that fails prints one document, `{"error": WORD, "message": SENTENCE}`, and the same sentence as
one line on standard error. In `desk run` the answer to a line is `{"ok": false, "exit": …, "error": WORD, "message":
SENTENCE, "details": […]}`. Exit 1: refused or failed; exit 2: wrong usage. The words are stable; the sentences (in
Indonesian, for the person) may change.

Written by `python -m tooling.error_words` from the source; not edited by hand.
"""
EVERYWHERE = {
    "salah_perintah": "The words cannot be understood; exit 2.",
    "galat": "A fault of this program; a log was written beside the data.",
    "demo_gagal": "Something of the demo did not hold.",
    "demo_dihentikan": "The demo was interrupted.",
    "folder_terisi": "The demo's folder holds something else; exit 2.",
    "paket_kurang": "A group of packages is not installed.",
}
_ITS_OWN = "The sentence of what caused it."
_PART = re.compile(r"\{\w+\}")
_WORD = re.compile(r"^\| `([^`]+)`", re.MULTILINE)


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for title, words in (
        ("Every command", EVERYWHERE),
        ("`desk` and `letter`", dict(sorted(_raised(), key=lambda row: (row[0], row[1] != _ITS_OWN)))),
        ("`desk`, of letters and certificates", dict(_classes("letters/errors.py", ""))),
        ("`desk enrol` and `desk officer add`", dict(_enrolment())),
        ("`desk`, of the exchange", dict(_classes("sync/errors.py", "code"))),
        ("`desk` and `hub`, of a flash disk", dict(_classes("sync/parcel_errors.py", "code"))),
        ("`hub`", dict(sorted((*_classes("hub/errors.py", "word"), *_classes("hub/shelf.py", "word"))))),
    ):
        rows = "\n".join(f"| `{word}` | {text} |" for word, text in words.items())
        parts.append(f"\n## {title}\n\n| Word | What happened |\n| --- | --- |\n{rows}\n")
    return "".join(parts)


def words_of(text: str) -> frozenset[str]:
    """The words that a page lists."""
    return frozenset(_WORD.findall(text))


def _raised() -> Iterator[tuple[str, str]]:
    """First and second argument of every error of the world that the desk makes."""
    kinds = {node.name for node in ast.walk(_tree(ROOT / "desktop" / "errors.py")) if isinstance(node, ast.ClassDef)}
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for node in ast.walk(_tree(path)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in kinds:
                continue
            match node.args:
                case [ast.Constant(value=str(word)), text, *_]:
                    yield word, _sentence(text)


def _sentence(node: ast.expr) -> str:
    """The first sentence of a text, with … for what is filled in."""
    match node:
        case ast.Call(func=ast.Name(id="phrase" | "noted"), args=[literal, *_]):
            node = literal
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    text = "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts)
    first = _PART.sub("…", text.partition(". ")[0].rstrip(".").replace("|", "/"))
    return _ITS_OWN if first in {"", "…"} else f"{first}."


def _enrolment() -> Iterator[tuple[str, str]]:
    """Why an enrolment was refused."""
    for node in _tree(ROOT / "sync" / "errors.py").body:
        match node:
            case ast.Assign(targets=[ast.Name(id="_ENROLMENT")], value=ast.Dict(keys=words, values=texts)):
                yield from (
                    (str(word.value), _sentence(text))
                    for word, text in zip(words, texts, strict=True)
                    if isinstance(word, ast.Constant)
                )


def _classes(name: str, attribute: str) -> Iterator[tuple[str, str]]:
    """Classes of errors by an attribute of theirs (or their name) and the first line of their docstring."""
    for node in _tree(ROOT / name).body:
        if not isinstance(node, ast.ClassDef):
            continue
        word = _value(node, attribute) if attribute else node.name
        if word:
            yield word, (ast.get_docstring(node) or "").partition("\n")[0]


def _value(node: ast.ClassDef, attribute: str) -> str:
    for line in node.body:
        match line:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(found)))
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str(found)))
            ) if name == attribute:
                return found
    return ""


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
