"""What a person feels at the windows, in milliseconds and megabytes: ``python -m bench.desktop``."""
