"""PostgreSQL's messages as syslog carries them (RFC 3164): reassembled, then read as the plain log they are.

elog.c numbers messages (``[SEQ-CHUNK]``) and cuts them at newlines and at some 900 bytes. A chunk that begins with a
tab (``#011`` where a forwarder escaped it) is a new line of the text; one that begins a record or a DETAIL carries the
log_line_prefix; any other goes on where the chunk before was cut. Backends' chunks interleave.
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
from pgrehearse.capture.input.files import Block

_STAMP = r"(?P<stamp>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S+)"
# RFC 3164 and journalctl: postgres[4242]: ; RFC 5424: postgres 4242 - - ; Heroku: app[postgres.4242]: [COLOUR]
_HEADER = (
    rf"^(?:<\d+>)?(?:\d )?{_STAMP} (?:\S+ )?"
    r"(?:[^\s\[]+\[(?:postgres\.)?(?P<p>\d+)\]:(?: \[[A-Z_]+\])?|\S+ (?P<q>\d+) \S+ -)"
    r" (?:\[(?P<seq>\d+)-(?P<chunk>\d+)\] )?(?P<text>.*)$"
)
_LINE = re.compile(_HEADER.encode(), re.DOTALL)
# The chunks of a message stand closer together than so many bytes.
_REACH = 1 << 16
_HEROKU = re.compile(rb"^\S+ app\[postgres\.\d+\]: ")
_WITHOUT_PROCESS = re.compile(rf"^(?:<\d+>)?(?:\d )?{_STAMP} (?:\S+ )?[^\s\[:]+(?:\[\])?: (?:\[\d+-\d+\] )?".encode())
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def is_syslog(line: bytes) -> bool:
    """Say whether a line is one of PostgreSQL's in syslog."""
    return _LINE.match(line) is not None


def is_first(line: bytes) -> bool:
    """Say whether a line may be the first of a message (where they are not numbered, any may be)."""
    found = _LINE.match(line)
    return found is not None and found["chunk"] in {None, b"1"}


def is_heroku(line: bytes) -> bool:
    """Say whether a line is of Heroku's log."""
    return _HEROKU.match(line) is not None


def is_without_process(line: bytes) -> bool:
    """Say whether a line is of a syslog whose header names no process."""
    return not is_syslog(line) and _WITHOUT_PROCESS.match(line) is not None


def process_of(line: bytes) -> str:
    """Return the process of a line of syslog, by its header."""
    found = _LINE.match(line)
    return (found["p"] or found["q"]).decode() if found else ""


def text_of(line: bytes) -> bytes:
    """Return what PostgreSQL wrote into a line of syslog."""
    found = _LINE.match(line)
    return found["text"] if found else line


def syslog(prefix: Prefix, *, year: int | None = None) -> LogFormat:
    """Return the format. *year*: of the first line, since syslog's stamps have none (default: this one)."""
    known = year or datetime.now(UTC).year
    return LogFormat(
        "syslog",
        partial(cut, prefix),
        partial(records, prefix, known),
        partial(zone, prefix),
        resolution_us=prefix.resolution_us if _timed(prefix) else 1_000_000,
        said=f"syslog, log_line_prefix = '{prefix.text}'",
        numbers_records=False,
    )


def _timed(prefix: Prefix) -> bool:
    return bool({"m", "n", "t"} & set(prefix.fields))


def cut(prefix: Prefix, octets: bytes) -> int:
    """Return where a message begins that no message before it reaches beyond (0: nowhere).

    Backends' chunks interleave: some of what follows has to be known, to see that none of it belongs to what is before.
    """
    end, fallback, begun = len(octets), 0, set[tuple[bytes, bytes]]()
    known = len(octets) - min(_REACH, len(octets) // 4)
    while (newline := octets.rfind(b"\n", 0, end)) >= 0:
        found = _LINE.match(octets[newline + 1 : min(end, newline + 1 + MOST)])
        if found:
            message = found["p"] or found["q"], found["seq"]
            first = found["chunk"] in {None, b"1"}
            begun = begun - {message} if first else begun | {message}
            if first and prefix.opened(found["text"]) is not None:
                if not begun and newline < known:
                    return newline + 1
                fallback = fallback or newline + 1
        if fallback and len(octets) - newline > 4 * _REACH:
            return fallback  # a message's first chunk is missing
        end = newline
    return 0


def zone(prefix: Prefix, octets: bytes) -> str:
    """Return the time zone of the first record ("": it tells none)."""
    return stderr.zone(prefix, b"\n".join(text_of(line) for line in octets.split(b"\n")[:100]))


def records(prefix: Prefix, year: int, block: Block) -> pl.DataFrame:
    """Return the block's records in the columns of ``RECORDS``."""
    physical = stderr.lines(block)
    parts = physical.select("line", "lines", pl.col("text").str.extract_groups(_HEADER).alias("parts")).unnest("parts")
    parts = parts.with_columns(pl.coalesce("p", "q").alias("p")).drop("q")
    ours = parts.filter(pl.col("p").is_not_null())
    foreign = physical.filter(parts["p"].is_null())
    if ours.is_empty():
        return stderr.records(prefix, block)
    text = pl.col("text").str.replace("^#011", "\t").str.replace_all("#011", "\t", literal=True)
    whole = _reassembled(prefix, ours.with_columns(text.alias("text")))
    if not _timed(prefix):
        whole = whole.with_columns(_header_time(whole["stamp"], year).alias("time_us"))
    found = stderr.cut_short(stderr.put_together(prefix, whole), block)
    return (
        found if foreign.is_empty() else pl.concat([found, stderr.damaged(foreign)]).sort("line", maintain_order=True)
    )


def _reassembled(prefix: Prefix, chunks: pl.DataFrame) -> pl.DataFrame:
    """Join each backend's chunks to the lines they were: *line* of the first chunk, *lines*: how many there were.

    A message of which a chunk is missing is in doubt: it may go on, or begin, with what is not there.
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
    glued = (
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
            glued.str.join("").alias("text"),
            pl.when(pl.col("gap").first()).then(pl.lit(CUT)).alias("doubt"),
        )
        .drop("owner")
        .sort("line")
    )


def _bare_text() -> pl.Expr:
    """Return the text of each chunk of a message without Windows' carriage return, where the message ends in one."""
    text = pl.col("text")
    return pl.when(text.last().str.ends_with("\r")).then(text.str.strip_suffix("\r")).otherwise(text)


def _header_time(stamps: pl.Series, year: int) -> pl.Series:
    """Read syslog's own stamps, which name no zone, in *year* (a December seen in a January file is the year before's)."""
    month = stamps.str.slice(0, 3).replace_strict({name: f"{n:02}" for n, name in enumerate(_MONTHS, 1)}, default=None)
    day = stamps.str.slice(4, 2).str.replace(" ", "0", literal=True)
    plain = pl.select(
        pl.concat_str(pl.lit(f"{year}-"), month, pl.lit("-"), day, pl.lit(" "), stamps.str.slice(7, 8), pl.lit(".000 "))
    ).to_series()
    zone = stamps.str.extract(r"([+-]\d\d:?\d\d)$").fill_null("UTC")
    iso = stamps.str.slice(0, 10) + " " + stamps.str.slice(11, 8) + ".000 " + zone
    return stderr.spread(wall_time(plain.zip_with(month.is_not_null(), iso)))
