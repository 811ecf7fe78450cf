"""Log formats: bytes to one frame of log records."""
