"""Benchmarks: figures are printed and kept in `docs/performance.md`; no test ever asserts a time."""
