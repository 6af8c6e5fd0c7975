"""The exchange beside programs of its kind: ``python -m bench.sync``."""
