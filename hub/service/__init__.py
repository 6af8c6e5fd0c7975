"""What the hub does: judges, numbers, prepares, completes, answers. Knows SQL and the crafts, but no HTTP."""
