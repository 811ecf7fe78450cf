"""Statements whose text uses the clock are sent with production's instants (``--clock production``).

All texts are read before the start (``clock_text``); then the text of every execution is made at once, from its transaction's and
its own instant in production. A named statement is prepared once and executed many times: its text gets a parameter for the
instant, of the type timestamptz, and each execution binds it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import polars as pl
from polars.datatypes import DataTypeClass

from pgrehearse.base.clock import SECOND
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.prepare.id_texts import IdTexts
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


@dataclass(frozen=True, slots=True)
class ClockObjects:
    """The objects of the target that read production's time: *columns* by their defaults, and other *definitions* (the kind and the name);
    *left*: those that use the clock and read the target's."""

    columns: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def places(self) -> frozenset[ClockPlace]:
        """Where a statement uses the clock through them."""
        defaults = {ClockPlace.DEFAULT} if self.columns else set()
        return frozenset(defaults | (_DEFINED if self.definitions else set()))


_DEFINED = {ClockPlace.VIEW, ClockPlace.FUNCTION, ClockPlace.TRIGGER, ClockPlace.POLICY}
NO_OBJECTS = ClockObjects()


def read_clock_texts(workload: Workload, id_texts: IdTexts | None = None) -> ClockTexts:
    """Read the texts of a workload's statements that use the clock, also as they are after the changes of *id_texts*."""
    clocked = workload.shapes().filter("clock")["shape"]
    found = workload.events().filter(IS_STATEMENT & pl.col("shape").is_in(clocked.implode()))
    texts = found.select("sql").drop_nulls().unique().collect()["sql"].to_list()
    texts += id_texts.texts["sent"].to_list() if id_texts is not None else []
    made = {sql: clock_text(sql) for sql in texts}
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


def clock_settings(workload: Workload, places: AbstractSet[ClockPlace]) -> pl.DataFrame:
    """Return the settings (``pins.PINS``) with which definitions read production's time, for the statements that use the clock in *places*."""
    events = _evaluating(workload.events().with_columns(INSTANTS), workload, places)
    start_us = workload.manifest.window_start_us
    began, started = (_seconds(pl.lit(start_us) + pl.col(name)) for name in _INSTANTS)
    settings = pl.concat_list(pl.lit(b"pgrehearse.now"), began, pl.lit(b"pgrehearse.started"), started)
    return events.select("session", "seq", settings.alias("pins")).collect()


def _evaluating(events: pl.LazyFrame, workload: Workload, places: AbstractSet[ClockPlace]) -> pl.LazyFrame:
    """Return the statements that use the clock in *places*, with these (``clock_in``)."""
    wanted = pl.lit([place.value for place in ClockPlace if place in places], pl.List(pl.String))
    shapes = workload.shapes().lazy().select("shape", pl.col("clock_in").list.set_intersection(wanted))
    return events.filter(IS_STATEMENT).join(shapes.filter(pl.col("clock_in").list.len() > 0), on="shape")


def _seconds(instant_us: pl.Expr) -> pl.Expr:
    """Return an instant in seconds since 1970, with microseconds."""
    fraction = (instant_us % SECOND).cast(pl.String).str.zfill(6)
    return ((instant_us // SECOND).cast(pl.String) + "." + fraction).cast(pl.Binary)


def clock_facts(
    workload: Workload, plan: ReplayPlan, texts: ClockTexts, objects: ClockObjects = NO_OBJECTS
) -> ClockFacts:
    """Count the selected statements that use the clock in their text or in *objects*, and how many of them get production's instants."""
    statements = with_filter_columns(workload.events().filter(IS_STATEMENT), workload)
    selected = part_of(statements, plan.from_us, plan.until_us).filter(is_selected(plan))
    used = selected.select("sql", "prepared_name")
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
    evaluating = _evaluating(selected.select("shape", "action"), workload, objects.places)
    by_place = evaluating.explode("clock_in").group_by("clock_in").len().collect()
    found = dict(by_place.iter_rows())
    return ClockFacts(
        way=IN_STATEMENTS,
        defaults=list(objects.columns),
        definitions=list(objects.definitions),
        left=list(objects.left),
        places={place.value: found[place.value] for place in ClockPlace if place.value in found},
        **counts.row(0, named=True),
    )


def clock_notes(facts: ClockFacts) -> list[str]:
    """Return notes on the statements that use the clock: which have production's instants, and which do not."""
    notes = [
        f"{facts.replaced + facts.named:,} of {facts.statements:,} statements whose text uses the clock were sent with production's "
        f"instants (--clock production); {_of_objects(facts)}"
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


def _of_objects(facts: ClockFacts) -> str:
    """Return which objects of the target read production's time, and for how many statements."""
    found = {"default of a column": len(facts.defaults)}
    for definition in facts.definitions:
        kind = definition.partition(" ")[0]
        found[kind] = found.get(kind, 0) + 1
    kinds = [f"{count:,} {kind if count == 1 else _PLURALS[kind]}" for kind, count in found.items() if count]
    if not kinds:
        return "defaults of columns, views, functions, triggers and policies use the target's clock"
    places = ", ".join(f"{place} {count:,}" for place, count in facts.places.items())
    return (
        f"{', '.join(kinds)} of the target read production's time, for statements that use them by "
        f"{places or 'no place that the workload names (capture it with --catalog)'}"
    )


_PLURALS = {
    "default of a column": "defaults of columns",
    "view": "views",
    "function": "functions",
    "policy": "policies",
}
