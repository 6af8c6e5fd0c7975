"""Whole stories in Indonesian Gherkin that run real processes."""
