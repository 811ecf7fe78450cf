"""Which ids production drew: deduced from the catalog at the window's start and from the log.

Each execution's draws have a place in the log (``places``). Every id from the sequence's value on belongs to one of them, in
their order (``alignment``). Later uses confirm ids, and swap draws that overlapped (``confirmation``).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import polars as pl

from pgrehearse.workload.generated import confirmation
from pgrehearse.workload.generated.counts import EXECUTION, FirstPass, with_counts
from pgrehearse.workload.generated.executions import defaults, draws, first_uses, uses
from pgrehearse.workload.generated.facts import DatabaseIds, GeneratedDefault, Sequence
from pgrehearse.workload.generated.places import placed
from pgrehearse.workload.generated.possible_ids import Draws
from pgrehearse.workload.generated.sequence_ids import NONE, SequenceIds, Shown, sequence_ids
from pgrehearse.workload.generated.texts import numbered, text_rules
from pgrehearse.workload.schema import IS_STATEMENT, PINS, How

# What the places of all statements need, and what rules need of the statements that draw or use ids.
_TIMES = ("at_us", "at_least_us", "took_us", "parse_us", "bind_us", "record", "bind_record", "last_record")
_OUTCOME = ("shape", "transaction", "commit_rank", "ended", "sqlstate", "failed_in")
_TEXT = ("session", "seq", "sql", "params")


# How the id of a draw is known.
_HOW = (
    pl.when(pl.col("decoded").is_not_null() & pl.col("confirmed"))
    .then(pl.lit(How.DECODED.value))
    .when("confirmed")
    .then(pl.lit(How.CONFIRMED.value))
    .when("unknown")
    .then(pl.lit(How.UNKNOWN.value))
    .when(~(pl.col("certain") & pl.col("sure")) | pl.col("reset"))
    .then(pl.lit(How.GUESSED.value))
    .when("counted")
    .then(pl.lit(How.COUNTED.value))
    .otherwise(pl.lit(How.ORDER.value))
)


@dataclass(frozen=True, slots=True)
class Log:
    """A captured workload as far as the deduction reads it: its event files, its tables, and the resolution of its times.

    *complete*: it has all statements of its databases, as far as is known. If not, order alone shows nothing certain.
    """

    parts: list[Path]
    sessions: pl.DataFrame
    shapes: pl.DataFrame
    resolution_us: int
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Deduction:
    """*pins*: the ids of each execution (``PINS``). *sequences*: those that the log's executions drew from, with their counts.

    *late*: those whose state in the catalog is after the first ids of the log; *early*: those from which ids were drawn
    between the reading of the catalog and the first statement of the log; *reset*: those that a statement set to another value.
    *defaults*: columns with another generated default that statements of the log filled.
    """

    pins: pl.DataFrame
    sequences: list[Sequence] = field(default_factory=list)
    late: list[Sequence] = field(default_factory=list)
    early: list[Sequence] = field(default_factory=list)
    reset: list[Sequence] = field(default_factory=list)
    defaults: list[GeneratedDefault] = field(default_factory=list)


def deduce(
    log: Log, ids: dict[str, DatabaseIds], first: FirstPass | None = None, decoded: pl.DataFrame | None = None
) -> Deduction:
    """Return the ids that each execution drew, and how each is known.

    *ids*: the generated values of each database. *first*: what a first pass with pinned ids counted: it replaces numbers that the log
    does not show. *decoded*: ids of committed rows by logical decoding (columns session, seq, sequence, ids): they are certain, and
    bound the ids of all others.
    """
    statements = _statements(log)
    found = _executions(log, ids, statements)
    drawn = found.drawn
    if first is not None or decoded is not None:
        drawn = with_counts(drawn, statements, first, decoded)
    sequences = {(database, name): one for database, known in ids.items() for name, one in known.sequences.items()}
    known = pl.DataFrame(list(sequences), schema={"database": pl.String, "sequence": pl.String}, orient="row")
    units = _units(drawn.join(known, on=["database", "sequence"], how="semi", maintain_order="left"))
    if units.is_empty():
        return Deduction(pl.DataFrame(schema=PINS), defaults=found.defaults)
    units = _with_decoded(units, decoded)
    aligned = _aligned(units, found.used, sequences, log)
    return replace(_deduction(units, aligned, complete=log.complete), defaults=found.defaults)


def _statements(log: Log) -> pl.DataFrame:
    """Return all statements, without their texts, with the database of their session and their places (``placed``)."""
    events = pl.scan_parquet(log.parts, glob=False).filter(IS_STATEMENT)
    columns = events.select("session", "seq", *_OUTCOME, *_TIMES).collect().sort("session", "seq")
    databases = log.sessions.select("session", pl.col("database").fill_null(""))
    rows = placed(columns, log.resolution_us).drop(set(_TIMES) - {"last_record"})
    # Other sessions can see its rows after this record (null: never).
    committed = pl.col("after").max().over("session", "transaction")
    rows = rows.with_columns(pl.when(pl.col("commit_rank").is_not_null()).then(committed).alias("visible"))
    return rows.drop("commit_rank").join(databases, on="session", how="left", maintain_order="left")


@dataclass(frozen=True, slots=True)
class _Executions:
    """The executions that drew ids, the first use of each id, and the columns that other defaults filled."""

    drawn: pl.DataFrame
    used: pl.DataFrame
    defaults: list[GeneratedDefault]


def _executions(log: Log, ids: dict[str, DatabaseIds], statements: pl.DataFrame) -> _Executions:
    """Apply the rules of the texts. Texts are read part by part."""
    relevant = pl.col("shape").is_in(_relevant(log.shapes, ids).implode())
    names = log.shapes.select("shape", "tables_read", "tables_written")
    tables = {shape: (*read, *written) for shape, read, written in names.iter_rows()}
    drawn, used, filled = [], [], []
    for part in log.parts:
        texts = pl.scan_parquet(part, glob=False).filter(IS_STATEMENT, relevant).select(_TEXT).collect()
        rows = numbered(texts.join(statements, on=["session", "seq"], how="inner", maintain_order="left"))
        rules = text_rules(rows, ids, tables)
        drawn.append(draws(rows, rules, ids))
        used.append(uses(rows, rules))
        filled.append(defaults(rows, rules))
    ordered = pl.concat(drawn).sort("database", "sequence", "key", "session", "seq", "order").drop("order")
    columns = pl.concat(filled).group_by("database", "column", "kind").sum().sort("database", "column")
    return _Executions(
        ordered.with_columns(pl.lit(value=False).alias("counted")),
        first_uses(pl.concat(used)),
        [GeneratedDefault(*row) for row in columns.iter_rows()],
    )


def _relevant(shapes: pl.DataFrame, ids: dict[str, DatabaseIds]) -> pl.Series:
    """Return the shapes that name a table with ids, call nextval, or call a function that draws."""
    tables = {table for one in ids.values() for table in one.tables}
    tables |= {table.partition(".")[2] for table in tables}  # the names are not resolved without --catalog
    tables |= {word for one in ids.values() for name in one.sequences for word in (name, name.rpartition(".")[2])}
    named = pl.col("tables_read").list.concat("tables_written").list.eval(pl.element().is_in(list(tables))).list.any()
    drawing = list({name for one in ids.values() for name in one.calling})
    called = pl.element().str.contains("(?:nextval|setval)$") | pl.element().is_in(drawing)
    return shapes.filter(named | pl.col("functions").list.eval(called).list.any())["shape"]


def _units(drawn: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each draw; an execution that drew an unknown number has one row (*known* is false)."""
    # Behind the first statement that sets its sequence to another value, order shows nothing.
    reset = pl.col("resets").cum_sum().over("database", "sequence") > 0
    units = (
        drawn.with_columns(reset.alias("reset"))
        .filter(pl.col("high") > 0)
        .with_columns((pl.col("low") == pl.col("high")).alias("known"))
    )
    times = units.select(pl.when("known").then("low").otherwise(1)).to_series().to_numpy()
    units = units[np.repeat(np.arange(units.height), times)]
    return units.with_columns(
        pl.when("known").then(1).otherwise("low").alias("low"), pl.when("known").then(1).otherwise("high").alias("high")
    ).with_row_index("row")


def _with_decoded(units: pl.DataFrame, decoded: pl.DataFrame | None) -> pl.DataFrame:
    """Add ``decoded`` to the units: the id that logical decoding shows (null: none), where an execution drew as many as it has rows."""
    if decoded is None:
        return units.with_columns(pl.lit(None, pl.Int64).alias("decoded"))
    place = pl.int_range(pl.len(), dtype=pl.Int64)
    rows = units.with_columns(place.over(EXECUTION).alias("nth"), pl.len().cast(pl.Int64).over(EXECUTION).alias("size"))
    ids = decoded.select(
        *EXECUTION, pl.col("ids").list.len().cast(pl.Int64).alias("size"), pl.col("ids").alias("decoded")
    )
    each = ids.with_columns(pl.int_ranges("size", dtype=pl.Int64).alias("nth")).explode("decoded", "nth")
    return rows.join(each, on=[*EXECUTION, "size", "nth"], how="left", maintain_order="left").drop("nth", "size")


@dataclass(frozen=True, slots=True)
class _Found:
    """A sequence, the rows of its units, and the ids of its draws."""

    sequence: Sequence
    rows: slice
    ids: SequenceIds

    @property
    def alone(self) -> bool:
        """Whether no use confirms an id of it."""
        return not self.ids.confirmed.any()


def _aligned(
    units: pl.DataFrame, used: pl.DataFrame, sequences: dict[tuple[str, str], Sequence], log: Log
) -> list[_Found]:
    """Return the ids of all draws. The sequences of different databases are apart."""
    key = pl.concat_str("database", pl.lit("\0"), "sequence").alias("sequence")
    pooled = log.sessions.filter("pooled")["session"]
    shown, rest = confirmation.confirmed(units.with_columns(key), used.with_columns(key), pooled)
    own = used.filter(~pl.col("session").is_in(pooled.implode()))
    uses = own.partition_by("database", "sequence", as_dict=True)
    rest = rest.with_columns(pl.col("row").list.first().alias("first")).sort("first")
    ids, strong = np.full(units.height, NONE), np.zeros(units.height, dtype=np.bool_)
    ids[shown["row"].to_numpy()], strong[shown["row"].to_numpy()] = shown["id"].to_numpy(), shown["strong"].to_numpy()
    certain = units["decoded"].is_not_null().to_numpy()
    ids[certain], strong[certain] = units["decoded"].drop_nulls().to_numpy(), True
    opened = frozenset(log.sessions.filter(pl.col("began") == "already open")["session"].to_list())
    after, before, low, high, session = (
        units[name].cast(pl.Int64).to_numpy() for name in ("after", "before", "low", "high", "session")
    )
    origin = units.select("session", "seq", "visible")
    names = units.select("database", "sequence")
    lengths = names.select(pl.struct(pl.all()).rle().struct.field("len")).to_series().to_numpy()
    found: list[_Found] = []
    for begin, end in pairwise([0, *np.cumsum(lengths).tolist()]):
        sequence, rows = sequences[names.row(begin)], slice(begin, end)
        first, last = rest["first"].search_sorted(begin), rest["first"].search_sorted(end)
        mine = rest[first:last].select(pl.col("row").list.eval(pl.element() - begin), "id")
        line = Draws(after[rows], before[rows], low[rows], high[rows], ids[rows])
        # Without all statements more draws than the log's can have an id.
        of_all = uses.get(names.row(begin), used.clear()) if log.complete else used.clear()
        evidence = Shown(session[rows], strong[rows], mine, opened, origin[rows], of_all)
        found.append(_Found(sequence, rows, sequence_ids(sequence, line, evidence)))
    return found


def _deduction(units: pl.DataFrame, found: list[_Found], *, complete: bool) -> Deduction:
    """Return the pins of all sequences: where the catalog is not that of the window's start, order alone shows nothing certain; nor does
    it where the log is not *complete*."""
    late = [one.sequence for one in found if one.ids.late]
    early = [one.sequence for one in found if one.ids.shift and not one.ids.late]
    late_in, early_in = ({one.database for one in sequences} for sequences in (late, early))
    unknown = [one.alone and (one.sequence.database in late_in or one.sequence.next is None) for one in found]
    estimated = [
        not complete or (one.alone and (one.sequence.database in early_in or one.sequence.estimated)) for one in found
    ]
    certain = [one.ids.certain & (not guess) for one, guess in zip(found, estimated, strict=True)]
    sizes = [len(one.ids.count) for one in found]
    rows = units.with_columns(
        pl.Series("unknown", np.repeat(unknown, sizes)),
        pl.Series("certain", np.concatenate(certain)),
        pl.Series("confirmed", np.concatenate([one.ids.confirmed for one in found])),
        pl.Series("count", np.concatenate([one.ids.count for one in found])),
    ).with_columns(_HOW.alias("how"))
    number = pl.Series("ids", np.concatenate([one.ids.ids for one in found]))
    each = rows[np.repeat(np.arange(rows.height), rows["count"].to_numpy())].with_columns(
        pl.when("unknown").then(None).otherwise(number).alias("ids")
    )
    counts = _by_method(each)
    hidden = rows.filter(~pl.col("known") & ~pl.col("certain")).group_by("database", "sequence").len()
    uncounted = {(database, name): count for database, name, count in hidden.iter_rows()}
    places = [(one.sequence.database, one.sequence.name) for one in found]
    drawn = each.group_by("session", "seq", "sequence", maintain_order=True).agg("ids", "how")
    return Deduction(
        drawn.sort("session", "seq", maintain_order=True).select(
            pl.col(name).cast(kind) for name, kind in PINS.items()
        ),
        [
            replace(one.sequence, drawn=counts.get(place, {}), uncounted=uncounted.get(place, 0))
            for one, place in zip(found, places, strict=True)
        ],
        late,
        early,
        [one.sequence for one in found if units["reset"][one.rows].any()],
    )


def _by_method(ids: pl.DataFrame) -> dict[tuple[str, str], dict[str, int]]:
    """Return how many ids of each sequence (database, name) are known in which way."""
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for database, name, how, count in ids.group_by("database", "sequence", "how").len().sort("how").iter_rows():
        counts.setdefault((database, name), {})[how] = count
    return counts
