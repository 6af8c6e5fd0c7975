"""The desk on the command line, for scripts, offices that automate, and tests.

Prints one JSON document per command when asked; exits 0 done, 1 refused or failed, 2 wrong usage.
"""
