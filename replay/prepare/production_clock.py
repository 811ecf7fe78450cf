"""Statements whose text uses the clock are sent with production's instants (``--clock production``).

All texts are read before the start (``clock_text``); then the text of every execution is made at once, from its transaction's and
its own instant in production. A named statement is prepared once and executed many times: its text gets a parameter for the
instant, of the type timestamptz, and each execution binds it.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl
from polars.datatypes import DataTypeClass

from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.prepare.session_selection import is_selected, with_filter_columns
from pgrehearse.runs.run_facts import ClockFacts
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, ClockPlace
from pgrehearse.workload.sql.clock_text import STATEMENT, TRANSACTION, ClockText, clock_text
from pgrehearse.workload.window import part_of

# The ways of ``ClockFacts``: production's instants in the texts, or the target's own clock shifted.
IN_STATEMENTS, ON_SERVER = "statements", "server"
# Production's instants of each event, relative to the window: when its transaction began, and when its statement did. The server sets
# the latter anew for each message of the extended protocol (PostgresMain), so that it is the start of the execution, after parse and bind.
# Columns: session, transaction, at_us, parse_us, bind_us, of all events of a transaction.
INSTANTS = [
    pl.when(pl.col("transaction").is_null())
    .then("at_us")
    .otherwise(pl.col("at_us").min().over("session", "transaction"))
    .alias("began_us"),
    (pl.col("at_us") + pl.col("parse_us").fill_null(0) + pl.col("bind_us").fill_null(0)).alias("started_us"),
]
# timestamptz (pg_type.dat).
_TYPE_OID = 1184
_NAMED = (pl.col("prepared_name").bin.size() > 0).fill_null(value=False)
_BINDS = _NAMED & pl.col("bound").is_not_null()
_TEXTS: dict[str, pl.DataType | DataTypeClass] = {
    "sql": pl.Binary,
    "sent": pl.String,
    "bound": pl.Binary,
    "parameters": pl.Int32,
    "of_transaction": pl.Boolean,
    "of_statement": pl.Boolean,
    "left": pl.Boolean,
}
_INSTANTS = ("began_us", "started_us")
_COLUMNS = [name for name in _TEXTS if name != "sql"]


@dataclass(frozen=True, slots=True)
class ClockTexts:
    """The texts of a workload that use the clock.

    *texts*: ``sql``; ``sent``: the text with marks for the instants (``clock_text``); ``bound``: the text with parameters for them, after
    its own ``parameters`` (both null: nothing can be replaced); ``of_transaction``, ``of_statement``: which instants it needs; ``left``:
    whether it still uses the target's clock. *window_start_us*: the wall clock's instant to which times of the workload are relative.
    """

    texts: pl.DataFrame
    window_start_us: int

    def apply(self, events: pl.DataFrame) -> pl.DataFrame:
        """Return events with what is sent. Columns: sql, prepared_name, params, types; ``INSTANTS``, which are dropped."""
        began, started = (self.instant(name) for name in _INSTANTS)
        text = (
            pl.col("sent")
            .str.replace_all(TRANSACTION, began, literal=True)
            .str.replace_all(STATEMENT, started, literal=True)
            .cast(pl.Binary)
        )
        values = _both(began.cast(pl.Binary), started.cast(pl.Binary))
        oids = _both(pl.lit(_TYPE_OID, pl.Int64), pl.lit(_TYPE_OID, pl.Int64))
        undeclared = pl.lit(0, pl.Int64).repeat_by(pl.col("parameters"))
        return (
            events.join(self.texts, on="sql", how="left", maintain_order="left")
            .with_columns(
                pl.when(_NAMED).then(pl.coalesce("bound", "sql")).otherwise(pl.coalesce(text, "sql")).alias("sql"),
                pl.when(_BINDS)
                .then(pl.concat_list(pl.col("params").fill_null([]), values))
                .otherwise("params")
                .alias("params"),
                pl.when(_BINDS)
                .then(pl.concat_list(pl.coalesce("types", undeclared), oids))
                .otherwise("types")
                .alias("types"),
            )
            .drop(*_INSTANTS, *_COLUMNS)
        )

    def instant(self, name: str) -> pl.Expr:
        """Return an instant as PostgreSQL reads it whatever its DateStyle: ISO 8601 in UTC, with microseconds."""
        instant = (pl.lit(self.window_start_us) + pl.col(name)).cast(pl.Datetime("us"))
        return instant.dt.strftime("%Y-%m-%d %H:%M:%S%.6f+00")


def _both(of_transaction: pl.Expr, of_statement: pl.Expr) -> pl.Expr:
    """Return a list of the values for the instants that a text needs."""
    values = pl.concat_list(pl.when("of_transaction").then(of_transaction), pl.when("of_statement").then(of_statement))
    return values.list.drop_nulls()


def read_clock_texts(workload: Workload) -> ClockTexts:
    """Read the texts of a workload's statements that use the clock."""
    clocked = workload.shapes().filter("clock")["shape"]
    found = workload.events().filter(IS_STATEMENT & pl.col("shape").is_in(clocked.implode()))
    made = {sql: clock_text(sql) for sql in found.select("sql").drop_nulls().unique().collect()["sql"]}
    return clock_texts(made, workload.manifest.window_start_us)


def clock_texts(made: dict[bytes, ClockText], window_start_us: int) -> ClockTexts:
    """Return the table of texts; one without any clock expression is left out."""
    rows = [
        (
            sql,
            one.text if one.replaced else None,
            one.bound() if one.replaced else None,
            one.parameters,
            TRANSACTION in one.text,
            STATEMENT in one.text,
            one.left > 0,
        )
        for sql, one in made.items()
        if one.replaced or one.left
    ]
    return ClockTexts(pl.DataFrame(rows, schema=_TEXTS, orient="row"), window_start_us)


def clock_settings(workload: Workload) -> pl.DataFrame:
    """Return the settings (``pins.PINS``) with which the defaults of columns read production's time, for the statements that evaluate one."""
    evaluating = workload.shapes().filter(pl.col("clock_in").list.contains(ClockPlace.DEFAULT.value))["shape"]
    events = workload.events().with_columns(INSTANTS).filter(IS_STATEMENT & pl.col("shape").is_in(evaluating.implode()))
    texts = ClockTexts(pl.DataFrame(schema=_TEXTS), workload.manifest.window_start_us)
    began, started = (texts.instant(name).cast(pl.Binary) for name in _INSTANTS)
    settings = pl.concat_list(pl.lit(b"pgrehearse.now"), began, pl.lit(b"pgrehearse.started"), started)
    return events.select("session", "seq", settings.alias("pins")).collect()


def clock_facts(workload: Workload, plan: ReplayPlan, texts: ClockTexts, defaults: tuple[str, ...] = ()) -> ClockFacts:
    """Count the selected statements whose text uses the clock, and how many of them get production's instants.

    *defaults*: the columns of the target whose defaults read production's time.
    """
    statements = with_filter_columns(workload.events().filter(IS_STATEMENT), workload)
    used = part_of(statements, plan.from_us, plan.until_us).filter(is_selected(plan)).select("sql", "prepared_name")
    whole = ~pl.col("left")
    counts = (
        used.join(texts.texts.lazy(), on="sql")
        .select(
            pl.len().alias("statements"),
            (whole & ~_NAMED).sum().alias("replaced"),
            (whole & _NAMED).sum().alias("named"),
            pl.col("left").sum().alias("other"),
        )
        .collect()
    )
    return ClockFacts(way=IN_STATEMENTS, defaults=list(defaults), **counts.row(0, named=True))


def clock_notes(facts: ClockFacts) -> list[str]:
    """Return notes on the statements that use the clock: which have production's instants, and which do not."""
    columns = len(facts.defaults)
    others = f"{columns} defaults of columns read production's time; " if columns else "defaults of columns, "
    notes = [
        f"{facts.replaced + facts.named:,} of {facts.statements:,} statements whose text uses the clock were sent with production's "
        f"instants (--clock production); {others}views, functions and triggers use the target's clock"
    ]
    if facts.named:
        notes.append(
            f"{facts.named:,} executions of named statements had production's instant as a further parameter: the target may plan "
            "them at each execution, where it would keep a generic plan in production"
        )
    if facts.other:
        notes.append(
            f"{facts.other:,} statements use the target's clock in an expression that cannot be replaced: age(x), timeofday(), a "
            "literal like 'today', or a text that PostgreSQL's grammar does not accept"
        )
    return notes
