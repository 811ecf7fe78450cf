"""Targets of kind `rds` and `aurora`: specified, planned, created and described at AWS (docs/targets-aws.md).

The source is described (``described``), the plan is a pure function of it (``plan``), and ``create`` executes the plan with a line of
the journal before each request.
"""
