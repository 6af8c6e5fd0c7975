"""Expressions of a service pack: a bounded, deterministic subset of the XPath of XLSForm and OpenRosa.

`compile_expression` reads one text once, when the pack is loaded, and names every fault there; the compiled expression
is then run for each change of an answer. The subset and its functions are listed in `docs/forms.md`.
"""
