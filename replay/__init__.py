"""A workload is sent to a target with its own timing and order; what happened becomes a run.

``plan`` says how, ``cast`` who plays, ``spool`` turns a worker's sessions into mapped rows with every decision
already taken (``skip_rules``), ``script`` says what a row needs on the wire, ``session`` and ``engine`` are the
hot loop over ``wire`` (libpq), ``record`` keeps what happened, ``worker`` is one process, ``conduct`` all of them.
"""
