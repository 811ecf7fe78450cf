"""PostgreSQL's log messages are parsed, independent of the log format.

A record becomes a *what* (statement, parse, bind, execute ..., or a kind without a statement), with its
duration, prepared name, portal and SQL extracted from the message. Messages are expected in English
(``lc_messages = 'C'``); both spellings of a parameter detail (``parameters:`` up to 16, ``Parameters:`` since 17) are read.
"""

from __future__ import annotations

from typing import Any

import polars as pl

STATEMENT, PARSE, BIND, EXECUTE, FETCH, BARE, ERROR, FATAL = (
    "statement",
    "parse",
    "bind",
    "execute",
    "fetch",
    "duration",
    "error",
    "fatal",
)
RECEIVED, AUTHENTICATED, AUTHORIZED, DISCONNECTED = (
    "connection received",
    "connection authenticated",
    "connection authorized",
    "disconnection",
)
FASTPATH, OUTSIDE = "fastpath call", "outside the filter"
# Lines of an export that another program wrote.
OTHERS = "another program's"
# What becomes an event or a part of one; the order is the code that ``statement_groups`` uses.
EVENTFUL = (STATEMENT, PARSE, BIND, EXECUTE, FETCH, BARE, ERROR, FATAL, RECEIVED, DISCONNECTED)
WHAT = pl.Enum(
    [
        *EVENTFUL,
        AUTHENTICATED,
        AUTHORIZED,
        FASTPATH,
        "notice",
        "background",
        "replication",
        "server message",
        "damaged",
        OUTSIDE,
        OTHERS,
    ]
)

_LITERAL = {
    "statement: ": STATEMENT,
    "connection received: ": RECEIVED,
    "connection authenticated: ": AUTHENTICATED,
    "connection authorized: ": AUTHORIZED,
    "connection ready: ": AUTHORIZED,
    "disconnection: ": DISCONNECTED,
    "fastpath function call: ": FASTPATH,
    "execute fetch from ": FETCH,
    "parse ": PARSE,
    "bind ": BIND,
    "execute ": EXECUTE,
}
_EXTENDED = {PARSE: "parse ", BIND: "bind ", FETCH: "execute fetch from ", EXECUTE: "execute "}
UNNAMED = "<unnamed>"
# Words that end in a colon cannot begin a statement: the colon belongs to a name.
_STRAY = r"^((?:[^\s(;'\"]*: )*)"


def parse(records: pl.DataFrame) -> pl.DataFrame:
    """Return the records with ``what``, ``duration_us``, ``name``, ``portal`` and ``sql`` added."""
    timed, duration, body = _timed(records["message"])
    frame = records.with_columns(timed, duration, body)
    frame = frame.with_columns(_kinds(frame).cat.to(WHAT).alias("what"))
    return _texts(frame).drop("timed", "body")


def _timed(messages: pl.Series) -> tuple[pl.Series, pl.Series, pl.Series]:
    """Split ``duration: 1.234 ms  rest``: whether the message has a duration, the microseconds, the rest ("" for none)."""
    timed = messages.str.starts_with("duration: ").alias("timed")
    if not timed.any():
        return (
            timed,
            pl.Series("duration_us", [None], dtype=pl.Int64).new_from_index(0, len(messages)),
            messages.alias("body"),
        )
    parts = messages.to_frame("m").select(
        pl.col("m")
        .str.splitn("  ", 2)
        .struct.field("field_0")
        .str.strip_prefix("duration: ")
        .str.strip_suffix(" ms")
        .alias("ms"),
        pl.col("m").str.splitn("  ", 2).struct.field("field_1").fill_null("").alias("rest"),
        pl.lit(timed).alias("timed"),
        "m",
    )
    values = parts.select(
        pl.when("timed")
        .then((pl.col("ms").cast(pl.Float64, strict=False) * 1000).round().cast(pl.Int64))
        .alias("duration_us"),
        pl.when("timed").then("rest").otherwise("m").alias("body"),
    )
    return timed, values["duration_us"], values["body"]


def _kinds(frame: pl.DataFrame) -> pl.Series:
    """Return each record's kind as a code of ``WHAT``: most are statements of clients, and only the others are examined further."""
    client = pl.col("backend_type").is_null() | (pl.col("backend_type") == "client backend")
    plain = (pl.col("severity") == "LOG") & client & pl.col("body").str.starts_with("statement: ")
    others = (
        frame.select((plain & pl.col("time_us").is_not_null()).fill_null(value=False).not_()).to_series().arg_true()
    )
    if 2 * len(others) > frame.height:
        return frame.select(_what()).to_series()
    statement = pl.Series("what", [WHAT.categories.to_list().index(STATEMENT)], dtype=pl.UInt8)
    codes = frame.select("time_us", "severity", "backend_type", "timed", "body")[others].select(_what()).to_series()
    return statement.new_from_index(0, frame.height).scatter(others, codes)


def _what() -> pl.Expr:
    """Return each record's kind as a code of ``WHAT`` (small integers: the expressions are evaluated for every record)."""
    severity, kind, body = pl.col("severity"), pl.col("backend_type"), pl.col("body")
    client = kind.is_null() | (kind == "client backend") | (kind == "not initialized") | (kind == "")
    kinds: Any = pl.when(pl.col("timed") & (body == "")).then(_code(BARE))
    for words, what in _LITERAL.items():
        kinds = kinds.when(body.str.starts_with(words)).then(_code(what))
    logged: pl.Expr = kinds.otherwise(_code("server message"))
    return (
        pl.when(pl.col("time_us").is_null() | severity.is_null())
        .then(_code("damaged"))
        .when(kind == "walsender")
        .then(_code("replication"))
        .when(~client)
        .then(_code("background"))
        .when(severity == "LOG")
        .then(logged)
        .when(severity == "ERROR")
        .then(_code(ERROR))
        .when((severity == "FATAL") | (severity == "PANIC"))
        .then(_code(FATAL))
        .otherwise(_code("notice"))
    )


def _code(what: str) -> pl.Expr:
    return pl.lit(WHAT.categories.to_list().index(what), pl.UInt8)


def _texts(frame: pl.DataFrame) -> pl.DataFrame:
    """Extract the prepared name, the portal and the SQL of each message."""
    what, body = pl.col("what"), pl.col("body")
    sql = (
        pl.when(what == STATEMENT)
        .then(body.str.strip_prefix("statement: "))
        .when((what == ERROR) | (what == FATAL))
        .then(pl.col("query"))
    )
    frame = frame.with_columns(
        sql.alias("sql"), pl.lit(None, pl.String).alias("name"), pl.lit(None, pl.String).alias("portal")
    )
    extended = frame["what"].is_in(list(_EXTENDED))
    if not extended.any():
        return frame
    head = pl.coalesce(pl.when(what == word).then(body.str.strip_prefix(prefix)) for word, prefix in _EXTENDED.items())
    rows = extended.arg_true()
    parts = _split(frame.select(head.alias("head"), "what")[rows])
    return frame.with_columns(
        frame["sql"].scatter(rows, parts["sql"]),
        frame["name"].scatter(rows, parts["name"]),
        frame["portal"].scatter(rows, parts["portal"]),
    )


def _split(heads: pl.DataFrame) -> pl.DataFrame:
    """Split ``name[/portal]: sql``.

    A name may contain ``: ``: while the text after the colon cannot begin a statement (its first word ends in another
    colon), the split moves to the next colon.
    """
    split = pl.col("head").str.splitn(": ", 2).struct.rename_fields(["name", "sql"]).alias("p")
    moved = pl.col("sql").str.extract(_STRAY)
    parts = (
        heads.with_columns(split)
        .unnest("p")
        .select(
            "what",
            pl.concat_str("name", pl.when(moved != "").then(": " + moved.str.head(-2)).otherwise(pl.lit(""))).alias(
                "name"
            ),
            pl.col("sql").str.slice(moved.str.len_chars()),
        )
    )
    both = pl.col("name").str.splitn("/", 2).struct.rename_fields(["n", "o"])
    bound = pl.col("what") != PARSE
    name = pl.when(bound).then(both.struct.field("n")).otherwise("name")
    return parts.select(
        pl.when(name == UNNAMED).then(pl.lit("")).otherwise(name).alias("name"),
        pl.when(bound).then(both.struct.field("o")).alias("portal"),
        pl.col("sql").fill_null(""),
    )


def application(message: pl.Expr) -> pl.Expr:
    """Return the application name of a ``connection authorized`` message (null if it has none)."""
    return message.str.extract(r"application_name=(.*?)(?: SSL enabled \(| GSS \(|$)").fill_null("")


def identity(message: pl.Expr, what: str) -> pl.Expr:
    """Return the ``user`` or ``database`` of a ``connection authorized`` message."""
    return message.str.extract(rf"\b{what}=(.*?)(?: database=| application_name=| SSL enabled \(| GSS \(|$)")


def remote_host(message: pl.Expr) -> pl.Expr:
    """Return the host of a ``connection received`` message."""
    return message.str.extract(r"host=(\S+)")
