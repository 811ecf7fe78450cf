"""Which ids production drew: deduced from the catalog at the window's start and from the log.

Each execution's draws have a place in the log (``places``). Every id from the sequence's value on belongs to one of them, in
their order (``alignment``). Later uses confirm ids, and swap draws that overlapped (``confirmation``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from pgrehearse.workload.generated import confirmation
from pgrehearse.workload.generated.alignment import Draws
from pgrehearse.workload.generated.executions import draws, first_uses
from pgrehearse.workload.generated.facts import DatabaseIds, Sequence
from pgrehearse.workload.generated.places import placed
from pgrehearse.workload.generated.sequence_ids import NONE, SequenceIds, Shown, sequence_ids
from pgrehearse.workload.generated.texts import numbered, text_rules
from pgrehearse.workload.schema import IS_STATEMENT, PINS, How

_EVENTS = (
    *(
        "session",
        "seq",
        "shape",
        "sql",
        "params",
        "at_us",
        "at_least_us",
        "took_us",
        "parse_us",
        "bind_us",
        "transaction",
    ),
    *("ended", "sqlstate", "failed_in", "record", "bind_record", "last_record"),
)
_EXECUTION = ("session", "seq", "database", "sequence")


@dataclass(frozen=True, slots=True)
class Log:
    """A captured workload as far as the deduction reads it: its tables, and the resolution of its times."""

    events: pl.LazyFrame
    sessions: pl.DataFrame
    shapes: pl.DataFrame
    resolution_us: int


@dataclass(frozen=True, slots=True)
class Deduction:
    """*pins*: the ids of each execution (``PINS``). *sequences*: those that the log's executions drew from, with their counts.

    *late*: those whose state in the catalog is after the first ids of the log; *early*: those from which ids were drawn
    between the reading of the catalog and the first statement of the log.
    """

    pins: pl.DataFrame
    sequences: list[Sequence]
    late: list[Sequence]
    early: list[Sequence]


def deduce(log: Log, ids: dict[str, DatabaseIds], counts: pl.DataFrame | None = None) -> Deduction:
    """Return the ids that each execution drew, and how each is known.

    *ids*: the generated values of each database. *counts*: how many ids executions drew in a first pass with pinned ids (columns
    session, seq, sequence, n): they replace numbers that the log does not show.
    """
    statements = _statements(log)
    relevant = numbered(statements.filter(pl.col("shape").is_in(_relevant(log.shapes, ids).implode())))
    tables = {
        shape: (*read, *written)
        for shape, read, written in log.shapes.select("shape", "tables_read", "tables_written").iter_rows()
    }
    rules = text_rules(relevant, ids, tables)
    drawn = draws(relevant, rules, ids).with_columns(pl.lit(value=False).alias("counted"))
    if counts is not None:
        drawn = _counted(drawn, counts, statements)
    if drawn.is_empty():
        return Deduction(pl.DataFrame(schema=PINS), [], [], [])
    return _aligned(_units(drawn), first_uses(relevant, rules), _sequences(ids), log.sessions)


def _statements(log: Log) -> pl.DataFrame:
    """Return the statements with the database of their session and their places (``placed``)."""
    events = log.events.filter(IS_STATEMENT).select(_EVENTS).collect().sort("session", "seq")
    databases = log.sessions.select("session", pl.col("database").fill_null(""))
    return placed(events.join(databases, on="session", how="left", maintain_order="left"), log.resolution_us)


def _relevant(shapes: pl.DataFrame, ids: dict[str, DatabaseIds]) -> pl.Series:
    """Return the shapes that name a table with ids, or call nextval."""
    tables = {table for one in ids.values() for table in one.tables}
    tables |= {table.partition(".")[2] for table in tables}  # the names are not resolved without --catalog
    named = pl.col("tables_read").list.concat("tables_written").list.eval(pl.element().is_in(list(tables))).list.any()
    calls = pl.col("functions").list.eval(pl.element().str.ends_with("nextval")).list.any()
    return shapes.filter(named | calls)["shape"]


def _counted(drawn: pl.DataFrame, counts: pl.DataFrame, statements: pl.DataFrame) -> pl.DataFrame:
    """Return the executions with the numbers of a first pass where the log does not show them; executions that only it shows are added."""
    known = (pl.col("low") == pl.col("high")) & pl.col("sure")
    keys = ["session", "seq", "sequence"]
    joined = drawn.join(counts.select(*keys, "n"), on=keys, how="left", maintain_order="left")
    counted = pl.col("n").is_not_null() & ~known
    joined = joined.with_columns(
        pl.when(counted).then("n").otherwise("low").alias("low"),
        pl.when(counted).then("n").otherwise("high").alias("high"),
        (pl.col("sure") | counted).alias("sure"),
        counted.alias("counted"),
    ).drop("n")
    others = counts.filter(pl.col("n") > 0).join(drawn, on=keys, how="anti")
    places = statements.select(
        "session", "seq", "transaction", "database", "after", "before", pl.col("start").alias("key")
    )
    added = others.join(places, on=["session", "seq"], how="inner").with_columns(
        pl.col("n").alias("low"),
        pl.col("n").alias("high"),
        pl.lit(value=True).alias("sure"),
        pl.lit(value=True).alias("counted"),
    )
    return pl.concat([joined, added.select(joined.columns)]).sort("database", "sequence", "key", "session", "seq")


def _units(drawn: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each draw; an execution that drew an unknown number has one row (*known* is false)."""
    units = drawn.filter(pl.col("high") > 0).with_columns((pl.col("low") == pl.col("high")).alias("known"))
    times = units.select(pl.when("known").then("low").otherwise(1)).to_series().to_numpy()
    units = units[np.repeat(np.arange(units.height), times)]
    return units.with_columns(
        pl.when("known").then(1).otherwise("low").alias("low"), pl.when("known").then(1).otherwise("high").alias("high")
    ).with_row_index("row")


def _sequences(ids: Mapping[str, DatabaseIds]) -> dict[tuple[str, str], Sequence]:
    return {(database, name): one for database, known in ids.items() for name, one in known.sequences.items()}


def _aligned(
    units: pl.DataFrame, uses: pl.DataFrame, sequences: dict[tuple[str, str], Sequence], sessions: pl.DataFrame
) -> Deduction:
    """Return the pins of all draws. The sequences of different databases are apart."""
    key = pl.concat_str("database", pl.lit("\0"), "sequence").alias("sequence")
    shown, rest = confirmation.confirmed(units.with_columns(key), uses.with_columns(key))
    ids = np.full(units.height, NONE)
    ids[shown["row"].to_numpy()] = shown["id"].to_numpy()
    strong = np.zeros(units.height, dtype=np.bool_)
    strong[shown["row"].to_numpy()] = shown["strong"].to_numpy()
    opened = frozenset(sessions.filter(pl.col("began") == "already open")["session"].to_list())
    found: list[tuple[Sequence, pl.DataFrame, SequenceIds]] = []
    for (database, name), part in units.group_by("database", "sequence", maintain_order=True):
        sequence = sequences.get((str(database), str(name)))
        if sequence is None:
            continue
        begin = int(part["row"][0])
        after, before, low, high, session = (
            part[column].cast(pl.Int64).to_numpy() for column in ("after", "before", "low", "high", "session")
        )
        mine = rest.filter(pl.col("row").is_between(begin, begin + part.height - 1)).with_columns(
            (pl.col("row") - begin).cast(pl.Int64)
        )
        place = slice(begin, begin + part.height)
        line = Draws(after, before, low, high, ids[place])
        found.append((sequence, part, sequence_ids(sequence, line, Shown(session, strong[place], mine, opened))))
    return _deduction(found)


def _deduction(found: list[tuple[Sequence, pl.DataFrame, SequenceIds]]) -> Deduction:
    """Return the pins of all sequences: where the catalog is not that of the window's start, order alone shows nothing certain."""
    late = [sequence for sequence, _, ids in found if ids.late]
    early = [sequence for sequence, _, ids in found if ids.shift and not ids.late]
    late_databases, early_databases = ({one.database for one in sequences} for sequences in (late, early))
    pins, counted = [pl.DataFrame(schema=PINS)], []
    for sequence, units, ids in found:
        alone = not ids.confirmed.any()
        unknown = alone and (sequence.database in late_databases or sequence.next is None)
        part = _pins(units, ids, unknown=unknown, early=alone and sequence.database in early_databases)
        counts = dict(part["how"].explode(empty_as_null=False).value_counts(sort=True).iter_rows())
        uncounted = int((~units["known"].to_numpy() & ~ids.certain).sum())
        pins.append(part)
        counted.append(replace(sequence, drawn=counts, uncounted=uncounted))
    return Deduction(pl.concat(pins).sort("session", "seq", maintain_order=True), counted, late, early)


def _pins(units: pl.DataFrame, ids: SequenceIds, *, unknown: bool, early: bool) -> pl.DataFrame:
    """Return the pins of one sequence. *unknown*: nothing shows its first id; *early*: it was drawn from before the log began."""
    certain = pl.lit(pl.Series(ids.certain)) & pl.col("sure") & (not early)
    how = (
        pl.when(pl.lit(pl.Series(ids.confirmed)))
        .then(pl.lit(How.CONFIRMED.value))
        .when(unknown)
        .then(pl.lit(How.UNKNOWN.value))
        .when(~certain)
        .then(pl.lit(How.GUESSED.value))
        .when("counted")
        .then(pl.lit(How.COUNTED.value))
        .otherwise(pl.lit(How.ORDER.value))
    )
    named = units.select("session", "seq", "sequence", how.alias("how"))
    each = named[np.repeat(np.arange(units.height), ids.count)]
    number = pl.Series(ids.ids) if not unknown else pl.Series([None], dtype=pl.Int64).new_from_index(0, each.height)
    drawn = (
        each.with_columns(number.alias("ids"))
        .group_by("session", "seq", "sequence", maintain_order=True)
        .agg("ids", "how")
    )
    return drawn.select(pl.col(name).cast(kind) for name, kind in PINS.items())
