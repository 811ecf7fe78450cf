"""Where the sides did different things: errors, and row counts. Told before any number about speed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import polars as pl

from pgrehearse.compare.alignment import FAILED, OK, RUNS, Layout, Measured
from pgrehearse.compare.comparison import Difference, RowDrift
from pgrehearse.runs.quality.error_causes import ABORTED, CHANCE, kind_of, object_named
from pgrehearse.runs.quality.id_drift import Drawn
from pgrehearse.runs.read import Run
from pgrehearse.workload.read import Workload

# A key whose row counts differ in more pairs than this cannot be judged on latency, nor one whose mean differs by more.
DRIFT, MEAN_DRIFT = 0.02, 0.10
EXAMPLES = 50
# A query that finds nothing this often, asked about the time or about ids that are made anew, is no query of production's.
_EMPTY = 0.5
# What errors are counted as: docs/gates.md.
COUNTED = ("same", "new", "vanished", "different", "moved", "drifted")
_FAILURES = {"place": pl.Int64, "session": pl.Int32, "seq": pl.Int32, "sqlstate": pl.String, "message": pl.String}


def failures(where: Layout, workload: Workload, run: Run | None) -> pl.DataFrame:
    """Return what failed on a side (*run* None: production): place, session, seq, sqlstate, message."""
    if run is None:
        failed = workload.events().filter(pl.col("action").is_in(RUNS) & (pl.col("ended") != "ok"))
        message = pl.col("error").cast(pl.String, strict=False).alias("message")
        found = failed.select("session", "seq", "sqlstate", message).collect()
    else:
        failed = run.outcomes().filter(pl.col("status").cast(pl.String) == "failed")
        found = failed.select("session", "copy", "seq", "sqlstate", "message").collect()
    place = pl.Series("place", where.places(found), dtype=pl.Int64)
    kept = found.with_columns(place).filter(pl.col("place") >= 0).select(*_FAILURES)
    return kept.filter(pl.Series(where.code[kept["place"].to_numpy()] >= 0))


def errors(
    where: Layout,
    sides: tuple[Measured, Measured],
    failed: tuple[pl.DataFrame, pl.DataFrame],
    workload: Workload,
    shapes: Mapping[str, tuple[str, str]],
    ids: Drawn | None = None,
) -> tuple[dict[str, int], tuple[Difference, ...]]:
    """Return counts (``COUNTED``) and the divergent ones by query key, SQLSTATE and object. *ids*: where ids are drawn."""
    ours, theirs = failed
    both = ours.join(theirs, on="place", how="full", coalesce=True, suffix="_new").sort("place")
    places = both["place"].to_numpy()
    was, became = (side.status[places] for side in sides)
    alike = both.select(pl.col("sqlstate").eq_missing(pl.col("sqlstate_new"))).to_series().to_numpy()
    told = both.with_columns(
        pl.Series("key", where.code[places]),
        pl.Series(
            "what",
            np.select(
                [
                    (was == FAILED) & (became == FAILED) & alike,
                    (was == FAILED) & (became == FAILED),
                    (was == OK) & (became == FAILED),
                    (was == FAILED) & (became == OK),
                ],
                ["same", "different", "new", "vanished"],
                default="",
            ),
            dtype=pl.String,
        ),
    )
    told = _moved(told.filter(pl.col("what") != "")).filter(pl.col("what") != "moved away")
    told = _drifted(told, where.keys, ids or Drawn())
    counts = {word: int((told["what"] == word).sum()) for word in COUNTED}
    groups = (
        told.filter(pl.col("what") != "same")
        .group_by("key", "what", "sqlstate", "sqlstate_new", "named", maintain_order=True)
        .agg(
            pl.len().alias("count"),
            pl.coalesce("message_new", "message").first().alias("text"),
            pl.coalesce("session", "session_new").first().alias("session"),
            pl.coalesce("seq", "seq_new").first().alias("seq"),
        )
        .sort("count", descending=True)
        .head(EXAMPLES)
    )
    first = _in_the_log(workload, groups)
    return counts, tuple(
        Difference(
            where.keys[row["key"]],
            shapes.get(where.keys[row["key"]], ("", ""))[0],
            row["what"],
            row["sqlstate_new"] or "",
            row["sqlstate"] or "",
            row["count"],
            row["text"] or "",
            first.get((row["session"], row["seq"]), ""),
            _cause(row["sqlstate_new"] or row["sqlstate"] or "", row["named"]),
        )
        for row in groups.iter_rows(named=True)
    )


def _moved(told: pl.DataFrame) -> pl.DataFrame:
    """Return *told* with what struck another execution than before: as many as vanished, the first, are no new errors.

    Where they struck now is "moved", where they did before "moved away", with what follows each in its transaction.
    """
    state = pl.coalesce("sqlstate_new", "sqlstate").fill_null("")
    one_sided = pl.col("what").is_in(["new", "vanished"])
    each = [(pl.col("what") == word).sum().over(state) for word in ("new", "vanished")]
    first = pl.int_range(pl.len()).over(state, "what") < pl.min_horizontal(each)
    struck = told.select(one_sided & state.is_in(CHANCE) & first).to_series().alias("struck")
    follows = one_sided & (state == ABORTED)
    cause = pl.when(~follows).then("struck").forward_fill().over(pl.coalesce("session", "session_new"))
    word = pl.when(pl.col("what") == "new").then(pl.lit("moved")).otherwise(pl.lit("moved away"))
    return (
        told.with_columns(struck).with_columns(pl.when(cause).then(word).otherwise("what").alias("what")).drop("struck")
    )


def _drifted(told: pl.DataFrame, keys: Sequence[str], ids: Drawn) -> pl.DataFrame:
    """Return *told* with the object that each error names, and as "drifted" what follows from ids that are others on each side,
    on whichever side it failed, with what follows each in its transaction."""
    state = pl.coalesce("sqlstate_new", "sqlstate")
    draws = pl.col("key").is_in([number for number, key in enumerate(keys) if key in ids.keys])
    one_sided = pl.col("what").is_in(["new", "vanished", "different"])
    session = pl.coalesce("session", "session_new")
    known = told.with_columns(state.alias("state"), pl.coalesce("message_new", "message").alias("said")).with_columns(
        object_named("state", "said").alias("named")
    )
    follows = one_sided & (pl.col("state") == ABORTED).fill_null(value=False)
    own = one_sided & ids.drifted("state", "named", draws)
    cause = pl.when(~follows).then(own).forward_fill().over(session).fill_null(value=False) & one_sided
    return known.with_columns(pl.when(cause).then(pl.lit("drifted")).otherwise("what").alias("what"))


def _cause(sqlstate: str, named: str | None) -> str:
    """Say what an error means for a rehearsal."""
    return f"{kind_of(sqlstate).words}{f' {named}' if named else ''}" if sqlstate else ""


def _in_the_log(workload: Workload, groups: pl.DataFrame) -> dict[tuple[int, int], str]:
    """Return where the log tells of each group's first statement."""
    files = workload.manifest.files
    wanted = groups.select("session", "seq").unique().lazy()
    found = workload.events().select("session", "seq", "file", "line").join(wanted, on=["session", "seq"], how="semi")
    return {
        (session, seq): f"{files[file]}:{line}"
        for session, seq, file, line in found.collect().iter_rows()
        if file is not None and line is not None and file < len(files)
    }


def row_drift(
    where: Layout,
    baseline: Measured,
    candidate: Measured,
    shapes: Mapping[str, tuple[str, str]],
    facts: pl.DataFrame,
    state: dict[str, Any],
) -> tuple[RowDrift, ...]:
    """Return the query keys whose row counts differ between two replays: in more than ``DRIFT`` of the pairs, or on average.

    *facts*: query_key, tables, generated; *state*: the candidate's ``state.json``.
    """
    counted = (baseline.status == OK) & (candidate.status == OK) & (baseline.rows >= 0) & (candidate.rows >= 0)
    places = np.flatnonzero(counted & (where.code >= 0))
    code, size = where.code[places], len(where.keys)
    a, b = baseline.rows[places].astype(np.float64), candidate.rows[places].astype(np.float64)
    pairs = np.bincount(code, minlength=size)
    different = np.bincount(code, weights=a != b, minlength=size)
    with np.errstate(invalid="ignore"):
        means = [np.bincount(code, weights=rows, minlength=size) / pairs for rows in (a, b)]
    apart = np.abs(means[0] - means[1]) > MEAN_DRIFT * np.maximum(*means)
    drifted = np.flatnonzero((pairs > 0) & ((different > DRIFT * pairs) | apart))
    tables = {key: set(names) for key, names in facts.select("query_key", "tables").iter_rows()}
    sequenced = _sequenced(state)
    drawn = {name for names, made in facts.select("tables", "generated").iter_rows() if made for name in names}
    found = [
        RowDrift(
            where.keys[number],
            shapes.get(where.keys[number], ("", ""))[0],
            int(pairs[number]),
            int(different[number]),
            float(means[0][number]),
            float(means[1][number]),
            *_explained(tables.get(where.keys[number], set()), sequenced, drawn),
        )
        for number in drifted.tolist()
    ]
    return tuple(sorted(found, key=lambda one: -one.different))


def found_nothing(
    where: Layout, candidate: Measured, shapes: Mapping[str, tuple[str, str]], facts: pl.DataFrame
) -> tuple[RowDrift, ...]:
    """Return the query keys that look at the clock or at generated ids and mostly found nothing.

    Against a capture, which has no row counts, that is all there is to tell: they may be quick because they found
    nothing. *facts*: query_key, clock, generated.
    """
    places = np.flatnonzero((candidate.status == OK) & (candidate.rows >= 0) & (where.code >= 0))
    code, size = where.code[places], len(where.keys)
    rows = candidate.rows[places].astype(np.float64)
    pairs = np.bincount(code, minlength=size)
    empty = np.bincount(code, weights=rows == 0, minlength=size)
    why = {
        key: "the clock" if clock else "generated ids"
        for key, clock, made in facts.select("query_key", "clock", "generated").iter_rows()
        if clock or made
    }
    return tuple(
        RowDrift(
            where.keys[number],
            shapes.get(where.keys[number], ("", ""))[0],
            int(pairs[number]),
            int(empty[number]),
            None,
            float(rows[code == number].mean()),
            f"it looks at {why[where.keys[number]]} and found nothing {empty[number] / pairs[number]:.0%} of the time; a capture has no row counts to tell whether production did",
            why[where.keys[number]].removeprefix("the "),
        )
        for number in np.flatnonzero((pairs > 0) & (empty > _EMPTY * pairs)).tolist()
        if where.keys[number] in why
    )


def _sequenced(state: dict[str, Any]) -> dict[str, str]:
    """Return tables (bare and qualified) with a column filled from a sequence, and that column."""
    found: dict[str, str] = {}
    for name in state.get("sequences", {}):
        parts = str(name).split(".")
        if len(parts) == 3:
            found |= {parts[1]: parts[2], f"{parts[0]}.{parts[1]}": parts[2]}
    return found


def _explained(tables: set[str], sequenced: dict[str, str], drawn: set[str]) -> tuple[str, str]:
    """Return why rows differ, in words, and its cause in a word (``RowDrift.cause``). *drawn*: tables of statements that make ids."""
    for table in sorted(tables):
        if table in sequenced:
            return (
                f"sequence drift: {table}.{sequenced[table]} comes from a sequence, which hands out other values under another "
                "interleaving; a captured id then means another row. No fault of the candidate",
                "generated ids",
            )
    if tables & drawn:
        return (
            f"drifted ids: statements of the workload make ids of {min(tables & drawn)}; a captured id then means another row, or none. "
            "No fault of the candidate",
            "generated ids",
        )
    return "the sides held different data when it ran: under another interleaving it found other rows", "data"
