"""Statement logs of any PostgreSQL become one workload.

The stages: ``input`` (files to blocks of bytes), ``formats`` (bytes to one frame of log records), ``parse`` (the meaning
of each record of a block), ``assemble`` (records to events, transactions and sessions), then the workload. A new log
format only has to fill the columns of ``formats.records``.
"""
