"""The plans of a run's most expensive queries, read from the target after the replay and stored in the run."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial

import asyncpg
import polars as pl

from pgrehearse.base import event_loop
from pgrehearse.base.artifact import read_json, write_json
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import ExpectedIdentity, place_of
from pgrehearse.metrics.explain import Example, read_plans
from pgrehearse.runs.read import Run
from pgrehearse.targets.safety import require_identity
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT

MOST = 50
# The limit for all plans together: an overloaded target does not delay the end of the run.
_TIMEOUT_S = 60.0


def explain(
    run: Run,
    workload: Workload,
    target: Endpoint,
    expected_identities: Mapping[Endpoint, ExpectedIdentity],
    server: Endpoint | None = None,
) -> str:
    """Add ``plans`` to the run's ``state.json``; return a note ("": no error). *server*: behind the pooler that is the target."""
    examples = costliest(run, workload)
    of_target = {
        place.database: expected
        for place, expected in expected_identities.items()
        if place_of(target.to(database=place.database)) == place
    }
    try:
        plans = event_loop.run(asyncio.wait_for(_by_database(server or target, examples, of_target), _TIMEOUT_S))
    except (OSError, TimeoutError, TargetProblem, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return f"no plans: {error or type(error).__name__}"
    path = run.path / "state.json"
    state = read_json(path, what="a run") if path.exists() else {}
    write_json(path, {**state, "plans": plans})
    return ""


def costliest(run: Run, workload: Workload) -> list[tuple[str, Example]]:
    """Return a captured execution of each of the query keys with the highest total time, with its database."""
    shapes = workload.shapes().lazy().select("shape", "query_key", "kind")
    ran = (
        run.outcomes()
        .filter(pl.col("status").cast(pl.String) == "ok")
        .select("session", "seq", (pl.col("done_us") - pl.col("sent_us")).alias("us"))
    )
    events = workload.events().filter(IS_STATEMENT & ~pl.col("truncated").fill_null(value=False))
    first = (
        ran.join(events.select("session", "seq", "shape"), on=["session", "seq"])
        .join(shapes, on="shape")
        .group_by("query_key")
        .agg(pl.col("us").sum(), pl.col("kind").first(), pl.col("session").first(), pl.col("seq").first())
        .sort("us", descending=True)
        .head(MOST)
        .collect()
    )
    executions = (
        events.select("session", "seq", "action", "sql", "params", "prepared_name")
        .join(first.lazy(), on=["session", "seq"])
        .join(workload.sessions().lazy().select("session", "database"), on="session")
        .collect()
    )
    return [
        (row["database"] or "", Example(row["query_key"], row["kind"], _text(row["sql"]), _params(row)))
        for row in executions.iter_rows(named=True)
    ]


def _params(row: dict[str, object]) -> tuple[str | None, ...] | None:
    if row["action"] != "execute":
        return None
    values = row["params"]
    return tuple(None if value is None else _text(value) for value in values) if isinstance(values, list) else ()


def _text(value: object) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


async def _by_database(
    server: Endpoint, examples: list[tuple[str, Example]], expected_identities: Mapping[str, ExpectedIdentity]
) -> dict[str, object]:
    plans: dict[str, object] = {}
    for database in sorted({name for name, _ in examples}):
        # The connection plans statements of the workload, so it is verified first.
        if (expected := expected_identities.get(database)) is not None:
            of_database = [example for name, example in examples if name == database]
            plans |= await read_plans(
                server.to(database=database), of_database, partial(require_identity, expected=expected)
            )
    return plans
