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
            help="TOML file of [[server]] with their schemas and tables; only the traffic of --server is sent.",
        ),
        option(
            "--server", group="What-if", metavar="NAME", help="With --placement: the server that --target stands for."
        ),
    ]
)


def with_traffic(plan: ReplayPlan, values: dict[str, Any]) -> ReplayPlan:
    """Return the plan with the changes of the traffic that the options describe."""
    from pgrehearse.replay.plan.rewrites import read_rewrites
    from pgrehearse.replay.plan.traffic import OneServer
    from pgrehearse.workload.placement import read_placement

    placement, server = values["placement"], values["server"]
    if (placement is None) != (server is None):
        raise click.UsageError("--placement and --server need each other.")
    return replace(
        plan,
        rewrites=tuple(rule for path in values["rewrites"] for rule in read_rewrites(path)),
        one_server=OneServer(read_placement(placement), server) if placement is not None else None,
    )
