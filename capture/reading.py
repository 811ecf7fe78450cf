"""One block, as far as it can be read without knowing any other: on threads, beside the assembly.

What needs the blocks before it (session numbers, records' ranks, open units) is left to ``logs`` and ``assembly``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from capture import csvlog, grammar, sessions
from capture.assembly import templated
from capture.records import smuggled
from capture.source import Block

EVENT_COLUMNS = [
    "session", "record", "file", "line", "time_us", "what", "duration_us", "name", "portal", "sql", "template", "tag", "vxid",
    "sqlstate", "message", "detail", "context",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block read. Sessions are numbered within the block (``local``); records too (``row``).

    *eventful*: the records that become events. *identities*: the session id behind each local number. *said*: what
    the block says of each session. *ours*: local numbers of pgrehearse's own connections. *lines*: physical lines by
    (local, what). *first*: per local number, its first record.
    """

    eventful: pl.DataFrame
    identities: list[str]
    said: pl.DataFrame
    ours: NDArray[np.int64]
    lines: pl.DataFrame
    file: int
    records: int
    octets: int


def read_block(block: Block, file: int, since_us: int | None, until_us: int | None) -> ReadBlock:
    """Read a block's records and say what each means."""
    octets, _ = smuggled(block.octets)
    frame = _filtered(grammar.read(csvlog.records(replace(block, octets=octets))), since_us, until_us)
    frame = frame.with_row_index("row")
    mute = (
        pl.col("session_id").is_null()
        | pl.col("time_us").is_null()
        | pl.col("what").is_in(["background", "replication"])
    )
    local, identities = _numbered(frame["session_id"], frame.select(mute).to_series())
    frame = frame.with_columns(local.alias("session"))
    lines = frame.group_by("session", "what").agg(pl.col("lines").sum())
    spoken = _kept(frame, local.is_not_null())
    eventful = templated(_kept(spoken, spoken["what"].is_in(list(grammar.EVENTFUL))))
    return ReadBlock(
        eventful=eventful.select(*(name for name in EVENT_COLUMNS if name not in {"record", "file"}), "row"),
        identities=identities,
        said=sessions.said(spoken),
        ours=sessions.ours(spoken)["session"].to_numpy(),
        lines=lines,
        file=file,
        records=frame.height,
        octets=len(block.octets),
    )


def _filtered(frame: pl.DataFrame, since_us: int | None, until_us: int | None) -> pl.DataFrame:
    """Put what was logged outside the window in a bucket of its own; logins stay, for what they say of sessions."""
    if since_us is None and until_us is None:
        return frame
    outside = (pl.col("time_us") < (since_us or 0)) | (pl.col("time_us") >= (until_us or 1 << 62))
    keeps = pl.col("what").is_in([grammar.RECEIVED, grammar.AUTHORIZED, grammar.AUTHENTICATED, "damaged"])
    what = pl.when(outside & ~keeps).then(pl.lit("outside the filter")).otherwise("what").cast(grammar.WHAT)
    return frame.with_columns(what.alias("what"))


def _numbered(identities: pl.Series, mute: pl.Series) -> tuple[pl.Series, list[str]]:
    """Number session ids in order of appearance; null where a record belongs to no client's session."""
    spoken = identities.set(mute, None) if mute.any() else identities
    distinct = spoken.drop_nulls().unique(maintain_order=True)
    table = pl.DataFrame({"identity": distinct, "local": pl.int_range(len(distinct), dtype=pl.Int32, eager=True)})
    joined = pl.DataFrame({"identity": spoken}).join(table, on="identity", how="left", maintain_order="left")
    return joined["local"], distinct.to_list()


def _kept(frame: pl.DataFrame, mask: pl.Series) -> pl.DataFrame:
    """Filter, without copying a frame of which everything stays."""
    return frame if mask.all() else frame.filter(mask)
