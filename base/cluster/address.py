"""The address of a Ray cluster, as ``--cluster`` and ``replay.cluster`` have it."""

from __future__ import annotations

import re

from pgrehearse.base.errors import UsageProblem

AUTO = "auto"
_HOST_PORT = re.compile(r"[A-Za-z0-9.-]+:[0-9]{1,5}|\[[0-9A-Fa-f:.]+\]:[0-9]{1,5}")


def parse_cluster(text: str) -> str:
    """Return the address: ``auto``, ``HOST:PORT``, or "" (none). Raises ``UsageProblem`` for all else.

    >>> parse_cluster("10.0.0.4:6379")
    '10.0.0.4:6379'
    """
    if text in {"", AUTO} or _HOST_PORT.fullmatch(text):
        return text
    raise UsageProblem(
        f"--cluster {text!r} is not the address of a Ray cluster",
        remedy="use auto, or HOST:PORT of its head; an Aurora or Multi-AZ cluster is given with --db-cluster",
    )
