"""What follows from statements that are not sent, and from what sessions had created before the window.

A statement that needs what a skipped one would have created is skipped as well. One that needs what its session had created before the
window is skipped where that is certain, and otherwise marked (``lacks``): when the target refuses it for that, it counts as skipped.
"""

from __future__ import annotations

import polars as pl

from pgrehearse.replay.prepare.skip_rules import (
    BEFORE_STATEMENT,
    FOLLOWS,
    NOTHING_PREPARED,
    NUMBERS,
    STATE_COLUMNS,
    Rules,
    SkipRules,
    StatementSelection,
)
from pgrehearse.replay.prepare.statement_rules import UNPREPARED, Decider, Policy
from pgrehearse.replay.prepare.substitutes import with_substitutes
from pgrehearse.runs.reasons import FOLLOWS_SKIPPED, before
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, Action, Began, Ended
from pgrehearse.workload.sql.session_objects import (
    CURSOR,
    EVERY,
    LASTING,
    RELATION,
    SEQUENCE,
    SETTING,
    STATEMENT,
    thing,
)
from pgrehearse.workload.window import before_it

# The state that may be missing for an event, as bits of ``lacks``, by the SQLSTATE of the refusal; with the reason of the skip.
LACKED: dict[str, tuple[tuple[int, str], ...]] = {
    "34000": ((1, before("a cursor")),),
    "42P01": ((16, FOLLOWS_SKIPPED), (2, before("a temporary table"))),
    "42704": ((4, before("a setting")),),
    "55000": ((8, before("a sequence's value")),),
}
_BITS = {CURSOR: 1, RELATION: 2, SETTING: 4, SEQUENCE: 8}
_SKIPPED_LASTING = 16
# A statement that failed with one of these in production lacked the same there.
_LACKING = ["26000", "34000", "42P01"]
_NEEDS, _DROPS, _MAKES = range(3)
# Consequences are followed for at most so many steps.
_STEPS = 20


def private_relations(workload: Workload, from_us: int = 0) -> frozenset[str]:
    """Return the relations (``Rules.private``) that only one session uses, which was open before the window, or before *from_us* in it."""
    early = before_it(workload.sessions(), from_us).filter(began=Began.OPEN)["session"]
    if early.is_empty():
        return frozenset()
    shapes = workload.shapes().select("shape", pl.concat_list("tables_read", "tables_written").alias("table"))
    tables = shapes.explode("table", empty_as_null=True).drop_nulls().unique().lazy()
    uses = workload.events().filter(IS_STATEMENT).select("session", "shape").unique()
    users = uses.join(tables, on="shape").group_by("table").agg(pl.col("session").unique())
    alone = (pl.col("session").list.len() == 1) & pl.col("session").list.first().is_in(early.implode())
    private = users.filter(alone & ~pl.col("table").str.contains(".", literal=True)).collect()["table"]
    return frozenset(thing(RELATION, name) for name in private)


def lasting_relations(workload: Workload, policy: Policy) -> frozenset[str]:
    """Return the permanent relations (``Rules.lasting``) that statements would create which are not sent. One text of each shape is examined."""
    selects = (pl.col("kind") == "select") & (pl.col("tables_written").list.len() > 0)
    shapes = workload.shapes().filter(pl.col("kind").is_in(["ddl", "multi"]) | selects)["shape"]
    if shapes.is_empty():
        return frozenset()
    ran = workload.events().filter(IS_STATEMENT & pl.col("shape").is_in(shapes.implode()))
    texts = ran.select("shape", "sql").drop_nulls().unique("shape", keep="any").collect()["sql"]
    decider, prefix = Decider(policy), thing(LASTING, "")
    created = {name for text in texts if (decision := decider.decide(text)).reason for name in decision.state.makes}
    return frozenset(thing(RELATION, name.removeprefix(prefix)) for name in created if name.startswith(prefix))


class Consequences:
    """Decides which events are skipped, part by part, each session's events in their order."""

    def __init__(self, rules: Rules, sessions: pl.DataFrame) -> None:
        """*sessions*: as in the workload."""
        self._skip_rules, self._rules = SkipRules(rules, sessions), rules
        self._early = sessions.filter(pl.col("began") == Began.OPEN)["session"].implode()
        self._carried: pl.DataFrame | None = None

    def apply(self, events: pl.DataFrame, selection: StatementSelection) -> pl.DataFrame:
        """Apply the skip rules, skip what follows from that, add ``lacks``, and replace statements whose transactions depend on them."""
        if self._rules.unnamed_statements:
            events = events.with_columns(pl.lit(None, pl.Binary).alias("prepared_name"))
        events = self._skip_rules.apply(events, selection)
        uses = self._uses(events)
        if not uses.is_empty():
            events = events.with_columns(self._with_consequences(uses, events, "skip"))
            copied = pl.when(pl.col("skip") > 0).then("skip").otherwise("copy_skip")
            events = events.with_columns(copied.alias("copy_skip"))
            if events.select((pl.col("skip") != pl.col("copy_skip")).any()).item():
                events = events.with_columns(self._with_consequences(uses, events, "copy_skip"))
        self._carried = _uses_of_last_session(events)
        return with_substitutes(events.with_columns(self._lacks(uses, events))).drop(*STATE_COLUMNS)

    def _uses(self, events: pl.DataFrame) -> pl.DataFrame:
        """Return the uses that can have consequences: of what a skipped statement creates, of SQL's prepared statements, and of what was
        created before the window.

        Sessions without any of these (most) are excluded before their names are split.
        """
        makes, needs, session = pl.col("makes").is_not_null(), pl.col("needs"), pl.col("session")
        named = pl.col("prepared_name").is_not_null() & (pl.col("copy_skip") > 0)
        missing = (makes & ((pl.col("skip") > 0) | (pl.col("copy_skip") > 0))) | named
        executes = needs.str.contains(thing(STATEMENT, ""), literal=True).fill_null(value=False)
        early = session.is_in(self._early) & needs.is_not_null()
        lasting = (
            needs.str.contains_any(list(self._rules.lasting)).fill_null(value=False) if self._rules.lasting else False
        )
        without = events.lazy().filter(missing).select("session").unique().collect()["session"]
        carried = (
            self._carried
            if self._carried is not None and self._carried["session"][0] == events.get_column("session").first()
            else None
        )
        if carried is not None:
            without = pl.concat([without, carried.filter(pl.col("was") > 0)["session"].unique()])
        needing = events.lazy().filter(executes | early | lasting).select("session").unique().collect()["session"]
        if without.is_empty() and needing.is_empty():
            return _split_names(events.clear())
        concerned = pl.concat([without, needing]).implode()
        placed = events.with_row_index("row").filter(session.is_in(concerned))
        lost = session.is_in(without.implode()) | session.is_in(self._early)
        uses = _split_names(placed.with_columns(pl.when(executes | lost | lasting).then(needs).alias("needs")))
        return uses if carried is None else pl.concat([carried, uses])

    def _with_consequences(self, uses: pl.DataFrame, events: pl.DataFrame, column: str) -> pl.Series:
        """Return *column* with the consequences of what it skips."""
        skip = events[column]
        outcomes = events.select(
            ((pl.col("ended") == Ended.OK) | ~pl.col("sqlstate").is_in(_LACKING).fill_null(value=False)).alias(
                "existed"
            ),
            (pl.col("ended") == Ended.OK).alias("ok"),
        )
        for _ in range(_STEPS):
            needs = _with_existence(uses, skip).filter((pl.col("role") == _NEEDS) & (pl.col("row") >= 0))
            needs = needs.with_columns(outcomes[name].gather(needs["row"]) for name in outcomes.columns)
            early = pl.col("session").is_in(self._early)
            reason = (
                pl.when(pl.col("lost") & pl.col("existed"))
                .then(NUMBERS[FOLLOWS])
                .when(~pl.col("unknown") | ~pl.col("ok") | ~pl.col("name").str.starts_with(thing(STATEMENT, "")))
                .then(0)
                .when(early)
                .then(NUMBERS[BEFORE_STATEMENT])
                .when("ends")
                .then(NUMBERS[NOTHING_PREPARED])
                .otherwise(NUMBERS[UNPREPARED])
            )
            rows = needs.with_columns(reason.alias("reason")).filter(pl.col("reason") > 0).unique("row", keep="first")
            old = skip.gather(rows["row"])
            rows = rows.filter((old == 0) | (old == NUMBERS[UNPREPARED]) & (rows["reason"] != NUMBERS[UNPREPARED]))
            if rows.is_empty() or (skip.gather(rows["row"]) == rows["reason"]).all():
                break
            skip = skip.scatter(rows["row"], rows["reason"].cast(pl.UInt8))
        return skip.alias(column)

    def _lacks(self, uses: pl.DataFrame, events: pl.DataFrame) -> pl.Series:
        """Return the state that may be missing for each event: bits (null: none)."""
        needs = _with_existence(uses, events["skip"]).filter((pl.col("role") == _NEEDS) & (pl.col("row") >= 0))
        kind, early = pl.col("name").str.split(" ").list.first(), pl.col("session").is_in(self._early)
        private = (kind != RELATION) | pl.col("name").is_in(list(self._rules.private))
        old = (
            pl.when(early & pl.col("unknown") & private)
            .then(kind.replace_strict(_BITS, default=0, return_dtype=pl.Int64))
            .otherwise(0)
        )
        lasting = pl.when(pl.col("name").is_in(list(self._rules.lasting))).then(_SKIPPED_LASTING).otherwise(0)
        bits = pl.concat([needs.select("row", bit.cast(pl.Int64).alias("bit")) for bit in (old, lasting)]).filter(
            pl.col("bit") > 0
        )
        lacks = pl.Series("lacks", [None], dtype=pl.Int64).new_from_index(0, events.height)
        if bits.is_empty():
            return lacks
        summed = bits.unique().group_by("row").agg(pl.col("bit").sum())
        return lacks.scatter(summed["row"], summed["bit"])


def _split_names(events: pl.DataFrame) -> pl.DataFrame:
    """Return what each event creates, needs and drops: row, session, role, name; in order. *was*: the ``skip`` of an event of the part before.

    *events*: with their position in the part as ``row`` (without it: there are no events).
    """
    if "row" not in events.columns:
        events = events.with_row_index("row")
    sent = IS_STATEMENT & (pl.col("ended") == Ended.OK)
    parsed = pl.col("failed_in").ne_missing("parse") & (
        (pl.col("action") == Action.EXECUTE) | (pl.col("ended") == Ended.OK)
    )
    named = (
        pl.col("action").is_in([Action.PREPARE.value, Action.EXECUTE.value])
        & (pl.col("prepared_name").bin.size() > 0)
        & parsed
    )
    protocol = pl.when(named).then(pl.lit(thing(STATEMENT, "")) + pl.col("prepared_name").cast(pl.String, strict=False))
    placed = events.lazy().with_columns(pl.col("row").cast(pl.Int64))
    sides = [
        placed.select("row", "session", pl.lit(role, pl.Int8).alias("role"), column.alias("name")).drop_nulls("name")
        for role, column in (
            (_NEEDS, pl.col("needs")),
            (_DROPS, pl.when(sent).then("drops")),
            (_MAKES, pl.when(sent).then("makes")),
            (_MAKES, protocol),
        )
    ]
    names = pl.concat(sides).with_columns(pl.col("name").str.split("\0")).explode("name", empty_as_null=True)
    return names.with_columns(pl.lit(None, pl.UInt8).alias("was")).sort("row", "role").collect()


def _uses_of_last_session(events: pl.DataFrame) -> pl.DataFrame | None:
    """Return what the last session created and dropped: it may continue in the next part."""
    if events.is_empty():
        return None
    placed = events.with_row_index("row").filter(pl.col("session") == events["session"][-1])
    last = _split_names(placed.with_columns(pl.lit(None, pl.String).alias("needs")))
    if last.is_empty():
        return None
    row = pl.int_range(pl.len(), dtype=pl.Int64) - last.height
    return last.with_columns(events["skip"].gather(last["row"]).alias("was")).with_columns(row.alias("row"))


def _with_existence(uses: pl.DataFrame, skip: pl.Series) -> pl.DataFrame:
    """Add whether each name exists when it is used: *lost*: a skipped statement would have created it; *unknown*: no statement created it;
    *ends*: the event that needs it drops it."""
    skipped = pl.coalesce("was", skip.gather(uses["row"].clip(0))) > 0
    same_name, kind = ["session", "name"], pl.col("name").str.split(" ").list.first()
    order = pl.int_range(pl.len(), dtype=pl.Int64)
    makes, drops = pl.col("role") == _MAKES, pl.col("role") == _DROPS
    every = drops & pl.col("name").str.ends_with(f" {EVERY}")

    def last(which: pl.Expr, *group: str) -> pl.Expr:
        return pl.when(which).then("order").cum_max().forward_fill().shift(1).over(*group).fill_null(-1)

    placed = uses.with_columns(order.alias("order"), kind.alias("kind"), skipped.alias("skipped"))
    dated = placed.with_columns(
        last(makes & ~pl.col("skipped"), *same_name).alias("sent_at"),
        last(makes, *same_name).alias("created_at"),
        pl.max_horizontal(last(drops, *same_name), last(every, "session", "kind")).alias("dropped_at"),
        drops.any().over("row", "name").alias("ends"),
    )
    exists = pl.col("sent_at") > pl.col("dropped_at")
    existed = pl.col("created_at") > pl.col("dropped_at")
    return dated.with_columns((existed & ~exists).alias("lost"), (~existed & ~exists).alias("unknown"))
