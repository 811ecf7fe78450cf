"""The targets of all servers of a placement, each of which gets its part of the traffic."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import UsageProblem
from pgrehearse.base.server_identity import place_of
from pgrehearse.workload.placement import Placement

# The name of a server is a part of the name of its run. The runs of a second round end with `again`.
_NAME = re.compile(r"[a-z][a-z0-9-]{0,19}")
_AGAIN = "again"
_FORM = "write --target 'server=NAME: DSN' for each server of the placement, or select one with --server"


def parse_server_targets(texts: Sequence[str], placement: Placement) -> dict[str, str]:
    """Parse ``server=NAME: DSN`` of ``--target``; return the DSN of each server, in the order of the placement.

    Raises ``UsageProblem`` for a server without a target, a target without a server, and two servers with one target.

    >>> from pgrehearse.workload.placement import PlacedServer
    >>> parse_server_targets(["server=b: host=y", "server=a: host=x"], Placement("p", (PlacedServer("a"), PlacedServer("b"))))
    {'a': 'host=x', 'b': 'host=y'}
    """
    names = [server.name for server in placement.servers]
    dsns: dict[str, str] = {}
    for text in texts:
        sessions, colon, dsn = text.partition(": ")
        kind, sign, name = sessions.strip().partition("=")
        if not (colon and sign and kind == "server"):
            raise UsageProblem(
                f"--placement {placement.path} has {len(names)} servers, and a target names none", remedy=_FORM
            )
        if name not in names:
            raise UsageProblem(
                f"--target 'server={name}: ...': there is no server {name!r} in {placement.path}",
                remedy=f"use its servers: {', '.join(names)}",
            )
        if name in dsns:
            raise UsageProblem(f"--target: server {name} has two targets", remedy="give each server one target")
        dsns[name] = dsn.strip()
    if missing := [name for name in names if name not in dsns]:
        raise UsageProblem(f"no target for server {', '.join(missing)} of {placement.path}", remedy=_FORM)
    require_part_names(placement)
    require_own_targets({name: Endpoint.parse(dsns[name]) for name in names})
    return {name: dsns[name] for name in names}


def require_part_names(placement: Placement) -> None:
    """Raise ``UsageProblem`` if the name of a server cannot be a part of the name of its run."""
    for server in placement.servers:
        if not _NAME.fullmatch(server.name) or server.name == _AGAIN:
            raise UsageProblem(
                f"{server.name!r} of {placement.path} is not the name of a part",
                remedy=f"use lower-case letters, digits and hyphens, a letter first, at most 20; not {_AGAIN}",
            )


def require_own_targets(targets: Mapping[str, Endpoint]) -> None:
    """Raise ``UsageProblem`` if two servers have one target. *targets*: by the name of the server."""
    servers: dict[Endpoint, str] = {}
    for name, target in targets.items():
        other = servers.setdefault(place_of(target), name)
        if other != name:
            raise UsageProblem(
                f"{place_of(target)} is the target of two servers, {other} and {name}",
                remedy="give each server a target of its own",
            )
