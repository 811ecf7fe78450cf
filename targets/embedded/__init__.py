"""PostgreSQL servers that pgrehearse makes, starts and removes on this machine."""
