"""The kinds of targets that are not at AWS. Each module has one kind, which is a ``Target`` (targets/target.py)."""
