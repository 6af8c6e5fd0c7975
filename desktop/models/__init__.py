"""Models of Qt's item views over what the use cases give."""
