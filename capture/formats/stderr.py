"""PostgreSQL's plain log, with any ``log_line_prefix``: bytes to records.

A record is a line with a severity (LOG, ERROR ...), lines that begin with a tab and continue it, and later lines of the
same process (DETAIL, STATEMENT ...), which may be continued too (elog.c, send_message_to_server_log).
"""

from __future__ import annotations

from functools import partial

import polars as pl

from pgrehearse.capture.formats.line_prefix import MAIN, MOST, STAMPED, Prefix, split_at_severity
from pgrehearse.capture.formats.records import BY_PROCESS, CUT, RECORDS, LogFormat, xid
from pgrehearse.capture.formats.sqlstates import sqlstate
from pgrehearse.capture.formats.timestamps import wall_time
from pgrehearse.capture.formats.unexpected_lines import join_unmarked, without_carriage_returns
from pgrehearse.capture.input.blocks import Block

UNKNOWN = "[unknown]"
_KEPT = {"DETAIL": "detail", "CONTEXT": "context", "STATEMENT": "query", "LOCATION": "location"}
# log_error_verbosity = verbose writes the SQLSTATE before the message, and the source location of the error.
_VERBOSE = r"^[0-9A-Z]{5}: "


def stderr(prefix: Prefix, name: str = "stderr") -> LogFormat:
    """Return the format of a log with this prefix."""
    return LogFormat(
        name,
        partial(cut, prefix),
        partial(records, prefix),
        partial(zone, prefix),
        resolution_us=prefix.resolution_us,
        description=f"stderr, log_line_prefix = '{prefix.text}'",
        numbers_records=False,
    )


def cut(prefix: Prefix, data: bytes) -> int:
    """Return where the last record begins: the records before it are complete (0: there are none).

    If stamps have a resolution of seconds, records of one second remain in one block, so that they can be spread over it.
    """
    end, fallback, last = len(data), 0, ""
    while (newline := data.rfind(b"\n", 0, end)) >= 0:
        stamp = prefix.opened(data[newline + 1 : newline + 1 + MOST])
        if stamp is not None:
            if prefix.resolution_us < 1_000_000 or (last and stamp != last):
                return fallback or newline + 1
            last = last or stamp
            fallback = newline + 1
        if fallback and len(data) - newline > len(data) // 2:
            return fallback
        end = newline
    return fallback


def zone(prefix: Prefix, data: bytes) -> str:
    """Return the time zone of the first record ("": it has none)."""
    stamps = (prefix.opened(line) for line in data.split(b"\n"))
    return next((stamp.rpartition(" ")[2] for stamp in stamps if stamp is not None), "")


def records(prefix: Prefix, block: Block) -> pl.DataFrame:
    """Return the block's records in the columns of ``RECORDS``; lines that belong to no record are rows without a time."""
    return mark_truncated(assemble_records(prefix, _continued(lines(block)), in_order=True), block)


def lines(block: Block) -> pl.DataFrame:
    """Return the block's physical lines: *line* (from 1), *text*, and *lines*: how many it was in the file."""
    text = pl.Series("text", [block.data.decode()]).str.split("\n").explode(empty_as_null=True)
    if block.data.endswith(b"\n"):
        text = text.head(-1)
    numbers = pl.int_range(block.first_line, block.first_line + len(text), dtype=pl.Int64, eager=True)
    frame = pl.DataFrame({"line": numbers, "text": text})
    return frame.with_columns(pl.lit(1, pl.Int64).alias("lines") if block.origin is None else block.origin["lines"])


def mark_truncated(records: pl.DataFrame, block: Block) -> pl.DataFrame:
    """Mark the last record of a block that ends within it: in the middle of a line, or the next file continues it."""
    if not block.goes_on and (not block.last or block.data.endswith(b"\n")):
        return records
    undamaged = records["time_us"].is_not_null().arg_true()
    if undamaged.is_empty():
        return records
    return records.with_columns(records["doubt"].scatter(undamaged.tail(1), CUT))


def assemble_records(prefix: Prefix, texts: pl.DataFrame, *, in_order: bool = False) -> pl.DataFrame:
    """Assemble records from complete lines (*line*, *lines*, *text*, and from a transport: ``time_us``, ``p``, ``doubt``).

    *in_order*: a line may continue the line before it.
    """
    texts = texts.with_columns(without_carriage_returns(texts["text"]))
    parsed = _parsed(prefix, texts)
    if "doubt" not in parsed.columns:
        parsed = parsed.with_columns(pl.lit(None, pl.String).alias("doubt"))
    if parsed["severity"].has_nulls():
        parsed = parsed.with_columns(parsed["text"].zip_with(parsed["severity"].is_not_null(), texts["text"]))
        parsed = join_unmarked(parsed) if in_order else parsed
    begins = pl.col("severity").is_in(list(_mains()))
    main = parsed.filter(begins)
    if main.is_empty():
        return damaged(texts)
    parsed = parsed.with_columns(_owners(prefix, parsed.with_columns(pl.when(begins).then("line").alias("record"))))
    shaped = _shaped(prefix, _with_following(main, parsed))
    orphans = parsed.filter(pl.col("record").is_null()).select("line")
    if orphans.is_empty():
        return shaped
    raw = texts.join(orphans, on="line", how="semi", maintain_order="left")
    return pl.concat([shaped, damaged(raw)]).sort("line", maintain_order=True)


def _owners(prefix: Prefix, parsed: pl.DataFrame) -> pl.Series:
    """Return the record that each line belongs to: the last one of its process, if the prefix has a process."""
    process = "c" if "c" in prefix.fields else "p"
    record = pl.col("record").forward_fill()
    return parsed.select(record.over(process) if process in parsed.columns else record)["record"]


def _with_following(main: pl.DataFrame, parsed: pl.DataFrame) -> pl.DataFrame:
    """Return the first lines of records with the texts of the lines that follow (DETAIL, STATEMENT ...), by column."""
    # Of the two doubts the first in alphabetical order is the more serious one.
    doubt = pl.col("doubt").min() if parsed["doubt"].is_not_null().any() else pl.lit(None, pl.String)
    spans = parsed.group_by("record").agg(pl.col("lines").sum(), doubt.alias("doubt"))
    records = main.drop("lines", "doubt", "record", strict=False).join(
        spans, left_on="line", right_on="record", how="left", maintain_order="left"
    )
    for severity, column in _KEPT.items():
        of_severity = parsed.filter(pl.col("severity") == severity)
        texts = of_severity.group_by("record").agg(pl.col("text").first().alias(column))
        records = records.join(texts, left_on="line", right_on="record", how="left", maintain_order="left")
    return records


def _mains() -> tuple[str, ...]:
    return (*(word for word in MAIN if "[" not in word), "DEBUG", *(f"DEBUG{level}" for level in range(1, 6)))


def _continued(physical: pl.DataFrame) -> pl.DataFrame:
    """Join each line with the lines that continue it; *lines*: how many lines it is."""
    goes_on = physical["text"].str.starts_with("\t")
    if not goes_on.any():
        return physical
    owner = (~goes_on).cum_sum()
    marked = physical.with_columns(owner.alias("owner"), goes_on.alias("goes_on"))
    more = (
        marked.filter("goes_on")
        .group_by("owner", maintain_order=True)
        .agg(("\n" + pl.col("text").str.slice(1)).str.join("").alias("more"), pl.col("lines").sum().alias("count"))
    )
    first = marked.filter(~pl.col("goes_on") | (pl.col("owner") == 0)).unique("owner", maintain_order=True)
    return (
        first.join(more, on="owner", how="left", maintain_order="left")
        .with_columns(
            pl.when(pl.col("more").is_not_null() & ~pl.col("goes_on"))
            .then(pl.concat_str("text", "more"))
            .otherwise("text")
            .alias("text"),
            (pl.col("count").fill_null(0) + pl.when("goes_on").then(0).otherwise("lines")).alias("lines"),
        )
        .drop("owner", "goes_on", "more", "count")
    )


def _parsed(prefix: Prefix, texts: pl.DataFrame) -> pl.DataFrame:
    """Return the prefix's fields, the severity and the message of each line."""
    fields = prefix.parsed(texts["text"])
    return texts.drop("text", *(name for name in fields.columns if name in texts.columns and name != "text")).hstack(
        fields
    )


def damaged(lines: pl.DataFrame) -> pl.DataFrame:
    """Return lines that belong to no record, as rows without a time.

    A line with a time and a severity is a record with another prefix: it keeps its severity and its message.
    """
    counts = (
        lines["lines"]
        if "lines" in lines.columns
        else pl.Series("lines", [1], dtype=pl.Int64).new_from_index(0, lines.height)
    )
    parts = split_at_severity(lines["text"])
    other = parts["head"].str.contains(STAMPED).fill_null(value=False)
    return (
        pl.DataFrame(
            {
                "line": lines["line"],
                "lines": counts,
                "severity": parts["severity"].set(~other, None),
                "message": parts["text"].set(~other, None),
            }
        )
        .match_to_schema(RECORDS, missing_columns="insert")
        .select(list(RECORDS))
    )


def _shaped(prefix: Prefix, lines: pl.DataFrame) -> pl.DataFrame:
    """Return the records in the columns of ``RECORDS``."""
    has = set(prefix.fields) | set(lines.columns)

    def field(letter: str) -> pl.Expr:
        return pl.col(letter) if letter in has else pl.lit(None, pl.String)

    def name(letter: str) -> pl.Expr:
        return pl.when(field(letter) != UNKNOWN).then(field(letter).replace("", None))

    remote = pl.coalesce(field("r").str.replace(r"\((\d+)\)$", ":${1}"), field("h") + ":").replace(["", ":"], None)
    state, message = _state_and_message(field("e"))
    shaped = lines.select(
        pl.col("line").cast(pl.Int64),
        pl.col("lines").cast(pl.Int64),
        pl.lit(_time_us(lines)).alias("time_us"),
        name("u").alias("user"),
        name("d").alias("database"),
        remote.alias("remote"),
        _session(has).alias("session_id"),
        (pl.col("l") if "l" in has else pl.lit(None, pl.String)).cast(pl.Int64, strict=False).alias("session_line"),
        field("i").alias("tag"),
        field("s").alias("session_start"),
        field("v").replace("", None).alias("vxid"),
        xid(field("x")),
        "severity",
        state.alias("sqlstate"),
        message.alias("message"),
        "detail",
        "context",
        "query",
        name("a").alias("application"),
        _kind(has).alias("backend_type"),
        "doubt",
    ).select(list(RECORDS))
    return _with_states(shaped)


def _state_and_message(state: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Return each record's SQLSTATE (*state*: as its prefix has it) and its message, for any log_error_verbosity."""
    error = pl.col("severity").is_in(["ERROR", "FATAL", "PANIC"])
    verbose = pl.col("location").is_not_null() & pl.col("text").str.contains(_VERBOSE)
    text = pl.when(verbose).then(pl.col("text").str.slice(7)).otherwise("text")
    message = pl.when(error).then(text.str.replace(r" at character \d+$", "")).otherwise(text)
    return pl.when(verbose).then(pl.col("text").str.head(5)).otherwise(state), message


def _with_states(records: pl.DataFrame) -> pl.DataFrame:
    """Give errors whose SQLSTATE is not logged the one that their message implies."""
    rows = (records["severity"].is_in(["ERROR", "FATAL", "PANIC"]) & records["sqlstate"].is_null()).arg_true()
    if rows.is_empty():
        return records
    inferred = records[rows].select(sqlstate(pl.col("message")).alias("sqlstate"))["sqlstate"]
    return records.with_columns(records["sqlstate"].scatter(rows, inferred))


def _session(has: set[str]) -> pl.Expr:
    """Return the session's id: as logged (``%c``), or the process number, if the log has nothing else."""
    if "c" in has:
        return pl.col("c")
    return pl.lit(BY_PROCESS) + pl.col("p")


def _kind(has: set[str]) -> pl.Expr:
    """Return the backend's kind: as logged, or a background process if the prefix has a user and the line has none."""
    if "b" in has:
        return pl.col("b")
    if "u" not in has:
        return pl.lit(None, pl.String)
    has_user = pl.col("u").fill_null("") != ""
    return pl.when(has_user).then(pl.lit("client backend")).otherwise(pl.lit("background"))


def _time_us(lines: pl.DataFrame) -> pl.Series:
    """Return when each record was logged, from the most precise time stamp of its prefix."""
    if "m" in lines.columns:
        return wall_time(lines["m"])
    if "n" in lines.columns:
        return (lines["n"].cast(pl.Float64, strict=False) * 1e6).round().cast(pl.Int64)
    if "t" in lines.columns:
        stamps = lines["t"].str.slice(0, 19) + ".000" + lines["t"].str.slice(19)
        return spread(wall_time(stamps))
    return lines["time_us"]


def spread(seconds: pl.Series) -> pl.Series:
    """Spread records of the same second over it, in their order: the log has no higher resolution."""
    frame = pl.DataFrame({"at": seconds})
    place = (pl.int_range(pl.len()).over("at") * 2 + 1) * 500_000 // pl.len().over("at")
    return frame.select(pl.col("at") + place)["at"].cast(pl.Int64)
