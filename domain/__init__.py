"""The rules of the office: offices, posts, requests, the workflow, number books, letters as values.

Pure and on the standard library only: no clock, randomness, file, network or package. The desk greys out a button and
the hub refuses an action with the same functions, so a rule of the law has one home.
"""
