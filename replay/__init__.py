"""A workload is sent to a target with its own timing and order; the outcomes become a run.

``plan``: what the user wants. ``prepare``: all decisions before the start (which sessions, which statements, when, in which order), in
mapped rows for each worker. ``types``: the types of parameters. ``session``: the hot loop (``script`` decides what a row needs, ``session``
sends it over a ``connection``, ``reactor`` calls at the right time, ``recorder`` collects outcomes). ``workers``: the processes.
``dry_run``: what a replay would do.
"""
