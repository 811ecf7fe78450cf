"""The rules for a side on which the tables of one server of a placement move (``moves_from``)."""

from __future__ import annotations

from collections.abc import Iterator

from pgrehearse.scenarios.keys.model_errors import Fault
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.targets.logical.moved_tables import fault_of_server
from pgrehearse.workload.placement import Placement


def faults_of_moves(side: Side, placement: Placement, where: str) -> Iterator[Fault]:
    """Yield why the tables of servers cannot move. *where*: the path of the side's table."""
    for name, table in side.servers.items():
        if table.version and not table.moves_from:
            yield Fault(f"{where}.servers.{name}.version needs moves_from", f"use {where}.version, or add moves_from")
        if table.moves_from:
            key = f"{where}.servers.{name}.moves_from"
            yield from _of_origin(side, placement, name, key)
            yield from _of_side(side, key)


def _of_origin(side: Side, placement: Placement, server: str, where: str) -> Iterator[Fault]:
    """Yield a server that cannot have the tables at first."""
    names = [one.name for one in placement.servers]
    origin = side.servers[server].moves_from
    earlier = names[: names.index(server)] if server in names else names
    if origin not in earlier:
        yield Fault(
            f"{where}: {origin!r} is not a server before {server} in {placement.path}",
            f"use one of: {', '.join(earlier)}" if earlier else "write the server that has the tables first",
        )
    elif origin in side.servers and side.servers[origin].moves_from:
        yield Fault(f"{where}: the tables of {origin} move too", "use a server whose tables do not move")


def _of_side(side: Side, where: str) -> Iterator[Fault]:
    """Yield what a side needs whose tables move."""
    if not side.is_restored:
        yield Fault(f"{where} is only for embedded sides", 'set kind = "embedded", or remove the key')
        return
    if fault := fault_of_server(side.version, side.settings.get("wal_level", "replica")):
        yield Fault(f"{where}: {fault[0]}", fault[1])
    if side.pooler:
        yield Fault(
            f"{where}: the side has a pooler, and the clients of the tables that move have one of their own",
            "remove pooler: theirs is PgBouncer in transaction mode, with the pool_size of the side",
        )
