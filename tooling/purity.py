"""Is the domain pure? The standard library only, and of that nothing that reads a clock, a die, a file or a socket."""

import ast
import sys
from collections.abc import Iterator

OURS = "domain"
IMPURE_MODULES = frozenset(
    "asyncio concurrent ctypes ftplib getpass glob http io locale logging multiprocessing os pathlib platform random "
    "secrets select shutil signal smtplib socket sqlite3 ssl subprocess sys tempfile threading time urllib".split()
)
# Calls that read a clock or roll a die though their module is pure otherwise.
IMPURE_CALLS = frozenset(
    {
        "datetime.now",
        "datetime.utcnow",
        "datetime.today",
        "date.today",
        "uuid.uuid1",
        "uuid.uuid4",
        "uuid4",
        "open",
        "input",
    }
)


def impurities(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give the line and the reason for everything in a module of the domain that does not belong there."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                for alias in names:
                    yield from _judge_import(node.lineno, alias.name)
            case ast.ImportFrom(module=str(module)):
                yield from _judge_import(node.lineno, module)
            case ast.Call(func=function) if ast.unparse(function).removeprefix("datetime.") in IMPURE_CALLS:
                yield node.lineno, f"{ast.unparse(function)}() has no place in the domain: make it a parameter"


def _judge_import(line: int, module: str) -> Iterator[tuple[int, str]]:
    top = module.partition(".")[0]
    if top != OURS and (top in IMPURE_MODULES or top not in sys.stdlib_module_names):
        yield line, f"the domain does not import {module}"
