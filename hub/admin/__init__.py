"""What an administrator does: making a hub, giving it its reference data, looking after it. No HTTP."""
