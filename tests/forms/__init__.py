"""Tests of ``forms``."""
