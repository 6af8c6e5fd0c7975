"""The parts that pages are made of. They know how things look, nothing of requests."""
