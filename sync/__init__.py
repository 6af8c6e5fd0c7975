"""The exchange between a desk and the hub: the messages, the engine, one file per phase, and the client.

Actions and bytes travel apart, everything may be cut anywhere and repeated, and nothing is counted twice. Knows
neither Qt nor SQL.
"""
