"""Tests, in rooms that mirror the program's, plus contracts, stories and properties."""
