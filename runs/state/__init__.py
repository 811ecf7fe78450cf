"""The state of databases: rows and checksums of their tables, sequences, large objects; read once, compared offline."""
