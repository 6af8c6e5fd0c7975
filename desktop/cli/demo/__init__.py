"""The whole road of a request as a play with real processes: ``ketinting demo --headless``."""
