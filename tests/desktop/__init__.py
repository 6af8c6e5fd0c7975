"""Tests of ``desktop``."""
