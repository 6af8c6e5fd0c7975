"""What every test needs before it starts: no screen, no clock in properties, and servers started at most once."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says something about the machine, not about the property.
settings.register_profile("ketinting", deadline=None)
settings.load_profile("ketinting")

pytest_plugins = ["tests.postgres"]
