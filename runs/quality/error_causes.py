"""Causes of new errors in a replay: the SQLSTATE, the object that the message names, and the remedy.

The counting rule (docs/gates.md): an error counts against the replay when the same statement had no error in production, or an
error with another SQLSTATE. In an aborted transaction, the errors after the first one (25P02) have the cause of the first error.
A transaction is counted under the cause of its first error. Errors caused by a missing connection are outages. Deadlocks and
serialization failures count only in excess of those that production had at other statements.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pgrehearse.runs.fitness_values import Cause, NewErrors
from pgrehearse.runs.quality.aborted import ABORTED
from pgrehearse.runs.quality.id_drift import Drawn
from pgrehearse.runs.reasons import LOST, NOT_THE_TARGETS, REFUSED, UNREACHABLE

UNPREPARED = "26000"
# Which of the conflicting transactions gets one of these errors is random: the server cancels one of them.
CHANCE = ("40P01", "40001")
# The number of causes that are kept.
_MOST = 20


@dataclass(frozen=True, slots=True)
class Kind:
    """What a SQLSTATE means for a replay, and the remedy. *named*: a pattern that extracts the object's name from the server's message."""

    words: str
    remedy: str
    named: str = ""


_COPY = "restore a copy of the window's start"
_IDS = f"{_COPY} and adopt it with --align-sequences"
_PATH = "restore the schema that the window began with; give sessions their search_path: --session-set"
_KINDS: dict[str, Kind] = {
    "23503": Kind("foreign key", _IDS, r'violates foreign key constraint "([^"]+)"'),
    "23505": Kind("duplicate key", _IDS, r'^duplicate key value violates unique constraint "([^"]+)"'),
    "23502": Kind("not-null constraint", _COPY, r'^null value in column "([^"]+)"'),
    "23514": Kind("check constraint", _COPY, r'violates check constraint "([^"]+)"'),
    "23P01": Kind("exclusion constraint", _COPY, r'violates exclusion constraint "([^"]+)"'),
    "42P01": Kind("missing table (or search_path)", _PATH, r'^relation "([^"]+)" does not exist'),
    "3F000": Kind("missing schema", _PATH, r'^schema "([^"]+)" does not exist'),
    "42703": Kind("missing column", _PATH, r'^column "?([^" ]+)"? (?:of relation "[^"]+" )?does not exist'),
    "42883": Kind(
        "missing function",
        "create the extension that it belongs to; give sessions their search_path: --session-set",
        r"^(?:function|procedure|operator) ([^( ]+)[( ].*does not exist",
    ),
    "42704": Kind(
        "missing object",
        "create what is missing: roles and extensions are not in a dump of one database",
        r'^(?:role|type|collation|text search configuration|operator class|language|index|extension) "([^"]+)" .*does not exist',
    ),
    "22023": Kind("invalid parameter value", "create the roles that production has", r'^role "([^"]+)" does not exist'),
    "58P01": Kind(
        "missing library", "install the extension's packages on the target", r'^could not access file "([^"]+)"'
    ),
    "0A000": Kind(
        "unsupported feature", "install what production has: extensions, and a version that knows the statement"
    ),
    "28000": Kind(
        "login refused",
        "create production's roles on the target, or map them: --map-user captured=other",
        r'^role "([^"]+)" does not exist',
    ),
    "28P01": Kind(
        "password refused",
        "give the target's passwords: PGPASSWORD, .pgpass or --password-command",
        r'^password authentication failed for user "([^"]+)"',
    ),
    "3D000": Kind(
        "missing database",
        "restore it, or name another: --map-database captured=other",
        r'^database "([^"]+)" does not exist',
    ),
    "42501": Kind(
        "missing permission",
        "grant it on the target, or replay as a role that has it",
        r"^permission denied for (?:\w+ )+?(\S+)$",
    ),
    "25006": Kind(
        "read-only transaction",
        "replay to a primary whose default_transaction_read_only is off; during an event that makes the target read-only it is the effect of the event",
    ),
    **dict.fromkeys(
        ("08000", "08001", "08003", "08006", "57P01", "57P02", "57P03"),
        Kind("lost connection", "see the events and outages of the run, and the log of its server at that time"),
    ),
    UNPREPARED: Kind("missing prepared statement", "capture from where it was prepared"),
    "34000": Kind("missing cursor", "capture from where it was declared"),
    "55000": Kind("object not in the required state", _COPY),
    "57014": Kind("cancelled", "raise statement_timeout on the target"),
    "55P03": Kind("lock not available", "raise lock_timeout on the target; is anybody else using it?"),
    "53300": Kind(
        "too many connections", "raise max_connections (or the role's or the database's limit) on the target"
    ),
    ABORTED: Kind("transaction aborted by an error outside the window", "capture from before it began"),
    **dict.fromkeys(
        CHANCE, Kind("deadlock or serialization failure", "replay with --sync commit, or compare with a second control")
    ),
}
_CLASSES = {
    "22": "data exception",
    "23": "integrity constraint",
    "25": "transaction state",
    "28": "login refused",
    "40": "transaction rollback",
    "42": "syntax error or access rule",
    "53": "insufficient resources",
    "54": "program limit",
    "55": "object state",
    "57": "operator intervention",
    "58": "system error",
    "XX": "internal error",
}
# The class of errors of connections, and SQLSTATEs of a server that ends or starts.
_CONNECTION, _STOPS = "08", ("57P01", "57P02", "57P03")
_LOST = Kind("connection lost or refused", "look for the cause in the log of the server at that time")
_SAME_SCHEMA = "compare schema, extensions, roles and settings of the target with production's"
# The server was unreachable: these are reported as outages, and count as statements that did not reach a server.
GONE = (
    pl.col("sqlstate").str.starts_with(_CONNECTION)
    | pl.col("sqlstate").is_in(_STOPS)
    | pl.col("reason").is_in([UNREACHABLE, LOST])
).fill_null(value=False)
# The transaction's number in its session; a statement outside a transaction gets a number of its own.
TRANSACTION = pl.coalesce("transaction", -1 - pl.col("seq"))
NAMED = ("session", "copy", "seq", "sqlstate", "message")


def kind_of(sqlstate: str) -> Kind:
    """Return the entry of a SQLSTATE; without one, that of its class."""
    if sqlstate.startswith(_CONNECTION) or sqlstate in _STOPS:
        return _LOST
    return _KINDS.get(sqlstate) or Kind(_CLASSES.get(sqlstate[:2], "error"), _SAME_SCHEMA)


def object_named(sqlstate: str = "sqlstate", message: str = "message") -> pl.Expr:
    """Return the object that the server's message names (null: none). It is never a value of a row or a parameter."""
    state, text = pl.col(sqlstate), pl.col(message).str.slice(0, 500)
    return pl.coalesce(
        pl.lit(None, pl.String),
        *(pl.when(state == code).then(text.str.extract(kind.named, 1)) for code, kind in _KINDS.items() if kind.named),
    )


@dataclass(frozen=True, slots=True)
class Causes:
    """New errors of a replay: *transactions* failed, out of *of*; *causes*: the most frequent first.

    Statements that failed because of drifted ids: *drifted_new* where production had no error, *drifted_different* where it had
    another one.
    """

    of: int
    transactions: int
    drifted_new: int
    drifted_different: int
    causes: tuple[Cause, ...] = ()

    def kept(self) -> NewErrors:
        """Return the part that is stored in a run's fitness."""
        share = self.transactions / self.of if self.of else 0.0
        return NewErrors(self.of, self.transactions, round(share, 6), list(self.causes))


def causes(found: pl.DataFrame, messages: pl.DataFrame, drawn: Drawn) -> Causes:
    """Return the causes of new errors. *found*: rows of ``statements.statements``; *messages*: the columns ``NAMED`` of all failed events.

    Statements that were skipped, or that failed for a reason that the target did not cause, are not counted.
    """
    due = pl.col("status").is_null() | (pl.col("status") != "skipped")
    of = found.filter(due).group_by("copy").agg((pl.col("session").cast(pl.Int64) * 2**32 + TRANSACTION).n_unique())
    rows = _traced(_judged(found, messages, drawn), messages)
    counted = rows.filter("against")
    first = counted.unique(["session", "copy", "transaction"], keep="first", maintain_order=True)
    vanished = rows.filter((pl.col("status") == "ok") & pl.col("captured_sqlstate").is_in(CHANCE))
    elsewhere = vanished.group_by("captured_sqlstate").agg(pl.len().alias("spared"))
    left = first.join(
        elsewhere, left_on="cause", right_on="captured_sqlstate", how="left", maintain_order="left"
    ).filter(pl.int_range(pl.len()).over("cause") >= pl.col("spared").fill_null(0))
    new = counted.filter("drifted")["ended"].eq("ok")
    drifted_new = int(new.sum())
    return Causes(
        int(of["session"].sum() or 0), left.height, drifted_new, len(new) - drifted_new, _grouped(counted, left)
    )


def _judged(found: pl.DataFrame, messages: pl.DataFrame, drawn: Drawn) -> pl.DataFrame:
    """Return the statements that failed in the replay or in production, in order, with the columns *against* (it counts against the
    replay) and *named* (the object that the message names)."""
    erred, failed = pl.col("ended") != "ok", pl.col("status") == "failed"
    # A session whose login was refused in every attempt sent none of its statements.
    login_refused = ((pl.col("status") == "unsent") & (pl.col("reason") == REFUSED)).fill_null(value=False)
    relevant = found.filter(failed.fill_null(value=False) | login_refused | erred)
    refused = messages.filter(pl.col("reason") == REFUSED).unique(
        ["session", "copy"], keep="first", maintain_order=True
    )
    with_messages = relevant.join(
        messages.select(*NAMED).drop("sqlstate"), on=["session", "copy", "seq"], how="left"
    ).join(
        refused.select("session", "copy", pl.col("sqlstate").alias("login"), pl.col("message").alias("denied")),
        on=["session", "copy"],
        how="left",
    )
    with_logins = with_messages.with_columns(
        pl.when(login_refused).then("login").otherwise("sqlstate").alias("sqlstate"),
        pl.when(login_refused).then("denied").otherwise("message").alias("message"),
    )
    alike = erred & pl.col("sqlstate").eq_missing(pl.col("captured_sqlstate"))
    excused = pl.col("reason").is_in(NOT_THE_TARGETS).fill_null(value=False)
    return (
        with_logins.with_columns(
            ((failed & ~GONE).fill_null(value=False) | login_refused).alias("against") & ~alike & ~excused,
            object_named().alias("named"),
            TRANSACTION.alias("transaction"),
        )
        .with_columns(drawn.drifted("sqlstate", "named", pl.col("shape").is_in(sorted(drawn.shapes))).alias("drifted"))
        .sort("session", "copy", "seq")
    )


def _traced(rows: pl.DataFrame, messages: pl.DataFrame) -> pl.DataFrame:
    """Set the *cause* of each error to the first error of its aborted transaction.

    The first error may be that of a PREPARE, which is not counted as a statement; an EXECUTE of that name then fails for the same cause.
    """
    prepared = (
        messages.filter((pl.col("sqlstate") != ABORTED) & pl.col("reason").is_null())
        .join(rows, on=["session", "copy", "seq"], how="anti")
        .select("session", "copy", "seq", pl.col("sqlstate").alias("before"), object_named().alias("before_named"))
    )
    leads = pl.col("against") & (pl.col("sqlstate") != ABORTED).fill_null(value=True)
    own = pl.col("lead").forward_fill().over("session", "copy", "transaction")
    found = (
        rows.with_columns(pl.when(leads).then(pl.int_range(pl.len())).alias("lead"))
        .with_columns(pl.coalesce("lead", own).alias("lead"))
        .sort("seq")
        .join_asof(prepared.sort("seq"), on="seq", by=["session", "copy"], check_sortedness=False)
        .sort("session", "copy", "seq")
    )
    follows = pl.col("before").is_not_null() & (pl.col("lead").is_null() | (pl.col("sqlstate") == UNPREPARED))
    first = found.select("sqlstate", "named", "drifted")[found["lead"].fill_null(0)]
    led = pl.col("lead").is_not_null()
    return found.with_columns(
        pl.when(follows.fill_null(value=False))
        .then("before")
        .when(led)
        .then(first["sqlstate"])
        .otherwise("sqlstate")
        .alias("cause"),
        pl.when(follows.fill_null(value=False))
        .then("before_named")
        .when(led)
        .then(first["named"])
        .otherwise("named")
        .alias("named"),
        pl.when(led).then(first["drifted"]).otherwise("drifted").alias("drifted"),
    )


def _grouped(counted: pl.DataFrame, first: pl.DataFrame) -> tuple[Cause, ...]:
    by = ["cause", "named", "drifted"]
    groups = counted.group_by(by).agg(
        pl.len().alias("statements"), pl.coalesce("done_us", "due_us").min().alias("at_us")
    )
    begun = first.group_by(by).agg(pl.len().alias("transactions"))
    counts = groups.join(begun, on=by, how="left", nulls_equal=True).with_columns(pl.col("transactions").fill_null(0))
    most = counts.sort("transactions", "statements", "at_us", descending=[True, True, False]).head(_MOST)
    return tuple(
        Cause(
            (kind := kind_of(row["cause"] or "")).words,
            row["cause"] or "",
            row["named"] or "",
            row["statements"],
            row["transactions"],
            row["drifted"],
            row["at_us"] or 0,
            kind.remedy,
        )
        for row in most.iter_rows(named=True)
    )
