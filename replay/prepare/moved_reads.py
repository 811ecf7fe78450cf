"""Which reads of a workload are sent to the target's readers, and why the others of the selection are not: decided before a replay.

A read is moved if a session of its own gives the same result, except for how recent the data is. It is one SELECT that is a transaction by itself, or
every statement of a transaction that began as READ ONLY. By its parse tree and the target's catalog it writes, locks and draws nothing. The session
has not changed its settings and created no temporary object before.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from pgrehearse.base.artifact import disk_errors
from pgrehearse.replay.plan.filters import StatementFilter
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.readers import sessions_on_readers
from pgrehearse.replay.prepare.session_selection import replayed_events, with_filter_columns
from pgrehearse.replay.prepare.skip_rules import Rules, SkipRules, StatementSelection
from pgrehearse.replay.prepare.statement_rules import Policy
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.sql.parse_tree import statements
from pgrehearse.workload.sql.session_objects import RELATION, SEQUENCE, thing

SHARED = "its session shares connections (--pooled)"
ON_READER = "its session is replayed to a reader"
SESSION_SETTINGS = "its session changed its settings before"
SETS = "it changes the settings of its session"
TEMPORARY = "its session created temporary objects before"
SEQUENCE_STATE = "it reads what its session drew from a sequence"
IN_TRANSACTION = "it is in a transaction that is not READ ONLY"
SERIALIZABLE = "its transaction is serializable, which a standby refuses"
TOGETHER = "it is in a pipeline"
WRITES = "it writes, locks, or has another effect"
MIXED = "its READ ONLY transaction has other statements than reads of the selection"
_SET_CONFIG = "set_config"


@dataclass
class MovedReads:
    """The reads that are moved: session, seq of every event that is sent to a reader. *kept*: reads of the selection that are not, by reason."""

    events: pl.DataFrame
    kept: Counter[str] = field(default_factory=Counter)
    reads: int = 0


def find_moved_reads(workload: Workload, sessions: list[int], plan: ReplayPlan, rules: Rules) -> MovedReads:
    """Return the events of *sessions* that are sent to readers. Memory: one part of the workload, and two numbers for each event that is moved."""
    assert plan.reads is not None  # noqa: S101 (the caller asks only where reads are selected)
    decide = _Part(workload, plan, rules, plan.reads)
    moved = MovedReads(pl.DataFrame(schema={"session": pl.Int32, "seq": pl.Int32}))
    found = []
    for part in workload.parts():
        scanned = with_filter_columns(pl.scan_parquet(part, glob=False), workload)
        events = replayed_events(scanned, sessions, plan).filter(IS_STATEMENT).collect()
        decided = decide.part(events)
        found.append(decided.filter(pl.col("reason") == "").select("session", "seq"))
        counts = decided.filter("chosen")["reason"].value_counts()
        moved.kept.update(dict(counts.filter(pl.col("reason") != "").iter_rows()))
        moved.reads += int(counts.filter(pl.col("reason") == "")["count"].sum())
    moved.events = pl.concat([moved.events, *found])
    return moved


def write_moved_reads(moved: MovedReads, path: Path) -> Path:
    """Write for the workers which events are sent to readers."""
    with disk_errors(path):
        moved.events.with_columns(pl.lit(value=True).alias("reader")).write_parquet(path)
    return path


def with_readers(frame: pl.DataFrame, path: Path | None) -> pl.DataFrame:
    """Add to the events of a spool which of them are sent to a reader (null: to the target)."""
    if path is None:
        return frame.with_columns(pl.lit(None, pl.Boolean).alias("reader"))
    return frame.join(pl.read_parquet(path, glob=False), on=["session", "seq"], how="left", maintain_order="left")


class _Part:
    """Decides the statements of one part after the other: a session can continue in the next part."""

    def __init__(self, workload: Workload, plan: ReplayPlan, rules: Rules, selected: StatementFilter) -> None:
        reading = replace(rules, policy=Policy(writes=False, server=rules.policy.server))
        table = workload.sessions()
        self._rules, self._selected = SkipRules(reading, table), selected
        self._functions = workload.shapes().select("shape", "functions", "transaction_effect")
        self._fixed = _fixed_reasons(workload, plan)
        self._changed: dict[str, pl.Series] = {
            reason: pl.Series("session", [], dtype=pl.Int32) for reason in (SESSION_SETTINGS, TEMPORARY)
        }

    def part(self, events: pl.DataFrame) -> pl.DataFrame:
        """Return session, seq, reason ("": it is moved; null: it is no read) and chosen (it is a read of the selection)."""
        # The rules drop columns that filters need.
        chosen = ((pl.col("kind") == "select") & self._selected.expression()).fill_null(value=False)
        events = self._rules.apply(events.with_columns(chosen.alias("chosen")), StatementSelection())
        events = events.join(self._functions, on="shape", how="left", maintain_order="left")
        events = events.join(self._fixed, on="session", how="left", maintain_order="left")
        events = events.with_columns(_local_settings(events), _begins(events))
        events = events.with_columns(
            self._after(SESSION_SETTINGS, events, _changes_settings()),
            self._after(TEMPORARY, events, _contains("makes", thing(RELATION, ""))),
        )
        return _with_transactions(events.with_columns(_reason().alias("reason")))

    def _after(self, reason: str, events: pl.DataFrame, changes: pl.Expr) -> pl.Series:
        """Return whether an event comes after one that *changes* its session, also in an earlier part."""
        before = self._changed[reason]
        changed = changes.cast(pl.Int8).cum_max().shift(1).over("session").fill_null(0) > 0
        found = events.select(changed.alias(reason), "session", changes.alias("changes"))
        self._changed[reason] = pl.concat([before, found.filter("changes")["session"]]).unique()
        return found.select((pl.col(reason) | pl.col("session").is_in(before.implode())).alias(reason)).to_series()


def _fixed_reasons(workload: Workload, plan: ReplayPlan) -> pl.DataFrame:
    """Return session and ``fixed``: why none of its reads is moved. Other sessions are not contained."""
    on_reader = sessions_on_readers(workload, plan).select("session", pl.lit(ON_READER).alias("fixed"))
    pooled = workload.sessions().filter(pl.col("pooled") & pl.lit(bool(plan.pooled)))
    shared = pooled.select(pl.col("session").cast(pl.Int32), pl.lit(SHARED).alias("fixed"))
    return pl.concat([shared, on_reader]).unique("session", keep="first")


def _changes_settings() -> pl.Expr:
    """Return whether later statements of the session depend on a setting that this one makes."""
    calls = pl.col("functions").list.eval(pl.element().str.split(".").list.last() == _SET_CONFIG).list.any()
    sets = (pl.col("kind") == "set") & ~pl.col("local")
    return sets | calls.fill_null(value=False) | pl.col("kind").is_in(["multi", "do", "call"]).fill_null(value=False)


def _contains(column: str, text: str) -> pl.Expr:
    return pl.col(column).str.contains(text, literal=True).fill_null(value=False)


def _local_settings(events: pl.DataFrame) -> pl.Series:
    """Return whether an event sets for its transaction only: SET LOCAL, SET TRANSACTION."""
    texts = events.filter(pl.col("kind") == "set")["sql"].drop_nulls().unique()
    local = pl.Series("sql", [text for text in texts if _is_local(text)], dtype=pl.Binary)
    return events["sql"].is_in(local.implode()).fill_null(value=False).alias("local")


def _is_local(text: bytes) -> bool:
    settings = [one.tree.get("VariableSetStmt") for one in statements(text) or []]
    return bool(settings) and all(
        one is not None and (one.get("is_local", False) or one.get("name") == "TRANSACTION") for one in settings
    )


def _begins(events: pl.DataFrame) -> pl.Series:
    """Return how an event begins a transaction: ``read only``, ``serializable`` (a standby refuses it), or null."""
    texts = events.filter(pl.col("kind") == "begin")["sql"].drop_nulls().unique()
    forms = {text: form for text in texts if (form := _form_of_begin(text))}
    return events["sql"].replace_strict(forms, default=None, return_dtype=pl.String).alias("begins")


def _form_of_begin(text: bytes) -> str:
    parsed = statements(text) or []
    node = parsed[0].tree.get("TransactionStmt", {}) if len(parsed) == 1 else {}
    chosen = {
        one["DefElem"]["defname"]: one["DefElem"].get("arg", {}).get("A_Const", {}) for one in node.get("options", [])
    }
    if not chosen.get("transaction_read_only", {}).get("ival", {}).get("ival"):
        return ""
    isolation = chosen.get("transaction_isolation", {}).get("sval", {}).get("sval")
    return "serializable" if isolation == "serializable" else "read only"


def _reason() -> pl.Expr:
    """Return why a SELECT cannot be moved by itself ("": it can; null: the event is no SELECT)."""
    reason = (
        pl.when(pl.col("fixed").is_not_null())
        .then("fixed")
        .when(pl.col("skip") > 0)
        .then(pl.lit(WRITES))
        .when(_changes_settings())
        .then(pl.lit(SETS))
        .when(_contains("needs", thing(SEQUENCE, "")))
        .then(pl.lit(SEQUENCE_STATE))
        .when(pl.col("pipeline").is_not_null())
        .then(pl.lit(TOGETHER))
    )
    for name in (SESSION_SETTINGS, TEMPORARY):
        reason = reason.when(pl.col(name)).then(pl.lit(name))
    return pl.when(pl.col("kind") == "select").then(reason.otherwise(pl.lit("")))


def _with_transactions(events: pl.DataFrame) -> pl.DataFrame:
    """Keep the reads of transactions that are not READ ONLY, and move whole READ ONLY transactions, with BEGIN and COMMIT."""
    unit = ["session", "transaction"]
    known = pl.col("transaction").is_not_null()
    whole = (
        events.filter(known)
        .group_by(unit)
        .agg(
            pl.len().alias("statements"),
            pl.col("begins").first().alias("form"),
            pl.col("transaction_effect").last().alias("last"),
            (pl.col("chosen") & (pl.col("reason") == "")).fill_null(value=False).sum().alias("reads"),
        )
    )
    events = events.join(whole, on=unit, how="left", maintain_order="left", nulls_equal=False)
    # BEGIN, reads and an end; without an end the transaction would stay open on the reader.
    ends = pl.col("last").is_in(["commits", "closes"])
    moves = (
        (pl.col("form") == "read only") & ends & (pl.col("reads") > 0) & (pl.col("reads") == pl.col("statements") - 2)
    )
    alone = ~known | (pl.col("statements") == 1)
    reason = (
        pl.when(moves.fill_null(value=False))
        .then(pl.lit(""))
        .when(~pl.col("chosen") | (pl.col("reason") != "") | alone)
        .then(pl.when(pl.col("chosen")).then("reason"))
        .when(pl.col("form") == "serializable")
        .then(pl.lit(SERIALIZABLE))
        .when(pl.col("form") == "read only")
        .then(pl.lit(MIXED))
        .otherwise(pl.lit(IN_TRANSACTION))
    )
    return events.select("session", "seq", reason.alias("reason"), "chosen")
