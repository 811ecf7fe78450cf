"""The options of a replay that change the traffic itself: what if the application sent other statements?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.option_groups import option, options

if TYPE_CHECKING:
    from pgrehearse.replay.plan.plan import ReplayPlan

traffic_options = options(
    [
        option(
            "--rewrite",
            "rewrites",
            type=click.Path(path_type=Path),
            multiple=True,
            group="What-if",
            help="TOML file of [[rewrite]]: SQL that is sent in the place of statements (docs/what-if.md). Repeatable.",
        ),
        option(
            "--cache",
            multiple=True,
            metavar="SELECTION: SHARE%",
            group="What-if",
            help="Leave out this share of the reads, as if a cache answered them ('query=KEY: 90%'; selection as for --only). Repeatable.",
        ),
        option(
            "--placement",
            type=click.Path(path_type=Path),
            group="What-if",
            help="TOML file of [[server]] with their schemas and tables: each --target 'server=NAME: DSN' gets the traffic of its server; "
            "or the one of --server.",
        ),
        option(
            "--server",
            group="What-if",
            metavar="NAME",
            help="With --placement: the one server that --target stands for.",
        ),
    ]
)


def with_traffic(plan: ReplayPlan, values: dict[str, Any]) -> ReplayPlan:
    """Return the plan with the changes of the traffic that the options describe."""
    from pgrehearse.replay.plan.rewrites import read_rewrites
    from pgrehearse.replay.plan.traffic import OneServer
    from pgrehearse.workload.placement import read_placement

    placement, server = values["placement"], values["server"]
    if server is not None and placement is None:
        raise click.UsageError("--server needs --placement.")
    return replace(
        plan,
        rewrites=tuple(rule for path in values["rewrites"] for rule in read_rewrites(path)),
        one_server=OneServer(read_placement(placement), server) if server is not None else None,
    )


# What belongs to one target: it cannot be given for all servers of a placement.
_OF_ONE_TARGET = {
    "readers": "--reader",
    "route_reads": "--route-reads",
    "standbys": "--standby",
    "logs": "--target-log",
    "container": "--container",
    "instances": "--instance",
    "aws_clusters": "--db-cluster",
    "restore": "--restore",
}


def server_values(values: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the values of the options for each server of ``--placement``, in its order (empty: the replay has one target)."""
    from pgrehearse.replay.plan.server_targets import parse_server_targets
    from pgrehearse.workload.placement import read_placement

    if values["placement"] is None or values["server"] is not None:
        return {}
    if given := [option for name, option in _OF_ONE_TARGET.items() if values[name]]:
        raise click.UsageError(f"{given[0]} belongs to one target: with --placement it needs --server.")
    if values["passes"] != 1:
        raise click.UsageError("--passes 2 has one target: with --placement it needs --server.")
    dsns = parse_server_targets(values["targets"], read_placement(values["placement"]))
    return {name: {**values, "server": name, "targets": (dsn,)} for name, dsn in dsns.items()}
