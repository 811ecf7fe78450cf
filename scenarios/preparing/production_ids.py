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
from pgrehearse.replay.prepare.id_texts import IdTexts, NamedCounts, read_id_texts
from pgrehearse.replay.prepare.session_selection import select_sessions
from pgrehearse.runs.id_methods import id_methods
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import IdFacts, NamedIds, SequenceIds
from pgrehearse.runs.write import rewrite_manifest
from pgrehearse.scenarios.preparing.preflight import Ready
from pgrehearse.scenarios.preparing.production_values import (
    ProductionValues,
    give_production_values,
    value_notes,
    with_own_values,
)
from pgrehearse.targets import safety
from pgrehearse.targets.given_values import put_back_values
from pgrehearse.targets.pinning import DrawnRange, Given, PutBack, give_ids, put_back
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.read import Workload


def with_ids(plan: ReplayPlan, workload: Workload) -> ReplayPlan:
    """Return the plan with which ids are drawn: production's, if the replay writes and the workload has them.

    Raises ``BadInput`` if the plan requires production's ids and the workload has none.
    """
    has_ids = plan.writes and (workload.manifest.decoded is not None or not workload.pins().is_empty())
    if plan.ids == Ids.PRODUCTION and not has_ids:
        raise BadInput(
            f"{workload.path}: --ids production: the workload has no ids that production drew",
            remedy="capture the logs again with --catalog, or replay with --ids target",
        )
    return replace(plan, ids=plan.ids or (Ids.PRODUCTION if has_ids else Ids.TARGET))


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back in one database. *own*: how many defaults of columns returned a value of the target's own, by column."""

    ids: PutBack
    own: dict[str, int] = field(default_factory=dict)


@dataclass
class ProductionIds:
    """Production's ids in one replay. *pins*: what the statements have to draw (session, seq, oid, ids; None: the target's ids). *texts*:
    those that are changed so that they draw them. *settings*: those with the values of other generated columns (``pins.PINS``; None:
    the target's values)."""

    pins: pl.DataFrame | None = None
    texts: IdTexts | None = None
    settings: pl.DataFrame | None = None
    facts: IdFacts | None = None
    notes: list[str] = field(default_factory=list)

    def recorded(self, run: Run) -> Run:
        """Write to the manifest of a run which ids were given, and how they are known; return the run."""
        if self.facts is None and not self.notes:
            return run
        notes = [*run.manifest.notes, *id_notes(self.facts or IdFacts()), *self.notes]
        rewrite_manifest(run.path, replace(run.manifest, ids=self.facts, notes=notes))
        return Run.open(run.path)


def put_back_ids(ready: Ready) -> dict[Endpoint, Restored]:
    """Put back what was replaced in the databases that a replay writes to, by this replay or by one that was killed."""
    return {place_of(endpoint): event_loop.run(_put_back(endpoint, proven)) for endpoint, proven in ready.spent}


@contextmanager
def production_ids(workload: Workload, ready: Ready) -> Iterator[ProductionIds]:
    """Have the databases that a replay writes to return production's ids; put back what was replaced at the end of the block."""
    ids, given, values = ProductionIds(), dict[Endpoint, Given](), ProductionValues()
    try:
        if ready.plan.ids == Ids.PRODUCTION:
            places = _places(workload, ready.plan)
            values = give_production_values(workload, ready, places.select("session", "place"))
            drawn = _drawn(workload, places)
            given = {place_of(place): event_loop.run(_give(place, proven, drawn)) for place, proven in ready.spent}
            tables = {
                str(place): tuple(table for table, _ in one.named) for place, one in given.items() if one.sequences
            }
            ids.texts, counts = read_id_texts(
                workload, drawn.places.filter(pl.col("place").is_in(list(tables))), tables
            )
            facts = _facts(drawn.pins, given, counts)
            ids.pins, ids.settings = _found(drawn.pins, given), values.settings
            ids.facts = replace(
                facts,
                not_given=[*facts.not_given, *values.not_given],
                values=values.facts,
                pins_digest=workload.manifest.pins_digest,
            )
        yield ids
    finally:
        if ready.plan.ids == Ids.PRODUCTION:
            results = put_back_ids(ready)
            for place, result in results.items():
                ids.notes += [f"{place.database}: not put back: {sentence}" for sentence in result.ids.left]
            ids.facts = _with_beyond(ids.facts, given, values, results)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Production's ids of the sessions that are replayed. *pins*: columns of pins, place (the target's database). *ranges*: the ids of
    each sequence, from the least to the greatest: place, sequence, least, greatest. *places*: session, database, place."""

    pins: pl.DataFrame
    ranges: pl.DataFrame
    places: pl.DataFrame


def _drawn(workload: Workload, places: pl.DataFrame) -> Drawn:
    """Return production's ids; also the sequences of draws whose number is not known."""
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
    return Drawn(pins, ranges, places)


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


async def _put_back(endpoint: Endpoint, proven: safety.SafetyCheck) -> Restored:
    """Put back what was replaced in one database. A server that cannot be reached is put back at the start of the next replay."""
    try:
        connection = await connect(endpoint)
    except TargetProblem as error:
        return Restored(PutBack({}, (str(error),)))
    try:
        await safety.require_identity(connection, proven.expected_identity)
        own = await put_back_values(connection)
        return Restored(await put_back(connection), own)
    except (TargetProblem, asyncpg.PostgresError, OSError) as error:
        return Restored(PutBack({}, (str(error),)))
    finally:
        await connection.close()


def _found(drawn: pl.DataFrame, given: dict[Endpoint, Given]) -> pl.DataFrame:
    """Return what the statements have to draw: session, seq, oid, ids."""
    oids = [
        (str(place), name, sequence.oid) for place, one in given.items() for name, sequence in one.sequences.items()
    ]
    table = pl.DataFrame(oids, schema={"place": pl.String, "sequence": pl.String, "oid": pl.Int64}, orient="row")
    return drawn.join(table, on=["place", "sequence"], maintain_order="left").select("session", "seq", "oid", "ids")


def _facts(drawn: pl.DataFrame, given: dict[Endpoint, Given], counts: NamedCounts) -> IdFacts:
    """Return how many ids are known for each sequence, by how they are known."""
    counted = drawn.select("place", "sequence", "how").explode("how").group_by("place", "sequence", "how").len()
    known: dict[tuple[str, str], dict[str, int]] = {}
    for place, sequence, how, count in counted.sort("place", "sequence", "how").iter_rows():
        known.setdefault((place, sequence), {})[how] = count
    sequences = [
        SequenceIds(place.database, name, list(given[place].sequences[name].columns), known.get((str(place), name), {}))
        for place, name in _sequences(given)
    ]
    return IdFacts(
        sequences,
        [sentence for one in given.values() for sentence in one.not_given],
        named=_named(given, counts),
        calls=counts.calls,
    )


def _sequences(given: dict[Endpoint, Given]) -> list[tuple[Endpoint, str]]:
    """Return the sequences of all databases that return production's ids, in the order of ``IdFacts``: place and name."""
    return [(place, name) for place, one in given.items() for name in sorted(one.sequences)]


def _named(given: dict[Endpoint, Given], counts: NamedCounts) -> list[NamedIds]:
    """Return the tables whose ids statements of the workload have to name."""
    tables = [(place, table, reason) for place, one in given.items() for table, reason in one.named]
    found = []
    for place, table, reason in tables:
        key = (str(place), (table.schema, table.name))
        named, others = counts.named.get(key, 0), counts.left.get(key, 0)
        if named or others:
            found.append(NamedIds(place.database, f"{table.schema}.{table.name}", named, others, reason))
    return found


def _with_beyond(
    facts: IdFacts | None, given: dict[Endpoint, Given], values: ProductionValues, results: dict[Endpoint, Restored]
) -> IdFacts | None:
    """Add to each sequence and column how many draws and evaluations got a value of the target's own.

    Two servers can have databases and sequences of the same name.
    """
    if facts is None:
        return None
    own = {place: result.own for place, result in results.items()}
    sequences = [
        replace(one, beyond=results[place].ids.beyond.get(name, 0) if place in results else 0)
        for one, (place, name) in zip(facts.sequences, _sequences(given), strict=True)
    ]
    return replace(facts, sequences=sequences, values=with_own_values(facts.values, values.places, own))


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
    if facts.calls:
        notes.append(
            f"{facts.calls:,} statements call pg_catalog.nextval, or nextval with a regclass: they were sent with pgrehearse.nextval"
        )
    notes += [_named_note(one) for one in facts.named]
    notes += value_notes(facts.values)
    return [*notes, *(f"production's ids could not be given: {sentence}" for sentence in facts.not_given)]


def _named_note(one: NamedIds) -> str:
    """Return a note on the statements that name the ids of a table in their texts."""
    named = f"{one.statements:,} statements that insert into {one.table} name its ids in their texts"
    others = f"; {one.others:,} cannot, and draw ids of the target's own" if one.others else ""
    return f"{named}, because its default cannot be changed ({one.reason}){others}"
