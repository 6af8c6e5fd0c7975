"""Door of the command line: ``hub`` opens the regency's hub, everything else the desk."""

import sys
from importlib import import_module


def main() -> int:
    """Run the command line named by the first argument; each is imported only when it is asked for."""
    return int(import_module("hub.cli" if sys.argv[1:2] == ["hub"] else "desktop.cli").main(sys.argv[1:]))


if __name__ == "__main__":
    sys.exit(main())
