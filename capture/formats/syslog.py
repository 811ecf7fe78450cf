"""PostgreSQL's messages in syslog (RFC 3164): they are reassembled, then read as a plain log.

elog.c numbers messages (``[SEQ-CHUNK]``) and splits them at newlines and after about 900 bytes. A chunk that begins
with a tab (``#011`` if a forwarder escaped it) is a new line of the text; one that begins a record or a DETAIL has the
log_line_prefix; any other continues the chunk before it. The chunks of different backends interleave.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import partial

import polars as pl

from pgrehearse.capture.formats import stderr
from pgrehearse.capture.formats.line_prefix import MOST, Prefix
from pgrehearse.capture.formats.records import CUT, LogFormat
from pgrehearse.capture.formats.timestamps import wall_time
from pgrehearse.capture.input.blocks import Block

_STAMP = r"(?P<stamp>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S+)"
# RFC 3164 and journalctl: postgres[4242]: ; RFC 5424: postgres 4242 - - ; Heroku: app[postgres.4242]: [COLOR]
_HEADER = (
    rf"^(?:<\d+>)?(?:\d )?{_STAMP} (?:\S+ )?"
    r"(?:[^\s\[]+\[(?:postgres\.)?(?P<p>\d+)\]:(?: \[[A-Z_]+\])?|\S+ (?P<q>\d+) \S+ -)"
    r" (?:\[(?P<seq>\d+)-(?P<chunk>\d+)\] )?(?P<text>.*)$"
)
_LINE = re.compile(_HEADER.encode(), re.DOTALL)
# The chunks of a message are within so many bytes.
_REACH = 1 << 16
_HEROKU = re.compile(rb"^\S+ app\[postgres\.\d+\]: ")
_WITHOUT_PROCESS = re.compile(rf"^(?:<\d+>)?(?:\d )?{_STAMP} (?:\S+ )?[^\s\[:]+(?:\[\])?: (?:\[\d+-\d+\] )?".encode())
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def is_syslog(line: bytes) -> bool:
    """Return whether a line is a message of PostgreSQL in syslog."""
    return _LINE.match(line) is not None


def is_first(line: bytes) -> bool:
    """Return whether a line may be the first of a message (any line may be, if they are not numbered)."""
    match = _LINE.match(line)
    return match is not None and match["chunk"] in {None, b"1"}


def is_heroku(line: bytes) -> bool:
    """Return whether a line is of a Heroku log."""
    return _HEROKU.match(line) is not None


def is_without_process(line: bytes) -> bool:
    """Return whether a line is of a syslog whose header contains no process."""
    return not is_syslog(line) and _WITHOUT_PROCESS.match(line) is not None


def process_of(line: bytes) -> str:
    """Return the process of a line of syslog, by its header."""
    match = _LINE.match(line)
    return (match["p"] or match["q"]).decode() if match else ""


def text_of(line: bytes) -> bytes:
    """Return the text that PostgreSQL wrote, without the header of syslog."""
    match = _LINE.match(line)
    return match["text"] if match else line


def syslog(prefix: Prefix, *, year: int | None = None) -> LogFormat:
    """Return the format. *year*: of the first line, since syslog's time stamps have none (default: the current year)."""
    first_year = year or datetime.now(UTC).year
    return LogFormat(
        "syslog",
        partial(cut, prefix),
        partial(records, prefix, first_year),
        partial(zone, prefix),
        resolution_us=prefix.resolution_us if _timed(prefix) else 1_000_000,
        description=f"syslog, log_line_prefix = '{prefix.text}'",
        numbers_records=False,
    )


def _timed(prefix: Prefix) -> bool:
    return bool({"m", "n", "t"} & set(prefix.fields))


def cut(prefix: Prefix, data: bytes) -> int:
    """Return where a message begins after which no earlier message has a chunk (0: there is no such place).

    The chunks of backends interleave: the lines after a place show whether a message before it continues there.
    """
    end, fallback, begun = len(data), 0, set[tuple[bytes, bytes]]()
    visible = len(data) - min(_REACH, len(data) // 4)
    while (newline := data.rfind(b"\n", 0, end)) >= 0:
        match = _LINE.match(data[newline + 1 : min(end, newline + 1 + MOST)])
        if match:
            message = match["p"] or match["q"], match["seq"]
            first = match["chunk"] in {None, b"1"}
            begun = begun - {message} if first else begun | {message}
            if first and prefix.opened(match["text"]) is not None:
                if not begun and newline < visible:
                    return newline + 1
                fallback = fallback or newline + 1
        if fallback and len(data) - newline > 4 * _REACH:
            return fallback  # a message's first chunk is missing
        end = newline
    return 0


def zone(prefix: Prefix, data: bytes) -> str:
    """Return the time zone of the first record ("": it has none)."""
    return stderr.zone(prefix, b"\n".join(text_of(line) for line in data.split(b"\n")[:100]))


def records(prefix: Prefix, year: int, block: Block) -> pl.DataFrame:
    """Return the block's records in the columns of ``RECORDS``."""
    physical = stderr.lines(block)
    parts = physical.select("line", "lines", pl.col("text").str.extract_groups(_HEADER).alias("parts")).unnest("parts")
    parts = parts.with_columns(pl.coalesce("p", "q").alias("p")).drop("q")
    messages = parts.filter(pl.col("p").is_not_null())
    others = physical.filter(parts["p"].is_null())
    if messages.is_empty():
        return stderr.records(prefix, block)
    text = pl.col("text").str.replace("^#011", "\t").str.replace_all("#011", "\t", literal=True)
    texts = _reassembled(prefix, messages.with_columns(text.alias("text")))
    if not _timed(prefix):
        texts = texts.with_columns(_header_time(texts["stamp"], year).alias("time_us"))
    complete = stderr.mark_truncated(stderr.assemble_records(prefix, texts), block)
    if others.is_empty():
        return complete
    return pl.concat([complete, stderr.damaged(others)]).sort("line", maintain_order=True)


def _reassembled(prefix: Prefix, chunks: pl.DataFrame) -> pl.DataFrame:
    """Join each backend's chunks to lines: *line* of the first chunk, *lines*: how many chunks there are.

    A message with a missing chunk is in doubt: its beginning or its end may be missing.
    """
    marked = chunks.with_columns(prefix.parsed(chunks["text"])["severity"].is_not_null().alias("begins"))
    chunk = pl.col("chunk").cast(pl.Int64, strict=False)
    fresh = (pl.col("seq").ne_missing(pl.col("seq").shift(1)) | (chunk == 1)).fill_null(value=False)
    marked = marked.with_columns(fresh.over("p").alias("fresh"))
    marked = marked.with_columns(
        pl.col("fresh").cum_sum().over("p").alias("message"),
        (pl.col("begins") | pl.col("fresh")).cum_sum().over("p").alias("owner"),
    )
    gap = (chunk != chunk.shift(1, fill_value=0) + 1).fill_null(value=False)
    marked = marked.with_columns(gap.any().over("p", "message").alias("gap"), _bare_text().over("p", "message"))
    joined = (
        pl.when(pl.col("text").str.starts_with("\t") & ~pl.col("begins"))
        .then("\n" + pl.col("text").str.slice(1))
        .otherwise("text")
    )
    return (
        marked.group_by("p", "owner", maintain_order=True)
        .agg(
            pl.col("line").first(),
            pl.col("stamp").first(),
            pl.col("lines").sum(),
            joined.str.join("").alias("text"),
            pl.when(pl.col("gap").first()).then(pl.lit(CUT)).alias("doubt"),
        )
        .drop("owner")
        .sort("line")
    )


def _bare_text() -> pl.Expr:
    """Return the text of each chunk of a message without Windows' carriage return, if the message ends in one."""
    text = pl.col("text")
    return pl.when(text.last().str.ends_with("\r")).then(text.str.strip_suffix("\r")).otherwise(text)


def _header_time(stamps: pl.Series, year: int) -> pl.Series:
    """Read syslog's own time stamps, which have no time zone, as times of *year*."""
    month = stamps.str.slice(0, 3).replace_strict({name: f"{n:02}" for n, name in enumerate(_MONTHS, 1)}, default=None)
    day = stamps.str.slice(4, 2).str.replace(" ", "0", literal=True)
    plain = pl.select(
        pl.concat_str(pl.lit(f"{year}-"), month, pl.lit("-"), day, pl.lit(" "), stamps.str.slice(7, 8), pl.lit(".000 "))
    ).to_series()
    zone = stamps.str.extract(r"([+-]\d\d:?\d\d)$").fill_null("UTC")
    iso = stamps.str.slice(0, 10) + " " + stamps.str.slice(11, 8) + ".000 " + zone
    return stderr.spread(wall_time(plain.zip_with(month.is_not_null(), iso)))
