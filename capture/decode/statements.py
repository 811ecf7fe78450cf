"""The statements of a workload as far as the join with decoded rows depends on them: what inserts rows, and in which transactions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import polars as pl

from pgrehearse.capture.decode.made_rows import MAKES, made_tables
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, TOOK, Ended, Type
from pgrehearse.workload.sql.inserted_rows import insertions
from pgrehearse.workload.sql.parse_tree import statements

# The effect of ROLLBACK TO on a transaction (``shapes.EFFECTS``).
_BACK = "back"
_SAVEPOINT, _RELEASE, _ROLLBACK_TO = "TRANS_STMT_SAVEPOINT", "TRANS_STMT_RELEASE", "TRANS_STMT_ROLLBACK_TO"
_TARGET: dict[str, Type] = {
    "shape": pl.Int32,
    "target_schema": pl.String,
    "target": pl.String,
    "rows": pl.Int64,
    "named": pl.List(pl.String),
    "copies": pl.Boolean,
    "conflicts": pl.Boolean,
    "tried": pl.Int64,
}
TARGETS = pl.Schema(_TARGET)


@dataclass(frozen=True, slots=True)
class Written:
    """*statements*: session, seq, transaction, database, at_us, end_us, shape; those that succeeded, committed and were not rolled back
    to a savepoint. *targets*: where each shape inserts rows (``TARGETS``). *makes*: the tables that shapes fill without naming them
    (``made_rows.MAKES``; empty: no catalog shows it). *transactions*: session, transaction, database, xid (null: not in the log), at_us, end_us,
    statements (their number)."""

    statements: pl.DataFrame
    targets: pl.DataFrame
    transactions: pl.DataFrame
    makes: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=MAKES))


def written(workload: Workload, catalog: ServerCatalog | None = None) -> Written:
    """Return what a workload's committed transactions wrote. *catalog*: shows what triggers and functions insert (None: not known)."""
    shapes = workload.shapes().select("shape", "writes", "transaction_effect")
    sessions = workload.sessions().select("session", "database")
    events = (
        workload.events()
        .filter(IS_STATEMENT & pl.col("transaction").is_not_null())
        .select(
            "session",
            "seq",
            "transaction",
            "transaction_id",
            "at_us",
            TOOK.alias("took_us"),
            "ended",
            "shape",
            "commit_rank",
        )
        .join(shapes.lazy(), on="shape", how="left")
        .join(sessions.lazy(), on="session", how="left")
        .with_columns((pl.col("at_us") + pl.col("took_us").fill_null(0)).alias("end_us"))
        .filter(pl.col("commit_rank").is_not_null())
        .sort("session", "seq")
        .collect()
    )
    id_of = pl.when(pl.col("transaction_id") > 0).then("transaction_id").max().alias("xid")
    transactions = events.group_by("session", "transaction", maintain_order=True).agg(
        pl.col("database").first(), id_of, pl.col("at_us").min(), pl.col("end_us").max(), pl.len().alias("statements")
    )
    kept = _without_rolled_back(events, workload)
    texts = _texts(workload, kept["shape"])
    makes = made_tables(catalog, texts.iter_rows())
    inserts = pl.col("writes").fill_null(value=True) | pl.col("shape").is_in(makes["shape"].implode())
    inserting = kept.filter(inserts & (pl.col("ended") == Ended.OK))
    columns = ["session", "seq", "transaction", "database", "at_us", "end_us", "shape"]
    return Written(inserting.select(columns), targets(texts.select("shape", "sql").iter_rows()), transactions, makes)


def _texts(workload: Workload, shapes: pl.Series) -> pl.DataFrame:
    """Return one text of each shape, the tables that it writes, and the functions that it calls."""
    texts = (
        workload.events()
        .filter(IS_STATEMENT & pl.col("shape").is_in(shapes.unique().implode()))
        .select("shape", "sql")
        .drop_nulls()
        .unique("shape", keep="any")
        .collect()
    )
    return texts.join(workload.shapes().select("shape", "tables_written", "functions"), on="shape", how="inner")


def targets(texts: Iterable[tuple[int, bytes]]) -> pl.DataFrame:
    """Return where *texts* (a shape and a text of it) insert rows (``TARGETS``)."""
    rows = [
        (shape, one.schema, one.table, one.rows, one.columns, one.copies, one.conflicts, one.tried)
        for shape, sql in texts
        for one in insertions(sql) or ()
    ]
    return pl.DataFrame(rows, schema=TARGETS, orient="row")


def _without_rolled_back(events: pl.DataFrame, workload: Workload) -> pl.DataFrame:
    """Leave out the statements that a ROLLBACK TO undid; only transactions with one are looked at statement by statement."""
    back = (pl.col("transaction_effect") == _BACK) & (pl.col("ended") == Ended.OK)
    with_back = events.filter(back).select("session", "transaction").unique()
    if with_back.is_empty():
        return events
    inside = events.join(with_back, on=["session", "transaction"], how="semi", maintain_order="left")
    texts = (
        workload.events()
        .select("session", "seq", "sql")
        .join(inside.lazy().select("session", "seq"), on=["session", "seq"], how="semi")
    )
    inside = inside.join(texts.collect(), on=["session", "seq"], how="left", maintain_order="left")
    undone: list[tuple[int, int]] = []
    for (session, _), group in inside.group_by("session", "transaction", maintain_order=True):
        rows = zip(group["seq"], group["sql"], group["ended"] == Ended.OK, strict=True)
        undone += [(session, seq) for seq in rolled_back(rows)]
    found = pl.DataFrame(undone, schema={"session": pl.Int32, "seq": pl.Int32}, orient="row")
    return events.join(found, on=["session", "seq"], how="anti", maintain_order="left")


def rolled_back(rows: Iterable[tuple[int, bytes | None, bool]]) -> list[int]:
    """Return the statements of one transaction that ROLLBACK TO undid. *rows*: seq, text, and whether it succeeded.

    >>> rolled_back([(1, b"savepoint a", True), (2, b"insert into t values (1)", True), (3, b"rollback to a", True)])
    [2]
    """
    undone: list[int] = []
    levels: list[tuple[str, list[int]]] = [("", [])]
    for seq, text, ok in rows:
        kind, name = _savepoint(text or b"") if ok else ("", "")
        place = next((at for at in range(len(levels) - 1, 0, -1) if levels[at][0] == name), 0)
        if kind == _SAVEPOINT:
            levels.append((name, []))
        elif kind == _RELEASE and place:
            levels[place - 1][1].extend(seq for _, inner in levels[place:] for seq in inner)
            del levels[place:]
        elif kind == _ROLLBACK_TO and place:
            undone += [seq for _, inner in levels[place:] for seq in inner]
            levels[place:] = [(name, [])]
        else:
            levels[-1][1].append(seq)
    return undone


def _savepoint(text: bytes) -> tuple[str, str]:
    """Return which command about a savepoint a text is, and the savepoint's name ("": none)."""
    parsed = statements(text)
    if not parsed or len(parsed) > 1:
        return "", ""
    node = parsed[0].tree.get("TransactionStmt", {})
    return str(node.get("kind", "")), str(node.get("savepoint_name", ""))
