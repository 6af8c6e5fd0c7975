"""How pages come onto paper: through Qt's printers, at the exact size, never scaled, never by way of a file."""
