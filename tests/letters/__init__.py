"""Tests of ``letters``."""
