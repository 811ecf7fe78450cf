"""One block, as far as it can be read without knowing any other: on threads, beside the assembly.

What needs the blocks before it (session numbers, records' ranks, shapes, open units) is left to ``logs`` and
``assembly``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import polars as pl

from pgrehearse.capture.assemble import session_table
from pgrehearse.capture.formats.records import AGAIN, BY_PROCESS, RECORDS, located, smuggled
from pgrehearse.capture.formats.time_zones import Reading, Zones, proofs, reading
from pgrehearse.capture.input.duplicates import contents
from pgrehearse.capture.input.files import Block
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.credentials import Withholding, said_in_errors
from pgrehearse.capture.parse.incomplete_statements import PARTS, settled
from pgrehearse.capture.parse.sample_detection import Signs, signs
from pgrehearse.workload.dictionary import distinct
from pgrehearse.workload.schema import Type
from pgrehearse.workload.sql.comment_tags import comments
from pgrehearse.workload.sql.normalize import coded

# What the assembly reads of a record. *session*, *record*, *file* and *shape* are numbered by ``logs``.
_EVENTFUL: dict[str, Type] = {
    "session": pl.Int32,
    "record": pl.Int64,
    "file": pl.Int32,
    "line": pl.Int64,
    "time_us": pl.Int64,
    "what": messages.WHAT,
    "duration_us": pl.Int64,
    "name": pl.String,
    "portal": pl.String,
    "sql": pl.String,
    "shape": pl.Int32,
    "comment": pl.String,
    "tag": pl.String,
    "vxid": pl.String,
    "sqlstate": pl.String,
    "message": pl.String,
    "detail": pl.String,
    "context": pl.String,
}
EVENTFUL = pl.Schema(_EVENTFUL)
_SPOKEN = r"^(?:duration: \S+ ms  )?(?:statement|execute [^:]*): "
_WITH_SQL = (messages.STATEMENT, messages.PARSE, messages.BIND, messages.EXECUTE, messages.ERROR, messages.FATAL)


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a log, by when statements began; *tail_us*: how long after its end their ends are still looked for."""

    since_us: int
    until_us: int
    tail_us: int

    @classmethod
    def of(cls, options: CaptureOptions) -> Window | None:
        """Return the window that was asked for, if any was."""
        if options.since_us is None and options.until_us is None:
            return None
        return cls(options.since_us or 0, options.until_us or 1 << 62, options.tail_us)

    def filtered(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Put what lies outside in a bucket of its own."""
        began = pl.col("time_us") - pl.col("duration_us").fill_null(0)
        late = (began >= self.until_us) | (pl.col("time_us") >= self.until_us + self.tail_us)
        outside = ((pl.col("time_us") < self.since_us) | late).fill_null(value=False)
        what = pl.when(outside).then(pl.lit("outside the filter")).otherwise("what").cast(messages.WHAT)
        return frame.with_columns(what.alias("what"))


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block read. Sessions, records (``row``) and shapes are numbered within the block.

    *eventful*: the records that become events. *identities*: the session id behind each number. *templates*: the
    template behind each shape, and an example of it. *said*: what the block says of each session. *lines*: physical
    *lines*, *records* and their *time_us* (what their durations add up to) by (session, what). *numbered*: (session,
    session_line, content, row, what, lines, time_us) of each record, if asked for. *doubts*: abbreviations of zones that are not
    certain, and the offsets they were read by; *proven*: those that the block itself proves.
    *foreign*: some bytes are smuggled. *dropped*: a record before it was too long to hold. *signs*: of a sample, looked for in a file's first block.
    *withheld*: records that lost their text or a part of it, by why. *unfitting*: statements in records of another
    ``log_line_prefix``. *instance*: the server, as an envelope names it.
    """

    eventful: pl.DataFrame
    identities: list[str]
    templates: list[str]
    examples: list[str]
    said: pl.DataFrame
    lines: pl.DataFrame
    numbered: pl.DataFrame | None
    file: int
    records: int
    octets: int
    foreign: bool
    dropped: bool
    signs: Signs
    withheld: Counter[str]
    doubts: dict[str, int] = field(default_factory=dict)
    proven: dict[str, int] = field(default_factory=dict)
    unfitting: int = 0
    instance: str = ""


def read_block(
    block: Block,
    file: int,
    read: Callable[[Block], pl.DataFrame],
    window: Window | None = None,
    withholding: Withholding | None = None,
    *,
    numbered: bool = False,
    zones: Zones | None = None,
) -> ReadBlock:
    """Read a block's records, as its format reads them, and say what each means.

    *withholding*: what takes credentials out. *numbered*: keep each record's number inside its session, for logs that
    may overlap. *zones*: what is known of the log's time zones.
    """
    octets, foreign = smuggled(block.octets)
    records, stamps, proven = _timed(replace(block, octets=octets), read, zones or Zones())
    frame, incomplete = settled(messages.read(records))
    session, identities = _numbered(frame)
    frame = frame.with_columns(session, pl.int_range(pl.len(), dtype=pl.Int64).alias("row"))
    told = _kept(frame, session.is_not_null())  # logins outside the window still say who a session is
    if window is not None:
        frame = window.filtered(frame)
    spoken = _kept(frame, session.is_not_null())
    eventful = _kept(
        spoken.select("row", *(name for name in EVENTFUL if name not in {"record", "file", "shape", "comment"})),
        eventful_rows(spoken),
    )
    eventful, templates, examples, withheld = shaped(eventful, withholding)
    withheld[PARTS] += incomplete
    with reading(stamps.zones):
        said = session_table.said(told)
    return ReadBlock(
        eventful=eventful,
        identities=identities,
        templates=templates,
        examples=examples,
        said=said,
        lines=_lines(frame, block),
        numbered=_identified(spoken) if numbered else None,
        file=file,
        records=frame.height,
        octets=len(block.octets),
        foreign=foreign,
        dropped=block.dropped is not None,
        signs=signs(told) if block.first_line == 1 else Signs(),
        withheld=withheld,
        doubts=stamps.doubts,
        proven=proven,
        unfitting=_unfitting(frame),
        instance=block.instance,
    )


def _timed(
    block: Block, read: Callable[[Block], pl.DataFrame], zones: Zones
) -> tuple[pl.DataFrame, Reading, dict[str, int]]:
    """Return a block's records, what their stamps were read by, and the zones that were found out from them."""
    if not block.octets:  # a record was too long to hold, and nothing is behind it
        return pl.DataFrame(schema=RECORDS), Reading(zones), {}
    with reading(zones) as stamps:
        records = located(read(block), block)
    if not stamps.doubts or not (proven := proofs(records, stamps.seen)):
        return records, stamps, {}
    with reading(zones.learned(proven)) as stamps:
        return located(read(block), block), stamps, proven


def _identified(spoken: pl.DataFrame) -> pl.DataFrame:
    """Return what tells each record from all others, and where it is counted."""
    return spoken.select(
        "session",
        pl.col("session_line").fill_null(-1),
        contents(spoken),
        "row",
        "what",
        "lines",
        pl.col("duration_us").fill_null(0).alias("time_us"),
    )


def _unfitting(frame: pl.DataFrame) -> int:
    """Count the statements in records that the ``log_line_prefix`` does not fit."""
    lost = frame.filter(pl.col("time_us").is_null() & pl.col("severity").is_not_null())
    return int(lost["message"].str.contains(_SPOKEN).sum())


def _lines(frame: pl.DataFrame, block: Block) -> pl.DataFrame:
    """Count physical lines and records by (session, what); those of a record that was dropped are damaged."""
    lines = frame.group_by("session", "what").agg(
        pl.col("lines").sum(), pl.len().cast(pl.Int64).alias("records"), pl.col("duration_us").sum().alias("time_us")
    )
    besides = {"damaged": block.dropped or 0, messages.OTHERS: block.others}
    rows = [(None, what, count, 1, 0) for what, count in besides.items() if count]
    return pl.concat([lines, pl.DataFrame(rows, schema=lines.schema, orient="row")]) if rows else lines


def eventful_rows(frame: pl.DataFrame) -> pl.Series:
    """Say of each record whether it becomes (part of) an event."""
    return frame["what"].to_physical() < len(messages.EVENTFUL)


def shaped(
    frame: pl.DataFrame, withholding: Withholding | None = None
) -> tuple[pl.DataFrame, list[str], list[str], Counter[str]]:
    """Add ``shape``, a number for each distinct template of the block, and ``comment``, which may hold tags.

    Returned beside the frame: the templates, an example of each, and how many records lost a credential: no credential
    is left in the statements, their parameters and the errors about them.
    """
    sql = _statements(frame)
    found = coded(sql)
    frame, withheld = (withholding or Withholding()).withheld(frame, sql, found)
    if withheld:
        found = coded(_statements(frame))
    frame = said_in_errors(frame)
    frame = frame.with_columns(found.code.alias("shape"), comments(frame["sql"]))
    return frame, found.templates, found.examples, withheld


def _statements(frame: pl.DataFrame) -> pl.Series:
    """Return the SQL of the records that are statements or errors; null elsewhere."""
    what = frame["what"]
    if (what == messages.STATEMENT).all():
        return frame["sql"]
    return frame["sql"].set(~what.is_in(_WITH_SQL), None)


def _numbered(frame: pl.DataFrame) -> tuple[pl.Series, list[str]]:
    """Number session ids in order of appearance; null where a record belongs to no client's session."""
    mute = (
        frame["session_id"].is_null() | frame["time_us"].is_null() | frame["what"].is_in(["background", "replication"])
    )
    identity = _of_processes(frame)
    found = distinct(identity.set(mute, None) if mute.any() else identity)
    return found.code.alias("session"), found.values.to_list()


def _of_processes(frame: pl.DataFrame) -> pl.Series:
    """Return the session ids; where only processes are known, a number used again is told by what another session begins with.

    That is ``connection received``; where it is not logged, a second ``connection authorized``, whatever follows a
    disconnection, or another user or database.
    """
    identity = frame["session_id"]
    if not identity.str.starts_with(BY_PROCESS).any():
        return identity
    what, pair = pl.col("what"), pl.concat_str("user", "database", separator="\0")
    authorized = (what == messages.AUTHORIZED) & pl.col("message").str.starts_with("connection authorized")
    received = what == messages.RECEIVED
    after = (what.shift(1).over("session_id") == messages.DISCONNECTED).fill_null(value=False) & ~received
    opened = frame.select(
        "session_id",
        pair.alias("pair"),
        (received | after).cum_sum().over("session_id").alias("n"),
        authorized=authorized,
    )
    mine = ("session_id", "n")
    other = pl.col("pair") != pl.col("pair").forward_fill().shift(1).over(mine)
    again = pl.col("authorized") & (pl.col("authorized").cum_sum().over(mine) > 1)
    count = pl.col("n") + (other.fill_null(value=False) | again).cum_sum().over("session_id")
    return opened.select(
        pl.when(count > 0).then(pl.concat_str("session_id", pl.lit(AGAIN), count)).otherwise("session_id")
    )["session_id"]


def _kept(frame: pl.DataFrame, mask: pl.Series) -> pl.DataFrame:
    """Filter, without copying a frame of which everything stays."""
    return frame if mask.all() else frame.filter(mask)
