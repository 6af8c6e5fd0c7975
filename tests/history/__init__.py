"""A history checker: many desks at once at one hub on PostgreSQL, under faults; what they saw is judged afterwards.

Every call of a desk, every answer, and what the desk committed of it is written down (`recording`). While it is played
nothing is judged; `checking` reads the file alone. By command: ``python -m tests.history --desks 40 --seconds 60``.
"""
