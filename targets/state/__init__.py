"""Read the state of databases: each table once, in one snapshot, by several connections, without a write."""
