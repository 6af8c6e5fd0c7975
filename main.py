"""Door of the command line: ``hub`` opens the regency's hub, everything else the desk."""

import sys
from importlib import import_module


def main() -> int:
    """Give the words to ``desktop.cli.main``, or those after ``hub`` to ``hub.cli.main``; only that one is imported."""
    asked, skipped = ("hub.cli", 2) if sys.argv[1:2] == ["hub"] else ("desktop.cli", 1)
    return int(import_module(asked).main(sys.argv[skipped:]))


if __name__ == "__main__":
    sys.exit(main())
