"""What every test needs before it starts: no screen, and servers started at most once."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.postgres"]
