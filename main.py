"""Door of the command line: ``hub`` opens the regency's hub, ``app`` the windows, everything else the desk."""

import gc
import sys
from importlib import import_module

ROOMS = {"hub": ("hub.cli", 2), "app": ("desktop.app", 2)}


def main() -> int:
    """Give the words to ``desktop.cli.main``, or those after ``hub`` or ``app`` to theirs; only one is imported."""
    asked, skipped = ROOMS.get("".join(sys.argv[1:2]), ("desktop.cli", 1))
    if asked == "desktop.app":
        gc.disable()  # nothing that an import makes is garbage; once a window is open, `desktop.collecting` sees to it
    return int(import_module(asked).main(sys.argv[skipped:]))


if __name__ == "__main__":
    sys.exit(main())
