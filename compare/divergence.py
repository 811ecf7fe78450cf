"""Where the results of the sides differ: errors, and row counts. They are reported before any latency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.compare.alignment import FAILED, OK, Layout, Measured
from pgrehearse.compare.columns import parts
from pgrehearse.compare.comparison import Difference, RowDrift
from pgrehearse.runs.quality.aborted import ABORTED
from pgrehearse.runs.quality.error_causes import CHANCE, kind_of, object_named
from pgrehearse.runs.quality.id_drift import Drawn
from pgrehearse.runs.quality.known_effects import effects
from pgrehearse.runs.read import Run
from pgrehearse.workload.arrays import Floats
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT

# A query whose row counts differ in a larger share of pairs, or whose mean differs by more, is not tested for latency.
DRIFT, MEAN_DRIFT = 0.02, 0.10
EXAMPLES = 50
# A query about the time or about generated ids that returns no rows this often does not do what it did in production.
_EMPTY = 0.5
# What errors are counted as: docs/gates.md.
COUNTED = ("same", "new", "vanished", "different", "moved", "drifted")
_FAILURES = {
    "place": pl.Int64,
    "session": pl.Int32,
    "seq": pl.Int32,
    "sqlstate": pl.String,
    "message": pl.String,
    "effect": pl.String,
}


def failures(where: Layout, workload: Workload, run: Run | None) -> pl.DataFrame:
    """Return the failed statements of a side (*run* None: production): place, session, seq, sqlstate, message, and the *effect* that is
    known to be their cause (``known_effects``; null: none)."""
    if run is None:
        failed = workload.events().filter(IS_STATEMENT & (pl.col("ended") != "ok"))
        message = pl.col("error").cast(pl.String, strict=False).alias("message")
        rows = failed.select("session", "seq", "sqlstate", message, pl.lit(None, pl.String).alias("effect")).collect()
    else:
        rows = effects(run, workload)
    place = pl.Series("place", where.places(rows), dtype=pl.Int64)
    kept = rows.with_columns(place).filter(pl.col("place") >= 0).select(*_FAILURES)
    return kept.filter(pl.Series(where.code[kept["place"].to_numpy()] >= 0))


@dataclass(frozen=True, slots=True)
class BothSides:
    """What both sides measured, by place of *where*. *shapes*: (template, kind) by query key."""

    where: Layout
    baseline: Measured
    candidate: Measured
    shapes: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def counted(self, *, both: bool) -> Iterator[tuple[NDArray[np.int32], Floats, Floats]]:
        """Return the statements that succeeded with a known number of rows, part by part: the numbers of their query keys, and their
        rows on each side. *both*: on both sides, else on the candidate."""
        code = self.where.code
        for part in parts(len(code)):
            chosen = code[part] >= 0
            for side in (self.baseline, self.candidate) if both else (self.candidate,):
                chosen &= (side.status[part] == OK) & (side.rows[part] >= 0)
            before, after = (side.rows[part][chosen].astype(np.float64) for side in (self.baseline, self.candidate))
            yield code[part][chosen], before, after

    def sql(self, number: int) -> tuple[str, str]:
        """Return the query key of a number of the layout, and its template."""
        key = self.where.keys[number]
        return key, self.shapes.get(key, ("", ""))[0]


def errors(
    sides: BothSides,
    failed: tuple[pl.DataFrame, pl.DataFrame],
    workload: Workload,
    ids: Drawn | None = None,
) -> tuple[dict[str, int], tuple[Difference, ...]]:
    """Return counts (``COUNTED``) and the different ones by query key, SQLSTATE and object. *ids*: where ids are drawn."""
    where = sides.where
    rows = _moved(_classified(sides, failed)).filter(pl.col("what") != "moved away")
    rows = _drifted(rows, where.keys, ids or Drawn())
    counts = {word: int((rows["what"] == word).sum()) for word in COUNTED}
    groups = (
        rows.filter(pl.col("what") != "same")
        .with_columns(pl.coalesce("effect_new", "effect").fill_null("").alias("effect"))
        .group_by("key", "what", "sqlstate", "sqlstate_new", "named", "effect", maintain_order=True)
        .agg(
            pl.len().alias("count"),
            pl.coalesce("message_new", "message").first().alias("text"),
            pl.coalesce("session", "session_new").first().alias("session"),
            pl.coalesce("seq", "seq_new").first().alias("seq"),
        )
        .sort("count", descending=True)
        .head(EXAMPLES)
    )
    first = log_lines(workload, groups)
    return counts, tuple(
        Difference(
            *sides.sql(row["key"]),
            row["what"],
            row["sqlstate_new"] or "",
            row["sqlstate"] or "",
            row["count"],
            row["text"] or "",
            first.get((row["session"], row["seq"]), ""),
            row["effect"] or _cause(row["sqlstate_new"] or row["sqlstate"] or "", row["named"]),
        )
        for row in groups.iter_rows(named=True)
    )


def _classified(sides: BothSides, failed: tuple[pl.DataFrame, pl.DataFrame]) -> pl.DataFrame:
    """Return the statements that failed on either side, with their *key* and *what*: same, different, new or vanished."""
    both = failed[0].join(failed[1], on="place", how="full", coalesce=True, suffix="_new").sort("place")
    places = both["place"].to_numpy()
    before, after = sides.baseline.status[places], sides.candidate.status[places]
    equal = both.select(pl.col("sqlstate").eq_missing(pl.col("sqlstate_new"))).to_series().to_numpy()
    what = np.select(
        [
            (before == FAILED) & (after == FAILED) & equal,
            (before == FAILED) & (after == FAILED),
            (before == OK) & (after == FAILED),
            (before == FAILED) & (after == OK),
        ],
        ["same", "different", "new", "vanished"],
        default="",
    )
    classified = both.with_columns(pl.Series("key", sides.where.code[places]), pl.Series("what", what, dtype=pl.String))
    return classified.filter(pl.col("what") != "")


def _moved(rows: pl.DataFrame) -> pl.DataFrame:
    """Return *rows* with deadlocks and serialization failures that occurred in another execution than before: the first ones, as
    many as disappeared, are no new errors.

    On the candidate they are "moved", on the baseline "moved away", with what follows each in its transaction.
    """
    state = pl.coalesce("sqlstate_new", "sqlstate").fill_null("")
    one_sided = pl.col("what").is_in(["new", "vanished"])
    each = [(pl.col("what") == word).sum().over(state) for word in ("new", "vanished")]
    first = pl.int_range(pl.len()).over(state, "what") < pl.min_horizontal(each)
    by_chance = rows.select(one_sided & state.is_in(CHANCE) & first).to_series().alias("by_chance")
    follows = one_sided & (state == ABORTED)
    cause = pl.when(~follows).then("by_chance").forward_fill().over(pl.coalesce("session", "session_new"))
    word = pl.when(pl.col("what") == "new").then(pl.lit("moved")).otherwise(pl.lit("moved away"))
    moved = rows.with_columns(by_chance).with_columns(pl.when(cause).then(word).otherwise("what").alias("what"))
    return moved.drop("by_chance")


def _drifted(rows: pl.DataFrame, keys: Sequence[str], ids: Drawn) -> pl.DataFrame:
    """Return *rows* with the object that each error names, and as "drifted" what follows from ids that differ between the sides,
    on whichever side it failed, with what follows each in its transaction."""
    state = pl.coalesce("sqlstate_new", "sqlstate")
    draws = pl.col("key").is_in([number for number, key in enumerate(keys) if key in ids.keys])
    one_sided = pl.col("what").is_in(["new", "vanished", "different"])
    session = pl.coalesce("session", "session_new")
    named = rows.with_columns(state.alias("state"), pl.coalesce("message_new", "message").alias("text")).with_columns(
        object_named("state", "text").alias("named")
    )
    follows = one_sided & (pl.col("state") == ABORTED).fill_null(value=False)
    own = one_sided & ids.drifted("state", "named", draws)
    cause = pl.when(~follows).then(own).forward_fill().over(session).fill_null(value=False) & one_sided
    return named.with_columns(pl.when(cause).then(pl.lit("drifted")).otherwise("what").alias("what"))


def _cause(sqlstate: str, named: str | None) -> str:
    """Return the meaning of an error for a rehearsal."""
    return f"{kind_of(sqlstate).words}{f' {named}' if named else ''}" if sqlstate else ""


def log_lines(workload: Workload, groups: pl.DataFrame) -> dict[tuple[int, int], str]:
    """Return where each group's first statement is in the log."""
    files = workload.manifest.files
    wanted = groups.select("session", "seq").unique().lazy()
    lines = workload.events().select("session", "seq", "file", "line").join(wanted, on=["session", "seq"], how="semi")
    return {
        (session, seq): f"{files[file]}:{line}"
        for session, seq, file, line in lines.collect(engine="streaming").iter_rows()
        if file is not None and line is not None and file < len(files)
    }


def row_drift(sides: BothSides, facts: pl.DataFrame, state: dict[str, Any]) -> tuple[RowDrift, ...]:
    """Return the query keys whose row counts differ between two replays: in more than ``DRIFT`` of the pairs, or on average.

    *facts*: query_key, tables, generated; *state*: the candidate's ``state.json``.
    """
    where, size = sides.where, len(sides.where.keys)
    pairs, (different, *rows_of_sides) = np.zeros(size, dtype=np.int64), np.zeros((3, size))
    for code, *rows in sides.counted(both=True):
        pairs += np.bincount(code, minlength=size)
        different += np.bincount(code, weights=rows[0] != rows[1], minlength=size)
        for total, of_side in zip(rows_of_sides, rows, strict=True):
            total += np.bincount(code, weights=of_side, minlength=size)
    with np.errstate(invalid="ignore"):
        means = [total / pairs for total in rows_of_sides]
    apart = np.abs(means[0] - means[1]) > MEAN_DRIFT * np.maximum(*means)
    drifted = np.flatnonzero((pairs > 0) & ((different > DRIFT * pairs) | apart))
    tables = {key: set(names) for key, names in facts.select("query_key", "tables").iter_rows()}
    sequences = _sequence_columns(state)
    drawn = {name for names, made in facts.select("tables", "generated").iter_rows() if made for name in names}
    found = [
        RowDrift(
            *sides.sql(number),
            int(pairs[number]),
            int(different[number]),
            float(means[0][number]),
            float(means[1][number]),
            *_explained(tables.get(where.keys[number], set()), sequences, drawn),
        )
        for number in drifted.tolist()
    ]
    return tuple(sorted(found, key=lambda row: -row.different))


def found_nothing(sides: BothSides, facts: pl.DataFrame) -> tuple[RowDrift, ...]:
    """Return the query keys that depend on the clock or on generated ids and mostly returned no rows.

    Against a capture, which has no row counts, this is all that can be found: they may be fast because they return nothing.
    *facts*: query_key, clock, generated.
    """
    where, size = sides.where, len(sides.where.keys)
    pairs, (empty, total) = np.zeros(size, dtype=np.int64), np.zeros((2, size))
    for code, _, rows in sides.counted(both=False):
        pairs += np.bincount(code, minlength=size)
        empty += np.bincount(code, weights=rows == 0, minlength=size)
        total += np.bincount(code, weights=rows, minlength=size)
    why = {
        key: "the clock" if clock else "generated ids"
        for key, clock, made in facts.select("query_key", "clock", "generated").iter_rows()
        if clock or made
    }
    return tuple(
        RowDrift(
            *sides.sql(number),
            int(pairs[number]),
            int(empty[number]),
            None,
            float(total[number] / pairs[number]),
            f"it depends on {why[where.keys[number]]} and returned no rows in {empty[number] / pairs[number]:.0%} of its executions; a capture has no row counts, so production's are not known",
            why[where.keys[number]].removeprefix("the "),
        )
        for number in np.flatnonzero((pairs > 0) & (empty > _EMPTY * pairs)).tolist()
        if where.keys[number] in why
    )


def _sequence_columns(state: dict[str, Any]) -> dict[str, str]:
    """Return tables (bare and qualified) with a column filled from a sequence, and that column."""
    columns: dict[str, str] = {}
    for name in state.get("sequences", {}):
        parts = str(name).split(".")
        if len(parts) == 3:
            columns |= {parts[1]: parts[2], f"{parts[0]}.{parts[1]}": parts[2]}
    return columns


def _explained(tables: set[str], sequences: dict[str, str], drawn: set[str]) -> tuple[str, str]:
    """Return why rows differ, in words, and as ``RowDrift.cause``. *drawn*: tables of statements that generate ids."""
    for table in sorted(tables):
        if table in sequences:
            return (
                f"sequence drift: {table}.{sequences[table]} comes from a sequence, which returns other values when sessions "
                "interleave differently; a captured id is then the id of another row. This is not caused by the candidate",
                "generated ids",
            )
    if tables & drawn:
        return (
            f"drifted ids: statements of the workload generate ids of {min(tables & drawn)}; a captured id is then the id of another row, "
            "or of none. This is not caused by the candidate",
            "generated ids",
        )
    return "the sides had different data when it ran: sessions interleaved differently, so it found other rows", "data"
