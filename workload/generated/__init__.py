"""Ids that production drew from sequences: which executions drew which ids, deduced from the catalog and the log."""
