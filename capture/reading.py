"""One block, as far as it can be read without knowing any other: on threads, beside the assembly.

What needs the blocks before it (session numbers, records' ranks, shapes, open units) is left to ``logs`` and
``assembly``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from capture import csvlog, grammar, sessions
from capture.records import smuggled
from capture.source import Block
from workload.schema import Type
from workload.template import coded

# What the assembly reads of a record. *session*, *record*, *file* and *shape* are numbered by ``logs``.
_EVENTFUL: dict[str, Type] = {
    "session": pl.Int32,
    "record": pl.Int64,
    "file": pl.Int32,
    "line": pl.Int64,
    "time_us": pl.Int64,
    "what": grammar.WHAT,
    "duration_us": pl.Int64,
    "name": pl.String,
    "portal": pl.String,
    "sql": pl.String,
    "shape": pl.Int32,
    "tag": pl.String,
    "vxid": pl.String,
    "sqlstate": pl.String,
    "message": pl.String,
    "detail": pl.String,
    "context": pl.String,
}
EVENTFUL = pl.Schema(_EVENTFUL)
_WITH_SQL = (grammar.STATEMENT, grammar.PARSE, grammar.BIND, grammar.EXECUTE, grammar.ERROR, grammar.FATAL)


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block read. Sessions, records (``row``) and shapes are numbered within the block.

    *eventful*: the records that become events. *identities*: the session id behind each number. *templates*: the
    template behind each shape, and an example of it. *said*: what the block says of each session. *ours*: numbers of
    pgrehearse's own connections. *lines*: physical lines by (session, what). *foreign*: some bytes are smuggled.
    """

    eventful: pl.DataFrame
    identities: list[str]
    templates: list[str]
    examples: list[str]
    said: pl.DataFrame
    ours: NDArray[np.int64]
    lines: pl.DataFrame
    file: int
    records: int
    octets: int
    foreign: bool


def read_block(block: Block, file: int, since_us: int | None, until_us: int | None) -> ReadBlock:
    """Read a block's records and say what each means."""
    octets, foreign = smuggled(block.octets)
    frame = _filtered(grammar.read(csvlog.records(replace(block, octets=octets))), since_us, until_us)
    session, identities = _numbered(frame)
    frame = frame.with_columns(session, pl.int_range(pl.len(), dtype=pl.Int64).alias("row"))
    spoken = _kept(frame, session.is_not_null())
    eventful = _kept(
        spoken.select("row", *(name for name in EVENTFUL if name not in {"record", "file", "shape"})),
        eventful_rows(spoken),
    )
    eventful, templates, examples = shaped(eventful)
    return ReadBlock(
        eventful=eventful,
        identities=identities,
        templates=templates,
        examples=examples,
        said=sessions.said(spoken),
        ours=sessions.ours(spoken)["session"].to_numpy(),
        lines=frame.group_by("session", "what").agg(pl.col("lines").sum()),
        file=file,
        records=frame.height,
        octets=len(block.octets),
        foreign=foreign,
    )


def eventful_rows(frame: pl.DataFrame) -> pl.Series:
    """Say of each record whether it becomes (part of) an event."""
    return frame["what"].to_physical() < len(grammar.EVENTFUL)


def shaped(frame: pl.DataFrame) -> tuple[pl.DataFrame, list[str], list[str]]:
    """Add ``shape``, a number for each distinct template of the block; return the templates and an example of each.

    Passwords are taken out of the statements that hold one: their templates tell which.
    """
    what = frame["what"]
    sql = frame["sql"] if (what == grammar.STATEMENT).all() else frame["sql"].set(~what.is_in(_WITH_SQL), None)
    found = coded(sql)
    frame, examples = frame.with_columns(found.code.alias("shape")), found.examples
    secret = [number for number, text in enumerate(found.templates) if "password" in text.lower()]
    if secret:
        rows = found.code.is_in(secret).fill_null(value=False).arg_true()
        kept = grammar.without_passwords(frame["sql"].gather(rows))
        frame = frame.with_columns(frame["sql"].scatter(rows, kept))
        examples = grammar.without_passwords(pl.Series(examples)).to_list()
    return frame, found.templates, examples


def _filtered(frame: pl.DataFrame, since_us: int | None, until_us: int | None) -> pl.DataFrame:
    """Put what was logged outside the window in a bucket of its own; logins stay, for what they say of sessions."""
    if since_us is None and until_us is None:
        return frame
    outside = (pl.col("time_us") < (since_us or 0)) | (pl.col("time_us") >= (until_us or 1 << 62))
    keeps = pl.col("what").is_in([grammar.RECEIVED, grammar.AUTHORIZED, grammar.AUTHENTICATED, "damaged"])
    what = pl.when(outside & ~keeps).then(pl.lit("outside the filter")).otherwise("what").cast(grammar.WHAT)
    return frame.with_columns(what.alias("what"))


def _numbered(frame: pl.DataFrame) -> tuple[pl.Series, list[str]]:
    """Number session ids in order of appearance; null where a record belongs to no client's session."""
    mute = (
        frame["session_id"].is_null() | frame["time_us"].is_null() | frame["what"].is_in(["background", "replication"])
    )
    spoken = frame["session_id"].set(mute, None) if mute.any() else frame["session_id"]
    distinct = spoken.drop_nulls().unique(maintain_order=True)
    table = pl.DataFrame({"identity": distinct, "session": pl.int_range(len(distinct), dtype=pl.Int32, eager=True)})
    joined = pl.DataFrame({"identity": spoken}).join(table, on="identity", how="left", maintain_order="left")
    return joined["session"], distinct.to_list()


def _kept(frame: pl.DataFrame, mask: pl.Series) -> pl.DataFrame:
    """Filter, without copying a frame of which everything stays."""
    return frame if mask.all() else frame.filter(mask)
