"""A running server logs every statement for a limited time."""
