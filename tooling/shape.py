"""The shape of the code: the ceilings and names that no linter keeps. Run as ``python -m tooling.shape``.

Complexity and the number of arguments are kept by ruff (C901, PLR0913, PLR0917); who may import whom by import-linter.
"""

import ast
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tooling.purity import impurities
from tooling.words import words_out_of_place

ROOT = Path(__file__).resolve().parent.parent

FILE_LINES = 350
FUNCTION_LINES = 40
PUBLIC_METHODS = 15
EMPTY_NAMES = frozenset({"data", "info", "process"})
MADE_HERE = frozenset({"__pycache__", "build", "dist", "htmlcov", "out"})
EMPTY_PARTS = ("Base", "Helper", "Manager", "Util", "Utils")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def main() -> int:
    """Print every complaint about the files of the repository, and give 1 when there is one."""
    complaints = [line for path in _files() for line in complaints_about(path, path.relative_to(ROOT))]
    print(*complaints, sep="\n", end="\n" if complaints else "")
    print(f"Shape of the code: {len(complaints)} complaints.")
    return int(bool(complaints))


def complaints_about(path: Path, shown: Path) -> Iterator[str]:
    """Give one line for each thing in a file that is too long, badly named or out of place."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    yield from (f"{shown}:{line}: {word}" for line, word in words_out_of_place(shown, text))
    if path.suffix != ".py":
        return
    if (lines := len(text.splitlines())) > FILE_LINES:
        yield f"{shown}: {lines} lines, at most {FILE_LINES}"
    if shown.stem in sys.stdlib_module_names | EMPTY_NAMES:
        yield f"{shown}: a module may not be named like one of the standard library, or say nothing"
    tree = ast.parse(text)
    found = [*_too_long(tree), *_too_wide(tree), *_empty_names(tree)]
    found += impurities(tree) if shown.parts[0] == "domain" else []
    yield from (f"{shown}:{line}: {complaint}" for line, complaint in sorted(found))


def _too_long(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, Function):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield node.lineno, f"{node.name} has {lines} lines, at most {FUNCTION_LINES}"


def _too_wide(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            public = [part.name for part in node.body if isinstance(part, Function) and not part.name.startswith("_")]
            if len(public) > PUBLIC_METHODS:
                yield node.lineno, f"{node.name} has {len(public)} public methods, at most {PUBLIC_METHODS}"


def _empty_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for line, name in _names(tree):
        if name.lower() in EMPTY_NAMES or name.endswith(EMPTY_PARTS) or name.startswith(EMPTY_PARTS[1:]):
            yield line, f"the name {name} says nothing"


def _names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every name that this file gives: to a class, a function, an argument or a variable."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name="data", args=ast.arguments(args=[_, ast.arg(arg="index"), *_])):
                pass  # what Qt asks a model for
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield node.lineno, name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                yield node.lineno, name


def _files() -> Iterator[Path]:
    """Every file of the repository, but not what tools made or hid here."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in MADE_HERE and (name == ".ci" or not name.startswith("."))]
        yield from (Path(folder, name) for name in files if not name.startswith("."))


if __name__ == "__main__":
    sys.exit(main())
