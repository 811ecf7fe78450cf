"""The logging settings of a source at RDS or Aurora: what its parameter group has, their change for a limited time, and its undo."""
