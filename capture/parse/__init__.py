"""What one block of log records means, without knowledge of any other block."""
