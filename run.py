"""The one list of commands: ``python3 run.py demo | test | check | app | screenshots | build | lock``.

Needs nothing but Python with venv; each command installs what it lacks into ``.venv`` from the locked lists in
``requirements/`` and is quick when nothing changed. ``--offline DIR`` takes the packages from a folder of wheels.
"""

import sys

OLDEST, NEWEST = (3, 11), (3, 14)

if __name__ == "__main__":
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        sys.exit("Ketinting needs Python 3.11 to 3.14; this is " + sys.version.split()[0])
    from tooling.commands import main

    sys.exit(main(sys.argv[1:]))
