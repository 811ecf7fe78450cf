"""A side that stands for all servers of a placement is one side for each server: they are replayed at the same time.

Each part gets the traffic of its server. An embedded part is restored from the snapshot, so that it has the tables of all servers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.replay.plan.server_targets import require_own_targets, require_part_names
from pgrehearse.scenarios.keys.model_errors import Fault, faults_of_call
from pgrehearse.scenarios.keys.server_table import ServerTable
from pgrehearse.scenarios.sides.moving_rules import faults_of_moves
from pgrehearse.scenarios.sides.side import Side, side_faults
from pgrehearse.workload.placement import Placement, read_placement

_KEYS = tuple(one.name for one in fields(ServerTable))
# What belongs to one server.
_OF_ONE = (
    "dsn",
    "restore",
    "standby_dsn",
    "logs",
    "readers",
    "routes",
    "instance",
    "cluster",
    "container",
    "moves_from",
)


def has_parts(side: Side) -> bool:
    """Return whether a side stands for all servers of its placement."""
    return bool(side.placement) and not side.server


def parts_of(name: str, side: Side) -> dict[str, Side]:
    """Return the sides that a table of a scenario stands for, by their names: itself, or one for each server of its placement.

    Raises ``BadInput`` for a placement that cannot be read.
    """
    if not has_parts(side):
        return {name: side}
    return {f"{name}-{one.name}": _part(side, one.name) for one in read_placement(Path(side.placement)).servers}


def _part(side: Side, server: str) -> Side:
    """Return the side of one server: the keys of its table are in the place of those of the side."""
    table = side.servers.get(server, ServerTable())
    given = {key: value for key in _KEYS if (value := getattr(table, key))}
    return replace(side, server=server, servers={}, **given)


def faults_of_sides(side: Side, version: int, where: str, table: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is not possible on a side and on its parts. *version*: of production; *where*: the path of the side's *table*."""
    if not has_parts(side):
        if side.servers:
            yield Fault(f"{where}.servers needs a placement, and no server", "set placement, or remove the tables")
        if side.moves_from:
            yield Fault(
                f"{where}.moves_from is a key of one of several servers",
                f"set placement without server, and moves_from in [{where}.servers.NAME]",
            )
        yield from side_faults(side, version, where, table)
        return
    unreadable = list(faults_of_call(partial(read_placement, Path(side.placement)), f"{where}.placement: "))
    yield from unreadable
    if not unreadable:
        placement = read_placement(Path(side.placement))
        yield from _of_servers(side, placement, where)
        yield from faults_of_moves(side, placement, where)
        # The pooler of the clients of tables that move has the size of the side.
        left = {"pool_size"} if any(one.moves_from for one in side.servers.values()) else set()
        for part in parts_of("", side).values():
            own = f".servers.{part.server}" if side.kind == "dsn" else ""
            # The version of one server has a rule of its own: it needs moves_from.
            of_server = set(table.get("servers", {}).get(part.server, {})) - {"version"}
            given = {*table, *of_server} - ({"kind"} if part.target else set())
            yield from side_faults(part, version, f"{where}{own}", given - left)


def _of_servers(side: Side, placement: Placement, where: str) -> Iterator[Fault]:
    """Yield servers without a target, targets without a server, and two servers with one target."""
    names = [one.name for one in placement.servers]
    yield from faults_of_call(partial(require_part_names, placement), f"{where}.placement: ")
    for name in side.servers:
        if name not in names:
            yield Fault(
                f"{where}.servers.{name}: there is no server {name!r} in {placement.path}", f"use {', '.join(names)}"
            )
    for key in _OF_ONE:
        if getattr(side, key):
            each = f"set {where}.servers.{names[0]}.{key}, and one for each other server"
            yield Fault(
                f"{where}.{key} is that of one server, and {placement.path} has {len(names)}",
                each if key in _KEYS else "set server, or remove the key",
            )
    given = {name: table.dsn for name, table in side.servers.items() if table.dsn}
    if given and side.kind != "dsn":
        yield Fault(f'{where}.servers.{min(given)}.dsn is only for kind = "dsn"', 'set kind = "dsn", or remove the key')
    else:
        yield from faults_of_call(partial(_require_own_targets, given), f"{where}.servers: ")


def _require_own_targets(dsns: Mapping[str, str]) -> None:
    require_own_targets({name: Endpoint.parse(dsn) for name, dsn in dsns.items()})
