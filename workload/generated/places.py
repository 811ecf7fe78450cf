"""Between which records of the log each statement was executed, and when it most likely drew its ids.

A server executes a statement of the extended protocol after its *bind* record, and a statement whose text is logged at its start
after that record. Of any other statement only the end has a record: its start is the record's time minus its duration, which is
known to the resolution of the log's times.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from pgrehearse.workload.arrays import Floats, Ints
from pgrehearse.workload.schema import TOOK

# The place of a record that is not in the log: its statement was still running, or it is the last of its session.
_NEVER = 1 << 62
# A server process can be suspended between the measurement of its duration and the time stamp of its record. Seen: a few ms with
# 20 sessions on two processors.
_SUSPENDED_US = 100_000
# The record after which a statement was executed (null: only its end has a record).
_BEGUN = (
    pl.when(pl.col("bind_record").is_not_null())
    .then("bind_record")
    .when(pl.col("last_record") > pl.col("record"))
    .then("record")
)


def placed(statements: pl.DataFrame, resolution_us: int) -> pl.DataFrame:
    """Add to each statement the records that it was executed *after* and *before*, and the estimated instants (us) of its
    *start*, when defaults draw, and its *end*, when triggers do.

    A duration of the simple protocol includes the time to parse and plan, after which ids are drawn: half of the duration, or of the median
    of its shape if this is shorter (a longer one was suspended; 0, 50 and 100 us, a quarter and a half gave the same share of
    right ids within .01 on five traffics of 8 and 20 sessions on PostgreSQL 16 and 18).

    Columns read: session, seq, shape, at_us, at_least_us, took_us, parse_us, bind_us, ended, record, bind_record, last_record; sorted
    by (session, seq).
    """
    ends = statements.select("last_record", (pl.col("at_us") + TOOK.fill_null(0)).alias("end_us")).sort("last_record")
    records, times = ends["last_record"].to_numpy(), ends["end_us"].cum_max().to_numpy()
    rows = statements.with_columns(
        _BEGUN.alias("begun"),
        pl.Series("surely", _ended_before(statements, records, times, resolution_us)),
        pl.col("last_record").shift(1).over("session").fill_null(-1).alias("previous"),
    )
    known = np.unique(np.concatenate((records, rows["begun"].drop_nulls().to_numpy())))
    instants = _instants(known, records, times, resolution_us)
    clock = pl.Series(instants)
    end = clock.gather(np.searchsorted(known, rows["last_record"].to_numpy()))
    bound = clock.gather(np.searchsorted(known, rows["begun"].fill_null(0).to_numpy()).clip(0, len(known) - 1))
    took = pl.col("took_us").fill_null(0)
    planned = pl.min_horizontal(took, pl.col("took_us").median().over("shape")) / 2
    start = pl.when(pl.col("begun").is_null()).then(end - took + planned)
    unended = pl.col("took_us").is_null() & (pl.col("ended") == "ok")
    return rows.with_columns(
        pl.max_horizontal(pl.coalesce("begun", "surely"), "previous").alias("after"),
        pl.when(unended)
        .then(pl.col("record").shift(-1).over("session").fill_null(_NEVER))
        .otherwise("last_record")
        .alias("before"),
        start.otherwise(pl.max_horizontal(bound, pl.when(~unended).then(end - took))).alias("start"),
        pl.when(unended).then(bound).otherwise(end).alias("end"),
    ).drop("begun", "surely", "previous")


def _ended_before(statements: pl.DataFrame, records: Ints, times: Ints, resolution_us: int) -> Ints:
    """Return the last record that was written before each statement began, with certainty (-1: none).

    The start of a statement of which only the error is logged is an estimate: it began after its predecessor's end.
    """
    at_least = statements["at_least_us"].fill_null(-_NEVER).to_numpy()
    place: Ints = np.append(records, -1)[
        np.searchsorted(times, at_least - resolution_us - _SUSPENDED_US, side="right") - 1
    ]
    return place


def _instants(known: Ints, records: Ints, times: Ints, resolution_us: int) -> Floats:
    """Return when each *known* record was written: those with the same time stamp are spread over its resolution, in their order."""
    stamp = np.floor(np.interp(known, records, times) / resolution_us)
    _, first, count = np.unique(stamp, return_index=True, return_counts=True)
    within = np.arange(len(known)) - np.repeat(first, count)
    spread: Floats = (stamp + (within + 0.5) / np.repeat(count, count)) * resolution_us
    return spread
