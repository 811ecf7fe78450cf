"""Every decision that can be made before a replay starts, for all statements at once."""
