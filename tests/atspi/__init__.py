"""Stories through real windows, driven by role and name as a screen reader sees them."""
