"""PostgreSQL's plain log, with any ``log_line_prefix``: bytes to records.

A record is a line with a severity (LOG, ERROR ...), lines that begin with a tab and continue it, and lines of the
same process that follow it (DETAIL, STATEMENT ...), which may be continued themselves (elog.c, send_message_to_server_log).
"""

from __future__ import annotations

from functools import partial

import polars as pl

from pgrehearse.capture.formats.line_prefix import MAIN, MOST, STAMPED, Prefix, apart
from pgrehearse.capture.formats.records import BY_PROCESS, CUT, RECORDS, LogFormat
from pgrehearse.capture.formats.sqlstates import sqlstate
from pgrehearse.capture.formats.timestamps import wall_time
from pgrehearse.capture.formats.unexpected_lines import unmarked, without_returns
from pgrehearse.capture.input.files import Block

UNKNOWN = "[unknown]"
_KEPT = {"DETAIL": "detail", "CONTEXT": "context", "STATEMENT": "query", "LOCATION": "location"}
# log_error_verbosity = verbose puts the SQLSTATE before the message, and says where in the source it arose.
_VERBOSE = r"^[0-9A-Z]{5}: "


def stderr(prefix: Prefix, name: str = "stderr") -> LogFormat:
    """Return the format of a log with this prefix."""
    return LogFormat(
        name,
        partial(cut, prefix),
        partial(records, prefix),
        partial(zone, prefix),
        resolution_us=prefix.resolution_us,
        said=f"stderr, log_line_prefix = '{prefix.text}'",
        numbers_records=False,
    )


def cut(prefix: Prefix, octets: bytes) -> int:
    """Return where the last record begins: what is before it is whole (0: nowhere).

    Where stamps tell seconds only, records of one second stay together, so that they can be spread over it.
    """
    end, fallback, last = len(octets), 0, ""
    while (newline := octets.rfind(b"\n", 0, end)) >= 0:
        stamp = prefix.opened(octets[newline + 1 : newline + 1 + MOST])
        if stamp is not None:
            if prefix.resolution_us < 1_000_000 or (last and stamp != last):
                return fallback or newline + 1
            last = last or stamp
            fallback = newline + 1
        if fallback and len(octets) - newline > len(octets) // 2:
            return fallback
        end = newline
    return fallback


def zone(prefix: Prefix, octets: bytes) -> str:
    """Return the time zone of the first record ("": it tells none)."""
    stamps = (prefix.opened(line) for line in octets.split(b"\n"))
    return next((stamp.rpartition(" ")[2] for stamp in stamps if stamp is not None), "")


def records(prefix: Prefix, block: Block) -> pl.DataFrame:
    """Return the block's records in the columns of ``RECORDS``; lines that are no record's are rows without a time."""
    return cut_short(put_together(prefix, _continued(lines(block)), in_order=True), block)


def lines(block: Block) -> pl.DataFrame:
    """Return the block's physical lines: *line* (from 1), *text*, and *lines*: how many it was in the file."""
    text = pl.Series("text", [block.octets.decode()]).str.split("\n").explode(empty_as_null=True)
    if block.octets.endswith(b"\n"):
        text = text.head(-1)
    numbers = pl.int_range(block.first_line, block.first_line + len(text), dtype=pl.Int64, eager=True)
    frame = pl.DataFrame({"line": numbers, "text": text})
    return frame.with_columns(pl.lit(1, pl.Int64).alias("lines") if block.origin is None else block.origin["lines"])


def cut_short(records: pl.DataFrame, block: Block) -> pl.DataFrame:
    """Mark the last record of a block that ends within it: in the middle of a line, or the next file goes on."""
    if not block.goes_on and (not block.last or block.octets.endswith(b"\n")):
        return records
    whole = records["time_us"].is_not_null().arg_true()
    return records.with_columns(records["doubt"].scatter(whole.tail(1), CUT)) if len(whole) else records


def put_together(prefix: Prefix, whole: pl.DataFrame, *, in_order: bool = False) -> pl.DataFrame:
    """Put records together from whole lines (*line*, *lines*, *text*, and what a transport told: ``time_us``, ``p``, ``doubt``).

    *in_order*: what stands behind a line may continue it.
    """
    whole = whole.with_columns(without_returns(whole["text"]))
    said = _parsed(prefix, whole)
    if "doubt" not in said.columns:
        said = said.with_columns(pl.lit(None, pl.String).alias("doubt"))
    if said["severity"].has_nulls():
        said = said.with_columns(said["text"].zip_with(said["severity"].is_not_null(), whole["text"]))
        said = unmarked(said) if in_order else said
    main = said.filter(pl.col("severity").is_in(list(_mains())))
    if main.is_empty():
        return damaged(whole)
    process = "c" if "c" in prefix.fields else "p"
    said = said.with_columns(pl.when(pl.col("severity").is_in(list(_mains()))).then("line").alias("record"))
    contiguous = said["record"].forward_fill()
    own = (
        said.select(pl.col("record").forward_fill().over(process))["record"] if process in said.columns else contiguous
    )
    said = said.with_columns(own.alias("record"))
    # Of the two doubts the first in the alphabet is the graver one.
    doubt = pl.col("doubt").min() if said["doubt"].is_not_null().any() else pl.lit(None, pl.String)
    spans = said.group_by("record").agg(pl.col("lines").sum(), doubt.alias("doubt"))
    told = main.drop("lines", "doubt", "record", strict=False).join(
        spans, left_on="line", right_on="record", how="left", maintain_order="left"
    )
    for severity, column in _KEPT.items():
        texts = said.filter(pl.col("severity") == severity).group_by("record").agg(pl.col("text").first().alias(column))
        told = told.join(texts, left_on="line", right_on="record", how="left", maintain_order="left")
    shaped = _shaped(prefix, told)
    lost = said.filter(pl.col("record").is_null()).select("line")
    if lost.is_empty():
        return shaped
    raw = whole.join(lost, on="line", how="semi", maintain_order="left")
    return pl.concat([shaped, damaged(raw)]).sort("line", maintain_order=True)


def _mains() -> tuple[str, ...]:
    return (*(word for word in MAIN if "[" not in word), "DEBUG", *(f"DEBUG{level}" for level in range(1, 6)))


def _continued(physical: pl.DataFrame) -> pl.DataFrame:
    """Give each line that begins something the lines that continue it; *lines*: how many it is now."""
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


def _parsed(prefix: Prefix, whole: pl.DataFrame) -> pl.DataFrame:
    """Take the prefix's fields, the severity and the message out of each line."""
    fields = prefix.parsed(whole["text"])
    return whole.drop("text", *(name for name in fields.columns if name in whole.columns and name != "text")).hstack(
        fields
    )


def damaged(lost: pl.DataFrame) -> pl.DataFrame:
    """Return lines that are no record's, as rows without a time.

    One that bears a time and a severity is a record with another prefix: it keeps its severity and its message.
    """
    counts = (
        lost["lines"]
        if "lines" in lost.columns
        else pl.Series("lines", [1], dtype=pl.Int64).new_from_index(0, lost.height)
    )
    parts = apart(lost["text"])
    other = parts["head"].str.contains(STAMPED).fill_null(value=False)
    return (
        pl.DataFrame(
            {
                "line": lost["line"],
                "lines": counts,
                "severity": parts["severity"].set(~other, None),
                "message": parts["text"].set(~other, None),
            }
        )
        .match_to_schema(RECORDS, missing_columns="insert")
        .select(list(RECORDS))
    )


def _shaped(prefix: Prefix, whole: pl.DataFrame) -> pl.DataFrame:
    """Return the records in the columns of ``RECORDS``."""
    has = set(prefix.fields) | set(whole.columns)

    def field(letter: str) -> pl.Expr:
        return pl.col(letter) if letter in has else pl.lit(None, pl.String)

    def known(letter: str) -> pl.Expr:
        return pl.when(field(letter) != UNKNOWN).then(field(letter).replace("", None))

    error = pl.col("severity").is_in(["ERROR", "FATAL", "PANIC"])
    verbose = pl.col("location").is_not_null() & pl.col("text").str.contains(_VERBOSE)
    text = pl.when(verbose).then(pl.col("text").str.slice(7)).otherwise("text")
    state = pl.when(verbose).then(pl.col("text").str.head(5)).otherwise(field("e"))
    message = pl.when(error).then(text.str.replace(r" at character \d+$", "")).otherwise(text)
    shaped = (
        whole.with_columns(_session(has).alias("session_id"))
        .select(
            pl.col("line").cast(pl.Int64),
            pl.col("lines").cast(pl.Int64),
            pl.lit(_time_us(whole)).alias("time_us"),
            known("u").alias("user"),
            known("d").alias("database"),
            pl.coalesce(field("r").str.replace(r"\((\d+)\)$", ":${1}"), field("h") + ":")
            .replace(["", ":"], None)
            .alias("remote"),
            "session_id",
            (pl.col("l") if "l" in has else pl.lit(None, pl.String)).cast(pl.Int64, strict=False).alias("session_line"),
            field("i").alias("tag"),
            field("s").alias("session_start"),
            field("v").replace("", None).alias("vxid"),
            "severity",
            state.alias("sqlstate"),
            message.alias("message"),
            pl.col("detail"),
            pl.col("context"),
            pl.col("query"),
            known("a").alias("application"),
            _kind(has).alias("backend_type"),
            "doubt",
        )
        .select(list(RECORDS))
    )
    return _with_states(shaped)


def _with_states(records: pl.DataFrame) -> pl.DataFrame:
    """Give errors whose SQLSTATE is not logged the one their message stands for."""
    rows = (records["severity"].is_in(["ERROR", "FATAL", "PANIC"]) & records["sqlstate"].is_null()).arg_true()
    if rows.is_empty():
        return records
    inferred = records[rows].select(sqlstate(pl.col("message")).alias("sqlstate"))["sqlstate"]
    return records.with_columns(records["sqlstate"].scatter(rows, inferred))


def _session(has: set[str]) -> pl.Expr:
    """Return the session's id: as logged (``%c``), or the process number, where that is all the log tells."""
    if "c" in has:
        return pl.col("c")
    return pl.lit(BY_PROCESS) + pl.col("p")


def _kind(has: set[str]) -> pl.Expr:
    """Return the backend's kind: as logged, or a background process where the prefix has a user and the line none."""
    if "b" in has:
        return pl.col("b")
    if "u" not in has:
        return pl.lit(None, pl.String)
    speaks = pl.col("u").fill_null("") != ""
    return pl.when(speaks).then(pl.lit("client backend")).otherwise(pl.lit("background"))


def _time_us(whole: pl.DataFrame) -> pl.Series:
    """Return when each record was logged, from the best stamp there is."""
    if "m" in whole.columns:
        return wall_time(whole["m"])
    if "n" in whole.columns:
        return (whole["n"].cast(pl.Float64, strict=False) * 1e6).round().cast(pl.Int64)
    if "t" in whole.columns:
        stamps = whole["t"].str.slice(0, 19) + ".000" + whole["t"].str.slice(19)
        return spread(wall_time(stamps))
    return whole["time_us"]


def spread(seconds: pl.Series) -> pl.Series:
    """Spread records that share a second over it, in their order: the log knows no better."""
    frame = pl.DataFrame({"at": seconds})
    place = (pl.int_range(pl.len()).over("at") * 2 + 1) * 500_000 // pl.len().over("at")
    return frame.select(pl.col("at") + place)["at"].cast(pl.Int64)
