"""A group of tables moves from one server to another by logical replication, with the replication back ready."""
