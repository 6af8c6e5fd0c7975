"""Backups of a hub: written while it works, proved by restoring them, and put back into an empty place."""
