"""Statement logs of any PostgreSQL become one workload.

The way through: ``source`` (files to blocks of bytes) -> a log format (``csvlog``: bytes to one frame of log
records) -> ``grammar`` (what each record says) -> ``units`` (records to events) -> ``transactions`` -> the
workload. A new log format needs only to fill the columns of ``records``.
"""
