"""Log groups of CloudWatch Logs: which streams and slices of time contain a window, and their download."""
