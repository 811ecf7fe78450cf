"""The side of a server whose tables are on another server at first: they are copied to a server of their own, and a pooler in front of the
other one takes their clients."""

from __future__ import annotations

from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.units import duration
from pgrehearse.scenarios.demo.database import DATABASE
from pgrehearse.scenarios.experiment.stages import Prepared
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import pooler as poolers
from pgrehearse.targets.logical import second_server
from pgrehearse.targets.logical.prepare import PreparedMove, prepare_move
from pgrehearse.targets.server_facts import login_roles
from pgrehearse.workload.placement import read_placement


def prepare_moving(place: Path, side: Side, first: Prepared, before: Prepared | None) -> Prepared:
    """Create the server of a side in the folder *place*, and prepare the move of its tables.

    *first*: the side where the tables are, which is ready; *before*: this side as it was prepared for the replay before (None: there was none).

    Raises ``TargetProblem`` for tables that logical replication cannot move.
    """
    main = first.clusters[0]
    for cluster in before.clusters if before is not None else ():
        clusters.destroy(cluster)
    second = second_server.create(place, side.version, main, DATABASE, dict(side.settings))
    placement = read_placement(Path(side.placement))
    move = event_loop.run(prepare_move(main, second, DATABASE, placement, side.server))
    names = event_loop.run(login_roles(first.target))
    pooler = poolers.start(main, poolers.PoolMode.TRANSACTION, side.pool_size, names)
    return Prepared(
        pooler.endpoint(DATABASE), (), (), (second,), _steps(side, move), server=second.endpoint(DATABASE), move=move
    )


def _steps(side: Side, move: PreparedMove) -> tuple[str, ...]:
    times = move.times
    return (
        f"{len(move.move.tables)} tables copied from {side.moves_from} by logical replication: {duration(times.with_indexes_us)} with their "
        f"secondary indexes; {duration(times.copy_us)} without them, and {duration(times.indexes_us)} to create them",
        f"PgBouncer (transaction mode, at most {side.pool_size} connections for each user and database)",
    )
