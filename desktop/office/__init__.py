"""The desk's use cases as plain functions that return what they changed.

No Qt, no widgets, no terminal: windows, command line and tests call the same verbs.
"""
