"""``pgrehearse seed``: the smallest data with which the statements of a workload find the same number of rows."""
