"""Production's ids during a replay: the targets return them while the replay runs, and are put back when it has ended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import asyncpg
import polars as pl

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.base.server_identity import place_of
from pgrehearse.replay.plan.plan import Ids, ReplayPlan
from pgrehearse.replay.prepare.session_selection import select_sessions
from pgrehearse.runs.id_methods import id_methods
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import IdFacts, SequenceIds
from pgrehearse.runs.write import rewrite_manifest
from pgrehearse.scenarios.preflight import Ready
from pgrehearse.targets import safety
from pgrehearse.targets.pinning import DrawnRange, Given, PutBack, give_ids, put_back
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.sql.sequence_calls import calls_own_nextval


def with_ids(plan: ReplayPlan, workload: Workload) -> ReplayPlan:
    """Return the plan with which ids are drawn: production's, if the replay writes and the workload has them.

    Raises ``BadInput`` if the plan requires production's ids and the workload has none.
    """
    has_ids = plan.writes and not workload.pins().is_empty()
    if plan.ids == Ids.PRODUCTION and not has_ids:
        raise BadInput(
            f"{workload.path}: --ids production: the workload has no ids that production drew",
            remedy="capture the logs again with --catalog, or replay with --ids target",
        )
    return replace(plan, ids=plan.ids or (Ids.PRODUCTION if has_ids else Ids.TARGET))


@dataclass
class ProductionIds:
    """Production's ids in one replay. *pins*: what the statements have to draw (session, seq, oid, ids; None: the target's ids)."""

    pins: pl.DataFrame | None = None
    facts: IdFacts | None = None
    notes: list[str] = field(default_factory=list)

    def recorded(self, run: Run) -> Run:
        """Write to the manifest of a run which ids were given, and how they are known; return the run."""
        if self.facts is None and not self.notes:
            return run
        notes = [*run.manifest.notes, *id_notes(self.facts or IdFacts()), *self.notes]
        rewrite_manifest(run.path, replace(run.manifest, ids=self.facts, notes=notes))
        return Run.open(run.path)


def put_back_ids(ready: Ready) -> dict[Endpoint, PutBack]:
    """Put back what was replaced in the databases that a replay writes to, by this replay or by one that was killed."""
    return {place_of(endpoint): event_loop.run(_put_back(endpoint, proven)) for endpoint, proven in ready.spent}


@contextmanager
def production_ids(workload: Workload, ready: Ready) -> Iterator[ProductionIds]:
    """Have the databases that a replay writes to return production's ids; put back what was replaced at the end of the block."""
    ids = ProductionIds()
    try:
        if ready.plan.ids == Ids.PRODUCTION:
            drawn = _drawn(workload, ready.plan)
            given = {place_of(place): event_loop.run(_give(place, proven, drawn)) for place, proven in ready.spent}
            ids.pins, ids.facts = _found(drawn.pins, given), _facts(drawn.pins, given, _own_calls(workload))
        yield ids
    finally:
        if ready.plan.ids == Ids.PRODUCTION:
            for place, result in put_back_ids(ready).items():
                ids.notes += [f"{place.database}: not put back: {sentence}" for sentence in result.left]
                ids.facts = _with_beyond(ids.facts, place.database, result)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Production's ids of the sessions that are replayed. *pins*: columns of pins, place (the target's database). *ranges*: the ids of
    each sequence, from the least to the greatest: place, sequence, least, greatest."""

    pins: pl.DataFrame
    ranges: pl.DataFrame


def _drawn(workload: Workload, plan: ReplayPlan) -> Drawn:
    """Return production's ids; also the sequences of draws whose number is not known."""
    places = _places(workload, plan)
    pins = workload.pins().join(places.select("session", "place"), on="session")
    ids = pins.select("place", "sequence", pl.col("ids")).explode("ids").drop_nulls()
    sequences = [(one.database, one.name, one.last or one.start) for one in workload.manifest.drawn_from]
    schema = {"database": pl.String, "sequence": pl.String, "ids": pl.Int64}
    of_catalog = pl.DataFrame(sequences, schema=schema, orient="row")
    named = of_catalog.join(places.select("database", "place").unique(), on="database")
    ranges = (
        pl.concat([ids, named.select(ids.columns)])
        .group_by("place", "sequence")
        .agg(pl.col("ids").min().alias("least"), pl.col("ids").max().alias("greatest"))
    )
    return Drawn(pins, ranges)


def _places(workload: Workload, plan: ReplayPlan) -> pl.DataFrame:
    """Return the place of each session that is replayed: session, database (as captured), place."""
    sessions = workload.sessions().join(select_sessions(workload, plan).select("session").unique(), on="session")
    routing, keys = plan.routing, ["user", "database", "instance"]
    logins = sessions.select(keys).unique()
    places = [
        str(place_of(routing.endpoint(plan.target, user, database, instance or "")))
        for user, database, instance in logins.iter_rows()
    ]
    named = logins.with_columns(pl.Series("place", places, dtype=pl.String))
    return sessions.join(named, on=keys, nulls_equal=True).select("session", "database", "place")


async def _give(endpoint: Endpoint, proven: safety.SafetyCheck, drawn: Drawn) -> Given:
    """Have one database return production's ids. A role without the permission leaves it as it is."""
    ranges = drawn.ranges.filter(pl.col("place") == str(place_of(endpoint))).drop("place")
    connection = await connect(endpoint)
    try:
        await safety.require_identity(connection, proven.expected_identity)
        return await give_ids(connection, [DrawnRange(*row) for row in ranges.iter_rows()])
    except asyncpg.PostgresError as error:
        return Given({}, (f"{endpoint.database}: {error}",))
    finally:
        await connection.close()


async def _put_back(endpoint: Endpoint, proven: safety.SafetyCheck) -> PutBack:
    """Put back what was replaced in one database. A server that cannot be reached is put back at the start of the next replay."""
    try:
        connection = await connect(endpoint)
    except TargetProblem as error:
        return PutBack({}, (str(error),))
    try:
        await safety.require_identity(connection, proven.expected_identity)
        return await put_back(connection)
    except (TargetProblem, asyncpg.PostgresError, OSError) as error:
        return PutBack({}, (str(error),))
    finally:
        await connection.close()


def _found(drawn: pl.DataFrame, given: dict[Endpoint, Given]) -> pl.DataFrame:
    """Return what the statements have to draw: session, seq, oid, ids."""
    oids = [
        (str(place), name, sequence.oid) for place, one in given.items() for name, sequence in one.sequences.items()
    ]
    table = pl.DataFrame(oids, schema={"place": pl.String, "sequence": pl.String, "oid": pl.Int64}, orient="row")
    return drawn.join(table, on=["place", "sequence"], maintain_order="left").select("session", "seq", "oid", "ids")


def _own_calls(workload: Workload) -> list[str]:
    """Return a sentence about statements that call PostgreSQL's own ``nextval`` ([]: there are none)."""
    shapes = workload.shapes().filter(pl.col("functions").list.eval(pl.element().str.ends_with("nextval")).list.any())
    own = [shape for shape, text in shapes.select("shape", "template").iter_rows() if calls_own_nextval(text)]
    count = workload.events().filter(IS_STATEMENT & pl.col("shape").is_in(own)).select(pl.len()).collect().item()
    return [f"{count:,} statements call pg_catalog.nextval, or nextval with a regclass"] if count else []


def _facts(drawn: pl.DataFrame, given: dict[Endpoint, Given], own_calls: list[str]) -> IdFacts:
    """Return how many ids are known for each sequence, by how they are known."""
    counted = drawn.select("place", "sequence", "how").explode("how").group_by("place", "sequence", "how").len()
    known: dict[tuple[str, str], dict[str, int]] = {}
    for place, sequence, how, count in counted.sort("place", "sequence", "how").iter_rows():
        known.setdefault((place, sequence), {})[how] = count
    sequences = [
        SequenceIds(place.database, name, list(sequence.columns), known.get((str(place), name), {}))
        for place, one in given.items()
        for name, sequence in sorted(one.sequences.items())
    ]
    return IdFacts(sequences, [*own_calls, *(sentence for one in given.values() for sentence in one.not_given)])


def _with_beyond(facts: IdFacts | None, database: str, result: PutBack) -> IdFacts | None:
    """Add to the sequences of a database how many draws got an id of the target's own."""
    if facts is None:
        return None
    sequences = [
        replace(one, beyond=one.beyond + result.beyond.get(one.sequence, 0)) if one.database == database else one
        for one in facts.sequences
    ]
    return replace(facts, sequences=sequences)


def id_notes(facts: IdFacts) -> list[str]:
    """Return notes about the ids of a replay: how many production's were given, how they are known, and which draws got others."""
    notes = []
    if methods := id_methods(facts):
        notes.append(f"statements drew production's ids (--ids production); how these are known: {methods}")
    beyond = [f"{one.sequence} {one.beyond:,}" for one in facts.sequences if one.beyond]
    if beyond:
        notes.append(
            f"draws that got ids of the target's own, because production's were not known: {', '.join(beyond)}"
        )
    return [*notes, *(f"production's ids could not be given: {sentence}" for sentence in facts.not_given)]
