"""``python3 run.py screenshots``: every page and state, photographed into ``docs/screenshots/``."""
