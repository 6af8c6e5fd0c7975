"""Service packs: what a service asks, checks, calculates, wants as documents and writes into its letter.

One evaluator serves the desk while the clerk types and the hub when it judges the same answers again. A pack is
a file with dates, so that a new service of an agency is never a new release of the program.
"""
