"""Hypothesis properties that span rooms."""
