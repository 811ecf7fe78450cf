"""PostgreSQL servers that pgrehearse creates, starts and removes on this machine."""
