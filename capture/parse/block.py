"""One block, as far as it can be read without any other block: on threads, in parallel to the assembly.

What needs the blocks before it (session numbers, the order of records, shapes, incomplete statements) is left to
``pipeline`` and ``assemble``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import polars as pl

from pgrehearse.capture.duplicates import contents
from pgrehearse.capture.formats.time_zones import reading
from pgrehearse.capture.input.blocks import Block
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.credentials import Withholding, withhold_messages
from pgrehearse.capture.parse.incomplete_statements import PARTS, without_incomplete
from pgrehearse.capture.parse.sample_detection import Signs, signs
from pgrehearse.capture.parse.session_facts import session_facts
from pgrehearse.capture.parse.session_ids import number_sessions
from pgrehearse.capture.parse.timed_records import TimedRecords
from pgrehearse.workload.schema import Type
from pgrehearse.workload.sql.comment_tags import comments
from pgrehearse.workload.sql.normalize import coded

# What the assembly reads of a record. *session*, *record*, *file* and *shape* are numbered by ``pipeline``.
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
    "xid": pl.Int64,
    "sqlstate": pl.String,
    "message": pl.String,
    "detail": pl.String,
    "context": pl.String,
}
EVENTFUL = pl.Schema(_EVENTFUL)
_STATEMENT_TEXT = r"^(?:duration: \S+ ms  )?(?:statement|execute [^:]*): "
_WITH_SQL = (messages.STATEMENT, messages.PARSE, messages.BIND, messages.EXECUTE, messages.ERROR, messages.FATAL)
_KINDS = len(messages.WHAT.categories)
_ADDED_LATER = {"record", "file", "shape", "comment"}


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a log, by when statements began; *tail_us*: how long after its end the ends of statements are read."""

    since_us: int
    until_us: int
    tail_us: int

    @classmethod
    def of(cls, options: CaptureOptions) -> Window | None:
        """Return the requested window, if there is one."""
        if options.since_us is None and options.until_us is None:
            return None
        return cls(options.since_us or 0, options.until_us or 1 << 62, options.tail_us)

    def mark_outside(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Move records outside the window to a bucket of their own."""
        began = pl.col("time_us") - pl.col("duration_us").fill_null(0)
        late = (began >= self.until_us) | (pl.col("time_us") >= self.until_us + self.tail_us)
        outside = ((pl.col("time_us") < self.since_us) | late).fill_null(value=False)
        what = pl.when(outside).then(pl.lit(messages.OUTSIDE)).otherwise("what").cast(messages.WHAT)
        return frame.with_columns(what.alias("what"))


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """How blocks are parsed. *withholding*: removes credentials. *numbered*: keep each record's number inside its session.

    The numbers are needed if logs may overlap.
    """

    window: Window | None
    withholding: Withholding
    numbered: bool

    @classmethod
    def of(cls, options: CaptureOptions, *, numbered: bool) -> ParseOptions:
        """Return how the blocks of a capture are parsed."""
        return cls(Window.of(options), Withholding(crypto=options.drop_crypto_keys), numbered)


@dataclass(frozen=True, slots=True)
class ParsedBlock:
    """A block after parsing. Sessions, records (``row``) and shapes are numbered within the block.

    *eventful*: the records that become events. *session_ids*: the session id of each number. *templates*: the template
    of each shape, and an example of it. *facts*: the block's facts about each session. *lines*: physical *lines*,
    *records* and their *time_us* (the sum of their durations) by (session, what). *numbered*: (session, session_line,
    content, row, what, lines, time_us) of each record, if requested. *doubts*: zone abbreviations that are not certain,
    and the offsets they were read with; *proven*: those that the block itself proves. *escaped*: some bytes are escaped.
    *dropped*: a record before the block was too long to hold. *signs*: of a sample, in a file's first block.
    *withheld*: records without their text or a part of it, by reason. *unfitting*: statements in records of another
    ``log_line_prefix``. *instance*: the server, as an envelope names it.
    """

    eventful: pl.DataFrame
    session_ids: list[str]
    templates: list[str]
    examples: list[str]
    facts: pl.DataFrame
    lines: pl.DataFrame
    numbered: pl.DataFrame | None
    file: int
    records: int
    size_bytes: int
    escaped: bool
    dropped: bool
    signs: Signs
    withheld: Counter[str]
    doubts: dict[str, int] = field(default_factory=dict)
    proven: dict[str, int] = field(default_factory=dict)
    unfitting: int = 0
    instance: str = ""


def parse_block(timed: TimedRecords, file: int, options: ParseOptions) -> ParsedBlock:
    """Parse the records of a block. *file*: the number of its log."""
    block = timed.block
    frame, incomplete = without_incomplete(messages.parse(timed.records))
    session, session_ids = number_sessions(frame)
    frame = frame.with_columns(session, pl.int_range(pl.len(), dtype=pl.Int64).alias("row"))
    of_sessions = _filtered(frame, session.is_not_null())  # logins outside the window identify sessions too
    if options.window is not None:
        frame = options.window.mark_outside(frame)
    in_window = _filtered(frame, session.is_not_null())
    columns = [name for name in EVENTFUL if name not in _ADDED_LATER]
    eventful = _filtered(in_window.select("row", *columns), eventful_rows(in_window))
    eventful, templates, examples, withheld = with_shapes(eventful, options.withholding)
    withheld[PARTS] += incomplete
    with reading(timed.stamps.zones):
        facts = session_facts(of_sessions)
    return ParsedBlock(
        eventful=eventful,
        session_ids=session_ids,
        templates=templates,
        examples=examples,
        facts=facts,
        lines=_lines(frame, block),
        numbered=_numbered(in_window) if options.numbered else None,
        file=file,
        records=frame.height,
        size_bytes=len(block.data),
        escaped=timed.escaped,
        dropped=block.dropped is not None,
        signs=signs(of_sessions) if block.first_line == 1 else Signs(),
        withheld=withheld,
        doubts=timed.stamps.doubts,
        proven=timed.proven,
        unfitting=_unfitting(frame),
        instance=block.instance,
    )


def _numbered(frame: pl.DataFrame) -> pl.DataFrame:
    """Return what distinguishes each record from all others, and where it is counted."""
    return frame.select(
        "session",
        pl.col("session_line").fill_null(-1),
        contents(frame),
        "row",
        "what",
        "lines",
        pl.col("duration_us").fill_null(0).alias("time_us"),
    )


def _unfitting(frame: pl.DataFrame) -> int:
    """Count the statements in records that do not match the ``log_line_prefix``."""
    unmatched = frame.filter(pl.col("time_us").is_null() & pl.col("severity").is_not_null())
    return int(unmatched["message"].str.contains(_STATEMENT_TEXT).sum())


def _lines(frame: pl.DataFrame, block: Block) -> pl.DataFrame:
    """Count physical lines and records by (session, what); the lines of a dropped record are damaged."""
    # One number for both: polars groups by two columns in five times the time.
    both = (pl.col("session").fill_null(-1).cast(pl.Int64) + 1) * _KINDS + pl.col("what").to_physical()
    counts = (
        frame.select(both.alias("both"), "lines", "duration_us")
        .group_by("both")
        .agg(
            pl.col("lines").sum(),
            pl.len().cast(pl.Int64).alias("records"),
            pl.col("duration_us").sum().alias("time_us"),
        )
    )
    session = (pl.col("both") // _KINDS - 1).cast(pl.Int32)
    lines = counts.select(
        pl.when(session >= 0).then(session).alias("session"),
        (pl.col("both") % _KINDS).cast(pl.UInt8).cat.to(messages.WHAT).alias("what"),
        "lines",
        "records",
        "time_us",
    )
    without_records = {"damaged": block.dropped or 0, messages.OTHERS: block.others}
    rows = [(None, what, count, 1, 0) for what, count in without_records.items() if count]
    return pl.concat([lines, pl.DataFrame(rows, schema=lines.schema, orient="row")]) if rows else lines


def eventful_rows(frame: pl.DataFrame) -> pl.Series:
    """Return, for each record, whether it becomes an event or a part of one."""
    return frame["what"].to_physical() < len(messages.EVENTFUL)


def with_shapes(
    frame: pl.DataFrame, withholding: Withholding | None = None
) -> tuple[pl.DataFrame, list[str], list[str], Counter[str]]:
    """Add ``shape``, a number for each distinct template of the block, and ``comment``, which may contain tags.

    Returned with the frame: the templates, an example of each, and how many records were changed to remove a credential:
    no credential remains in the statements, their parameters and their errors.
    """
    sql = _statements(frame)
    shapes = coded(sql)
    frame, withheld = (withholding or Withholding()).withhold(frame, sql, shapes)
    if withheld:
        shapes = coded(_statements(frame))
    frame = withhold_messages(frame)
    frame = frame.with_columns(shapes.code.alias("shape"), comments(frame["sql"]))
    return frame, shapes.templates, shapes.examples, withheld


def _statements(frame: pl.DataFrame) -> pl.Series:
    """Return the SQL of the records that are statements or errors; null elsewhere."""
    what = frame["what"]
    if (what == messages.STATEMENT).all():
        return frame["sql"]
    return frame["sql"].set(~what.is_in(_WITH_SQL), None)


def _filtered(frame: pl.DataFrame, mask: pl.Series) -> pl.DataFrame:
    """Filter a frame, without copying it if every row remains."""
    return frame if mask.all() else frame.filter(mask)
